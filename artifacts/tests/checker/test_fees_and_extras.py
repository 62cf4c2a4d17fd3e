"""Fees that are denied, prices for any number, and what is in a price or on top of it."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

ROPES = {
    "name": "Rope Loft",
    "idea": "We splice ropes for sailors in Falmouth.",
    "constraint": "The two of us, £6,000, ready by 1 March 2027.",
}
LOCKERS = {
    "name": "Cold Store",
    "idea": "We lend cold lockers to anglers near Poole.",
    "price": "A locker is £12 a month.",
    "constraint": "The two of us, £6,000, ready by 1 March 2027.",
}
MONTHLY = {**LOCKERS, "price": "£12 a month."}
FLAT = {**ROPES, "price": "A season is £40, however many ropes a boat brings."}
EXTRAS = {**ROPES, "price": "A boat pays £40 a month, plus £5 for a shackle. Wax is included."}
SEASON = {**ROPES, "price": "£30 a month from April to September."}
LENT = {
    **ROPES,
    "price": "A sailor pays £8 a splice. The club lends us the loft and pays nothing.",
}


def rules(idea: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("idea", "text", "rule"),
    [
        (MONTHLY, "Nobody pays a monthly fee.", "payer_differs"),
        (LOCKERS, "Lockers cost no rent at all.", "payer_differs"),
        (LENT, "The club pays £8.", "payer_differs"),
        (LENT, "Sailors get it for nothing.", "payer_differs"),
        (FLAT, "We have no flat rate.", "price_condition_dropped"),
        (FLAT, "There is no flat price: each rope is paid singly.", "price_condition_dropped"),
        (SEASON, "A boat pays £30 a month all year round.", "price_condition_dropped"),
        (EXTRAS, "The shackle is included.", "price_terms_differ"),
        (EXTRAS, "Shackles are part of the monthly price.", "price_terms_differ"),
        (EXTRAS, "Wax is charged on top.", "price_terms_differ"),
    ],
)
def test_other_terms_than_ours_are_found(idea: dict[str, str], text: str, rule: str) -> None:
    assert rules(idea, text) == {rule}


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (LOCKERS, "We pay no rent for the lockers."),
        (LOCKERS, "A locker costs £12 a month, and nobody pays a deposit."),
        (LENT, "The club lends us the loft for nothing."),
        (LENT, "A splice costs £8."),
        (FLAT, "A boat pays £40 a season, and we count no ropes."),
        (EXTRAS, "A boat pays £45 with a shackle."),
        (EXTRAS, "Wax is included, and a shackle costs £5 on top."),
        (SEASON, "A boat pays £180 for the season."),
    ],
)
def test_our_terms_in_other_words_are_none(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()
