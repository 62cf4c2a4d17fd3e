"""One document of a project: its current and previous content, and the lock that keeps two
generations apart.

Every write that competes with others is a conditional UPDATE whose row count is looked at. Where a
statement touches several rows, they are locked in the order of their keys first, so that two such
statements cannot wait for each other.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import models, transaction
from django.db.models import Case, F, Q, Value, When
from pydantic import ValidationError

from artifacts.documents.retired import RetiredItem
from artifacts.models.stored import (
    Edit,
    Failure,
    Inputs,
    StillFits,
    StoredProposal,
    VersionFindings,
    load_edits,
)
from artifacts.schemas import ArtifactAnnotation, ArtifactContent, ArtifactType, load_content


def artifact_type_choices() -> list[tuple[str, str]]:
    """The registry's types. A callable, so that a new type needs no migration."""
    return [(artifact_type.value, artifact_type.label) for artifact_type in ArtifactType]


ROTATED = {
    "current_content": "previous_content",
    "content_version": "previous_version",
    "generated_at": "previous_generated_at",
    "inputs": "previous_inputs",
    "edited_sections": "previous_edited_sections",
}
"""Every column that moves to another one when a version becomes the previous one."""


RELEASED: dict[str, Any] = {
    "generation_status": "idle",
    "generation_token": None,
    "generation_started_at": None,
    "begun_at": None,
    "lease_expires_at": None,
    "resumes_at": None,
}
"""What unlocks a row."""

UNSURVEYED = (
    Q(surveyed_at=None) | Q(surveyed_at__lt=F("updated_at")) | Q(surveyed_at__gt=F("updated_at"))
)
"""Rows that have changed since they were surveyed.

Not only those surveyed earlier: clocks of two machines differ.
"""

RARE = {
    "failed": Q(generation_status="failed"),
    "generating": Q(generation_status="generating"),
    "stale": Q(is_stale=True),
    "edited": ~Q(edited_sections={}),
    "proposed": Q(proposal__isnull=False),
}
"""States that few documents are in, each with an index: who filters by one says it in the same
words.
"""


