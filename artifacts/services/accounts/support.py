"""What founders are told about versions that staff had generated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.models.compiled import CompiledQuery, Parameter
from artifacts.schemas import ArtifactType

Trigger, Outcome = GenerationAttempt.Trigger, GenerationAttempt.Outcome
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
    told = _TOLD_OF_PROJECT.rows(project=project.pk)
    rows = {artifact.pk: artifact for artifact in artifacts}
    current = (one for one in told if _is_current(one, rows.get(one.artifact_id)))
    return _notes(current, artifacts)


def receipt_and_support(artifact: Artifact) -> tuple[GenerationAttempt | None, SupportNote | None]:
    """Return the attempt that wrote the text that stands, and what staff said of what waits or is
    being written.

    Of several the newest. One query, and none where there is neither.
    """
    if not artifact.is_written and not artifact.is_generating:
        return None, None
    query = _GENERATING if artifact.is_generating else _AT_REST
    attempts = query.rows(
        artifact=artifact.pk, version=_version(artifact), proposed=_proposed(artifact)
    )
    receipts = [attempt for attempt in attempts if attempt.version_written == _version(artifact)]
    told = [attempt for attempt in attempts if attempt.trigger in TOLD and attempt.reason]
    is_told = artifact.is_generating or artifact.has_proposal
    note = _notes(told, [artifact]).get(artifact.type) if is_told else None
    return (receipts[-1] if receipts else None), note


NONE = -1
"""Stands for a version or an attempt that there is not."""


def _version(artifact: Artifact) -> int:
    return artifact.content_version or NONE


def _proposed(artifact: Artifact) -> int:
    """Return the key of the attempt whose version waits for the founder."""
    proposal = artifact.stored_proposal
    return proposal.attempt if proposal else NONE


def _is_current(attempt: GenerationAttempt, artifact: Artifact | None) -> bool:
    """Whether an attempt at `artifact` is under way, or wrote its text or what waits for the
    founder.
    """
    return artifact is not None and (
        attempt.outcome == Outcome.OPEN
        or attempt.version_written == _version(artifact)
        or attempt.pk == _proposed(artifact)
    )


def _of_document(also: Q) -> QuerySet[GenerationAttempt]:
    """Return the attempts that wrote a document's text or what waits, and `also` those."""
    wrote = Q(version_written=Parameter("version", _field("version_written")))
    proposed = Q(pk=Parameter("proposed", _field("id")))
    of_document = GenerationAttempt.objects.filter(
        artifact=Parameter("artifact", Artifact._meta.pk)
    )
    return of_document.filter(wrote | proposed | also).order_by("pk")


# SQLite reads through all that is written in a document to reach a column of it, and plans a
# statement again each time if a value decides whether a partial index can be used. So these name no
# column of a document, and the first one no outcome.
_AT_REST = CompiledQuery(lambda: _of_document(Q()))
_GENERATING = CompiledQuery(lambda: _of_document(Q(outcome=Outcome.OPEN)))
_TOLD_OF_PROJECT = CompiledQuery(
    lambda: (
        GenerationAttempt.objects.filter(
            artifact__in=Artifact.objects.filter(project=Parameter("project", Project._meta.pk)),
            trigger__in=TOLD,
        )
        .exclude(reason="")
        .order_by("pk")
    )
)


def _field(name: str) -> Any:
    return GenerationAttempt._meta.get_field(name)


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
