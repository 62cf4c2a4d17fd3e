"""Dates, seasons and lengths of time that are not the founder's, in words nobody has tried."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

PRESS = {
    "name": "Cider Cart",
    "idea": "We press apples on a trailer in the villages around Hereford.",
    "price": "£3 a bag.",
    "constraint": "The trailer has to be on the road by 10 June 2027. Last fall we lost a season.",
    "validation": (
        "Six growers from 5 July to 29 August 2027, so 8 weeks. Good if four of the six come back."
    ),
}


@cache
def press() -> ProjectInput:
    return ProjectInput.from_brief({**PRESS, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        ("brief.key_constraint", "It is on the road at the end of July.", "deadline_differs"),
        ("brief.key_constraint", "The trailer is ready in late June 2027.", "deadline_differs"),
        ("brief.key_constraint", "It is on the road by the fall of 2027.", "deadline_differs"),
        ("milestones.resource_plan", "The trial runs from March to May.", "test_differs"),
        ("mvp_scope.success_metrics", "Six growers press for three weeks.", "test_differs"),
        (
            "mvp_scope.success_metrics",
            "It is good if half of the growers come back.",
            "test_differs",
        ),
    ],
)
def test_another_time_is_found(section: str, text: str, rule: str) -> None:
    assert rule in rules_on(press(), section, text)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("brief.key_constraint", "It is on the road in the middle of June 2027."),
        ("brief.key_constraint", "The trailer is ready in late December."),
        ("brief.key_constraint", "The trailer is ready in the spring."),
        ("milestones.resource_plan", "Before the trial begins, we press in June."),
        ("milestones.resource_plan", "The trial runs in July and August."),
        ("mvp_scope.success_metrics", "Six growers press for two months."),
        ("mvp_scope.success_metrics", "It is good if two thirds of the growers come back."),
    ],
)
def test_the_time_that_was_told_is_left_alone(section: str, text: str) -> None:
    assert rules_on(press(), section, text) == set()


def test_a_season_is_another_one_south_of_the_equator() -> None:
    told = {**PRESS, "idea": "We press apples on a trailer in New Zealand.", "today": "2026-12-01"}
    project = ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})
    text = "It is on the road by the winter of 2027."
    assert rules_on(project, "brief.key_constraint", text) == set()
