"""Ignore a finding of the checker with a reason, and stop ignoring it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from artifacts.exceptions import ArtifactsError, FindingGone
from artifacts.forms.findings import IgnoreForm
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services.documents.checks import check_project, ignore_finding, stop_ignoring_finding
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_project,
    post_only,
)
from artifacts.web.consistency import view_finding
from artifacts.web.typed_forms import form_context, form_status, submitted_data


@founder_form
def finding_ignore(request: FounderRequest, project_id: uuid.UUID, finding_id: str) -> HttpResponse:
    """Ask why, and set the finding aside."""
    project = get_project(request, project_id)
    tier = request.user.get_tier()
    form = IgnoreForm(submitted_data(request))
    if request.method == "POST" and form.is_valid():
        try:
            ignore_finding(
                project,
                finding_id=finding_id,
                reason=form.cleaned_data["reason"],
                by=request.user,
                tier=tier,
            )
        except FindingGone:
            return _missing_response(request, project, form)
        messages.success(
            request, gettext("We leave this alone until its place in the document changes.")
        )
        return redirect(_back(request, project))
    finding = check_project(project).visible_to(tier).find(finding_id)
    if finding is None:
        return _missing_response(request, project, form)
    return render(
        request,
        "artifacts/findings/ignore.html",
        {
            "project": project,
            **form_context(request, form),
            "finding": view_finding(project, finding),
            "back": _back(request, project),
        },
        status=form_status(request, form),
    )


@founder_required
@post_only("project_detail")
def finding_unignore(
    request: FounderRequest, project_id: uuid.UUID, finding_id: str
) -> HttpResponse:
    project = get_project(request, project_id)
    try:
        stop_ignoring_finding(
            project, finding_id=finding_id, by=request.user, tier=request.user.get_tier()
        )
    except ArtifactsError as error:
        messages.error(request, str(error))
    return redirect(_back(request, project))


def _missing_response(request: FounderRequest, project: Project, form: IgnoreForm) -> HttpResponse:
    """Answer for a finding that is gone: 404, or the page with the reason that was typed."""
    reason = form.data.get("reason", "")
    if not reason.strip():
        raise Http404("There is no such finding.")
    context = {"project": project, "reason": reason, "back": _back(request, project)}
    return render(
        request,
        "artifacts/findings/gone.html",
        context,
        status=409 if request.method == "POST" else 200,
    )


def _back(request: FounderRequest, project: Project) -> str:
    """The panel that the founder came from: that of the document which the address names, or the
    project's.
    """
    document = request.GET.get("document", "")
    if document in set(ArtifactType):
        return f"{reverse('artifact_detail', args=[project.pk, document])}#coherence"
    return f"{reverse('project_detail', args=[project.pk])}#coherence"
