"""Compare a document with its previous version, and restore that."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from artifacts.diff.content import DocumentDifference
from artifacts.exceptions import ArtifactsError, ProjectDeleted, StaleUpdate
from artifacts.models import Artifact
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Section
from artifacts.services.documents.comparison import compare_with_previous
from artifacts.services.editing.locking import fingerprint
from artifacts.services.editing.restoring import restore_previous, restore_section
from artifacts.tiers import Tier
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_artifact,
    get_project,
    get_section,
    no_store,
)
from artifacts.web.compare_sides import ONE_TEXT, SIDES


@founder_required
@no_store
def artifact_compare(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str
) -> HttpResponse:
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    difference = compare_with_previous(project, artifact, request.user.get_tier())
    view = "inline" if request.GET.get("view") == "inline" else "side"
    show = "all" if request.GET.get("show") == "all" else "changed"
    return render(
        request,
        "artifacts/compare/compare.html",
        {
            "project": project,
            "artifact": artifact,
            "difference": difference,
            "view": view,
            "show": show,
            "sides": SIDES if view == "side" else ONE_TEXT,
        },
    )


@founder_form
def artifact_restore(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str
) -> HttpResponse:
    """Ask whether the previous version, or one section of it, shall come back; and bring it
    back.
    """
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    tier = request.user.get_tier()
    section = _named_section(request, artifact, tier)
    if not artifact.has_previous:
        return redirect("artifact_compare", project.pk, artifact.type.value)
    problem = ""
    if request.method == "POST":
        try:
            return _restore(request, artifact, section, tier)
        except ProjectDeleted as error:
            raise Http404(str(error)) from error
        except ArtifactsError as error:
            problem = str(error)
            project = get_project(request, project_id)
            artifact = get_artifact(project, artifact_type)
    # What would come back is what is new to the reader.
    difference = _of_section(
        compare_with_previous(project, artifact, tier, backwards=True), section
    )
    context = {
        "project": project,
        "artifact": artifact,
        "section": section,
        "is_edited": section is not None and section.name in artifact.edited_names,
        "base": _base(artifact, section),
        "problem": problem,
        "difference": difference,
        "nothing_differs": difference is None or not difference.changed,
        "show": "changed",
        "sides": SIDES,
        "later": [
            document.type
            for document in project.documents()[artifact.type.number :]
            if document.is_written
        ],
    }
    return render(
        request, "artifacts/compare/restore.html", context, status=409 if problem else 200
    )


def _restore(
    request: FounderRequest, artifact: Artifact, section: Section | None, tier: Tier
) -> HttpResponse:
    page = reverse("artifact_detail", args=[artifact.project_id, artifact.type.value])
    if section is not None:
        base = request.POST.get("base", "")
        row = restore_section(
            artifact, section=section.name, editor=request.user, tier=tier, base=base
        )
        messages.success(request, _section_is_back(row, section))
        return redirect(f"{page}#{section.name}")
    restored = restore_previous(artifact, base=_shown_version(request), editor=request.user)
    messages.success(request, _version_is_back(restored))
    return redirect(page)


def _version_is_back(row: Artifact) -> str:
    if row.type.number == len(ArtifactType):
        sentence = _("Version %(version)s is restored. Version %(other)s is the previous one now.")
    else:
        sentence = _(
            "Version %(version)s is restored. Version %(other)s is the previous one now. Have a"
            " look at the later documents: where this changes what they were written from, they"
            " say so."
        )
    return sentence % {"version": row.content_version, "other": row.previous_version}


def _section_is_back(row: Artifact, section: Section) -> str:
    if section.name in row.edited_names:
        sentence = _(
            "“%(title)s” is as it was before. It counts as your edit, and you can take that back"
            " here."
        )
    else:
        sentence = _(
            "“%(title)s” is as it was before, which is also how we wrote it for this version."
        )
    return sentence % {"title": _(section.title)}


def _base(artifact: Artifact, section: Section | None) -> str:
    """Return what a form carries of the text that its reader saw."""
    if section is None or artifact.content is None:
        return str(artifact.content_version)
    return fingerprint(getattr(artifact.content, section.name))


def _shown_version(request: FounderRequest) -> int:
    try:
        return int(request.POST.get("base", ""))
    except ValueError as error:
        raise StaleUpdate from error


def _named_section(request: FounderRequest, artifact: Artifact, tier: Tier) -> Section | None:
    """Return the section that the address or the form names, or None for the whole version; 404 for
    a locked one.
    """
    data: Any = request.POST if request.method == "POST" else request.GET
    name = data.get("section", "")
    if not name:
        return None
    section = get_section(artifact, name, tier)
    if section.computed:
        raise Http404("Nobody writes this section by hand.")
    return section


def _of_section(
    difference: DocumentDifference | None, section: Section | None
) -> DocumentDifference | None:
    if difference is None or section is None:
        return difference
    named = tuple(one for one in difference.sections if one.section.name == section.name)
    return DocumentDifference(named, difference.locked)
