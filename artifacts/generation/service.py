"""Generate artifacts: the one function behind the pages, the admin, the command and the queue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings

from artifacts.generation.claims import Claim, Edits, Requester, claim
from artifacts.generation.progress import Progress
from artifacts.generation.rewriting import clean_wish
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project
from artifacts.runners import get_runner
from artifacts.schemas import GENERATION_ORDER, ArtifactType


@dataclass(frozen=True, slots=True)
class Generation:
    """What `generate` did: the claim, and the steps where they ran at once."""

    cascade: Claim
    steps: tuple[Progress, ...] = ()

    @property
    def failures(self) -> tuple[Progress, ...]:
        return tuple(step for step in self.steps if not step.succeeded)


def generate(
    project: Project,
    types: Iterable[ArtifactType] = GENERATION_ORDER,
    *,
    trigger: Requester,
    edits: GenerationAttempt.Edits = Edits.REFUSE,
    wish: str = "",
    runner: str = "",
    deliver: Callable[[Claim], None] | None = None,
    on_step: Callable[[Progress], None] | None = None,
) -> Generation:
    """Write new versions of `types` of `project`, in order, each from all before it.

    Writes at once and calls `on_step` after each artifact, or hands the claim to `deliver` (the
    queue) where that is given. `wish` is what the founder wants of the new versions. `runner` is a
    name for `get_runner`; by default the RUNNER setting.

    Raises RunnerUnavailable, WishTooLong, InterviewUnfinished, ProjectDeleted, AccountSuspended,
    UpstreamMissing, UnresolvedEdits, QuotaExceeded, BudgetExhausted or GenerationInProgress, and
    has changed nothing then. What goes wrong later is stored on the artifact concerned and told in
    its Step.
    """
    runner = runner or settings.RUNNER
    get_runner(runner)
    wish = clean_wish(wish)
    cascade = claim(
        project,
        types,
        trigger=trigger,
        edits=edits,
        wish=wish,
        runner=runner,
        started=deliver is None,
    )
    if deliver is None:
        return Generation(cascade, tuple(write_claim(cascade, on_step=on_step)))
    deliver(cascade)
    return Generation(cascade)
