"""Sums of measures in other units, and what a thing holds by its name."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

HONEY = {
    "name": "Wabenwagen",
    "idea": "Wir schleudern den Honig der Imker im Landkreis Waldeck auf einem Anhänger.",
    "price": "1,60 € für das 500-g-Glas, Glas und Deckel von uns.",
    "constraint": "Zu zweit, 39.000 €, fertig bis 22. Mai 2027.",
}
CHEWS = {
    "name": "Antler",
    "idea": "We saw shed antlers into chews for dogs near Dalmally.",
    "problem": "In 2025 a dealer threw away 240 kg of antlers, bought at £6.50 a kilo.",
    "price": "£12 for a 150 g pack. Shops get it at £7.80, from 25 packs upwards.",
    "constraint": "The two of us, £27,500, ready by 1 June 2027.",
}
GAME = {
    "name": "Wildwurst",
    "idea": "Wir verkaufen Wild im Glas auf dem Markt in Gerolstein.",
    "price": (
        "Das Glas Gulasch mit 350 g kostet 9,80 €, die Wildwurst im Glas mit 200 g 5,50 €. Drei"
        " Gläser Wurst kosten 15 €."
    ),
    "constraint": "Zu zweit, 23.500 €, fertig bis 2. Oktober 2027.",
}
WALKERS = {
    "name": "Wacht",
    "idea": "We controleren rollators in woonzorgcentra rond Gent.",
    "price": "€ 7,80 per rollator per beurt, minstens 30 rollators, en eenmalig € 240 per huis.",
    "constraint": "Met z'n tweeën, € 18.400, klaar op 28 mei 2027.",
}


def found(told: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**told, "today": date(2026, 11, 29)})
    return rules_on(project, "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (HONEY, "Bei 300 kg am Tag sind 500 Gläser zu 500 g zu füllen."),
        (HONEY, "Für 40 kg Honig in unseren Gläsern zahlt ein Imker 148 €."),
        (CHEWS, "Twenty-five packs of 150 g weigh 4.75 kg."),
    ],
)
def test_a_wrong_sum_of_measures_is_found(told: dict[str, str], text: str) -> None:
    assert "sum_wrong" in found(told, text)


def test_a_price_from_so_many_on_does_not_hold_from_the_first() -> None:
    assert "price_terms_differ" in found(CHEWS, "Shops pay £7.80 a pack from the very first pack.")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (HONEY, "Bei 300 kg am Tag sind 600 Gläser zu 500 g zu füllen."),
        (HONEY, "Aus 139,8 kg füllen wir 279 Gläser zu 500 g."),
        (HONEY, "Für 40 kg Honig in unseren Gläsern zahlt ein Imker 128 €."),
        (CHEWS, "Twenty-five packs of 150 g weigh 3.75 kg."),
        (CHEWS, "At £6.50 a kilo the antlers thrown away in 2025 had cost £1,560."),
        (CHEWS, "Shops pay £7.80 a pack from the twenty-fifth pack on."),
        (WALKERS, "Een huis met 60 rollators betaalt voor één beurt € 468."),
        (GAME, "Zehn Gläser Gulasch enthalten 3,5 kg, zehn Gläser Wurst 2 kg."),
        (GAME, "Ein Kilo Gulasch kostet umgerechnet 28 €."),
        (WALKERS, "De kleinste beurt, 30 rollators, kost het huis € 234."),
    ],
)
def test_a_right_sum_of_measures_is_none(told: dict[str, str], text: str) -> None:
    assert not found(told, text)
