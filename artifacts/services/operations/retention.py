"""Delete data after the periods in the settings, in small batches, and keep anonymous sums of
receipts.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDate

from artifacts.models import Artifact, GenerationAttempt, GuestNote, KeptUsage, Project

logger = logging.getLogger(__name__)

AT_ONCE = 1_000
"""How many rows one call deletes of each kind at most; workers call every hour."""

Outcome = GenerationAttempt.Outcome


def delete_outdated(now: datetime) -> dict[str, int]:
    """Delete what is older than the settings keep, and return how many rows of each kind those
    were.
    """
    deleted = {
        "attempts": _delete_attempts(now),
        "drafts": _delete_drafts(now),
        "guest_notes": _delete_guest_notes(now),
    }
    if any(deleted.values()):
        logger.info("Deleted what is not kept any longer: %s", deleted)
    return deleted


def keep_usage(attempts: QuerySet[GenerationAttempt]) -> None:
    """Add what these attempts took to the sums that are kept.

    Inside the transaction that deletes them.
    """
    written = Q(outcome__in=(Outcome.STORED, Outcome.PROPOSED))
    sums: Any = (
        attempts.exclude(outcome=Outcome.OPEN)
        .order_by()
        .values("runner", "model", day=TruncDate("finished_at"))
        .annotate(
            attempts=Count("pk"),
            documents=Count("pk", filter=written),
            **{
                f"sum_{name}": Coalesce(Sum(name), 0, output_field=_field(name)) for name in _SUMMED
            },
        )
    )
    for one in sums:
        key = {name: one[name] for name in ("day", "runner", "model")}
        added = {"attempts": one["attempts"], "documents": one["documents"]}
        added |= {name: one[f"sum_{name}"] for name in _SUMMED}
        row, _ = KeptUsage.objects.select_for_update().get_or_create(**key)
        KeptUsage.objects.filter(pk=row.pk).update(
            **{name: F(name) + number for name, number in added.items()}
        )


_SUMMED = ("tokens_in", "tokens_out", "cost_usd", "guessed_usd")


def _field(name: str) -> Any:
    field: Any = KeptUsage._meta.get_field(name)
    return field.clone()


def _since(kind: str, now: datetime) -> datetime | None:
    days: int = settings.RETENTION_DAYS[kind]
    return now - timedelta(days=days) if days else None


def _delete_attempts(now: datetime) -> int:
    """Delete old receipts, but for the newest of each document, which its page tells of."""
    since = _since("attempts", now)
    if since is None:
        return 0
    old = GenerationAttempt.objects.exclude(outcome=Outcome.OPEN).filter(finished_at__lt=since)
    told = Artifact.objects.filter(attempts__version_written=F("content_version")).values(
        "attempts__pk"
    )
    keys = list(old.exclude(pk__in=told).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    with transaction.atomic():
        gone = GenerationAttempt.objects.filter(pk__in=keys)
        keep_usage(gone)
        return gone.delete()[1].get("artifacts.GenerationAttempt", 0)


def _delete_drafts(now: datetime) -> int:
    """Hide interviews that were never finished and that nobody has touched for long, as their
    founders could.

    So a founder who comes back finds them among the deleted projects for as long as those are kept.
    """
    since = _since("drafts", now)
    if since is None:
        return 0
    untouched = Project.objects.active().filter(interviewed_at=None, updated_at__lt=since)
    written = Artifact.objects.filter(version_number__gt=0).values("project")
    keys = list(
        untouched.exclude(pk__in=written)
        .order_by("updated_at")
        .values_list("pk", flat=True)[:AT_ONCE]
    )
    return untouched.filter(pk__in=keys).update(deleted_at=now)


def _delete_guest_notes(now: datetime) -> int:
    since = _since("guest_notes", now)
    if since is None:
        return 0
    old = GuestNote.objects.filter(state=GuestNote.State.HIDDEN, moderated_at__lt=since)
    keys = list(old.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    return GuestNote.objects.filter(pk__in=keys).delete()[0]
