"""Features and milestones as tasks: what Task Master, Backlog.md and the trackers have in
common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import BuildFeature, BuildMilestone, Handover

TITLE_MAX = 200


@dataclass(frozen=True, slots=True)
class Task:
    """A feature, or a milestone that delivers none, as something to be done."""

    number: int
    """Counted from 1, in the order in which the tasks can be worked at."""
    item: BuildFeature | BuildMilestone
    milestone: BuildMilestone | None
    before: tuple[int, ...]
    """The numbers of the tasks that have to be done first."""
    due: date | None

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def title(self) -> str:
        return self.item.title

    @property
    def feature(self) -> BuildFeature | None:
        return self.item if isinstance(self.item, BuildFeature) else None

    @property
    def priority(self) -> str:
        """A milestone decides nothing against a feature, so it weighs as much as most of them
        do.
        """
        return self.feature.priority if self.feature else "medium"

    @property
    def criteria(self) -> tuple[str, ...]:
        """What has to be met, or the question that stands in for it."""
        if isinstance(self.item, BuildMilestone):
            return self.item.criteria
        return tuple(criterion.text for criterion in self.item.criteria) or (self.item.question,)


def make_tasks(handover: Handover) -> tuple[Task, ...]:
    """Return each milestone's features, or the milestone itself; what is not planned comes last."""
    placed: list[tuple[BuildFeature | BuildMilestone, BuildMilestone | None]] = []
    for milestone in handover.milestones:
        placed += [(item, milestone) for item in milestone.features or (milestone,)]
    placed += [(feature, None) for feature in handover.unplanned]
    numbers: dict[str, list[int]] = {}
    for number, (_item, home) in enumerate(placed, start=1):
        numbers.setdefault(home.id if home else "", []).append(number)
    return tuple(
        Task(number, item, home, _before(home, numbers), home.last_day if home else None)
        for number, (item, home) in enumerate(placed, start=1)
    )


def milestone_task(milestone: BuildMilestone) -> Task:
    """Return a milestone as a task of its own, whatever it delivers."""
    return Task(0, milestone, milestone, (), milestone.last_day)


def _before(home: BuildMilestone | None, numbers: Mapping[str, Iterable[int]]) -> tuple[int, ...]:
    return tuple(number for name in (home.after if home else ()) for number in numbers[name])


def body(handover: Handover, task: Task) -> str:
    """Return what a tracker shows of a task, as Markdown.

    It begins with our words, so no cell can be a formula.
    """
    return fill("task.md", handover=handover, task=task)


def plain_body(handover: Handover, task: Task) -> str:
    """Return the same as text without markup."""
    return fill("task.txt", handover=handover, task=task)
