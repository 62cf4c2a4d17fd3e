"""How long a set of milestones takes and which of them decide it. Pure arithmetic on ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Protocol


class PlanStep(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def estimated_weeks(self) -> int: ...
    @property
    def depends_on(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Schedule:
    starts: dict[str, int]
    """Week in which each step begins, counted from 0."""
    critical_path: list[str]
    """Ids of the steps that decide the length, first to last."""
    total_weeks: int
    before: dict[str, list[str]]
    """What each step waits for: what it depends on, or the step before it where the order given
    stands for all.
    """


def plan(steps: Sequence[PlanStep]) -> Schedule:
    """Return the earliest schedule (critical path method).

    A step begins when all it depends on are done. Without any dependency the steps follow each
    other as given. Dependencies on unknown steps do not count; where they run in a circle, the
    order given stands for all.
    """
    weeks = {step.id: step.estimated_weeks for step in steps}
    order, before = _ordered(steps)
    starts: dict[str, int] = {}
    decided_by: dict[str, str | None] = {}
    for step_id in order:
        last = max(before[step_id], key=lambda other: starts[other] + weeks[other], default=None)
        decided_by[step_id] = last
        starts[step_id] = starts[last] + weeks[last] if last else 0
    ends = {step_id: starts[step_id] + weeks[step_id] for step_id in order}
    path: list[str] = []
    end = max(ends, key=ends.__getitem__, default=None)
    while end is not None:
        path.insert(0, end)
        end = decided_by[end]
    return Schedule(starts, path, max(ends.values(), default=0), before)


def _ordered(steps: Sequence[PlanStep]) -> tuple[list[str], dict[str, list[str]]]:
    """Return the steps in an order in which they can be done, and what each waits for."""
    given = {step.id: None for step in steps}
    before = {
        step.id: [other for other in step.depends_on if other in given and other != step.id]
        for step in steps
    }
    if any(before.values()):
        try:
            return list(TopologicalSorter(before).static_order()), before
        except CycleError:
            pass
    previous = {step: [one] for one, step in pairwise(given)}
    return list(given), {step: previous.get(step, []) for step in given}
