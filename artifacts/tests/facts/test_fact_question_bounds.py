"""Up to which day, hour or week facts agree, and what is asked beyond it."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.facts.conflicts import find_conflicts
from artifacts.facts.schema import Facts
from artifacts.facts.sheet import confirmed
from artifacts.tests.facts.test_fact_answers import MONEY
from artifacts.tests.facts.test_fact_questions import (
    DAY,
    EUR,
    TODAY,
    a_month,
    conflicts,
    disputed,
    read,
)


@pytest.mark.parametrize(
    ("facts", "ids"),
    [
        ({"deadline": read("2026-11-29")}, []),
        ({"deadline": read("2026-11-28")}, ["past-deadline"]),
        ({"deadline": read("2026-11-28"), "duration_weeks": read("40")}, ["past-deadline"]),
        ({"deadline": read("2027-01-17"), "duration_weeks": read("6")}, []),
        ({"deadline": read("2027-01-18"), "duration_weeks": read("6")}, ["deadline-weeks"]),
        ({"deadline": read("2027-01-31"), "duration_weeks": read("10")}, []),
        ({"deadline": read("2027-01-30"), "duration_weeks": read("10")}, ["deadline-weeks"]),
        ({"deadline": read(DAY), "test": read({"begins": "2027-05-10"})}, []),
        ({"deadline": read(DAY), "test": read({"begins": "2027-05-11"})}, ["test-after-deadline"]),
        ({"deadline": read(DAY), "test": read({"begins": DAY, "weeks": "8"})}, []),
        ({"deadline": read(DAY), "test": read({"begins": "2027-04-02", "weeks": "4"})}, []),
        (
            {"deadline": read(DAY), "test": read({"begins": "2027-04-03", "weeks": "4"})},
            ["test-over-deadline"],
        ),
        (
            {
                "deadline": read(DAY),
                "test": read({"begins": "2027-04-03", "ends": "2027-04-20", "weeks": "9"}),
            },
            [],
        ),
        ({"duration_weeks": read("8"), "test": read({"weeks": "8"})}, []),
        ({"duration_weeks": read("8"), "test": read({"weeks": "9", "begins": DAY})}, []),
        ({"deadline": read("2027-01-24"), "test": read({"weeks": "8"})}, []),
        ({"deadline": read("2027-01-23"), "test": read({"weeks": "8"})}, ["test-longer"]),
        ({"deadline": read("2026-11-29"), "test": read({"weeks": "8"})}, ["test-longer"]),
        (
            {
                "deadline": read("2026-11-28"),
                "test": read({"weeks": "8"}),
                "duration_weeks": read("7"),
            },
            ["past-deadline", "test-longer"],
        ),
        ({"test": read({"weeks": "4", "rhythm": "each month"})}, ["test-rhythm"]),
        ({"test": read({"weeks": "4", "rhythm": "Per month one call"})}, ["test-rhythm"]),
        ({"test": read({"weeks": "4", "rhythm": "every month"})}, ["test-rhythm"]),
        ({"test": read({"weeks": "4", "rhythm": "jeden Monat"})}, ["test-rhythm"]),
        ({"test": read({"weeks": "4", "rhythm": "einmal pro Monat"})}, ["test-rhythm"]),
        ({"test": read({"weeks": "5", "rhythm": "every month"})}, []),
        ({"test": read({"weeks": "4", "rhythm": "every week"})}, []),
        ({"test": read({"rhythm": "every month"})}, []),
        ({"test": read({"weeks": "5", "rhythm": "4 evenings a month"})}, []),
        (
            {
                "test": read(
                    {"weeks": "5", "rhythm": "4 evenings a month", "pass_mark": "six evenings"}
                )
            },
            ["test-rhythm"],
        ),
        (
            {
                "test": read(
                    {"weeks": "7", "rhythm": "vier Abende im Monat", "pass_mark": "sechs Abenden"}
                )
            },
            [],
        ),
        (
            {
                "test": read(
                    {"weeks": "5", "rhythm": "two visits a month", "pass_mark": "3 boats are full"}
                )
            },
            [],
        ),
        ({"test": read({"participants": 6})}, []),
        ({"people": read(1), "hours_per_week": read("80")}, []),
        ({"people": read(1), "hours_per_week": read("81")}, ["hours"]),
        ({"hours_per_week": read("200")}, []),
        ({"people": read(0), "hours_per_week": read("200")}, []),
        ({"hours_per_week": read("10"), "duration_weeks": read("8", "8 weeks")}, []),
        ({"duration_weeks": read("8", "8 weeks full-time")}, []),
        ({"prices": [a_month("29", "price"), a_month("39", "price")]}, []),
        ({"prices": [a_month("29", "idea"), a_month("39", "price", unit="bus")]}, []),
        ({"prices": [a_month("29", "idea"), a_month("39", "price", payer="inns")]}, []),
        ({"prices": [a_month("29", "idea"), a_month("39", "price", currency="CHF")]}, []),
        (
            {
                "prices": [
                    a_month("29", "idea"),
                    read({**EUR, "amount": "39", "per": "year"}, "39", "price"),
                ]
            },
            [],
        ),
        (
            {"prices": [a_month("29", "idea", months_a_year=6), a_month("39", "price")]},
            ["prices-0-1"],
        ),
        ({"people": disputed(2)}, []),
        ({"people": {**disputed(2, 5), "state": "confirmed"}}, []),
        (
            {
                "people": disputed(2, 5),
                "deadline": read("2026-11-28"),
                "budget": read(MONEY),
                "prices": [a_month("29", "idea"), a_month("39", "price")],
                "test": read({"participants": 5, "pass_number": 6}),
            },
            ["readings-people", "past-deadline", "pass-number", "later-money", "prices-0-1"],
        ),
    ],
)
def test_what_fits_by_a_day_or_an_hour_is_not_asked(facts: dict[str, Any], ids: list[str]) -> None:
    assert [one.id for one in conflicts(facts)] == ids


def test_a_question_is_settled_when_all_its_facts_are_confirmed() -> None:
    told = {"people": read(1), "hours_per_week": read("120")}
    once = confirmed(Facts.model_validate(told), "people")
    both = confirmed(once, "hours_per_week")

    assert [one.is_settled for one in find_conflicts(once, today=TODAY)] == [False]
    assert [one.is_settled for one in find_conflicts(both, today=TODAY)] == [True]


def test_what_two_readers_saw_is_quoted_at_some_length_and_no_more() -> None:
    (one,) = conflicts({"people": disputed(2, 5, words=("so many of us " * 40,))})

    assert 100 < len(dict(one.values)["words"]) <= 300
