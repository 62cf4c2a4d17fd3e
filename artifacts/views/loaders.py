"""The only way from a URL to a project or an artifact: whoever it does not belong to gets 404."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django_htmx.middleware import HtmxDetails

from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType


class FounderRequest(HttpRequest):
    """A request behind `login_required`."""

    user: User
    htmx: HtmxDetails


def get_project(request: FounderRequest, project_id: uuid.UUID) -> Project:
    """Return the founder's project with its artifacts, or 404."""
    return get_object_or_404(Project.objects.owned_by(request.user).with_artifacts(), pk=project_id)


def get_artifact(project: Project, artifact_type: str) -> Artifact:
    """Return one artifact of a project that was loaded for this founder, or 404 for a type that does not exist."""
    if artifact_type not in set(ArtifactType):
        raise Http404(f"There is no document {artifact_type!r}.")
    return project.documents()[ArtifactType(artifact_type).number - 1]
