"""Facts that cannot all be true become questions; each answer settles the question."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from artifacts.facts.conflicts import Conflict, find_conflicts
from artifacts.facts.schema import Facts
from artifacts.facts.sheet import confirmed, corrected

TODAY = date(2026, 11, 29)
EUR = {"currency": "EUR"}


def read(value: Any, words: str = "words", answer: str = "idea") -> dict[str, Any]:
    said = [{"answer": answer, "start": 0, "end": 1, "text": words}]
    return {"value": value, "said": said, "state": "read"}


def told_twice(first: str, second: str) -> list[dict[str, Any]]:
    return [
        read({**EUR, "amount": amount, "per": "month"}, amount, answer)
        for amount, answer in ((first, "idea"), (second, "price"))
    ]


CASES: dict[str, dict[str, Any]] = {
    "past-deadline": {"deadline": read("2026-04-30")},
    "deadline-weeks": {"deadline": read("2027-04-30"), "duration_weeks": read("8")},
    "test-after-deadline": {
        "deadline": read("2027-04-30"),
        "test": read({"begins": "2027-05-24", "weeks": "6"}),
    },
    "test-over-deadline": {
        "deadline": read("2027-04-30"),
        "test": read({"begins": "2027-04-01", "weeks": "8"}),
    },
    "test-longer": {"duration_weeks": read("6"), "test": read({"weeks": "8"})},
    "test-rhythm": {
        "test": read(
            {
                "weeks": "2",
                "rhythm": "one evening a month",
                "pass_mark": "both say yes on two evenings",
            }
        )
    },
    "pass-number": {"test": read({"participants": 5, "pass_number": 6})},
    "hours": {"people": read(1), "hours_per_week": read("120")},
    "full-time": {"hours_per_week": read("10"), "duration_weeks": read("8", "8 weeks full-time")},
    "later-money": {
        "budget": read(
            {**EUR, "amount": 64, "later": [{"amount": 24, "condition": "after inspection"}]}
        )
    },
    "prices-0-1": {"prices": told_twice("29", "39")},
}


def conflicts(facts: Facts) -> list[Conflict]:
    return [conflict for conflict in find_conflicts(facts, today=TODAY) if not conflict.is_settled]


@pytest.mark.parametrize("name", CASES)
def test_a_conflict_is_found_and_each_answer_settles_it(name: str) -> None:
    facts = Facts.model_validate(CASES[name])
    (conflict,) = conflicts(facts)
    assert conflict.id == name
    assert conflict.text % {key: "x" for key, _value in conflict.values}
    assert 2 <= len(conflict.choices) <= 4
    for choice in conflict.choices:
        after = facts
        for path in conflict.paths:
            after = confirmed(after, path)
        for path, value in sorted(choice.corrections, reverse=True):
            after = corrected(after, path, value)
        assert name not in {one.id for one in conflicts(after)}, choice.key
        assert choice.text % {key: "x" for key, _value in choice.values}


def test_a_shorter_test_leaves_time_to_build() -> None:
    (conflict,) = conflicts(Facts.model_validate(CASES["test-longer"]))
    shorter = next(choice for choice in conflict.choices if choice.key == "shorter")
    _path, test = shorter.corrections[0]
    assert test["weeks"] == "3"
    assert dict(conflict.values)["limit"] == 6


def test_what_is_kept_as_it_is_stays_visible() -> None:
    facts = confirmed(Facts.model_validate(CASES["pass-number"]), "test")
    (conflict,) = find_conflicts(facts, today=TODAY)
    assert conflict.is_settled


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"deadline": read("2027-04-30"), "test": read({"begins": "2027-05-03", "weeks": "6"})},
        {"deadline": read("2027-04-30"), "duration_weeks": read("21")},
        {
            "test": read(
                {"weeks": "9", "rhythm": "one evening a month", "pass_mark": "good on two evenings"}
            )
        },
        {"test": read({"participants": 6, "pass_number": 6})},
        {"people": read(2), "hours_per_week": read("80")},
        {"hours_per_week": read("40"), "duration_weeks": read("8", "8 weeks full-time")},
        {"prices": told_twice("29", "29.00")},
    ],
)
def test_facts_that_agree_raise_no_question(facts: dict[str, Any]) -> None:
    assert find_conflicts(Facts.model_validate(facts), today=TODAY) == ()
