"""Hours of work and marks of a test, each beside nearly the same on the other side of a rule."""

from __future__ import annotations

import pytest

from artifacts.checker.check import check
from artifacts.schemas import ArtifactType
from artifacts.tests.checker.added_texts import rules_on
from artifacts.tests.checker.test_checker import written
from artifacts.tests.checker.test_decided_by_bounds import project

MONEY, METRICS = "milestones.resource_plan", "mvp_scope.success_metrics"
EACH = {"team": "Two of us, Ann and Bo, each 12 hours a week."}
ALONE = {"team": "I work on it alone, 20 hours a week."}
UNEQUAL = {"team": "Ann works 12 hours a week, Bob works 8 hours a week."}
WITH_COOKS = {"team": f"{UNEQUAL['team']} Two cooks work 15 hours a week each."}
WITH_MAX = {"team": "I work 20 hours a week, and Max works 10 hours a week."}
THREE = {"team": "Ann 20 hours a week, Bob 6 hours a week, Kim 4 hours a week."}
DIFFER = {"hours_differ"}


@pytest.mark.parametrize(
    ("told", "text", "rules"),
    [
        (EACH, "Ann works fewer than 15 hours a week.", set()),
        (EACH, "Ann works not more than 15 hours a week.", set()),
        (EACH, "Under sail Ann works 15 hours a week.", DIFFER),
        (EACH, "We work 24 hours a week, which makes 48.", DIFFER),
        (EACH, "We work 24 hours a week, which makes 72.", set()),
        (ALONE, "We work 20 hours a week each.", set()),
        (EACH, "On the ferry two people 24 hours a week each.", DIFFER),
        (EACH, "1 rower in each boat works 24 hours a week.", set()),
        (EACH, "Three rowers work 12 hours a week, so 36 hours a week.", set()),
        (EACH, "Three rowers work 12 hours a week, so 40 hours a week.", DIFFER),
        (UNEQUAL, "Of the 20 hours a week 60 % are Ann's.", {"amount_unknown"}),
        (UNEQUAL, "Of the 20 hours a week 100 % are Ann's.", DIFFER),
        (WITH_MAX, "The founder works 30 hours a week together with Max.", set()),
        (WITH_MAX, "The founder works 30 hours a week.", DIFFER),
        (WITH_COOKS, "Ann and Bob work 30 hours a week together.", DIFFER),
        (WITH_COOKS, "Bob works 8 hours a week, and Ann 30.", DIFFER),
        (WITH_COOKS, "Bob works 8 hours a week, and Ann 168.", DIFFER),
        (WITH_COOKS, "Bob works 8 hours a week, and Ann 12.", set()),
        (THREE, "A single person works 26 hours a week.", DIFFER | {"team_size_differs"}),
        (THREE, "Together Ann and Bob run the ferry, which takes 26 hours a week.", set()),
    ],
)
def test_hours_of_a_week(told: dict[str, str], text: str, rules: set[str]) -> None:
    assert rules_on(project(**told), MONEY, text) == rules


SIX = {"validation": "It is passed if six of eight families cross again in May."}
PAID = {"validation": "It is passed if six of eight families pay £5 in May."}


@pytest.mark.parametrize(
    ("told", "text", "rules"),
    [
        (SIX, "Seven of the eight families cross again, more than 6", set()),
        (
            SIX,
            "Six of the eight families cross again, 6 more than last year, and 90 % of them in May",
            {"test_differs", "amount_unknown"},
        ),
        (PAID, "Four of the eight families pay £5", {"test_differs"}),
        (SIX, "Four of the eight families pay £5", {"amount_unknown"}),
    ],
)
def test_mark_of_a_test(told: dict[str, str], text: str, rules: set[str]) -> None:
    assert rules_on(project(**told), METRICS, text) == rules


def test_a_test_without_a_mark_is_quoted_whole() -> None:
    told = "Ten families cross for five weeks. They row home again."
    crossing = project(validation=told)
    contents = written(crossing)
    contents[ArtifactType("milestones")].resource_plan += "\n\nThe test lasts nine weeks."
    findings = check(crossing, contents).findings
    assert [f.told for f in findings if f.rule == "test_differs"] == [told]
