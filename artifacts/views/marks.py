"""Accept a suggestion in a document with one press."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django_htmx.http import HttpResponseClientRedirect

from artifacts.exceptions import ArtifactsError, ProjectDeleted, SectionLocked
from artifacts.services.editing.marks import MarkAddress, accept_mark
from artifacts.views.documents import show_document
from artifacts.views.loaders import (
    FounderRequest,
    founder_required,
    get_artifact,
    get_project,
    post_only,
)


@founder_required
@post_only("artifact_detail")
def mark_accept(request: FounderRequest, project_id: uuid.UUID, artifact_type: str) -> HttpResponse:
    """Take a mark out of the text.

    Where that has changed, nothing is stored and the document is shown as it is now.
    """
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    try:
        address = MarkAddress.parse(request.POST.get("mark", ""))
        accept_mark(artifact, address, editor=request.user, tier=request.user.get_tier())
    except (ValueError, SectionLocked, ProjectDeleted) as error:
        raise Http404("There is no such mark.") from error
    except ArtifactsError as error:
        messages.error(request, str(error))
        page = project.page_of(artifact.type)
        return HttpResponseClientRedirect(page) if request.htmx else redirect(page)
    anchor = address.item_id or address.section
    if not request.htmx:
        messages.success(request, gettext("Accepted."))
        return redirect(f"{project.page_of(artifact.type)}#{anchor}")
    response = show_document(
        request,
        project.pk,
        artifact.type.value,
        changed=address.section,
        changed_item=address.item_id,
    )
    # No more than the text: what is being typed beside it must stay.
    response["HX-Reselect"] = response["HX-Retarget"] = f"#{anchor}-text"
    return response
