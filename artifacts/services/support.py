"""What founders are told of the versions that staff have had written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from artifacts.models import Artifact, GenerationAttempt
from artifacts.schemas import ArtifactType

Kind = GenerationAttempt.Trigger


@dataclass(frozen=True, slots=True)
class SupportNote:
    """Why staff have a document written, or had it written."""

    reason: str
    is_done: bool


def support_notes(artifacts: Sequence[Artifact]) -> dict[ArtifactType, SupportNote]:
    """Return what staff said of the version that stands, that waits for the founder, or that is
    being written.

    Of several the newest. One query.
    """
    proposed = [waiting.attempt for artifact in artifacts if (waiting := artifact.stored_proposal)]
    standing = Q(version_written=F("artifact__content_version")) | Q(pk__in=proposed)
    attempts = (
        GenerationAttempt.objects.filter(Q(outcome=GenerationAttempt.Outcome.OPEN) | standing)
        .filter(
            artifact__in=[artifact.pk for artifact in artifacts if artifact.pk],
            trigger__in=(Kind.STAFF, Kind.RECOVERY),
        )
        .exclude(reason="")
        .order_by("pk")
    )
    types = {artifact.pk: artifact.type for artifact in artifacts}
    return {
        types[attempt.artifact_id]: SupportNote(
            attempt.support_reason, is_done=attempt.finished_at is not None
        )
        for attempt in attempts
    }
