"""What is free at first or near by called free for ever, things with a price called free, two for
the price of one, and prices beyond their size.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BIKES = {
    "idea": "Eine Werkstatt in Freiburg, die alte Räder für Schulen aufarbeitet.",
    "price": "140 € das Rad. Ein Helm kostet 18 €. Die Wartung im ersten Jahr ist inklusive, danach"
    " 25 € je Rad und Jahr. Lieferung 30 € je Schule.",
}
CALLS = {
    "idea": "Eine Hebamme berät Eltern in Rostock nachts am Telefon.",
    "price": "19 € für ein Gespräch bis 20 Minuten, jede weitere Minute 0,80 €.",
}
HAY = {
    "idea": "A drone that finds fawns in the hay before mowing, for farmers in Weardale.",
    "price": "£6 an acre. Travel is free within 15 miles, then £1.10 a mile. A printed map is £4.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (BIKES, "Die Wartung ist für immer inklusive, auch im dritten Jahr."),
        (BIKES, "Helm und Rad zusammen sind für 140 € zu haben."),
        (BIKES, "Für die Lieferung berechnen wir nichts."),
        (CALLS, "Ein Gespräch von 30 Minuten kostet 19 €."),
        (HAY, "Travel is always free, to the head of the dale."),
        (HAY, "Each farm pays £6, however large its meadows are."),
        (HAY, "The printed map is free."),
    ],
)
def test_a_price_without_end_is_found(told: dict[str, str], text: str) -> None:
    found = rules_on(project(told), "brief.market_analysis", text)
    assert found & {"price_terms_differ", "payer_differs"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (BIKES, "Die Wartung ist im ersten Jahr inklusive."),
        (BIKES, "Helm und Rad zusammen sind für 158 € zu haben."),
        (BIKES, "Für die Beratung berechnen wir nichts."),
        (CALLS, "Ein Gespräch von 15 Minuten kostet 19 €."),
        (CALLS, "Ein Gespräch von 30 Minuten kostet 27 €."),
        (HAY, "Travel is always free within 15 miles."),
        (HAY, "Each farm pays £6 an acre, however large its meadows are."),
    ],
)
def test_a_price_with_its_end_is_none(told: dict[str, str], text: str) -> None:
    assert "price_terms_differ" not in rules_on(project(told), "brief.market_analysis", text)
