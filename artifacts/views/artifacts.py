"""Pages of one artifact: read it, and see the current version beside the previous one."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from artifacts.coherence.references import ReferenceIndex
from artifacts.models import Artifact, GenerationAttempt
from artifacts.reading import read_document
from artifacts.schemas import load_content
from artifacts.status import project_status
from artifacts.views.loaders import FounderRequest, get_artifact, get_project


@login_required
@require_safe
def artifact_detail(request: FounderRequest, project_id: uuid.UUID, artifact_type: str) -> HttpResponse:
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    tier = request.user.get_tier()
    index = ReferenceIndex(project.contents(), tier)
    status = project_status(project, now=timezone.now())
    document = read_document(artifact.type, artifact.content, index, tier) if artifact.content else None
    return render(
        request,
        "artifacts/artifact_detail.html",
        {
            "project": project,
            "artifact": artifact,
            "status": status,
            "document_status": status.documents[artifact.type.number - 1],
            "document": document,
            "index": index,
            "receipt": _receipt(artifact),
        },
    )


@login_required
@require_safe
def artifact_compare(request: FounderRequest, project_id: uuid.UUID, artifact_type: str) -> HttpResponse:
    """The current version beside the previous one, section by section."""
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    if artifact.content is None or artifact.previous_content is None:
        raise Http404("There is no previous version.")
    tier = request.user.get_tier()
    previous = load_content(artifact.type, artifact.previous_content)
    contents = project.contents()
    index = ReferenceIndex(contents, tier)
    before = read_document(artifact.type, previous, ReferenceIndex({**contents, artifact.type: previous}, tier), tier)
    after = read_document(artifact.type, artifact.content, index, tier)
    rows = [
        {"section": new.section, "before": old, "after": new, "changed": old.value != new.value}
        for old, new in zip(before.sections, after.sections, strict=True)
    ]
    return render(
        request,
        "artifacts/artifact_compare.html",
        {
            "project": project,
            "artifact": artifact,
            "rows": rows,
            "changed": sum(row["changed"] for row in rows),
            "index": index,
            "locked": after.locked,
        },
    )


def _receipt(artifact: Artifact) -> GenerationAttempt | None:
    """The attempt that wrote the current version."""
    if not artifact.is_written:
        return None
    return artifact.attempts.filter(version_written=artifact.version_number).first()
