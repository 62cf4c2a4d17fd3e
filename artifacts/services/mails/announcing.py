"""Emails about what happened while a founder was away: documents that are ready, notes of guests.

Documents are told of once for a whole order, when the last of it has ended, however that was. Not
told are orders that took less than a minute, those whose project's pages were open at the end, and
those of staff. Notes of guests are collected: a project has one email an hour at most.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.db.models import QuerySet

from artifacts.accounts.notices import Notice
from artifacts.models import GenerationAttempt, GuestNote, Project, User
from artifacts.models.compiled import CompiledQuery, Parameter
from artifacts.models.share import GuestNoteQuerySet
from artifacts.services.mails.outbox import order_mail

logger = logging.getLogger(__name__)

SHORT = timedelta(minutes=1)
"""Who waits no longer than this has most likely not gone away."""
LOOK_SECONDS = 30
"""A page that is open asks every two seconds; in a hidden tab it does not ask."""
NOTED_SECONDS = 15
"""How often at most a look is noted: a page that waits in line asks every ten seconds."""
_NOTED_MOST = 5_000
COLLECTED = timedelta(hours=1)
NOTES_TOLD = 20
"""How many notes one email quotes; it says how many more there are."""

Outcome = GenerationAttempt.Outcome


def note_look(project_id: uuid.UUID) -> None:
    """Remember for a moment that a founder's page of a project is open while it is written.

    In the cache that web and workers share. Without it an email comes that was not needed.
    """
    now = time.time()
    if now - _noted.get(project_id, 0) < NOTED_SECONDS:
        return
    cache, key = caches["live"], _look(project_id)
    noted = cache.get(key) or 0
    if now - noted >= NOTED_SECONDS:
        cache.set(key, now, 2 * LOOK_SECONDS)
        noted = now
    if len(_noted) >= _NOTED_MOST:
        _noted.clear()
    _noted[project_id] = noted


_noted: dict[uuid.UUID, float] = {}
"""When looks were last noted, as far as this process knows: most need not ask the cache."""


def announce_documents(project_id: uuid.UUID, token: uuid.UUID, *, now: datetime) -> None:
    """Order the email about an order of documents, if what `token` wrote was the last of it.

    Call it once for each claim that a worker has written something of.
    """
    told = _LAST_OF_TOKEN.values(token=token)
    if not told:
        return
    request_id, owner_id = told[0]
    name = "request_id" if request_id else "token"
    same = {name: request_id or token}
    first = _FIRST_OF_ORDER[name].values(owner=owner_id, project=project_id, **same)
    if not first or now - first[0][0] < SHORT or _is_looking(project_id):
        return
    project = Project.objects.active().select_related("owner").filter(pk=project_id).first()
    if project is None:
        return
    rows = _rows_of_order(owner_id, project_id, same).select_related("artifact").order_by("pk")
    last = {row.artifact.type: row for row in rows}
    found = defaultdict(list)
    for artifact_type in sorted(last, key=lambda one: one.number):
        found[last[artifact_type].outcome].append(last[artifact_type].artifact)
    if found[Outcome.OPEN] or not {Outcome.STORED, Outcome.PROPOSED, Outcome.FAILED} & set(found):
        return
    order_mail(
        project.owner,
        "documents_ready",
        {
            "project": project,
            "ready": found[Outcome.STORED],
            "proposed": found[Outcome.PROPOSED],
            "failed": found[Outcome.FAILED],
            "skipped": found[Outcome.SKIPPED],
        },
        notice=Notice.DOCUMENTS_READY,
    )


def _rows_of_order(
    owner_id: Any, project_id: Any, same: Mapping[str, Any]
) -> QuerySet[GenerationAttempt]:
    """Return all attempts at what was ordered together; none where it was not the owner who ordered
    it. Values, or parameters that stand for them.

    What was postponed or taken up again has another token, but the `same` request's id.
    """
    rows = GenerationAttempt.objects.asked_by(owner_id)
    return rows.filter(**same, artifact__project=project_id)


# Asked after each order, most of which take less than a minute.
_TOKEN: Any = Parameter("token", GenerationAttempt._meta.get_field("token"))
_LAST_OF_TOKEN: CompiledQuery[GenerationAttempt] = CompiledQuery(
    lambda: (
        GenerationAttempt.objects.of(_TOKEN)
        .filter(artifact__project__in=Project.objects.active())
        .order_by("-pk")
        .values_list("request_id", "artifact__project__owner")[:1]
    )
)


def _first_of_order(name: str) -> CompiledQuery[GenerationAttempt]:
    """Return what tells when an order was made, whose attempts have the same `name`."""
    owner, project = Parameter("owner", User._meta.pk), Parameter("project", Project._meta.pk)
    same = {name: Parameter(name, GenerationAttempt._meta.get_field(name))}
    return CompiledQuery(
        lambda: _rows_of_order(owner, project, same).order_by("pk").values_list("created_at")[:1]
    )


_FIRST_OF_ORDER = {name: _first_of_order(name) for name in ("request_id", "token")}


def announce_guest_notes(now: datetime) -> int:
    """Order an email for each project with notes of guests to be told of, and return how many
    those were.

    Notes that the founder has dealt with by now, or does not want to be told of, are left out.
    """
    untold = GuestNote.objects.filter(told_at=None)
    projects = dict.fromkeys(
        untold.order_by("created_at").values_list("link__project", flat=True)[:500]
    )
    return sum(_announce_notes(project, now) for project in projects)


def _announce_notes(project_id: uuid.UUID, now: datetime) -> bool:
    project = Project.objects.select_related("owner").get(pk=project_id)
    notes = GuestNote.objects.filter(link__project=project)
    wanted = _is_told(project)
    if wanted and notes.filter(told_at__gt=now - COLLECTED).exists():
        return False
    with transaction.atomic():
        keys = list(notes.filter(told_at=None).values_list("pk", flat=True))
        # Another worker may have been faster.
        if not notes.filter(pk__in=keys, told_at=None).update(told_at=now) or not wanted:
            return False
        return _order_notes(project, notes.filter(pk__in=keys))


def _order_notes(project: Project, notes: GuestNoteQuerySet) -> bool:
    owner = project.owner
    told = list(notes.held().fit_for(owner.get_tier()).order_by("created_at"))
    if not told:
        return False
    context = {
        "project": project,
        "notes": told[:NOTES_TOLD],
        "number": len(told),
        "more": max(0, len(told) - NOTES_TOLD),
    }
    return order_mail(owner, "guest_notes", context, notice=Notice.GUEST_NOTES) is not None


def _is_told(project: Project) -> bool:
    owner: User = project.owner
    is_open = project.deleted_at is None and owner.is_active and owner.erase_at is None
    return is_open and Notice.GUEST_NOTES.is_wanted_by(owner)


def _look(project_id: uuid.UUID) -> str:
    return f"look-{project_id}"


def _is_looking(project_id: uuid.UUID) -> bool:
    seen = caches["live"].get(_look(project_id))
    return seen is not None and time.time() - seen < LOOK_SECONDS
