"""Prices by the piece, the tier and the first time, for somebody who has so many."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BAKERS = {
    "idea": "Eine Liste am Handy, auf der Bäckereien in Linz eintragen, was übrig ist.",
    "price": "14 € im Monat je Filiale, die ersten drei Monate sind gratis.",
}
HIVES = {
    "idea": "Wir leihen Imkern im Allgäu eine Honigschleuder auf Rädern.",
    "price": "45 € je Tag. Vereine ab fünf Mitgliedern zahlen 38 € je Tag.",
}
HAY = {
    "idea": "A drone that finds fawns in the hay before mowing, for farmers in Weardale.",
    "price": "£6 an acre, at least £90 a morning. From 100 acres on £5 an acre. Travel is £1.10 a"
    " mile.",
}
SUMS = {
    "idea": "Evening maths lessons for adults in Leicester who failed their exam.",
    "price": "£14 a lesson, or £120 for a block of ten lessons. Employers pay £20 a lesson. The"
    " first lesson is free.",
}
BIKES = {
    "idea": "Eine Werkstatt in Freiburg, die alte Räder für Schulen aufarbeitet.",
    "price": "140 € das Rad. Die Wartung im ersten Jahr ist inklusive, danach 25 € je Rad und"
    " Jahr.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


PRICES = {"price_terms_differ", "price_of_another_case", "price_beyond_limit", "payer_differs"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (BAKERS, "Eine Bäckerei mit acht Filialen zahlt 14 € im Monat."),
        (BAKERS, "Gezahlt wird vom ersten Tag an."),
        (BAKERS, "Eine Probezeit gibt es nicht."),
        (HIVES, "Ein Verein mit acht Mitgliedern zahlt 45 € je Tag."),
        (HAY, "150 acres cost £900."),
        (HAY, "A farmer with eight acres pays £48 a morning."),
        (SUMS, "The first lesson costs £14 like every other."),
    ],
)
def test_the_wrong_price_is_found(told: dict[str, str], text: str) -> None:
    assert PRICES & rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (BAKERS, "Eine Bäckerei mit acht Filialen zahlt 112 € im Monat."),
        (BAKERS, "Eine Bäckerei mit acht Filialen zahlt 14 € im Monat je Filiale."),
        (BAKERS, "Gezahlt wird ab dem vierten Monat, vom ersten Tag an wird eingetragen."),
        (HIVES, "Ein Verein mit drei Mitgliedern zahlt 45 € je Tag."),
        (HAY, "150 acres cost £750."),
        (HAY, "A farm 25 miles away pays £27.50 for the way."),
        (SUMS, "An employer who pays for ten lessons spends £200."),
        (SUMS, "The second lesson costs £14 like every other."),
        (BIKES, "Im zweiten Jahr kostet die Wartung von zwölf Rädern 300 €."),
    ],
)
def test_the_right_price_is_none(told: dict[str, str], text: str) -> None:
    assert not PRICES & rules_on(project(told), "brief.market_analysis", text)
