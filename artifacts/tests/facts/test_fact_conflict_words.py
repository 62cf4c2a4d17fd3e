"""What each question about facts says, and what each of its answers changes, word for word.

`conflicts.txt` has the name of a case in each line, and below it the question and its answers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from artifacts.facts.conflict_kinds import FactValue
from artifacts.facts.conflicts import Conflict, find_conflicts
from artifacts.facts.schema import Facts
from artifacts.tests.facts.test_fact_conflicts import CASES, EUR, TODAY, read
from artifacts.tests.facts.test_facts_read_words import plain
from artifacts.tests.support.recorded import Compare, Recording

PER = {"per": "box"}
CONFLICTS = Recording(Path(__file__).with_name("conflicts.txt"), mark="")


def readings(*values: Any) -> dict[str, Any]:
    said = [{"answer": "idea", "start": at, "end": at + 1, "text": f" word {at}"} for at in (0, 9)]
    return {"value": None, "said": said, "state": "open", "readings": values}


def later(amount: int, *parts: tuple[int, str]) -> dict[str, Any]:
    told = [{"amount": part, "condition": condition} for part, condition in parts]
    return {"budget": read({**EUR, "amount": amount, "later": told})}


def often(rhythm: str, pass_mark: str, weeks: str = "2") -> dict[str, Any]:
    return {"test": read({"weeks": weeks, "rhythm": rhythm, "pass_mark": pass_mark})}


ALL_CASES = {
    **CASES,
    "a past leap day": {"deadline": read("2024-02-29")},
    "a day of this year that is past": {"deadline": read("2026-11-28")},
    "a later day of a past year": {"deadline": read("2025-12-24")},
    "weeks from an earliest start": {
        "deadline": read("2027-04-30"),
        "duration_weeks": read("30"),
        "earliest_start": read("2027-01-04"),
    },
    "a test without a length after the deadline": {
        "deadline": read("2027-04-30"),
        "test": read({"begins": "2027-05-24"}),
    },
    "a test with an end over the deadline": {
        "deadline": read("2027-04-30"),
        "test": read({"begins": "2027-04-01", "ends": "2027-05-20"}),
    },
    "a test that is longer than the weeks to a day": {
        "deadline": read("2026-12-20"),
        "test": read({"weeks": "8"}),
    },
    "a test where no week is left": {
        "deadline": read("2026-12-02"),
        "test": read({"weeks": "8"}),
    },
    "a test of one week in none": {"duration_weeks": read("1"), "test": read({"weeks": "3"})},
    "two evenings a month": often("zwei Abende im Monat", "gut an fünf Abenden", "8"),
    "monthly": often("monthly", "good"),
    "hours of three": {"people": read(3), "hours_per_week": read("310")},
    "money in two parts": later(64, (24, "after inspection"), (30, "once open")),
    "no money now": later(64, (64, "after inspection")),
    "two readings of a number": {"people": readings(2, 3)},
    "two readings of a trait": {"traits": {"seasonal": readings("yes", "no")}},
    "two readings of a price": {
        "prices": [readings({**EUR, **PER, "amount": "4"}, {**EUR, **PER, "amount": "9"})]
    },
}


def found(name: str) -> list[Conflict]:
    return list(find_conflicts(Facts.model_validate(ALL_CASES[name]), today=TODAY))


def shown(value: Any) -> str:
    """Return a value in one line, without what is empty in it."""
    if isinstance(value, FactValue):
        return shown(value.value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {one}" for name, one in value.items() if one not in _EMPTY)
    return plain(value)


_EMPTY = (None, "", False)


def rows(conflict: Conflict) -> list[str]:
    """Return the question and its answers, each with what it changes."""

    def filled(text: str, values: tuple[tuple[str, Any], ...]) -> str:
        return text % {name: shown(value) for name, value in values}

    answers = [
        f"{choice.key}: {filled(choice.text, choice.values)}"
        f" -> {'; '.join(f'{path} = {shown(value)}' for path, value in choice.corrections)}"
        for choice in conflict.choices
    ]
    head = f"{conflict.id} about {', '.join(conflict.paths)}: {conflict.title}"
    return [head, filled(conflict.text, conflict.values), *map(str.rstrip, answers)]


@pytest.mark.parametrize("name", ALL_CASES)
def test_a_question_says_what_differs_and_what_each_answer_changes(
    name: str, recorded: Compare
) -> None:
    recorded(CONFLICTS, name, (row for one in found(name) for row in rows(one)))


def test_every_case_has_its_question() -> None:
    assert CONFLICTS.headings == list(ALL_CASES)


@pytest.mark.parametrize("name", ALL_CASES)
def test_every_word_of_a_question_is_translated(name: str) -> None:
    with translation.override("de"):
        for conflict in found(name):
            texts = [conflict.title, conflict.text, *(choice.text for choice in conflict.choices)]
            own = [text for text in texts if not text.startswith("%(") or text.count(" ")]
            assert all(translation.gettext(text) != text for text in own), texts
