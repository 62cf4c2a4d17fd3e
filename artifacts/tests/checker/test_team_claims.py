"""Who works on it, and on how many days."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BINDERS = {
    "name": "Stitch Lane",
    "idea": "Two bookbinders repair hymn books for parishes around Ripon.",
    "target_user": "Parishes with 40 readers and more.",
    "price": "£6 a book.",
    "team": (
        "We are two: I sew, and my sister glues. Together 14 hours a week, she comes on two"
        " evenings a week."
    ),
}


@cache
def binders() -> ProjectInput:
    return ProjectInput.from_brief({**BINDERS, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Four helpers work on the books with us.", "people_differ"),
        ("Three bookbinders share the work.", "people_differ"),
        ("An accountant is hired in March.", "people_differ"),
        ("The sister sews and I glue.", "people_differ"),
        ("The sister works every evening.", "people_differ"),
        ("We work five days a week on it.", "people_differ"),
        ("The founder does it all alone.", "team_size_differs"),
    ],
)
def test_other_people_and_days_are_found(text: str, rule: str) -> None:
    assert rule in rules_on(binders(), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    "text",
    [
        "Two bookbinders share the work.",
        "The sister glues on two evenings a week.",
        "I sew, she glues.",
        "Both bookbinders work on it, 14 hours a week together.",
        "Both of us come to 14 hours a week.",
        "Nobody is hired.",
        "A van is hired for the books.",
        "If it grows, a helper could be hired.",
        "Twelve parishes work through their shelves.",
    ],
)
def test_the_team_that_was_told_is_left_alone(text: str) -> None:
    assert rules_on(binders(), "milestones.resource_plan", text) == set()


def test_what_both_work_is_twice_as_much() -> None:
    team = "I give 36 hours a week and my cousin gives 14."
    cousins = ProjectInput.from_brief({**BINDERS, "team": team, "today": date(2026, 12, 1)})
    section = "milestones.resource_plan"
    assert "hours_differ" in rules_on(cousins, section, "Both cousins work 36 hours a week on it.")
    assert rules_on(cousins, section, "Both cousins work on it, together 50 hours a week.") == set()
