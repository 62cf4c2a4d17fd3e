"""What is next in a plan: the milestone that is current, and people to ask. Pure functions."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from artifacts.document_types.milestones.schema import Milestone, MilestonesContent
from artifacts.facts.schema import Facts
from artifacts.schemas import Contents, schedule
from artifacts.text import fold_title


@dataclass(frozen=True, slots=True)
class CurrentMilestone:
    milestone: Milestone
    week: int | None = None
    """In which of its weeks we are, from 1 on; None if no start is known."""
    begins: date | None = None
    ends: date | None = None
    """Its last day, where a start is known."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or a group, whom the founder named among the first to ask."""

    key: str
    name: str
    asked_on: date | None = None


def current_milestone(
    contents: Contents, *, start: date | None, today: date, reached: Collection[str]
) -> CurrentMilestone | None:
    """Return the milestone of today, by the schedule from `start` on, or the first one that is not
    reached where no start is known; None if all are reached, or there are none.

    A milestone that is reached early gives way to the next one; before the start it is the first.
    """
    milestones = _milestones(contents)
    left = [one for one in milestones if one.id not in reached]
    if not left:
        return None
    if start is None:
        return CurrentMilestone(left[0])
    starts = schedule.plan(milestones).starts
    left.sort(key=lambda one: starts[one.id])
    week = (today - start).days // 7
    found = next(
        (one for one in left if starts[one.id] <= week < starts[one.id] + one.estimated_weeks),
        None,
    ) or next((one for one in left if starts[one.id] > week), left[-1])
    begins = start + timedelta(weeks=starts[found.id])
    ends = begins + timedelta(weeks=found.estimated_weeks, days=-1)
    within = week - starts[found.id] + 1
    is_within = 1 <= within <= found.estimated_weeks
    return CurrentMilestone(found, within if is_within else None, begins, ends)


def has_milestones(contents: Contents) -> bool:
    return bool(_milestones(contents))


def people(facts: Facts, asked: Mapping[str, date]) -> list[Person]:
    """Return those whom the founder named first, each once, with the day they were asked."""
    named: dict[str, str] = {}
    for fact in facts.first_people:
        if fact.value:
            named.setdefault(person_key(fact.value), fact.value)
    return [Person(key, name, asked.get(key)) for key, name in named.items()]


def person_key(name: str) -> str:
    """Return the key that replaces a name in addresses and ticks."""
    return hashlib.sha256(fold_title(name).encode()).hexdigest()[:16]


def _milestones(contents: Contents) -> Sequence[Milestone]:
    return next((c.milestones for c in contents.values() if isinstance(c, MilestonesContent)), [])
