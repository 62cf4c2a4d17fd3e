"""What founders are told about versions that staff had generated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import BigIntegerField, F, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.models.compiled import CompiledQuery, Parameter
from artifacts.schemas import ArtifactType

Trigger = GenerationAttempt.Trigger
TOLD = (Trigger.STAFF, Trigger.RECOVERY)


@dataclass(frozen=True, slots=True)
class SupportNote:
    """Why staff have a document written, or had it written."""

    reason: str
    is_done: bool


def support_notes(
    project: Project, artifacts: Sequence[Artifact]
) -> dict[ArtifactType, SupportNote]:
    """Return what staff said of the version that stands, that waits for the founder, or that is
    being written, of these documents of a project.

    Of several the newest. One query.
    """
    return _notes(_TOLD_OF_PROJECT.rows(project=project.pk), artifacts)


def receipt_and_support(artifact: Artifact) -> tuple[GenerationAttempt | None, SupportNote | None]:
    """Return the attempt that wrote the text that stands, and what staff said of what waits or is
    being written.

    Of several the newest. One query, and none where there is neither.
    """
    if not artifact.is_written and not artifact.is_generating:
        return None, None
    attempts = _OF_DOCUMENT.rows(artifact=artifact.pk)
    receipts = [
        attempt
        for attempt in attempts
        if attempt.version_written == (artifact.content_version or -1)
    ]
    told = [attempt for attempt in attempts if attempt.trigger in TOLD and attempt.reason]
    is_told = artifact.is_generating or artifact.has_proposal
    note = _notes(told, [artifact]).get(artifact.type) if is_told else None
    return (receipts[-1] if receipts else None), note


def _of_current_versions() -> QuerySet[GenerationAttempt]:
    proposed = Cast(KeyTextTransform("attempt", "artifact__proposal"), BigIntegerField())
    standing = Q(version_written=F("artifact__content_version")) | Q(pk=proposed)
    found = GenerationAttempt.objects.filter(Q(outcome=GenerationAttempt.Outcome.OPEN) | standing)
    return found.order_by("pk")


_OF_DOCUMENT = CompiledQuery(
    lambda: _of_current_versions().filter(artifact=Parameter("artifact", Artifact._meta.pk))
)
_TOLD_OF_PROJECT = CompiledQuery(
    lambda: (
        _of_current_versions()
        .filter(artifact__project=Parameter("project", Project._meta.pk), trigger__in=TOLD)
        .exclude(reason="")
    )
)


def _notes(
    attempts: Iterable[GenerationAttempt], artifacts: Sequence[Artifact]
) -> dict[ArtifactType, SupportNote]:
    types = {artifact.pk: artifact.type for artifact in artifacts}
    return {
        types[attempt.artifact_id]: SupportNote(
            attempt.support_reason, is_done=attempt.finished_at is not None
        )
        for attempt in attempts
    }