class ArtifactQuerySet(models.QuerySet["Artifact"]):
    def generating(self) -> ArtifactQuerySet:
        return self.filter(generation_status=Artifact.GenerationStatus.GENERATING)

    def held_by(self, token: uuid.UUID) -> ArtifactQuerySet:
        """Rows locked by the generation that holds `token`."""
        return self.generating().filter(generation_token=token)

    def abandoned(self, *, now: datetime) -> ArtifactQuerySet:
        """Rows whose lease has expired: their worker is gone or too late."""
        return self.generating().filter(lease_expires_at__lt=now)

    def unsurveyed(self) -> ArtifactQuerySet:
        return self.filter(UNSURVEYED)

    def claimable(self, *, now: datetime) -> ArtifactQuerySet:
        return self.exclude(
            generation_status=Artifact.GenerationStatus.GENERATING
        ) | self.abandoned(now=now)

    def locked(self) -> ArtifactQuerySet:
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

    def _update_in_order(self, **changes: Any) -> int:
        """Update these rows, and lock them in the order of their keys first: an UPDATE alone takes
        any.
        """
        with transaction.atomic(savepoint=False):
            return self.filter(pk__in=self.locked().values("pk")).update(**changes)

    def claim(
        self, token: uuid.UUID, *, now: datetime, until: datetime, begin: int | None = None
    ) -> int:
        """Lock every row of this queryset that is free, and return how many those are.

        They are `locked` already.

        `begin` is the key of the row that is written at from now on; the others wait for their
        turn.
        """
        return self.claimable(now=now).update(
            generation_status=Artifact.GenerationStatus.GENERATING,
            generation_token=token,
            generation_started_at=now,
            begun_at=_only_for(begin, now),
            lease_expires_at=until,
            resumes_at=None,
            failure=None,
            blocked_by="",
        )

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

    def begin(self, key: int, *, now: datetime, until: datetime) -> int:
        """Restart the clock of these rows: the one with `key` is being written from now on, the
        others wait.
        """
        return self._update_in_order(
            **{**begun_values(now=now, until=until), "begun_at": _only_for(key, now)}
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


def begun_values(*, now: datetime, until: datetime) -> dict[str, Any]:
    """Return the changes that restart the clock of rows that are held, for the one that is written
    at from now on.
    """
    return {
        "generation_started_at": now,
        "begun_at": now,
        "lease_expires_at": until,
        "resumes_at": None,
    }


def _only_for(key: int | None, moment: datetime) -> Case:
    return Case(
        When(pk=key, then=Value(moment)), default=None, output_field=models.DateTimeField(null=True)
    )


class Artifact(models.Model):
    class GenerationStatus(models.TextChoices):
        IDLE = "idle", "Idle"
        GENERATING = "generating", "Generating"
        FAILED = "failed", "Failed"

    project = models.ForeignKey(
        "artifacts.Project", on_delete=models.CASCADE, related_name="artifacts"
    )
    artifact_type = models.CharField(max_length=40, choices=artifact_type_choices)

    current_content = models.JSONField(null=True, blank=True, default=None)
    previous_content = models.JSONField(null=True, blank=True, default=None)
    version_number = models.PositiveIntegerField(default=0)
    schema_version = models.PositiveSmallIntegerField(default=1)

    # What belongs to the current content, and what belonged to the previous one: they change places
    # together.
    content_version = models.PositiveIntegerField(default=0, db_default=0)
    generated_at = models.DateTimeField(null=True, blank=True)
    inputs = models.JSONField(default=dict, blank=True)
    edited_sections = models.JSONField(default=dict, blank=True)
    previous_version = models.PositiveIntegerField(default=0, db_default=0)
    previous_generated_at = models.DateTimeField(null=True, blank=True)
    previous_inputs = models.JSONField(
        default=dict, db_default=Value({}, models.JSONField()), blank=True
    )
    previous_edited_sections = models.JSONField(
        default=dict, db_default=Value({}, models.JSONField()), blank=True
    )

    still_fits = models.JSONField(
        default=dict, db_default=Value({}, models.JSONField()), blank=True
    )
    """Somebody's word that a version still fits; read it with `fitting`."""

    annotations = models.JSONField(default=list, blank=True)
    proposal = models.JSONField(null=True, blank=True, default=None)
    superseded_items = models.JSONField(default=dict, blank=True)
    findings = models.JSONField(default=dict, db_default=Value({}, models.JSONField()), blank=True)
    """What the checker said when `version` was stored: of the text before it, and of its own."""

    # What the last survey found, by which staff filter: `services.survey` writes these, at most a
    # minute late.
    is_stale = models.BooleanField(default=False, db_default=False)
    worst_finding = models.CharField(max_length=12, blank=True, default="", db_default="")
    surveyed_at = models.DateTimeField(null=True, blank=True)
    """The `updated_at` of what was surveyed."""

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

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ArtifactQuerySet.as_manager()

    class Meta:
        permissions = [
            ("regenerate_artifact", "Can regenerate documents, and cancel that"),
            ("release_artifact", "Can release the lease of a stuck document"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "artifact_type"], name="artifact_one_per_project_and_type"
            ),
            models.CheckConstraint(
                condition=Q(generation_status__in=["idle", "generating", "failed"]),
                name="artifact_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(version_number__gte=0), name="artifact_version_not_negative"
            ),
            models.CheckConstraint(
                condition=~Q(generation_status="generating")
                | Q(
                    generation_token__isnull=False,
                    lease_expires_at__isnull=False,
                    generation_started_at__isnull=False,
                ),
                name="artifact_generating_has_token_and_lease",
            ),
            models.CheckConstraint(
                condition=Q(resumes_at=None) | Q(generation_status="generating", begun_at=None),
                name="artifact_put_off_is_not_begun",
            ),
        ]
        indexes = [
            # Read every few seconds by every worker; few rows are ever in it.
            models.Index(
                fields=["lease_expires_at"],
                name="artifact_leases",
                condition=Q(generation_status="generating"),
            ),
            # Renewed in one statement for everything that a worker has in flight.
            models.Index(
                fields=["generation_token"],
                name="artifact_tokens",
                condition=Q(generation_status="generating"),
            ),
            models.Index(fields=["updated_at"], name="artifact_to_survey", condition=UNSURVEYED),
            # The list that staff see, and each of its filters that few documents pass: with what is
            # asked for beside, so that the projects of thousands of documents are found without
            # reading these.
            models.Index(fields=["-updated_at", "-id"], name="artifact_newest"),
            *(
                models.Index(
                    fields=["-updated_at", "-id", "project", "artifact_type"],
                    name=f"artifact_{name}",
                    condition=condition,
                )
                for name, condition in RARE.items()
            ),
            models.Index(
                fields=["worst_finding", "-updated_at", "-id", "project", "artifact_type"],
                name="artifact_findings",
                condition=~Q(worst_finding=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type.label} of {self.project}"

    @property
    def type(self) -> ArtifactType:
        return ArtifactType(self.artifact_type)

    @property
    def is_written(self) -> bool:
        return self.version_number > 0

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
    def has_user_edits(self) -> bool:
        return bool(self.edited_sections)

    # What the JSON columns hold. Nothing outside the models reads a key of theirs: see
    # `models.stored`.

    @cached_property
    def content(self) -> ArtifactContent | None:
        """The validated current content, or None before the first version."""
        return (
            load_content(self.type, self.current_content)
            if self.current_content is not None
            else None
        )

    def reread(self) -> None:
        """Read this row again; its project stays the one that was read."""
        project = self.project
        self.refresh_from_db()
        self.project = project
        vars(self).pop("content", None)

    @property
    def previous(self) -> ArtifactContent | None:
        """The validated previous content, or None where there is none. Loaded at each access."""
        return (
            load_content(self.type, self.previous_content)
            if self.previous_content is not None
            else None
        )

    @property
    def has_previous(self) -> bool:
        return self.previous_content is not None

    @property
    def written_from(self) -> Inputs:
        """What the current version was written from; empty where that was never recorded."""
        return dict(self.inputs)

    @property
    def edits(self) -> dict[str, Edit]:
        """The edits of the current version by hand, by section; see also `edited_names`."""
        return load_edits(self.edited_sections)

    @property
    def edited_names(self) -> tuple[str, ...]:
        """The names of the sections edited by hand."""
        return tuple(self.edited_sections)

    @property
    def previous_edits(self) -> dict[str, Edit]:
        return load_edits(self.previous_edited_sections)

    @property
    def fitting(self) -> StillFits | None:
        """The word that the current version still fits what has changed; None where there is
        none.
        """
        word = StillFits.load(self.still_fits) if self.still_fits else None
        return word if word and word.version == self.content_version else None

    @property
    def notes(self) -> list[ArtifactAnnotation]:
        """All notes, also resolved and deleted ones, in the order in which they were written."""
        return [ArtifactAnnotation.model_validate(stored) for stored in self.annotations]

    @property
    def readable_notes(self) -> list[ArtifactAnnotation]:
        """The same without those that do not validate as they are stored."""
        found = []
        for stored in self.annotations:
            with suppress(ValidationError):
                found.append(ArtifactAnnotation.model_validate(stored))
        return found

    @property
    def has_proposal(self) -> bool:
        return self.proposal is not None

    @property
    def stored_proposal(self) -> StoredProposal | None:
        """The new version that waits for the founder's decision, or None."""
        return StoredProposal.load(self.proposal) if self.proposal is not None else None

    @property
    def retired_items(self) -> dict[str, RetiredItem]:
        """The items that newer versions dropped, by id; no id of theirs is given out again."""
        return {
            item_id: RetiredItem(title=item["title"], version=item["version"])
            for item_id, item in self.superseded_items.items()
        }

    @property
    def version_findings(self) -> VersionFindings | None:
        """What the checker said when a version was stored; None where it was not asked, or
        broke.
        """
        return VersionFindings.load(self.findings)

    @property
    def last_pass(self) -> dict[str, Any] | None:
        """What a model found that contradicts each other, and when ("at", "found"); None where it
        was not asked.
        """
        found: dict[str, Any] | None = self.findings.get("contradictions")
        return found

    @property
    def checked_columns(self) -> tuple[Any, ...]:
        """What a check reads of this row, as it is stored."""
        return (
            self.artifact_type,
            self.current_content,
            self.superseded_items,
            sorted(self.edited_sections),
            self.last_pass,
        )

    @property
    def last_failure(self) -> Failure | None:
        """Why the last generation failed; None where it did not."""
        return Failure.load(self.failure) if self.failure is not None else None

    def store_values(self, content: ArtifactContent, *, now: datetime) -> dict[str, Any]:
        """Return the changes that make `content` the current version and the current one the
        previous.

        For an UPDATE that names the lock's token; the rotation happens in the database, on what is
        current then.
        """
        return {
            **{previous: F(current) for current, previous in ROTATED.items()},
            "current_content": content.model_dump(mode="json"),
            "version_number": F("version_number") + 1,
            "content_version": F("version_number") + 1,
            "schema_version": content.schema_version,
            "generated_at": now,
            "updated_at": now,
            "failure": None,
        }
