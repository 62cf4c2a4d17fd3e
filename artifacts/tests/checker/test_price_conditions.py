"""What is free in a case, at first or for somebody, and what comes on top, is so in every text."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

EN = {
    "idea": "We repair bicycles for couriers in Leeds in a van that comes to their depot.",
    "target_user": "Couriers and their depots. The depot pays, the courier pays nothing.",
    "price": (
        "£12 a month per bicycle, lights and cables are in that. If the van comes late the repair"
        " is free. A wheel is £30 extra. The first two months are free. No travel charge. £95 a"
        " month for each locker. Students pay £8."
    ),
}
DE = {
    "idea": "Wir warten die Räder der Kuriere in Essen in einem Bus, der zum Depot kommt.",
    "target_user": "Kuriere und ihre Depots. Das Depot zahlt, der Kurier zahlt nichts.",
    "price": "12 € im Monat je Rad. Die Anfahrt ist drin. Das Laufrad macht 30 € je Stück.",
}


def rules(told: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({"name": "Spoke", **told, "today": date(2026, 12, 1)})
    return rules_on(project, "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EN, "A repair is payable in full even where the van comes late."),
        (EN, "The first payment is taken on the day of signing up."),
        (EN, "One price of £12 a month holds for every bicycle without exception."),
        (EN, "There is no separate fee for lockers."),
        (EN, "A part of the monthly amount is deducted from the courier's pay."),
        (EN, "The courier contributes £12 a month from his wage."),
        (EN, "The trip to the depot is billed on top, by the miles driven."),
        (DE, "Die Fahrt zum Depot wird nach Kilometern dazugerechnet."),
        (DE, "Der Kurier beteiligt sich mit 3 € im Monat."),
    ],
)
def test_a_condition_turned_round_is_a_fault(told: dict[str, str], text: str) -> None:
    assert {"price_terms_differ", "payer_differs"} & rules(told, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EN, "A repair is free where the van comes late."),
        (EN, "The first payment is taken after two months."),
        (EN, "The trip to the depot costs the courier an hour a week."),
        (EN, "A depot with ten couriers pays for their bicycles."),
        (DE, "Das Depot zahlt 12 € im Monat je Rad, der Kurier zahlt nichts."),
    ],
)
def test_a_condition_as_told_is_none(told: dict[str, str], text: str) -> None:
    assert not {"price_terms_differ", "payer_differs"} & rules(told, text)


WAY_BY_MILES = {
    "idea": "Wir warten Räder in Essen.",
    "price": "12 € im Monat je Rad. Anfahrt bis 10 km ist frei.",
}


@pytest.mark.parametrize(
    ("told", "text", "differs"),
    [
        (EN, "The trip is charged at £5.", True),
        (EN, "Each trip is billed on top.", True),
        (EN, "Who comes by trip pays £5.", True),
        (EN, "The trip is not charged.", False),
        (EN, "The trip is free of charge.", False),
        (EN, "The trip is included.", False),
        (EN, "A trip costs miles.", False),
        (EN, "The van makes a trip, a wheel is charged at £30.", False),
        (EN, "The trip costs an hour, and wheels cost £30.", False),
        (WAY_BY_MILES, "Die Anfahrt wird immer berechnet.", True),
        (WAY_BY_MILES, "Die Anfahrt kostet jedes Mal 5 €.", True),
        (WAY_BY_MILES, "Die Anfahrt kostet 5 €.", False),
        (WAY_BY_MILES, "Die Anfahrt wird berechnet.", False),
    ],
)
def test_the_way_costs_what_was_told(told: dict[str, str], text: str, differs: bool) -> None:
    assert ("price_terms_differ" in rules(told, text)) is differs


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("The first bill comes from the first month.", True),
        ("The first payment is not taken from the first day.", False),
        ("The first bill comes later, the van from the first day.", False),
        ("There is no trial.", True),
        ("There is no free month.", True),
        ("Without a trial period the courier starts.", True),
        ("There is no trial of six months.", False),
        ("A repair is charged where the van comes late.", True),
        ("A repair costs £12 unless the van comes late.", False),
        ("A repair of a wheel is charged.", False),
        ("One price of £12 a month.", True),
        ("Students and depots pay the same price of £12 a month per bicycle.", True),
        ("£12 is not one price for all bicycles.", False),
        ("There is no extra fee for lockers.", False),
        ("There is no fee for wheels.", False),
        ("There is no further fee, the locker at £95 is the last.", False),
    ],
)
def test_what_is_free_at_first_or_in_a_case_is_told_so(text: str, differs: bool) -> None:
    assert ("price_terms_differ" in rules(EN, text)) is differs


def test_a_fee_that_is_denied_besides_one_is_a_fault() -> None:
    text = "The depot pays £12, and no further fee for lockers is due."
    assert "payer_differs" in rules(EN, text)
