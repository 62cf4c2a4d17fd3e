"""What each answer to a question about facts changes in them."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.tests.facts.test_fact_questions import (
    DAY,
    EUR,
    a_month,
    conflicts,
    disputed,
    read,
)

A_TEST = {"participants": 5, "noun": "pairs", "rhythm": "daily"}
THREE_PRICES = [
    a_month("29", "idea"),
    a_month("9", "idea", unit="bus"),
    a_month("39", "price"),
]
MONEY = {
    **EUR,
    "amount": "64",
    "later": [{"amount": "24", "condition": "after inspection"}],
}


def told(value: Any) -> Any:
    """Return a stored value without what is empty in it."""
    if isinstance(value, dict):
        return {name: one for name, one in value.items() if one not in (None, "", [], False)}
    return value


@pytest.mark.parametrize(
    ("facts", "answer", "changed"),
    [
        ({"deadline": read("2026-04-30")}, "later", {"deadline": "2027-04-30"}),
        ({"deadline": read("2026-04-30")}, "open", {"deadline": None}),
        (
            {"deadline": read(DAY), "duration_weeks": read("8")},
            "date",
            {"duration_weeks": None},
        ),
        (
            {"deadline": read(DAY), "duration_weeks": read("8")},
            "weeks",
            {"deadline": "2027-01-24"},
        ),
        (
            {"deadline": read(DAY), "test": read({**A_TEST, "begins": "2027-05-24", "weeks": "6"})},
            "slack",
            {"deadline": DAY},
        ),
        (
            {"deadline": read(DAY), "test": read({**A_TEST, "begins": "2027-05-24", "weeks": "6"})},
            "move",
            {"deadline": "2027-05-24"},
        ),
        (
            {"deadline": read(DAY), "test": read({**A_TEST, "begins": "2027-05-24", "weeks": "6"})},
            "earlier",
            {"test": {**A_TEST, "begins": DAY, "ends": "2027-06-11", "weeks": "6"}},
        ),
        (
            {"deadline": read(DAY), "test": read({**A_TEST, "begins": "2027-05-24"})},
            "earlier",
            {"test": {**A_TEST, "begins": DAY}},
        ),
        (
            {"deadline": read(DAY), "test": read({**A_TEST, "begins": "2027-04-01", "weeks": "8"})},
            "stop",
            {"test": {**A_TEST, "begins": "2027-04-01", "ends": DAY, "weeks": "4"}},
        ),
        (
            {"deadline": read(DAY), "test": read({"begins": "2027-04-28", "ends": "2027-06-01"})},
            "stop",
            {"test": {"begins": "2027-04-28", "ends": DAY, "weeks": "1"}},
        ),
        (
            {"deadline": read(DAY), "test": read({**A_TEST, "begins": "2027-04-01", "weeks": "8"})},
            "ready",
            {"deadline": "2027-04-01"},
        ),
        (
            {"duration_weeks": read("7"), "test": read({**A_TEST, "weeks": "8"})},
            "shorter",
            {"test": {**A_TEST, "weeks": "3"}},
        ),
        (
            {"duration_weeks": read("6"), "test": read({**A_TEST, "weeks": "8"})},
            "longer",
            {"duration_weeks": "8"},
        ),
        (
            {"deadline": read("2026-12-31"), "test": read({**A_TEST, "weeks": "8"})},
            "shorter",
            {"test": {**A_TEST, "weeks": "4"}},
        ),
        (
            {
                "deadline": read("2027-01-10"),
                "test": read({**A_TEST, "weeks": "8"}),
                "earliest_start": read("2026-12-13"),
            },
            "longer",
            {"deadline": "2027-02-07"},
        ),
        (
            {"deadline": read("2026-12-31"), "test": read({**A_TEST, "weeks": "8"})},
            "after",
            {"test": {**A_TEST, "weeks": "8", "begins": "2026-12-31"}},
        ),
        (
            {"test": read({**A_TEST, "weeks": "3", "rhythm": "zwei Treffen im Monat"})},
            "longer",
            None,
        ),
        (
            {
                "test": read(
                    {
                        **A_TEST,
                        "weeks": "6",
                        "rhythm": "zwei Treffen im Monat",
                        "pass_mark": "fünf Treffen",
                    }
                )
            },
            "longer",
            {
                "test": {
                    **A_TEST,
                    "weeks": "11",
                    "rhythm": "zwei Treffen im Monat",
                    "pass_mark": "fünf Treffen",
                }
            },
        ),
        (
            {"test": read({**A_TEST, "weeks": "4", "rhythm": "monthly"})},
            "longer",
            {"test": {**A_TEST, "weeks": "5", "rhythm": "monthly"}},
        ),
        (
            {"test": read({**A_TEST, "weeks": "4", "rhythm": "Monatlich ein Besuch"})},
            "oftener",
            {"test": {"participants": 5, "noun": "pairs", "weeks": "4"}},
        ),
        (
            {"test": read({**A_TEST, "pass_number": 6})},
            "more",
            {"test": {**A_TEST, "participants": 6, "pass_number": 6}},
        ),
        (
            {"test": read({**A_TEST, "pass_number": 6})},
            "all",
            {"test": {**A_TEST, "pass_number": 5}},
        ),
        ({"people": read(3), "hours_per_week": read("300")}, "full", {"hours_per_week": "120"}),
        ({"people": read(3), "hours_per_week": read("300")}, "open", {"hours_per_week": None}),
        (
            {"hours_per_week": read("39"), "duration_weeks": read("8", "8 weeks full time")},
            "longer",
            {"duration_weeks": "9"},
        ),
        (
            {"hours_per_week": read("10"), "duration_weeks": read("8", "8 weeks full-time")},
            "full",
            {"hours_per_week": "40"},
        ),
        ({"budget": read(MONEY)}, "without", {"budget": {**EUR, "amount": "40"}}),
        ({"budget": read(MONEY)}, "there", {"budget": {**EUR, "amount": "64"}}),
        (
            {"prices": THREE_PRICES},
            "one",
            {"prices.0": {**EUR, "amount": "29", "per": "month"}, "prices.2": None},
        ),
        (
            {"prices": THREE_PRICES},
            "other",
            {"prices.0": None, "prices.2": {**EUR, "amount": "39", "per": "month"}},
        ),
        ({"people": disputed(2, 5)}, "one", {"people": 2}),
        ({"people": disputed(2, 5)}, "other", {"people": 5}),
        ({"people": disputed(2, 5)}, "open", {"people": None}),
        ({"traits": {"seasonal": disputed("yes", "no")}}, "one", {"traits.seasonal": "yes"}),
    ],
)
def test_an_answer_changes_what_it_says_and_nothing_else(
    facts: dict[str, Any], answer: str, changed: dict[str, Any] | None
) -> None:
    found = [choice for one in conflicts(facts) for choice in one.choices if choice.key == answer]
    if changed is None:
        assert found == []
        return
    (choice,) = found
    assert {path: told(value) for path, value in choice.corrections} == changed
