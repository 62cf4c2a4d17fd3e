"""Regenerate several projects at once, and report for each whether it was started and if not,
why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from artifacts.exceptions import ArtifactsError
from artifacts.generation.claims import Claim, Requester
from artifacts.generation.service import generate
from artifacts.models import GenerationAttempt, Project
from artifacts.schemas import ArtifactType

Types = tuple[ArtifactType, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What was started, and what was not, by the sentence that says why."""

    started: list[tuple[Project, Types]] = field(default_factory=list)
    skipped: dict[str, list[Project]] = field(default_factory=dict)

    @property
    def documents(self) -> int:
        return sum(len(types) for _, types in self.started)

    def skip(self, project: Project, reason: str) -> None:
        self.skipped.setdefault(reason, []).append(project)


def generate_each(
    projects: Iterable[Project],
    choose: Callable[[Project], Types],
    *,
    trigger: Requester,
    edits: GenerationAttempt.Edits,
    wish: str,
    deliver: Callable[[Claim], None],
) -> Batch:
    """Hand each project to the queue with the documents that `choose` names; what cannot be started
    stops no other.

    `choose` may raise an ArtifactsError too, whose text then is the reason.
    """
    batch = Batch()
    for project in projects:
        try:
            types = choose(project)
            generate(project, types, trigger=trigger, edits=edits, wish=wish, deliver=deliver)
        except ArtifactsError as error:
            batch.skip(project, str(error))
        else:
            batch.started.append((project, types))
    return batch
