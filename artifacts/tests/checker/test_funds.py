"""Whose the money is, in words nobody has tried."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BOAT = {
    "name": "Reed Boat",
    "idea": "We cut reed on the Broads with a flat boat and sell it to thatchers.",
    "price": "£2.60 a bundle.",
    "constraint": (
        "£24,000 in all: £9,000 from my father, £3,000 from a raffle and the rest from the parish"
        " council. The council's £12,000 lapse unless the boat is afloat by 1 May 2027. Of the"
        " boat itself the county pays 30 %. I work alone, 20 hours a week."
    ),
}


@cache
def boat() -> ProjectInput:
    return ProjectInput.from_brief({**BOAT, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    "text",
    [
        "The raffle brings £9,000 and the father £3,000.",
        "£9,000 come from the parish council.",
        "The council's £12,000 are there whether or not the boat is afloat.",
        "We have £9,000 in the bank and nothing else to come.",
        "The county pays the whole of the £8,000.",
        "A bank loan of £12,000 covers what is missing.",
        "An investor puts in £12,000.",
    ],
)
def test_money_from_somebody_else_is_found(text: str) -> None:
    assert "source_of_money_differs" in rules_on(boat(), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    "text",
    [
        "The father gives £9,000 and the raffle £3,000.",
        "Together with the raffle the father's £9,000 are £12,000.",
        "The parish council adds the other £12,000.",
        "The £12,000 from the council depend on the boat being afloat in time.",
        "There is £24,000 and nothing else.",
        "We take no loan.",
        "If money is short, a loan of £3,000 could help.",
        "The county pays 30 % of the boat.",
    ],
)
def test_money_from_whom_we_named_is_left_alone(text: str) -> None:
    assert rules_on(boat(), "milestones.resource_plan", text) == set()


def test_a_loan_is_named_by_the_end_of_a_compound() -> None:
    dyers = ProjectInput.from_brief(
        {
            "name": "Krappwurz",
            "idea": "Wir färben Wolle mit Krapp und verkaufen sie an Webereien.",
            "price": "28 € je Kilo.",
            "constraint": (
                "Wir haben 31.000 €: 19.000 € aus dem Nachlass, 12.000 € als Mikrokredit."
            ),
            "today": date(2026, 12, 1),
        }
    )
    true = "Der Nachlass gibt 19.000 €, der Kredit bringt 12.000 €."
    assert rules_on(dyers, "milestones.resource_plan", true) == set()
    wrong = "Ein Investor gibt 12.000 €."
    assert "source_of_money_differs" in rules_on(dyers, "milestones.resource_plan", wrong)
