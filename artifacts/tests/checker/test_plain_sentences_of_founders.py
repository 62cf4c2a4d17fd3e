"""What is said of plain sentences that name what a founder told: their price for something else,
three times their price, their budget with a little more, their test with other numbers.

`plain_sentences.json` has the sentences, `plain_sentences.txt` every eighth founder by their id
with those that are objected to, each with the rules and what the founder said instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from artifacts.facts.schema import Facts
from artifacts.tests.checker.test_own_words_of_founders import judged
from artifacts.tests.support.recorded import Compare, Recording
from artifacts.tests.support.studied import FOUNDERS, project_of

RECORDING = Recording(Path(__file__).with_name("plain_sentences.txt"))
SENTENCES: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("plain_sentences.json").read_text(encoding="utf-8")
)
EIGHTH = [founder for founder in FOUNDERS if founder["language"] in SENTENCES][1::8]


def values_of(facts: Facts) -> Iterator[tuple[str, object]]:
    """Yield what stands in the gaps of the sentences, as far as the founder told it."""
    yield from _money_of(facts)
    if facts.deadline.value:
        yield "deadline", _day(facts.deadline.value)
        yield "later", _day(facts.deadline.value + timedelta(weeks=3))
    test = facts.test.value
    if test and test.participants and test.noun:
        yield from (
            ("participants", test.participants),
            ("participants_more", test.participants * 2),
        )
        yield from (("noun", test.noun), ("weeks_more", (test.weeks or 4) + 2))
    if facts.hours_per_week.value:
        hours = facts.hours_per_week.value
        yield from (("hours", hours), ("hours_more", hours + 15))
    for name, group in (
        ("left_out", facts.left_out),
        ("law", facts.laws),
        ("region", facts.regions),
    ):
        first = next((fact.value for fact in group if fact.value), None)
        if first:
            yield name, getattr(first, "name", first)
    if facts.first_version:
        yield "step", facts.first_version[-1].value


def _money_of(facts: Facts) -> Iterator[tuple[str, object]]:
    for fact in facts.prices:
        if fact.value and fact.value.currency:
            amount, currency = fact.value.amount, fact.value.currency
            yield "price", fact.said[0].text
            yield "first", _money(amount, currency)
            yield "more", _money(amount + 2, currency)
            yield "three", _money(amount * 3, currency)
            yield "ten", _money(amount * 10, currency)
            break
    budget = facts.budget.value
    if budget:
        yield "budget", _money(budget.amount, budget.currency)
        yield "budget_more", _money(budget.amount + 1_000, budget.currency)


def _money(amount: Decimal, currency: str) -> str:
    return f"{currency} {amount.normalize():f}"


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def sentences_for(founder: Mapping[str, Any], facts: Facts) -> Iterator[str]:
    """Yield the sentences of which the founder told all that they name."""
    values = dict(values_of(facts))
    for sentence in SENTENCES[founder["language"]]:
        try:
            yield sentence.format_map(values)
        except KeyError:
            continue


def lines_of(founder: Mapping[str, Any]) -> Iterator[str]:
    project = project_of(founder)
    return judged(project, sentences_for(founder, project.sheet))


@pytest.mark.parametrize("founder", EIGHTH, ids=lambda founder: founder["id"])
def test_plain_sentences_on_what_was_told_are_judged_as_recorded(
    founder: Mapping[str, Any], recorded: Compare
) -> None:
    recorded(RECORDING, founder["id"], lines_of(founder))


def test_every_founder_is_recorded() -> None:
    assert RECORDING.headings == [founder["id"] for founder in EIGHTH]
