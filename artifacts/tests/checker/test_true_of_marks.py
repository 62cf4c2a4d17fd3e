"""True sentences that name what a pass mark leaves, and false ones beside them."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BAKERY = {
    "name": "Oven Hour",
    "idea": "We rent out the oven of a village bakery by the hour to people near Ludlow.",
    "price": "£6 an hour.",
    "constraint": "The two of us, £5,000, ready by 1 March 2027.",
    "validation": "Ten families for six weeks. If seven of the ten come back, we go on.",
}
LAUNDRY = {
    **BAKERY,
    "name": "Wasserij",
    "idea": "We wassen de luiers van crèches in Gent.",
    "price": "€ 0,40 per luier.",
    "constraint": "Met twee, € 5.000, klaar op 1 maart 2027.",
    "validation": "Twee crèches, zes weken. Geslaagd als minder dan 5 % van de luiers lekt.",
}


def rules(idea: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "mvp_scope.success_metrics", text)


@pytest.mark.parametrize(
    "text",
    [
        "No more than three of the ten families stay away.",
        "At most 30 % of the families stay away.",
        "Fewer than four of the ten families stay away.",
        "No fewer than seven of the ten families come back.",
    ],
)
def test_what_a_pass_mark_leaves_may_fail(text: str) -> None:
    assert rules(BAKERY, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "No more than seven of the ten families stay away.",
        "No fewer than three of the ten families come back.",
        "At most 50 % of the families stay away.",
    ],
)
def test_more_than_a_pass_mark_leaves_may_not_fail(text: str) -> None:
    assert "test_differs" in rules(BAKERY, text)


def test_the_rest_of_a_most_is_a_least() -> None:
    assert "test_differs" not in rules(LAUNDRY, "Meer dan 95 % van de luiers blijft droog.")


def test_dutch_than_pays_nothing() -> None:
    assert rules(LAUNDRY, "Meer dan 95 % van de luiers blijft droog.") == set()


def test_a_number_that_is_more_than_the_mark_may_be_named() -> None:
    assert rules(BAKERY, "Eight of ten families are more than the seven we ask for.") == set()
    assert "test_differs" in rules(BAKERY, "Six of ten families are more than enough.")


@pytest.mark.parametrize(
    "text",
    [
        "The test is passed when nine of the ten families come back, more than the seven.",
        "We go on if nine of the ten families come back, more than seven.",
        "It counts when five of the ten families come back, better than the seven.",
    ],
)
def test_more_than_the_mark_may_not_be_asked_for(text: str) -> None:
    assert "test_differs" in rules(BAKERY, text)


def test_a_number_in_each_week_is_made_of_those_in_all() -> None:
    told = {**BAKERY, "validation": "Six weeks. Good if 300 loaves are baked by ten families."}
    assert rules(told, "The 300 loaves in 7 weeks are about 43 loaves a week.") == set()
    assert "test_differs" in rules(told, "The 300 loaves in 7 weeks are about 63 loaves a week.")
