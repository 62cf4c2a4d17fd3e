"""What is next in a project: the current milestone, tests that are due, and people to ask."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from artifacts.documents.agenda import (
    CurrentMilestone,
    Person,
    current_milestone,
    has_milestones,
    people,
)
from artifacts.exceptions import EntryGone
from artifacts.models import AssumptionTest, Project
from artifacts.services.assumptions.testing import list_tests
from artifacts.services.projects.lifecycle import locked_project
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)

DAYS = 7
NEXT_PEOPLE = 3
"""How many people to ask are named at once; ten at once are asked by nobody."""


class Ticked(StrEnum):
    """What can be ticked off."""

    PERSON = "person"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Week:
    today: date
    milestone: CurrentMilestone | None
    has_plan: bool
    """Whether there are milestones at all."""
    due: Sequence[AssumptionTest]
    """Tests that run and end within the next seven days, or should have ended, the first one
    first.
    """
    running: Sequence[AssumptionTest]
    """The other tests that run."""
    drafts: Sequence[AssumptionTest]
    people: Sequence[Person]
    """All whom the founder named, those who were not asked yet first."""

    @property
    def next_people(self) -> list[Person]:
        return [person for person in self.people if person.asked_on is None][:NEXT_PEOPLE]

    @property
    def asked(self) -> int:
        return sum(person.asked_on is not None for person in self.people)

    @property
    def has_news(self) -> bool:
        """Whether a mail about it would say anything."""
        return bool(self.milestone or self.due or self.next_people)


def this_week(project: Project, tier: Tier, *, today: date) -> Week:
    """Return what is next as a founder of `tier` may see it.

    No query where the project was loaded `with_artifacts()`.
    """
    tests = list_tests(project, tier)
    running = sorted(
        (test for test in tests if test.is_started), key=lambda test: test.due or date.max
    )
    until = today + timedelta(days=DAYS - 1)
    due = [test for test in running if test.due and test.due <= until]
    contents, facts, ticked = project.contents(), project.get_facts(), project.ticked
    named = people(facts, ticked.people)
    return Week(
        today=today,
        milestone=current_milestone(
            contents, start=facts.earliest_start.value, today=today, reached=ticked.milestones
        ),
        has_plan=has_milestones(contents),
        due=due,
        running=[test for test in running if test not in due],
        drafts=[test for test in tests if test.is_draft],
        people=sorted(named, key=lambda person: person.asked_on is not None),
    )


def tick(project: Project, *, what: Ticked, key: str, done: bool, today: date) -> Project:
    """Note that somebody was asked or a milestone is reached, or take that back; return the
    project.

    Raises EntryGone if there is no such person or milestone, and ProjectDeleted.
    """
    with locked_project(project) as row:
        ticked = row.ticked
        known = (
            {person.key for person in people(row.get_facts(), {})}
            if what is Ticked.PERSON
            else {item.id for content in row.contents().values() for _, item in content.items()}
        )
        if key not in known:
            raise EntryGone(key)
        name = "people" if what is Ticked.PERSON else "milestones"
        days = {one: day for one, day in getattr(ticked, name).items() if one != key}
        if done:
            days[key] = getattr(ticked, name).get(key, today)
        row.ticks = replace(ticked, **{name: days}).dump()
        row.save(update_fields=["ticks", "updated_at"])
    logger.info("Ticked %s %s of project %s: %s", what, key, row.pk, done)
    return row
