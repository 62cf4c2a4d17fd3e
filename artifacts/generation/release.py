"""Release a stuck lease, for staff."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass

from django.db import transaction

from artifacts.exceptions import LeaseGone
from artifacts.generation.claims import HEAVY_FIELDS, Outcome, in_order
from artifacts.generation.clock import shared_now
from artifacts.models import Artifact, GenerationAttempt
from artifacts.schemas import ArtifactType

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Released:
    """What a release freed: the documents somebody had begun, and those that waited behind them."""

    begun: tuple[ArtifactType, ...]
    waiting: tuple[ArtifactType, ...]

    @property
    def types(self) -> tuple[ArtifactType, ...]:
        return in_order((*self.begun, *self.waiting))


def release_lease(artifact: Artifact, *, token: uuid.UUID, note: str) -> Released:
    """Free `artifact`, which `token` holds, and every other document that the same generation
    holds.

    1. Lock all rows of the token. The artifact must be among them: its holder may have stored
       it by now.
    2. Free them. What is stored stays; a holder that comes back finds its token gone and stores
       nothing.
    3. Close their attempts with `note`: what had begun as abandoned, what waited for its turn as
       cancelled. The rest of the generation is not handed on, because nobody knows what made it
       stick.

    Raises LeaseGone, which says what became of the lease, and has changed nothing then.
    """
    with transaction.atomic(durable=True):
        held = list(Artifact.objects.held_by(token).defer(*HEAVY_FIELDS).locked())
        if artifact.pk not in {row.pk for row in held}:
            raise LeaseGone(_what_became_of_it(artifact, token))
        begun = [row for row in held if row.begun_at is not None]
        Artifact.objects.filter(pk__in=[row.pk for row in held]).release(token)
        now = shared_now()
        attempts = GenerationAttempt.objects.of(token)
        attempts.filter(artifact__in=begun).close(Outcome.ABANDONED, now=now, error=note)
        attempts.close(Outcome.CANCELLED, now=now, error=note)
    logger.warning("Staff released %s documents of project %s", len(held), artifact.project_id)
    return Released(
        in_order(row.type for row in begun),
        in_order(row.type for row in held if row.begun_at is None),
    )


def _what_became_of_it(artifact: Artifact, token: uuid.UUID) -> str:
    attempt = GenerationAttempt.objects.of(token).filter(artifact=artifact).first()
    match attempt.outcome if attempt else None:
        case Outcome.STORED:
            assert attempt is not None
            what = f"its holder has since stored version {attempt.version_written}"
        case Outcome.PROPOSED:
            what = "its holder has since stored a version that waits for the founder's decision"
        case Outcome.FAILED:
            what = "its holder has since failed and released it"
        case Outcome.CANCELLED | Outcome.ABANDONED | Outcome.SKIPPED if attempt and attempt.error:
            what = f"somebody else was quicker ({attempt.error})"
        case _:
            what = "the generation that held it has ended, or another worker has taken it over"
    return f"Nothing was released: {what}. Look at the document as it stands now."
