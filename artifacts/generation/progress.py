"""How each document of a generation ended, for those who follow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from artifacts.generation.claims import Outcome
from artifacts.models import GenerationAttempt
from artifacts.schemas import ArtifactType


@dataclass(frozen=True, slots=True)
class Progress:
    """How one artifact of a cascade ended. `version_number` is the version that stands now."""

    artifact_type: ArtifactType
    outcome: GenerationAttempt.Outcome
    version_number: int
    seconds: float = 0.0
    message: str = ""
    reference: str = ""

    @property
    def succeeded(self) -> bool:
        return self.outcome in (Outcome.STORED, Outcome.PROPOSED)


class ProgressCallbackFailed(Exception):
    """Raised when the progress callback fails; what is written by then stays."""


def notify(on_step: Callable[[Progress], None], step: Progress) -> None:
    """Call `on_step`. Raises ProgressCallbackFailed if that fails."""
    try:
        on_step(step)
    except Exception as error:
        raise ProgressCallbackFailed(repr(error)) from error
