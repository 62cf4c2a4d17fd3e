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
PRESSE = {
    "name": "Presswagen",
    "idea": "Wir pressen Äpfel auf einem Anhänger in den Dörfern um Trier.",
    "price": "3 € der Beutel.",
    "constraint": "Am 10.06.2027 muss der Anhänger auf der Straße sein.",
    "validation": (
        "Sechs Obstbauern vom 5.7. bis 29.8.2027, also 8 Wochen."
        " Gut ist es, wenn vier wiederkommen."
    ),
}
KEY, METRIC, PLAN = "brief.key_constraint", "mvp_scope.success_metrics", "milestones.resource_plan"


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


def is_late(told: dict[str, str], text: str) -> bool:
    project = ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})
    return "deadline_differs" in rules_on(project, KEY, text)


@pytest.mark.parametrize(
    ("told", "text", "late"),
    [
        (PRESS, "The trailer is ready in the autumn of 2027.", True),
        (PRESS, "The trailer is ready in the spring of 2028.", True),
        (PRESS, "The trailer is ready by the winter.", False),
        (PRESS, "The trailer is ready in the winter of 2026.", False),
        (PRESS, "The trailer is ready on 5 June and back in the shed by the autumn.", False),
        (PRESS, "The trailer is not on the road by the autumn of 2027.", False),
        (PRESS, "If it rains the trailer is on the road by the autumn of 2027.", False),
        (PRESS, "The books are ready in the autumn of 2027.", False),
        (PRESS, "The trailer rolls past the autumn of 2027.", False),
        (PRESSE, "Der Anhänger ist im Herbst fertig.", True),
        (PRESSE, "Der Anhänger steht im Winter 2027 bereit.", True),
        (PRESSE, "Der Anhänger ist im Frühjahr fertig.", False),
        (PRESSE, "Der Anhänger ist im Sommer 2027 fertig.", False),
    ],
)
def test_a_season_is_late_if_it_begins_behind_the_day(
    told: dict[str, str], text: str, late: bool
) -> None:
    assert is_late(told, text) is late


@pytest.mark.parametrize(
    ("section", "text", "differs"),
    [
        (METRIC, "Six growers press over three weeks.", True),
        (METRIC, "Six growers press over two months.", False),
        (METRIC, "Growers press over three weeks.", False),
        (METRIC, "Six trees grow over three weeks.", False),
        (METRIC, "Six trees of the growers grow over three weeks.", False),
        (PLAN, "Six growers press over three weeks.", False),
        (PLAN, "The trial lasts three weeks.", True),
        (PLAN, "The trial lasts two months.", False),
        (PLAN, "The trial is over after three weeks.", True),
        (PLAN, "We take three weeks to prepare the trial.", False),
        (PLAN, "The trial begins in May.", True),
        (PLAN, "The trial begins in June.", False),
        (PLAN, "The trial begins on 20 June.", True),
        (PLAN, "The trial begins on 28 June.", False),
        (PLAN, "The trial ends on 5 September.", False),
        (PLAN, "The trial ends on 10 September.", True),
        (PLAN, "The trial ends in September.", False),
        (PLAN, "The trial ends in October.", True),
        (PLAN, "A trial run begins in May.", False),
        (PLAN, "If the trial begins in May, the growers wait.", False),
    ],
)
def test_the_trial_is_as_long_as_told_and_on_its_days(
    section: str, text: str, differs: bool
) -> None:
    assert ("test_differs" in rules_on(press(), section, text)) is differs


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("Der Test dauert drei Wochen.", True),
        ("Der Test dauert zwei Monate.", False),
        ("Der Test beginnt im Mai.", True),
        ("Der Test beginnt im Juli.", False),
        ("Der Test endet am 10. September.", True),
        ("Vor dem Test pressen wir drei Wochen.", False),
    ],
)
def test_a_german_trial_is_too(text: str, differs: bool) -> None:
    project = ProjectInput.from_brief({**PRESSE, "today": date(2026, 12, 1)})
    assert ("test_differs" in rules_on(project, PLAN, text)) is differs
