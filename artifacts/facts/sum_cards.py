"""What follows from the facts by arithmetic, each with its sum and the facts it was made of, in the
active language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.facts import sums
from artifacts.facts.labels import display_value, number_text, value_text, weeks_text
from artifacts.facts.schema import Facts, Price


@dataclass(frozen=True, slots=True)
class SumPart:
    """A fact that a sum was made of."""

    path: str
    value: Any


@dataclass(frozen=True, slots=True)
class SumCard:
    """A figure, what it is, how it was computed, and from which facts."""

    key: str
    figure: str
    label: str
    sum: str
    parts: tuple[SumPart, ...]


def sum_cards(facts: Facts, *, today: date) -> list[SumCard]:
    """Return what can be computed; a figure that nobody gave leaves its sums out."""
    return [*_time(facts, today), *_money(facts), *_income(facts)]


def _time(facts: Facts, today: date) -> Iterator[SumCard]:
    weeks = sums.weeks_available(facts, today)
    if not weeks:
        return
    limit = _parts(facts, "deadline", "duration_weeks")
    capacity = sums.capacity(facts, weeks)
    if capacity is None:
        yield SumCard("weeks", weeks_text(weeks), _("until it has to be ready"), "", limit)
        return
    parts = (*limit, *_parts(facts, "hours_per_week"))
    yield SumCard(
        "hours",
        _hours(capacity.hours),
        _("for the whole team until it has to be ready"),
        f"{weeks_text(weeks)} × {_hours(capacity.hours_per_week)}",
        parts,
    )
    steps = [
        SumPart(f"first_version.{number}", step.value)
        for number, step in enumerate(facts.first_version)
        if step
    ]
    if len(steps) > 1:
        each = (capacity.hours / len(steps)).quantize(Decimal(1))
        yield SumCard(
            "hours_each",
            _hours(each),
            _("for each step of the first version"),
            f"{number_text(capacity.hours)} ÷ {len(steps)}",
            (*parts, *steps),
        )


def _money(facts: Facts) -> Iterator[SumCard]:
    budget, now, later = facts.budget.value, sums.money_now(facts), sums.money_later(facts)
    parts = _parts(facts, "budget")
    if budget and now and later:
        total = display_value((budget.amount, budget.currency))
        yield SumCard(
            "money_now",
            display_value(now),
            _("there is for certain"),
            f"{total} − {display_value(later)}",
            parts,
        )
    even = sums.break_even(facts)
    if even and budget:
        figure = ngettext("%(number)s payment", "%(number)s payments", even.sales) % {
            "number": number_text(even.sales)
        }
        total = display_value((budget.amount, budget.currency))
        price = display_value((even.price.amount, even.price.currency))
        yield SumCard(
            "break_even",
            figure,
            _("bring in as much as we spend"),
            f"{total} ÷ {price}",
            (*parts, *_price(facts, even.price)),
        )


def _income(facts: Facts) -> Iterator[SumCard]:
    shown = (
        ("pass_income", sums.pass_income(facts), _("if our test is passed")),
        ("test_income", sums.test_income(facts), _("from the test group")),
        ("reach_income", sums.reach_income(facts), _("from all we can name")),
    )
    for key, income, words in shown:
        if income is None:
            continue
        price = display_value((income.price.amount, income.price.currency))
        factors = [value_text("counts", income.count), price]
        if income.months:
            factors.append(
                ngettext("%(number)s month", "%(number)s months", income.months)
                % {"number": income.months}
            )
        counted = [
            SumPart(f"counts.{number}", fact.value)
            for number, fact in enumerate(facts.counts)
            if fact.value == income.count
        ][:1] or [SumPart("test", income.count)]
        yield SumCard(
            key,
            display_value(income.total),
            words,
            " × ".join(factors),
            (*counted, *_price(facts, income.price)),
        )


def _parts(facts: Facts, *names: str) -> tuple[SumPart, ...]:
    """Return those of these facts that are known."""
    return tuple(
        SumPart(name, fact.value)
        for name, fact in ((name, getattr(facts, name)) for name in names)
        if fact
    )


def _price(facts: Facts, price: Price) -> tuple[SumPart, ...]:
    return tuple(
        SumPart(f"prices.{number}", price)
        for number, fact in enumerate(facts.prices)
        if fact.value == price
    )[:1]


def _hours(hours: Decimal) -> str:
    number = int(hours) if hours == int(hours) else 2
    return ngettext("%(number)s hour", "%(number)s hours", number) % {"number": number_text(hours)}
