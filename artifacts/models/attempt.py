"""One attempt to write one artifact: the order while it runs, the receipt when it is done."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery

from artifacts.models.artifact import Artifact
from artifacts.models.columns import column_of, insertion, statement_cursor, table_of
from artifacts.schemas import GENERATION_ORDER, ArtifactType

UNUSUAL_OUTCOME = Q(
    outcome__in=["open", "proposed", "failed", "postponed", "skipped", "abandoned", "cancelled"]
)
UNUSUAL_TRIGGER = Q(trigger__in=["staff", "command", "recovery"])

ORDERED = (
    "token",
    "trigger",
    "reason",
    "requested_by_id",
    "edits",
    "wish",
    "interruptions",
    "postponements",
    "runner",
    "request_id",
    "created_at",
    "started_at",
)
"""What an order says, and every attempt at it; the rest is the receipt of one attempt."""


class GenerationAttemptQuerySet(models.QuerySet["GenerationAttempt"]):
    def open(self) -> GenerationAttemptQuerySet:
        return self.filter(outcome=GenerationAttempt.Outcome.OPEN)

    def of(self, token: uuid.UUID) -> GenerationAttemptQuerySet:
        return self.filter(token=token)

    def asked_by(self, founder_id: Any) -> GenerationAttemptQuerySet:
        """What counts for this founder: their orders, also those taken up by a worker; none given
        as staff.
        """
        asked = self.filter(requested_by=founder_id).exclude(
            trigger__in=GenerationAttempt.UNCOUNTED
        )
        # Only staff give a reason, which says whose order it was that a worker took up.
        return asked.exclude(~Q(reason=""), trigger=GenerationAttempt.Trigger.RECOVERY)

    def mark_begun(self) -> int:
        """Note of these attempts that their documents are being written at, before the locks that
        say so are gone.
        """
        begun = Artifact.objects.filter(pk=OuterRef("artifact_id")).values("begun_at")
        waiting = self.open().filter(started_at=None, artifact__begun_at__isnull=False)
        return waiting.update(started_at=Subquery(begun))

    def close(self, outcome: GenerationAttempt.Outcome, *, now: datetime, **changes: Any) -> int:
        return self.open().update(outcome=outcome, finished_at=now, **changes)


class GenerationAttempt(models.Model):
    class Trigger(models.TextChoices):
        FOUNDER = "founder", "Founder"
        STAFF = "staff", "Staff"
        COMMAND = "command", "Command"
        RECOVERY = "recovery", "Recovery"

    UNCOUNTED = (Trigger.STAFF, Trigger.COMMAND)
    """What is written for these reasons counts for no founder."""

    class Edits(models.TextChoices):
        """What becomes of sections that the founder has edited."""

        REFUSE = "refuse", "Refuse to write"
        KEEP = "keep", "Keep the edits"
        OVERWRITE = "overwrite", "Overwrite the edits"
        REVIEW = "review", "Propose the new version"

    class Outcome(models.TextChoices):
        OPEN = "open", "Not finished"
        STORED = "stored", "Stored"
        PROPOSED = "proposed", "Proposed, because the founder wants to review it"
        FAILED = "failed", "Failed"
        POSTPONED = "postponed", "Postponed because the writing service asked us to wait"
        SKIPPED = "skipped", "Skipped, because an earlier document failed"
        ABANDONED = "abandoned", "Abandoned by its worker"
        CANCELLED = "cancelled", "Cancelled"

    artifact = models.ForeignKey(
        "artifacts.Artifact", on_delete=models.CASCADE, related_name="attempts"
    )
    token = models.UUIDField(db_index=True)
    trigger = models.CharField(max_length=12, choices=Trigger.choices)
    reason = models.TextField(blank=True, default="")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    edits = models.CharField(max_length=12, choices=Edits.choices, default=Edits.REFUSE)
    wish = models.TextField(blank=True, default="", db_default="")
    """What the founder wants of the new version, in their words."""
    request_id = models.CharField(max_length=64, blank=True, default="", db_default="")
    """Of the request that ordered it.

    What the log says of the attempt carries it, whichever worker writes.
    """
    interruptions = models.PositiveSmallIntegerField(default=0)
    postponements = models.PositiveSmallIntegerField(default=0, db_default=0)

    runner = models.CharField(max_length=100)
    model = models.CharField(max_length=200, blank=True, default="")
    prompt_version = models.CharField(max_length=100, blank=True, default="")
    upstream_versions = models.JSONField(default=dict, blank=True)
    version_written = models.PositiveIntegerField(null=True, blank=True)

    tokens_in = models.PositiveIntegerField(null=True, blank=True)
    tokens_out = models.PositiveIntegerField(null=True, blank=True)
    tokens_cached = models.PositiveIntegerField(null=True, blank=True)
    requests = models.PositiveSmallIntegerField(null=True, blank=True)
    cost_usd = models.DecimalField(max_digits=12, decimal_places=6, null=True, blank=True)
    guessed_usd = models.DecimalField(max_digits=12, decimal_places=6, null=True, blank=True)
    """About what it cost where that is unknown. Counts for budgets, and is never told as a cost."""
    duration_seconds = models.FloatField(null=True, blank=True)

    outcome = models.CharField(max_length=12, choices=Outcome.choices, default=Outcome.OPEN)
    error = models.TextField(blank=True, default="")
    reference = models.CharField(max_length=32, blank=True, default="")

    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    """When it was first written at, also by a worker that gave it up; None if nothing of it ever
    was.
    """
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = GenerationAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["artifact"],
                condition=Q(outcome="open"),
                name="attempt_one_open_per_artifact",
            ),
            models.CheckConstraint(
                condition=Q(outcome="open") | Q(finished_at__isnull=False),
                name="attempt_finished_unless_open",
            ),
        ]
        indexes = [
            # The receipts of one document, newest first.
            models.Index(fields=["artifact", "-id"], name="attempt_artifact_newest"),
            # What a founder has asked for today, counted before each generation.
            models.Index(fields=["requested_by", "created_at"], name="attempt_asked_by_day"),
            # The list that staff see, whole and filtered by what few attempts are.
            models.Index(fields=["-created_at", "-id"], name="attempt_newest"),
            models.Index(
                fields=["outcome", "-created_at", "-id"],
                name="attempt_unusual_outcome",
                condition=UNUSUAL_OUTCOME,
            ),
            models.Index(
                fields=["trigger", "-created_at", "-id"],
                name="attempt_unusual_trigger",
                condition=UNUSUAL_TRIGGER,
            ),
            models.Index(
                fields=["reference"], name="attempt_reference", condition=~Q(reference="")
            ),
            # What was spent today, summed before each document where there is a budget.
            models.Index(fields=["finished_at"], name="attempt_finished"),
        ]

    def __str__(self) -> str:
        return f"{self.artifact} ({self.get_outcome_display().lower()})"

    @property
    def founder_id(self) -> int | None:
        """The founder for whom it counts, by the same rule as the queryset's `asked_by`; None for
        nobody.
        """
        is_staffs = self.trigger in self.UNCOUNTED or (
            self.trigger == self.Trigger.RECOVERY and self.reason
        )
        return None if is_staffs else self.requested_by_id

    @property
    def versions_read(self) -> dict[ArtifactType, int]:
        """The versions of earlier documents that it was written from, in order."""
        return {
            t: self.upstream_versions[t.value]
            for t in GENERATION_ORDER
            if t.value in self.upstream_versions
        }

    def again(self, *, now: datetime, **changes: Any) -> GenerationAttempt:
        """Order the same again, with `changes`. This attempt must be closed."""
        attempt = self.for_artifact(self.artifact_id, created_at=now, **changes)
        attempt.save(force_insert=True)
        return attempt

    def for_artifact(self, key: int, **changes: Any) -> GenerationAttempt:
        """Return the same order for the artifact of that key, with `changes`; not saved."""
        return GenerationAttempt(
            **{**{name: getattr(self, name) for name in ORDERED}, "artifact_id": key, **changes}
        )

    def save_for(self, keys: Sequence[int]) -> None:
        """Save the same order for each of these documents. One statement, which sends no
        signals.
        """
        values = {
            field.name: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if not field.primary_key and field.name != "artifact"
        }
        columns, given, parameters = insertion(GenerationAttempt, values)
        documents, places = table_of(Artifact), ", ".join(["%s"] * len(keys))
        with statement_cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table_of(GenerationAttempt)}"
                f" ({column_of(GenerationAttempt, 'artifact')}, {columns})"
                f" SELECT a.id, {given} FROM {documents} a WHERE a.id IN ({places}) ORDER BY a.id",
                [*parameters, *keys],
            )

    @property
    def support_reason(self) -> str:
        """What staff said when they asked for this, for the founder to read; empty if somebody
        else asked.

        An attempt that was taken up from a dead worker says it too.
        """
        return self.reason if self.trigger in (self.Trigger.STAFF, self.Trigger.RECOVERY) else ""
