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
