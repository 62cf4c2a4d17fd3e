"""One document of a project: its current and previous content, and what belongs to them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q, Value
from pydantic import ValidationError

from artifacts.documents.retired import RetiredItem
from artifacts.documents.staleness import hash_value, section_hashes
from artifacts.models.generation_lock import GenerationLock, GenerationLockQuerySet
from artifacts.models.remembered import Remembered
from artifacts.models.stored import (
    Edit,
    Inputs,
    StillFits,
    StoredProposal,
    VersionFindings,
    load_edits,
)
from artifacts.schemas import ArtifactAnnotation, ArtifactContent, ArtifactType, load_content
from artifacts.schemas.shared import SHARED_MOST, share
from artifacts.unlocked import cached_property


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
_NEXT_VERSION = F("version_number") + 1
_ROTATION = {
    **{previous: F(current) for current, previous in ROTATED.items()},
    "version_number": _NEXT_VERSION,
    "content_version": _NEXT_VERSION,
}


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


class ArtifactQuerySet(GenerationLockQuerySet["Artifact"]):
    def unsurveyed(self) -> ArtifactQuerySet:
        return self.filter(UNSURVEYED)


class Artifact(GenerationLock):
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

    # What the last survey found, by which staff filter: `usage.staff_index` writes these, at most a
    # minute late.
    is_stale = models.BooleanField(default=False, db_default=False)
    worst_finding = models.CharField(max_length=12, blank=True, default="", db_default="")
    surveyed_at = models.DateTimeField(null=True, blank=True)
    """The `updated_at` of what was surveyed."""

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

    @cached_property
    def type(self) -> ArtifactType:
        return ArtifactType(self.artifact_type)

    @property
    def is_written(self) -> bool:
        return self.version_number > 0

    @property
    def is_restored(self) -> bool:
        """Whether the current version is an older one than the last that was written."""
        return self.content_version != self.version_number

    @property
    def has_user_edits(self) -> bool:
        return bool(self.edited_sections)

    # What the JSON columns hold. Nothing outside the models reads a key of theirs: see
    # `models.stored`.

    @cached_property
    def content(self) -> ArtifactContent | None:
        """The validated current content, or None before the first version.

        Other rows that store the same have the same object, so nobody may change it.
        """
        return (
            _CONTENTS.of([self.artifact_type, self.current_content])
            if self.current_content is not None
            else None
        )

    def section_hashes(self) -> Inputs:
        """Return a hash for each section of the current content, which there must be."""
        return _SECTION_HASHES.of([self.artifact_type, self.current_content])

    @property
    def previous(self) -> ArtifactContent | None:
        """The validated previous content, or None if there is none. Loaded at each access."""
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
        """What the current version was written from; empty if that was never recorded."""
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
        """The word that the current version still fits what has changed; None if there is
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
        """What the checker said when a version was stored; None if it was not asked, or
        broke.
        """
        return VersionFindings.load(self.findings)

    @property
    def last_pass(self) -> dict[str, Any] | None:
        """What a model found that contradicts each other, and when ("at", "found"); None if it
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

    def store_values(self, content: ArtifactContent, *, now: datetime) -> dict[str, Any]:
        """Return the changes that make `content` the current version and the current one the
        previous.

        For an UPDATE that names the lock's token; the rotation happens in the database, on what is
        current then.
        """
        return {
            **_ROTATION,
            "current_content": content.model_dump(mode="json"),
            "schema_version": content.schema_version,
            "generated_at": now,
            "updated_at": now,
            "failure": None,
        }


def _load(stored: list[Any]) -> ArtifactContent:
    return share(load_content(ArtifactType(stored[0]), stored[1]))


def _hash_sections(stored: list[Any]) -> Inputs:
    return section_hashes(ArtifactType(stored[0]), _CONTENTS.of(stored), hash_of=_HASHES.of)


_CONTENTS = Remembered(_load, most=SHARED_MOST)
_SECTION_HASHES = Remembered(_hash_sections, most=2_000)
# An edit changes one section.
_HASHES = Remembered(hash_value, most=2_000)
