"""Amounts that follow from what the founder told in two steps, or come from a law, are no faults;
wrong ones are.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

FIGURES = {"sum_wrong", "amount_unknown"}
EN = {
    "idea": "We lend folding tables and benches for parties in the villages around Ludlow.",
    "price": "£9 a day for a table, and £4 a day for a bench. A clubhouse pays £180 a year.",
    "constraint": "There is £6,400: £4,600 of savings and £1,800 from my aunt.",
}
DE = {
    "idea": "Wir spülen Gläser für Feste in den Dörfern rund um Celle und bringen sie zurück.",
    "price": "120 € je Fest, und 3 € je Kiste. Anfahrt ist frei.",
    "constraint": "Es gibt 6.400 €, davon 4.600 € Erspartes und 1.800 € von der Tante.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Benchmark", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EN, "Four days with a table and a bench come to £52."),
        (EN, "For a club of twenty that is £9 a head and year."),
        (EN, "A good 70 % of the money is savings."),
        (DE, "Ein Fest mit acht Kisten kostet 144 €."),
        (DE, "Gut 70 % des Geldes sind erspart."),
        (DE, "Nach § 2 BierStG fallen 0,79 € je Kasten an."),
    ],
)
def test_what_follows_or_is_the_law_is_no_fault(told: dict[str, str], text: str) -> None:
    assert not FIGURES & rules_on(project(told), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EN, "Four days with a table and a bench come to £61."),
        (EN, "For a club of twenty that is £23 a head and year."),
        (EN, "A good 55 % of the money is savings."),
        (DE, "Ein Fest mit acht Kisten kostet 171 €."),
        (DE, "Ein Fest kostet 79 €."),
    ],
)
def test_what_does_not_follow_is_one(told: dict[str, str], text: str) -> None:
    assert FIGURES & rules_on(project(told), "milestones.resource_plan", text)


def test_money_that_something_is_paid_from_is_nobodys_price() -> None:
    text = "Until the aunt's share is here, the tables are paid from £4,600."
    assert "payer_differs" not in rules_on(project(EN), "milestones.resource_plan", text)
