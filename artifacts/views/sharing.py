"""A founder's share links: list, create, change and revoke them, and moderate guests' notes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from artifacts.exceptions import ArtifactsError
from artifacts.forms.sharing import TIERS, ShareForm
from artifacts.models import Project, ShareLink
from artifacts.models.share import LinkState
from artifacts.services.documents.status import project_status, stale_types
from artifacts.services.sharing.guest_notes import guest_notes, moderate
from artifacts.services.sharing.links import change_link, link_token, make_link, revoke_link
from artifacts.services.sharing.view_counts import write_views
from artifacts.tiers import Tier
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_project,
    post_only,
)
from artifacts.web.idempotency import once
from artifacts.web.typed_forms import form_status, submitted_data


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as the founder's list shows it."""

    link: ShareLink
    state: LinkState
    shown: str
    """How much guests read by it now."""
    url: str
    """The address to copy; empty if the link has ended, or if its address can no longer be shown.
    """


@founder_required
@require_safe
@never_cache
def project_share(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    project = get_project(request, project_id)
    now = timezone.now()
    tier = request.user.get_tier()
    write_views(project.share_links.unrevoked(), now=now)
    rows = [_row(request, link, tier, now) for link in project.share_links.all()]
    return render(
        request,
        "artifacts/share/list.html",
        {
            "project": project,
            "stale": stale_types(project_status(project, now=now)),
            "open": [row for row in rows if row.state is LinkState.ACTIVE],
            "ended": [row for row in rows if row.state is not LinkState.ACTIVE],
            "notes": guest_notes(project, tier),
            "made": request.GET.get("made", ""),
            "has_text": any(artifact.is_written for artifact in project.documents()),
        },
    )


@founder_form
def share_new(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The form of a new link; `?only=` chooses one document beforehand."""
    project = get_project(request, project_id)
    written = [artifact.type for artifact in project.documents() if artifact.is_written]
    chosen = [t for t in written if t.value == request.GET.get("only")] or written
    form = ShareForm(submitted_data(request), tier=request.user.get_tier(), written=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            made = once(
                request,
                lambda: make_link(project, now=timezone.now(), **form.values()),
                key_of=lambda link: link.pk,
            )
        except ArtifactsError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, gettext("Your link is ready. Copy it and send it to anyone you like.")
            )
            return redirect(f"{reverse('project_share', args=[project.pk])}?made={made.key}")
    return _form(request, project, form)


@founder_form
def share_change(
    request: FounderRequest, project_id: uuid.UUID, link_id: uuid.UUID
) -> HttpResponse:
    project = get_project(request, project_id)
    link = _get_link(project, link_id)
    form = ShareForm(submitted_data(request), tier=request.user.get_tier(), written=(), link=link)
    if request.method == "POST" and form.is_valid():
        try:
            change_link(link, now=timezone.now(), **form.values())
        except ArtifactsError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                gettext("The link shows what you chose from now on. Its address is the same."),
            )
            return redirect("project_share", project.pk)
    return _form(request, project, form)


@founder_form
def share_revoke(
    request: FounderRequest, project_id: uuid.UUID, link_id: uuid.UUID
) -> HttpResponse:
    """Ask, and then end the link."""
    project = get_project(request, project_id)
    link = _get_link(project, link_id)
    if request.method == "POST":
        revoke_link(link, now=timezone.now())
        messages.success(request, gettext("The link has ended. It no longer shows anything."))
        return redirect("project_share", project.pk)
    return render(request, "artifacts/share/revoke.html", {"project": project, "link": link})


@founder_required
@post_only("project_share")
def share_note_moderate(
    request: FounderRequest, project_id: uuid.UUID, guest_note_id: uuid.UUID
) -> HttpResponse:
    """Show a guest's note to the other guests, or hide it from them."""
    project = get_project(request, project_id)
    shown = request.POST.get("shown") == "yes"
    try:
        moderate(
            project, guest_note_id, shown=shown, tier=request.user.get_tier(), now=timezone.now()
        )
    except ArtifactsError as error:
        raise Http404(str(error)) from error
    return redirect(f"{reverse('project_share', args=[project.pk])}#note-{guest_note_id}")


def _get_link(project: Project, link_id: uuid.UUID) -> ShareLink:
    """Return a link of the founder's that has not been ended, or 404."""
    link: ShareLink = get_object_or_404(project.share_links.unrevoked(), pk=link_id)
    link.project = project
    return link


def _row(request: FounderRequest, link: ShareLink, tier: Tier, now: datetime) -> LinkRow:
    state = link.state(now=now)
    token = link_token(link) if state is LinkState.ACTIVE else None
    url = request.build_absolute_uri(reverse("shared", args=[token])) if token else ""
    return LinkRow(link, state, str(TIERS[min(link.get_tier(), tier)][0]), url)


def _form(request: FounderRequest, project: Project, form: ShareForm) -> HttpResponse:
    tiers = [(choice, TIERS[Tier(choice.data["value"])][1]) for choice in form["tier"]]
    return render(
        request,
        "artifacts/share/form.html",
        {
            "project": project,
            "stale": stale_types(project_status(project, now=timezone.now())),
            "form": form,
            "tiers": tiers,
            "link": form.link,
            "unsent": form.is_bound and request.method != "POST",
        },
        status=form_status(request, form),
    )
