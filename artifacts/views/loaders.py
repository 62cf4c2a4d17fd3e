"""The only way from a URL to a project, an artifact or a section: anybody else gets 404."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.middleware import HtmxDetails

from artifacts.exceptions import SectionLocked
from artifacts.models import Artifact, Project, User
from artifacts.models.stamps import PageStamp, project_stamp
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Section
from artifacts.services.documents.reading import (
    read_project,
    read_project_by_documents,
    read_project_with_counts,
    read_project_with_guest_notes,
)
from artifacts.services.editing.locking import readable_section
from artifacts.services.mails.announcing import note_look
from artifacts.tiers import Tier
from artifacts.usage.quota import DayUse
from artifacts.usage.totals import start_of_day
from artifacts.web.known_rows import known_rows
from artifacts.web.polling import Reader, seen_mark
from artifacts.web.stashed_posts import View, founder_required
from artifacts.web.typed_forms import gone_is_404

__all__ = [
    "FounderRequest",
    "View",
    "founder_form",
    "founder_required",
    "founders_mark",
    "founders_stamp",
    "get_artifact",
    "get_project",
    "get_project_by_documents",
    "get_project_even_deleted",
    "get_project_with_counts",
    "get_project_with_guest_notes",
    "get_section",
    "no_store",
    "post_only",
]


T = TypeVar("T")


class FounderRequest(HttpRequest):
    """A request behind `founder_required`."""

    user: User
    htmx: HtmxDetails


def get_project(request: FounderRequest, project_id: uuid.UUID) -> Project:
    """Return the founder's project with its artifacts, or 404."""
    return _found(read_project(project_id, owner_id=request.user.pk))


def get_project_with_guest_notes(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str
) -> tuple[Project, int]:
    """Return the same, and how many notes of guests on one document the founder may see."""
    read = read_project_with_guest_notes(
        project_id,
        owner=request.user,
        artifact_type=artifact_type,
        known=known_rows.of(project_id, _stamp(request)),
    )
    return _note_read(request, _found(read))


def get_project_with_counts(
    request: FounderRequest, project_id: uuid.UUID, *, now: datetime
) -> tuple[Project, DayUse]:
    """Return the same with `held_notes`, the number of notes that wait, and the founder's use of
    today's documents.
    """
    read = read_project_with_counts(
        project_id, owner=request.user, now=now, known=known_rows.of(project_id, _stamp(request))
    )
    return _note_read(request, _found(read))


def _stamp(request: FounderRequest) -> PageStamp | None:
    """Return the stamp that a page was asked for at; None where it cannot be kept."""
    stamp: PageStamp | None = getattr(request, "stamp", None)
    return None if stamp is None or stamp.is_moving else stamp


def _note_read(request: FounderRequest, read: tuple[Project, T]) -> tuple[Project, T]:
    """Say which project a page is made of: its documents may be `known_rows` then."""
    vars(request)["project_read"] = read[0]
    return read


def get_project_by_documents(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str
) -> tuple[Project, int]:
    """Return what `get_project_with_guest_notes` does of a project that has documents, in one
    query.
    """
    return _found(
        read_project_by_documents(project_id, owner=request.user, artifact_type=artifact_type)
    )


def _found(read: T | None) -> T:
    if read is None:
        raise Http404("There is no such project.")
    return read


def get_project_even_deleted(request: FounderRequest, project_id: uuid.UUID) -> Project:
    """Return the founder's project without its artifacts, also where it is deleted; or 404."""
    return get_object_or_404(Project.objects.owned_by(request.user), pk=project_id)


def founders_stamp(request: FounderRequest, project_id: uuid.UUID, **_: Any) -> PageStamp | None:
    """Return the stamp of what pages of the founder's project show; None if there is no such
    project.
    """
    now = timezone.now()
    return project_stamp(project_id, request.user.pk, now=now, since=start_of_day(now))


def founders_mark(request: FounderRequest, project_id: uuid.UUID) -> str:
    """Return what a page that is rendered from now on has seen of a project that is being written;
    else "".
    """
    if request.method == "POST":
        return ""  # its answer is not a look; the next one is answered in full
    stamp: PageStamp | None = getattr(request, "stamp", None) or founders_stamp(request, project_id)
    if stamp is not None and stamp.is_moving:
        note_look(project_id)
    return seen_mark(Reader.of_page(request), project_id, stamp)


def get_artifact(project: Project, artifact_type: str) -> Artifact:
    """Return one artifact of a project that was loaded for this founder, or 404 for a type that
    does not exist.
    """
    if artifact_type not in set(ArtifactType):
        raise Http404(f"There is no document {artifact_type!r}.")
    return project.documents()[ArtifactType(artifact_type).number - 1]


def get_section(artifact: Artifact, name: str, tier: Tier) -> Section:
    """Return the section that a reader of `tier` means by `name`, or 404 if there is none for
    it.
    """
    try:
        return readable_section(artifact, name, tier)
    except SectionLocked as error:
        raise Http404(str(error)) from error


def founder_form(view: View) -> View:
    """A founder's page that shows a form and takes what is sent with it.

    It answers 404 if the project was deleted between looking for it and changing it.
    """
    return founder_required(require_http_methods(["GET", "HEAD", "POST"])(gone_is_404(view)))


def post_only(page: str) -> Callable[[View], View]:
    """Let a POST through, and send everything else to `page`, the named URL of the project or
    artifact it acts on.

    A GET comes from signing in again after the session had ended; there is nothing to see at the
    address of an act.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: FounderRequest, project_id: uuid.UUID, **names: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, project_id=project_id, **names)
            project = get_project(request, project_id)
            if "artifact_type" not in names:
                return redirect(page, project.pk)
            return redirect(
                page, project.pk, get_artifact(project, names["artifact_type"]).type.value
            )

        return wrapped

    return decorate


def no_store(view: View) -> View:
    """Let a page be read, and keep browsers from keeping it.

    The way back then leads to the current state, and to nothing after signing out. Not for pages
    with a form: a browser gives what was typed back only on a page that it has kept.
    """
    return require_safe(cache_control(private=True, no_store=True)(view))
