"""Graceful shutdown: start no further document, finish work in progress or hand it back.

Giving up is not dying: it does not count among the interruptions after which a document fails.
"""

from __future__ import annotations

import logging
import threading
import uuid

from django.db import transaction

from artifacts.generation.claims import HEAVY_FIELDS, Outcome
from artifacts.generation.clock import shared_now
from artifacts.generation.connections import release_connection
from artifacts.generation.leases import heartbeat
from artifacts.models import Artifact, GenerationAttempt

logger = logging.getLogger(__name__)

_stopping = threading.Event()


def stop_starting() -> None:
    """Start no further document in this process; those in progress are finished."""
    _stopping.set()


def is_stopping() -> bool:
    return _stopping.is_set()


def abandon_all() -> int:
    """Give up everything that this process holds, and return how many documents that were.

    What its threads write from now on is dropped.
    """
    try:
        return sum(_try_to_abandon(token) for token in heartbeat.tokens)
    finally:
        release_connection()


def abandon(token: uuid.UUID) -> int:
    """Let another worker go on at once with what `token` holds, and return how many documents that
    were.

    They move to a token that nobody knows, with a lease that has run out: the next sweep takes them
    up. A document in progress is ordered again, and its attempt closed. What is postponed stays
    postponed.
    """
    heartbeat.stop_renewing(token)
    now = shared_now()
    with transaction.atomic(durable=True):
        held = Artifact.objects.held_by(token).filter(resumes_at=None)
        rows = list(held.defer(*HEAVY_FIELDS).locked())
        attempts = GenerationAttempt.objects.of(token)
        attempts.mark_begun()
        for attempt in attempts.open().filter(
            artifact__in=[row for row in rows if row.begun_at is not None]
        ):
            stopped = GenerationAttempt.objects.filter(pk=attempt.pk)
            stopped.close(Outcome.ABANDONED, now=now, error="Its worker was stopped.")
            attempt.again(now=now)
        heir = uuid.uuid4()
        held.hand_over(heir, now=now, until=now)
        attempts.open().filter(artifact__in=rows).update(token=heir)
    if rows:
        logger.info(
            "Gave up %s documents of project %s, for another worker", len(rows), rows[0].project_id
        )
    return len(rows)


def _try_to_abandon(token: uuid.UUID) -> int:
    try:
        return abandon(token)
    except Exception:
        logger.exception("Could not give up a cascade; another worker finds it when its lease ends")
        return 0
