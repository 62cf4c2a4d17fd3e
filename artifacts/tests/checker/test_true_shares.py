"""Shares that are measured, and counts that a share of the founder's makes."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

DRYERS = {
    "en": {
        "name": "Dry Room",
        "idea": "We dry herbs for growers near Evesham in a room with fans.",
        "problem": "At one farm we looked at 480 trays: 35 % had mould.",
        "price": "£4 a tray.",
        "constraint": "The two of us, £6,000, ready by 1 March 2027.",
    },
    "de": {
        "name": "Trockenraum",
        "idea": "Wir trocknen Kräuter für Gärtner bei Erfurt in einem Raum mit Lüftern.",
        "price": "4 € je Blech.",
        "constraint": "Zu zweit, 6.000 €, fertig bis 1. März 2027.",
    },
    "fr": {
        "name": "Séchoir",
        "idea": "On sèche les herbes des jardiniers de Nyons dans une pièce ventilée.",
        "price": "4 € la claie.",
        "constraint": "À deux, 6 000 €, prêt le 1er mars 2027.",
    },
}


def rules(language: str, section: str, text: str) -> set[str]:
    told = {**DRYERS[language], "today": date(2026, 12, 1)}
    return rules_on(ProjectInput.from_brief(told), section, text, by_model=True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The fans stop when the moisture of a tray is below 12 %."),
        ("en", "The gauge warns us when its battery is at 15 %."),
        ("de", "Die Feuchte der Kräuter liegt beim Abfüllen unter 12 %."),
        ("fr", "L'humidité est relevée deux fois par jour, et on attend qu'elle soit sous 10 %."),
    ],
)
def test_what_is_measured_in_percent_needs_no_source(language: str, text: str) -> None:
    assert rules(language, "how_it_works.architecture", text) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "40 % of all growers in Wales have a battery lamp."),
        ("en", "85 % of the growers in Wales dry at home, and none looks at the moisture."),
        ("de", "Mit einem Akku arbeiten 60 % der Gärtner."),
    ],
)
def test_a_share_of_many_needs_a_source_whatever_they_measure(language: str, text: str) -> None:
    assert "amount_unknown" in rules(language, "brief.market_analysis", text)


def test_a_share_of_a_price_needs_a_source() -> None:
    text = "When the moisture is too high a grower gets 15 % of the £4 back."
    assert rules("en", "brief.market_analysis", text) == {"sum_wrong"}


def test_a_share_of_a_count_is_a_count() -> None:
    text = "At that farm 168 trays were mouldy and 312 were good."
    assert rules("en", "brief.problem_statement", text) == set()


@pytest.mark.parametrize(
    "text", ["At that farm 230 trays were mouldy.", "In Wales 168 growers wait for a dryer."]
)
def test_another_count_is_not(text: str) -> None:
    assert "figure_without_source" in rules("en", "brief.problem_statement", text)
