"""The page of this week, what is ticked off there, and the switch of Monday's mail."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from artifacts.exceptions import ArtifactsError
from artifacts.models import Project
from artifacts.services.mails.week import Ticked, Week, this_week, tick
from artifacts.services.mails.weekly import local_time, set_weekly
from artifacts.views.loaders import (
    FounderRequest,
    founder_required,
    get_project,
    no_store,
    post_only,
)


@founder_required
@no_store
def project_week(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    project = get_project(request, project_id)
    if project.is_draft:
        return redirect("interview_resume", project.pk)
    index = project.reference_index(request.user.get_tier())
    context = {"project": project, "week": week_of(request, project), "index": index}
    return render(request, "artifacts/week/week.html", context)


def week_of(request: FounderRequest, project: Project) -> Week:
    """Return what is next, as the founder's clock and tier show it."""
    today = local_time(request.user, timezone.now()).date()
    return this_week(project, request.user.get_tier(), today=today)


@founder_required
@post_only("project_week")
def week_tick(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Note that somebody was asked or a milestone is reached, or take that back."""
    project = get_project(request, project_id)
    today = local_time(request.user, timezone.now()).date()
    try:
        what, key = Ticked(request.POST.get("what", "")), request.POST.get("key", "")
        tick(project, what=what, key=key, done=request.POST.get("done") == "yes", today=today)
    except (ValueError, ArtifactsError) as error:
        raise Http404("There is nothing of that name to tick off.") from error
    return redirect(f"{reverse('project_week', args=[project.pk])}#week-{what.value}")


@founder_required
@post_only("project_week")
def week_mail(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Turn the mail of Monday on or off."""
    project = get_project(request, project_id)
    wanted = request.POST.get("wanted") == "yes"
    set_weekly(request.user, wanted=wanted)
    messages.success(
        request,
        _("We write to you on Mondays.") if wanted else _("We no longer write to you on Mondays."),
    )
    return redirect("project_week", project.pk)
