"""The sums made of what the founder told, each with how it was made and of which facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from artifacts.facts import sums
from artifacts.facts.schema import Facts
from artifacts.facts.sum_cards import sum_cards
from artifacts.tests.facts.test_fact_questions import EUR, read
from artifacts.tests.facts.test_fact_words import LATER, price

TODAY = date(2026, 11, 29)


def cards(facts: dict[str, Any]) -> list[tuple[str, str, str, list[str]]]:
    """Return each sum as it is shown: its key, the figure and what it is, how and of what."""
    with override("en"):
        return [
            (card.key, f"{card.figure} {card.label}", card.sum, [part.path for part in card.parts])
            for card in sum_cards(Facts.model_validate(facts), today=TODAY)
        ]


DAY = read("2027-04-30")
BAKERS = read({"number": 22, "noun": "bakers"}, answer="target_user")
TESTERS = read({"number": 8, "noun": "bakers"}, answer="validation")
TOWNS = read({"number": 5, "noun": "towns"}, answer="target_user")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        (
            {"deadline": DAY},
            [("weeks", "21 weeks until it has to be ready", "", ["deadline"])],
        ),
        (
            {"deadline": DAY, "duration_weeks": read("8.5")},
            [("weeks", "8 weeks until it has to be ready", "", ["deadline", "duration_weeks"])],
        ),
        (
            {"duration_weeks": read("1"), "hours_per_week": read("1.5")},
            [
                (
                    "hours",
                    "1.5 hours for the whole team until it has to be ready",
                    "1 week × 1.5 hours",
                    ["duration_weeks", "hours_per_week"],
                )
            ],
        ),
        (
            {"deadline": DAY, "hours_per_week": read("12.5"), "first_version": [read("Ask")]},
            [
                (
                    "hours",
                    "262.5 hours for the whole team until it has to be ready",
                    "21 weeks × 12.5 hours",
                    ["deadline", "hours_per_week"],
                )
            ],
        ),
        (
            {
                "duration_weeks": read("1"),
                "hours_per_week": read("1"),
                "first_version": [read("Ask"), {"value": None, "state": "confirmed"}, read("Pay")],
            },
            [
                (
                    "hours",
                    "1 hour for the whole team until it has to be ready",
                    "1 week × 1 hour",
                    ["duration_weeks", "hours_per_week"],
                ),
                (
                    "hours_each",
                    "0 hours for each step of the first version",
                    "1 ÷ 2",
                    ["duration_weeks", "hours_per_week", "first_version.0", "first_version.2"],
                ),
            ],
        ),
        ({"deadline": read("2026-11-29"), "hours_per_week": read("1")}, []),
        ({"deadline": read("2026-10-29")}, []),
        (
            {"budget": read({**EUR, "amount": "12000", "later": LATER})},
            [
                (
                    "money_now",
                    "€7,998.50 there is for certain",
                    "€12,000 − €4,001.50",
                    ["budget"],
                )
            ],
        ),
        ({"budget": read({**EUR, "amount": "12000"})}, []),
        (
            {
                "budget": read({**EUR, "amount": "12000"}),
                "prices": [
                    price("5", "month", is_minimum=True),
                    price("0", "month"),
                    price("29", "month"),
                ],
            },
            [
                (
                    "break_even",
                    "414 payments bring in as much as we spend",
                    "€12,000 ÷ €29",
                    ["budget", "prices.2"],
                )
            ],
        ),
        (
            {"budget": read({**EUR, "amount": "29"}), "prices": [price("29", "month")]},
            [
                (
                    "break_even",
                    "1 payment bring in as much as we spend",
                    "€29 ÷ €29",
                    ["budget", "prices.0"],
                )
            ],
        ),
        ({"budget": read({**EUR, "amount": "29"}), "prices": [price("29", "month", "USD")]}, []),
        (
            {
                "budget": read({**EUR, "amount": "29"}),
                "prices": [price("9", "cup", is_shared=True)],
            },
            [],
        ),
        (
            {
                "budget": read({**EUR, "amount": "29"}),
                "prices": [price("9", "cup"), price("5", "percent", None)],
            },
            [],
        ),
        (
            {
                "budget": read({**EUR, "amount": "90"}),
                "prices": [price("9", "month"), price("5", "percent", None)],
            },
            [
                (
                    "break_even",
                    "10 payments bring in as much as we spend",
                    "€90 ÷ €9",
                    ["budget", "prices.0"],
                )
            ],
        ),
        (
            {
                "prices": [price("7", "once"), price("29", "month", payer="bakers")],
                "counts": [TOWNS, BAKERS, TESTERS],
                "test": read({"weeks": "9"}),
            },
            [
                (
                    "test_income",
                    "€464 from the test group",
                    "8 bakers × €29 × 2 months",
                    ["counts.2", "prices.1"],
                ),
                (
                    "reach_income",
                    "€7,656 from all we can name",
                    "22 bakers × €29 × 12 months",
                    ["counts.1", "prices.1"],
                ),
            ],
        ),
        (
            {
                "prices": [price("29", "month", payer="baker")],
                "test": read({"weeks": "5", "participants": 3, "noun": "bakers"}),
            },
            [
                (
                    "test_income",
                    "€87 from the test group",
                    "3 bakers × €29 × 1 month",
                    ["test", "prices.0"],
                ),
            ],
        ),
        (
            {"prices": [price("29", "month", payer="bakers")], "counts": [TESTERS]},
            [],
        ),
        (
            {
                "prices": [price("29", "month", payer="bakers")],
                "counts": [TESTERS],
                "test": read({"weeks": "4"}),
            },
            [],
        ),
        (
            {"prices": [price("30", "month", unit="baker", months_a_year=7)], "counts": [BAKERS]},
            [
                (
                    "reach_income",
                    "€4,620 from all we can name",
                    "22 bakers × €30 × 7 months",
                    ["counts.0", "prices.0"],
                )
            ],
        ),
        (
            {"prices": [price("90", "year", unit="baker")], "counts": [BAKERS]},
            [
                (
                    "reach_income",
                    "€1,980 from all we can name",
                    "22 bakers × €90",
                    ["counts.0", "prices.0"],
                )
            ],
        ),
        (
            {
                "prices": [price("90", "year", unit="baker")],
                "counts": [TESTERS],
                "test": read({"weeks": "60"}),
            },
            [],
        ),
        (
            {"prices": [price("2", "baker")], "counts": [BAKERS]},
            [
                (
                    "reach_income",
                    "€44 from all we can name",
                    "22 bakers × €2",
                    ["counts.0", "prices.0"],
                )
            ],
        ),
        (
            {"prices": [price("2", "once", unit="baker")], "counts": [BAKERS]},
            [
                (
                    "reach_income",
                    "€44 from all we can name",
                    "22 bakers × €2",
                    ["counts.0", "prices.0"],
                )
            ],
        ),
        ({"prices": [price("2", "hour", payer="bakers")], "counts": [BAKERS]}, []),
        ({"prices": [price("2", "day", payer="bakers")], "counts": [BAKERS]}, []),
        ({"prices": [price("2", "week", payer="bakers")], "counts": [BAKERS]}, []),
        ({"prices": [price("2", "baker", is_minimum=True)], "counts": [BAKERS]}, []),
        ({"prices": [price("0", "baker")], "counts": [BAKERS]}, []),
        ({"prices": [price("5", "percent", None, payer="bakers")], "counts": [BAKERS]}, []),
        ({"prices": [price("2", "baker's card")], "counts": [BAKERS]}, []),
        (
            {"prices": [price("2", "box")], "test": read({"pass_mark": "if 60 boxes come in"})},
            [
                (
                    "pass_income",
                    "€120 if our test is passed",
                    "60 boxes × €2",
                    ["test", "prices.0"],
                )
            ],
        ),
    ],
)
def test_sums_are_made_of_what_the_founder_told(
    facts: dict[str, Any], expected: list[tuple[str, str, str, list[str]]]
) -> None:
    assert cards(facts) == expected


@pytest.mark.parametrize(
    ("mark", "total"),
    [
        ("if 60 boxes come in", 120),
        ("if 3 farms stay and 60 boxes come in", 120),
        ("if at most 60 boxes come back", None),
        ("if no more than 60 boxes come back", None),
        ("if 60 boxes a week come in", None),
        ("if 60 boxes per farm come in", None),
        ("if 60 of 80 boxes come in", None),
        ("if less than 60 boxes come back", None),
        ("if 40 to 60 boxes come in", None),
        ("if 60 boxes come in, and 20 boxes go out", None),
        ("if five farms stay", None),
    ],
)
def test_only_a_whole_number_that_is_asked_for_makes_an_income(
    mark: str, total: int | None
) -> None:
    found = cards({"prices": [price("2", "box")], "test": read({"pass_mark": mark})})
    assert [figure.split()[0] for _, figure, _, _ in found] == ([f"€{total}"] if total else [])


@pytest.mark.parametrize(
    ("language", "mark", "total"),
    [
        ("de", "wenn sechzig Kisten kommen", 120),
        ("de", "wenn höchstens sechzig Kisten kommen", None),
        ("de", "wenn am Tag sechzig Kisten kommen", None),
        ("fr", "si soixante caisses partent", None),
        ("", "if sixty boxes come in", None),
    ],
)
def test_a_pass_mark_is_counted_in_its_language(
    language: str, mark: str, total: int | None
) -> None:
    prices = [price("2", "Kiste")]
    found = cards({"language": language, "prices": prices, "test": read({"pass_mark": mark})})
    assert [figure.split()[0] for _, figure, _, _ in found] == ([f"€{total}"] if total else [])


@pytest.mark.parametrize(
    ("told", "per", "months"),
    [
        (price("9", "month", payer="bakers"), "year", 12),
        (price("9", "month", payer="bakers", months_a_year=7), "season", 7),
        (price("9", "year", payer="bakers"), "year", None),
        (price("9", "baker"), "once", None),
    ],
)
def test_what_all_bring_in_is_called_by_its_time(
    told: dict[str, Any], per: str, months: int | None
) -> None:
    income = sums.reach_income(Facts.model_validate({"prices": [told], "counts": [BAKERS]}))
    assert income is not None
    assert (income.per, income.months) == (per, months)


def test_what_the_test_brings_in_comes_once() -> None:
    facts = {
        "prices": [price("9", "month", payer="bakers"), price("2", "box")],
        "counts": [TESTERS],
        "test": read({"weeks": "9", "pass_mark": "if 60 boxes come in"}),
    }
    sheet = Facts.model_validate(facts)
    both = sums.test_income(sheet), sums.pass_income(sheet)
    assert [(one.per, one.months) if one else None for one in both] == [("once", 2), ("once", None)]


@pytest.mark.parametrize(
    "told",
    [
        price("2", "box", is_minimum=True),
        price("2", "box", is_shared=True),
        price("0", "box"),
        price("2", "crate"),
        price("2", "month", unit="box"),
    ],
)
def test_a_price_that_is_no_whole_one_for_the_thing_makes_no_income(told: dict[str, Any]) -> None:
    assert cards({"prices": [told], "test": read({"pass_mark": "if 60 boxes come in"})}) == []
