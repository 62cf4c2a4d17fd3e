"""Which price holds for so many, and whose price it is."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

MARKET = "brief.market_analysis"
PRICES = {
    "en": (
        "We wash tablecloths for restaurants in Leeds.",
        (
            "£6 a tablecloth. A hotel that sends thirty tablecloths or more pays £4.50 for each. "
            "A basket up to 12 kg is £20, £31 for anything bigger."
        ),
    ),
    "de": (
        "Wir schleifen Messer für Küchen in Kassel.",
        "8 € je Messer, ab 25 Messern 6 €. Die Abholung kostet 15 € bis 10 km, darüber 28 €.",
    ),
    "es": (
        "Afilamos cuchillos para restaurantes en Málaga.",
        "8 euros el cuchillo. Los hoteles, desde 20 cuchillos, 6 euros el cuchillo.",
    ),
}


@cache
def project(language: str) -> ProjectInput:
    idea, price = PRICES[language]
    answers = {"price": price, "workaround": "The laundry in York takes £9 a tablecloth."}
    told = answers if language == "en" else {"price": price}
    return ProjectInput.from_brief(
        {"name": "Crisp", "idea": idea, "answers": told, "today": date(2026, 11, 29)}
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A hotel that sends forty tablecloths pays £6 for each of them."),
        ("en", "A basket of 15 kg is washed for £20."),
        ("en", "A restaurant pays us £9 a tablecloth."),
        ("de", "Eine Küche mit 30 Messern zahlt 8 € je Messer."),
        ("es", "Un hotel con 24 cuchillos paga 8 euros por cada uno."),
    ],
)
def test_the_price_of_another_number_is_told(language: str, text: str) -> None:
    assert "price_of_another_case" in rules_on(project(language), MARKET, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A hotel that sends forty tablecloths pays £4.50 for each of them."),
        ("en", "A hotel that sends forty tablecloths pays £180."),
        ("en", "Twelve tablecloths at £6 are £72."),
        ("en", "A basket of 9 kg is washed for £20."),
        ("en", "The laundry in York takes £9 a tablecloth."),
        ("en", "Forty tablecloths cost a hotel £60 less than at £6 for each."),
        ("de", "Eine Küche mit 30 Messern zahlt 6 € je Messer, zusammen 180 €."),
        ("de", "Bei 6 km kostet die Abholung 15 €."),
        ("es", "Un restaurante con 10 cuchillos paga 8 euros por cada uno."),
    ],
)
def test_the_price_of_this_number_is_accepted(language: str, text: str) -> None:
    assert not rules_on(project(language), MARKET, text)
