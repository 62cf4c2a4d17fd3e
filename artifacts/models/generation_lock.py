"""The lock that keeps two generations of a document apart: who writes it, and until when.

Every write that competes with others is a conditional UPDATE whose row count is looked at. Where a
statement touches several rows, they are locked in the order of their keys first, so that two such
statements cannot wait for each other.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any, Self, TypeVar

from django.db import models, transaction
from django.db.models import Case, Expression, Q, Value, When

from artifacts.models.stored import Failure

LockT = TypeVar("LockT", bound="GenerationLock")

RELEASED: dict[str, Any] = {
    "generation_status": "idle",
    "generation_token": None,
    "generation_started_at": None,
    "begun_at": None,
    "lease_expires_at": None,
    "resumes_at": None,
}
"""What unlocks a row."""


class GenerationLockQuerySet(models.QuerySet[LockT]):
    def generating(self) -> Self:
        return self.filter(generation_status=GenerationLock.GenerationStatus.GENERATING)

    def held_by(self, token: uuid.UUID) -> Self:
        """Rows locked by the generation that holds `token`."""
        return self.generating().filter(generation_token=token)

    def abandoned(self, *, now: datetime) -> Self:
        """Rows whose lease has expired: their worker is gone or too late."""
        return self.generating().filter(lease_expires_at__lt=now)

    def claimable(self, *, now: datetime | Expression) -> Self:
        return self.filter(
            ~Q(generation_status=GenerationLock.GenerationStatus.GENERATING)
            | Q(lease_expires_at__lt=now)
        )

    def locked(self) -> Self:
        """Lock the rows in the order of their keys where the database can; SQLite has one writer at
        a time anyway.
        """
        return self.order_by("pk").select_for_update(of=("self",))

    def hand_over(self, token: uuid.UUID, *, now: datetime, until: datetime) -> int:
        """Move these rows to `token`, whose holder writes at none of them yet."""
        return self._update_in_order(
            generation_token=token,
            generation_started_at=now,
            begun_at=None,
            lease_expires_at=until,
            resumes_at=None,
        )

    def in_order(self) -> Self:
        """Return these rows for an UPDATE that locks them in the order of their keys first: alone
        it takes any. For use within a transaction.
        """
        return self.filter(pk__in=self.locked().values("pk"))

    def _update_in_order(self, **changes: Any) -> int:
        with transaction.atomic(savepoint=False):
            return self.in_order().update(**changes)

    def renew(
        self,
        tokens: Collection[uuid.UUID],
        *,
        until: datetime,
        waiting_until: datetime,
        begun_after: datetime,
    ) -> int:
        """Prolong the leases held by `tokens`, and return how many rows that were.

        Those that are being written each time, until `until`. Those that wait behind them follow
        them, and are prolonged until `waiting_until` only when their own would end by `until`.

        What has been written at since before `begun_after` is left to run out: a call that never
        returns must not hold its document for ever. What is postponed is left alone: its lease ends
        when it is to resume.

        A row that is being stored at this moment is passed over: its lease is about to end anyway,
        and waiting for it could make two statements wait for each other. One short transaction,
        which that lock needs.
        """
        held = self.generating().filter(
            Q(begun_at__isnull=False) | Q(lease_expires_at__lt=until),
            generation_token__in=tokens,
            generation_started_at__gt=begun_after,
            resumes_at=None,
        )
        free = held.order_by("pk").select_for_update(skip_locked=True, of=("self",)).values("pk")
        with transaction.atomic():
            return self.filter(pk__in=free, generation_token__in=tokens).update(
                lease_expires_at=Case(
                    When(begun_at=None, then=Value(waiting_until)),
                    default=Value(until),
                    output_field=models.DateTimeField(),
                )
            )

    def postpone(self, *, now: datetime, until: datetime) -> int:
        """Let nobody write at these rows before `until`: their leases end then, and a worker goes
        on as with others.
        """
        return self._update_in_order(
            generation_started_at=now, begun_at=None, lease_expires_at=until, resumes_at=until
        )

    def release(self, token: uuid.UUID, **changes: Any) -> int:
        """Unlock the rows of this queryset that `token` holds, with `changes`, and return how many
        those are.

        Where they are several, they are `locked` already.
        """
        return self.held_by(token).update(**{**RELEASED, **changes})


def claim_values(token: Any, *, now: Any, until: Any, begin: Any = None) -> dict[str, Any]:
    """Return the changes that lock rows for the generation that holds `token`; values, or
    parameters that stand for them.

    The rows are `locked` already, and `claimable`. `begin` is the key of the row that is written at
    from now on; the others wait for their turn.
    """
    return {
        "generation_status": GenerationLock.GenerationStatus.GENERATING,
        "generation_token": token,
        "generation_started_at": now,
        "begun_at": _only_for(begin, now),
        "lease_expires_at": until,
        "resumes_at": None,
        "failure": None,
        "blocked_by": "",
    }


def begun_values(*, now: Any, until: Any, begin: Any = None) -> dict[str, Any]:
    """Return the changes that restart the clock of rows that are held, for the one that is written
    at from now on; values, or parameters that stand for them.

    With `begin`, its key, they are for all rows that are held: the others wait for their turn.
    """
    return {
        "generation_started_at": now,
        "begun_at": now if begin is None else _only_for(begin, now),
        "lease_expires_at": until,
        "resumes_at": None,
    }


def _only_for(key: Any, moment: Any) -> Case:
    return Case(
        When(pk=key, then=moment), default=None, output_field=models.DateTimeField(null=True)
    )


class GenerationLock(models.Model):
    """What a row has that is written by one worker at a time."""

    class GenerationStatus(models.TextChoices):
        IDLE = "idle", "Idle"
        GENERATING = "generating", "Generating"
        FAILED = "failed", "Failed"

    generation_status = models.CharField(
        max_length=12, choices=GenerationStatus.choices, default=GenerationStatus.IDLE
    )
    generation_token = models.UUIDField(null=True, blank=True)
    generation_started_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    lease_expires_at = models.DateTimeField(null=True, blank=True)
    resumes_at = models.DateTimeField(null=True, blank=True)
    """When a postponed generation resumes: the writing service asked us to come back later."""
    failure = models.JSONField(null=True, blank=True, default=None)
    blocked_by = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        abstract = True

    @property
    def is_generating(self) -> bool:
        return self.generation_status == self.GenerationStatus.GENERATING

    def is_claimable(self, *, now: datetime) -> bool:
        """The same rule as the queryset's `claimable`, for a row that has been read."""
        return (
            not self.is_generating or self.lease_expires_at is None or self.lease_expires_at < now
        )

    @property
    def has_failed(self) -> bool:
        return self.generation_status == self.GenerationStatus.FAILED

    @property
    def last_failure(self) -> Failure | None:
        """Why the last generation failed; None if it did not."""
        return Failure.load(self.failure) if self.failure is not None else None
