"""Bills with two digits that changed places, and bills beside a denial of something else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.checker.comparisons.bills import Bill
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

FIREWOOD = {
    "name": "Leña de la Costa",
    "idea": "Secamos leña y la vendemos en Valdivia.",
    "price": "El saco a 4.200 pesos en la bodega y a 5.000 puesto en la casa, 42 sacos caben.",
    "constraint": "Somos dos, 3.000.000 de pesos, listo el 1 de mayo de 2027.",
}
REED = {
    "name": "Halmplatte",
    "idea": "Wir binden aus Schilf Dämmplatten für alte Häuser im Burgenland.",
    "price": "Die 2-cm-Platte 8,90 € je m², die 5-cm-Platte 16,40 € je m².",
    "constraint": "Zu zweit, 20.000 €, fertig bis 1. April 2027.",
}


def rules(idea: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (FIREWOOD, "Un viaje con 40 sacos puestos en la casa vale 210.000 pesos."),
        (FIREWOOD, "40 sacos puestos en la casa valen 210.000 pesos; mojados no los paga nadie."),
        (REED, "120 m² in 5 cm machen 1.986 € aus, und keiner zahlt bar."),
    ],
)
def test_a_slip_is_found_whatever_is_denied_behind_it(idea: dict[str, str], text: str) -> None:
    assert "sum_wrong" in rules(idea, text)


def test_two_digits_that_changed_places_are_a_slip() -> None:
    bill = Bill((frozenset({Decimal(1968)}),), frozenset({Decimal(0)}))
    assert bill.is_missed_by_a_digit(Decimal(1986))
    assert not bill.is_missed_by_a_digit(Decimal(9168 + 1))


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (FIREWOOD, "Un viaje con 40 sacos puestos en la casa vale 200.000 pesos."),
        (REED, "120 m² in 5 cm machen 1.968 € aus, und keiner zahlt bar."),
    ],
)
def test_the_right_bill_is_none(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()
