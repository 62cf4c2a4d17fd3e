"""Say that a document still fits although something has changed since it was written."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from artifacts.exceptions import ArtifactsError, ProjectDeleted, SectionLocked
from artifacts.services.documents.fitting import confirm_fits, withdraw_fits
from artifacts.views.loaders import (
    FounderRequest,
    founder_required,
    get_artifact,
    get_project,
    post_only,
)


@founder_required
@post_only("artifact_detail")
def artifact_fits(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str
) -> HttpResponse:
    """Clear "out of date" for the changes that were shown, or take that back."""
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    try:
        if request.POST.get("fits") == "no":
            withdraw_fits(artifact, editor=request.user)
        else:
            confirm_fits(artifact, base=request.POST.get("base", ""), editor=request.user)
            messages.success(request, _("Noted: this document still fits."))
    except (SectionLocked, ProjectDeleted) as error:
        raise Http404("There is no such document.") from error
    except ArtifactsError as error:
        messages.error(request, str(error))
    return redirect(project.page_of(artifact.type))
