"""What is next in a plan: the milestone of today, and people to ask."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import pytest

from artifacts.documents.agenda import CurrentMilestone, current_milestone, people, person_key
from artifacts.facts.schema import Fact, Facts
from artifacts.schemas import ArtifactType, Contents, load_content
from artifacts.tests.support.plain import PLAIN

START = date(2026, 5, 4)


def contents() -> Contents:
    """Milestones of three and two weeks, one after the other."""
    stored = {**PLAIN[ArtifactType.MILESTONES]}
    stored["milestones"] = [
        {**one, "id": f"M-{number}"} for number, one in enumerate(stored["milestones"], start=1)
    ]
    return {ArtifactType.MILESTONES: load_content(ArtifactType.MILESTONES, stored)}


def current(
    day: date, start: date | None = START, reached: Collection[str] = ()
) -> CurrentMilestone | None:
    return current_milestone(contents(), start=start, today=day, reached=reached)


@pytest.mark.parametrize(
    ("days", "milestone", "week"),
    [(-3, "M-1", None), (0, "M-1", 1), (20, "M-1", 3), (21, "M-2", 1), (90, "M-2", None)],
)
def test_the_calendar_says_which_one_it_is(days: int, milestone: str, week: int | None) -> None:
    found = current(START + timedelta(days=days))
    assert found is not None
    assert (found.milestone.id, found.week) == (milestone, week)


def test_it_says_when_it_is_to_be_reached() -> None:
    found = current(START)
    assert found is not None
    assert (found.begins, found.ends) == (START, START + timedelta(days=20))


def test_without_a_start_it_is_the_first_one_that_is_not_reached() -> None:
    first, second = current(START, None), current(START, None, ["M-1"])
    assert first is not None
    assert second is not None
    assert (first.milestone.id, second.milestone.id, first.week) == ("M-1", "M-2", None)


def test_one_that_is_reached_early_gives_way_to_the_next() -> None:
    found = current(START, reached=["M-1"])
    assert found is not None
    assert found.milestone.id == "M-2"


def test_there_is_none_where_all_are_reached_or_none_is_written() -> None:
    assert current(START, reached=["M-1", "M-2"]) is None
    assert current_milestone({}, start=START, today=START, reached=[]) is None


def test_people_are_named_once_with_the_day_they_were_asked() -> None:
    facts = Facts(first_people=tuple(Fact(value=name) for name in ("Ada", "Grace", "ada")))
    named = people(facts, {person_key("Grace"): START})
    assert [(one.name, one.asked_on) for one in named] == [("Ada", None), ("Grace", START)]
