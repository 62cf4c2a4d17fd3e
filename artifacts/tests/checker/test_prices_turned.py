"""Prices that a text equates, denies, pays the wrong way or gives without end."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SHEEP = {
    "idea": "Wir scheren Schafe auf kleinen Höfen in Dithmarschen und nehmen die Wolle mit.",
    "target_user": "Halter mit bis zu 25 Schafen in Dithmarschen.",
    "problem": "Der Lohnscherer kommt erst ab 100 Tieren und nimmt 7 € das Schaf.",
    "price": "9 € das Schaf, Böcke 14 €. Für die Wolle zahlen wir 0,50 € das Kilo.",
}
EVENINGS = {
    "idea": "Abendkurse am Tablet für Leute ab 65 in Graz, im Nebenzimmer eines Gasthauses.",
    "price": "12 € der Abend, der Zehnerblock 99 €. Getränke sind nicht dabei. Wer absagt, zahlt"
    " nichts.",
}
CALLS = {
    "idea": "Eine Hebamme berät Eltern in Rostock nachts am Telefon, wenn das Baby schreit.",
    "price": "Das Monatspaket mit drei Gesprächen kostet 49 €. Kliniken zahlen 14 € je Gespräch.",
}
PLANTS = {
    "idea": "Wij zetten kleine kasjes op balkons in Gent en komen elke maand plantjes brengen.",
    "target_user": "Mensen met een balkon, die zelf betalen en niet naar de winkel willen.",
    "price": "€ 15 per maand. Extra plantjes kosten € 2 per stuk.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


FOUND = {
    "payer_differs",
    "price_condition_dropped",
    "price_terms_differ",
    "price_of_another_case",
    "region_differs",
}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SHEEP, "Ein Bock kostet so viel wie ein Schaf, nämlich 9 €."),
        (SHEEP, "Der Halter zahlt 0,50 € für jedes Kilo Wolle."),
        (SHEEP, "Bei uns kostet ein Schaf 7 €, wie beim Lohnscherer."),
        (SHEEP, "Wir fangen in Ostholstein an, Dithmarschen ist für später vorgesehen."),
        (EVENINGS, "Getränke sind im Preis enthalten."),
        (EVENINGS, "Wer absagt, zahlt trotzdem 12 €."),
        (EVENINGS, "Mit dem Zehnerblock um 99 € kommt man so oft man mag."),
        (EVENINGS, "Einen Block gibt es nicht."),
        (PLANTS, "Vijf extra plantjes kosten € 2."),
    ],
)
def test_a_turned_price_is_found(told: dict[str, str], text: str) -> None:
    assert FOUND & rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SHEEP, "Für 30 kg Wolle bekommt der Halter 15 €."),
        (SHEEP, "Der Lohnscherer nimmt 7 € das Schaf."),
        (SHEEP, "Wir fangen in Dithmarschen an."),
        (EVENINGS, "Getränke bezahlt jeder selbst."),
        (EVENINGS, "Wer kommt, zahlt 12 €."),
        (CALLS, "Der Preis ist vorher bekannt: 49 €, 14 € je Gespräch."),
        (EVENINGS, "Mit dem Zehnerblock um 99 € kommt man zehnmal."),
        (EVENINGS, "Einen Aufzug gibt es nicht."),
        (PLANTS, "Vijf extra plantjes kosten € 10."),
    ],
)
def test_a_straight_price_is_none(told: dict[str, str], text: str) -> None:
    assert not FOUND & rules_on(project(told), "brief.market_analysis", text)
