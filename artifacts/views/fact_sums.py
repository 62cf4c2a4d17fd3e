"""What follows from the facts by arithmetic, each with its sum, for the page of facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.facts import sums
from artifacts.facts.labels import any_words, number_words, value_words, weeks_words
from artifacts.facts.schema import Facts


@dataclass(frozen=True, slots=True)
class SumCard:
    """A figure, what it is, and how it was computed."""

    figure: str
    words: str
    sum: str


def sum_cards(facts: Facts, *, today: date) -> list[SumCard]:
    """Return what can be computed; a figure that nobody gave leaves its sums out."""
    return [*_time(facts, today), *_money(facts), *_income(facts)]


def _time(facts: Facts, today: date) -> Iterator[SumCard]:
    weeks = sums.weeks_available(facts, today)
    if not weeks:
        return
    capacity = sums.capacity(facts, weeks)
    if capacity is None:
        yield SumCard(weeks_words(weeks), _("until it has to be ready"), "")
        return
    words = _("for the whole team until it has to be ready")
    yield SumCard(
        _hours(capacity.hours), words, f"{weeks_words(weeks)} × {_hours(capacity.hours_per_week)}"
    )
    steps = len([step for step in facts.first_version if step])
    if steps > 1:
        each = (capacity.hours / steps).quantize(Decimal(1))
        yield SumCard(
            _hours(each),
            _("for each step of the first version"),
            f"{number_words(capacity.hours)} ÷ {steps}",
        )


def _money(facts: Facts) -> Iterator[SumCard]:
    budget, now, later = facts.budget.value, sums.money_now(facts), sums.money_later(facts)
    if budget and now and later:
        total = any_words((budget.amount, budget.currency))
        yield SumCard(any_words(now), _("there is for certain"), f"{total} − {any_words(later)}")
    even = sums.break_even(facts)
    if even and budget:
        figure = ngettext("%(number)s payment", "%(number)s payments", even.sales) % {
            "number": number_words(even.sales)
        }
        total = any_words((budget.amount, budget.currency))
        price = any_words((even.price.amount, even.price.currency))
        yield SumCard(figure, _("bring in as much as we spend"), f"{total} ÷ {price}")


def _income(facts: Facts) -> Iterator[SumCard]:
    shown = (
        (sums.test_income(facts), _("from the test group")),
        (sums.reach_income(facts), _("from all we can name")),
    )
    for income, words in shown:
        if income is None:
            continue
        price = any_words((income.price.amount, income.price.currency))
        factors = [value_words("counts", income.count), price]
        if income.months:
            factors.append(
                ngettext("%(number)s month", "%(number)s months", income.months)
                % {"number": income.months}
            )
        yield SumCard(any_words(income.total), words, " × ".join(factors))


def _hours(hours: Decimal) -> str:
    number = int(hours) if hours == int(hours) else 2
    return ngettext("%(number)s hour", "%(number)s hours", number) % {"number": number_words(hours)}
