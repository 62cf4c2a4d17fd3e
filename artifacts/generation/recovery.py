"""Resume generations whose worker died or whose postponement is over, every few seconds in every
worker.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from artifacts.generation.claims import HEAVY_FIELDS, Claim, Outcome, block, cancel
from artifacts.generation.clock import shared_now
from artifacts.generation.leases import QUEUED, Heartbeat
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.models.stored import Failure
from artifacts.monitoring.context import bound
from artifacts.monitoring.metrics import count_ended

logger = logging.getLogger(__name__)

MAX_INTERRUPTIONS = 3
"""How many workers may die over one artifact before we stop trying: it may be what kills them."""


def resume_abandoned(
    *,
    deliver: Callable[[Claim], None],
    now: datetime | None = None,
    ours: Heartbeat | None = None,
) -> list[Claim]:
    """Give every cascade whose lease has run out a new token, hand it to `deliver`, and return
    those cascades.

    A cascade that still waits in a full queue is rung for again too; its old message then finds
    nothing to do. What `ours` holds is still being written, by this process, which could not
    renew it in time while the database was away: it is renewed and goes on.
    """
    now = now or shared_now()
    abandoned = Artifact.objects.abandoned(now=now).order_by("lease_expires_at")
    claims = dict.fromkeys(abandoned.values_list("project_id", "generation_token"))
    resumed = []
    for project_id, token in claims:
        assert token is not None
        try:
            if not Project.objects.active().filter(pk=project_id).exists():
                # The deletion was interrupted before it could stop the generation.
                cancel(Claim(project_id, token))
                continue
            if ours is not None and token in ours.tokens:
                ours.beat()
            cascade = _take_over(Claim(project_id, token), now)
        except Exception:
            logger.exception(
                "Could not take up a cascade of project %s; the others go on", project_id
            )
            continue
        if cascade is not None:
            deliver(cascade)
            resumed.append(cascade)
    return resumed


def _take_over(old: Claim, now: datetime) -> Claim | None:
    """Move what `old` holds to a new token; None if its worker or another one came first, or
    nothing is left.

    1. Lock all rows of the old token. The lease of the document in flight must have run out: its
       worker is gone then, and what waits behind it comes along. Where none is in flight, all must.
    2. Close the attempt that was in flight, and open another for it; give it up when too many
       workers died over it.
    3. Move the rows and their open attempts to the new token, with a new lease.
    """
    with transaction.atomic(durable=True):
        held = Artifact.objects.held_by(old.token).defer(*HEAVY_FIELDS).locked()
        rows = sorted(held, key=lambda row: row.type.number)
        in_flight = [row for row in rows if row.begun_at is not None]
        if not rows or not all(row.is_claimable(now=now) for row in in_flight or rows):
            return None
        first, *waiting = rows
        attempts = GenerationAttempt.objects.of(old.token)
        attempt = attempts.open().filter(artifact=first).first()
        if attempt is None:
            # Somebody deleted the order; without it nobody knows what was asked for.
            _abandon(first, waiting, now)
            return None
        # An order that merely waited too long in the queue, or was postponed, is still its
        # founder's.
        taken_up: dict[str, Any] = {}
        if first.begun_at is not None:
            if not _close_interrupted(attempt, first, waiting, now):
                return None
            taken_up = {"trigger": GenerationAttempt.Trigger.RECOVERY}
        new = Claim(old.project_id, uuid.uuid4())
        Artifact.objects.held_by(old.token).hand_over(new.token, now=now, until=now + QUEUED)
        attempts.open().update(token=new.token, **taken_up)
    level = logging.INFO if first.begun_at is None else logging.WARNING
    with bound(request_id=attempt.request_id, project_id=old.project_id, artifact_id=first.pk):
        logger.log(
            level, "Taking up a cascade of project %s from the %s on", old.project_id, first.type
        )
    return new


def _close_interrupted(
    attempt: GenerationAttempt, first: Artifact, waiting: list[Artifact], now: datetime
) -> bool:
    """Close the attempt whose worker died, and open another for it unless too many died over it;
    return whether anything is left to write.
    """
    interruptions = attempt.interruptions + 1
    GenerationAttempt.objects.filter(pk=attempt.pk).close(
        Outcome.ABANDONED, now=now, error="Its worker stopped answering."
    )
    transaction.on_commit(lambda: count_ended(runner=attempt.runner, outcome=Outcome.ABANDONED))
    if interruptions >= MAX_INTERRUPTIONS:
        _abandon(first, waiting, now)
        return bool(waiting) and not first.type.content_class.needed_by_later
    attempt.again(
        now=now,
        trigger=GenerationAttempt.Trigger.RECOVERY,
        interruptions=interruptions,
        started_at=first.begun_at,
    )
    return True


def _abandon(artifact: Artifact, waiting: list[Artifact], now: datetime) -> None:
    assert artifact.generation_token is not None
    failure = Failure(
        message=(
            "Writing was interrupted several times, so we stopped. What was there before is"
            " unchanged."
        ),
        reference=artifact.generation_token.hex[:8],
        retryable=True,
    )
    logger.error(
        "Gave up %s after %s interruptions, reference %s",
        artifact.pk,
        MAX_INTERRUPTIONS,
        failure.reference,
    )
    Artifact.objects.filter(pk=artifact.pk).release(
        artifact.generation_token,
        generation_status=Artifact.GenerationStatus.FAILED,
        failure=failure.dump(),
    )
    if artifact.type.content_class.needed_by_later:
        block(waiting, by=artifact.type, now=now)
