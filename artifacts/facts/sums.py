"""What follows from the facts by arithmetic: hours, income, break-even, money that comes late.

Pure functions.

A sum is made only from figures the founder gave, in one unit each; where a figure is missing there
is no sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from artifacts.facts.schema import Count, Fact, Facts, Money, Price

WEEKS_A_MONTH = Decimal(52) / 12
DAYS_A_WEEK = 7

_STEM = 5
"""Letters by which a noun is recognised in another form: dealer, dealers; Lanze, Lanzen."""
_MONTHS = {"month": Decimal(1), "year": Decimal(12), "week": 1 / WEEKS_A_MONTH}
_NOT_UNITS = frozenset({"once", "percent", "hour", "day", *_MONTHS})

Per = Literal["once", "month", "year", "season"]


@dataclass(frozen=True, slots=True)
class Income:
    """What `count` payers pay at `price`, in `months` where the price is paid by time: count x
    price x months.
    """

    count: Count
    price: Price
    total: Money
    per: Per
    months: int | None = None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """How many sales at `price` bring in the whole budget; `months` payments of one payer where it
    is paid by time.
    """

    price: Price
    sales: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the team can work until the limit, in hours."""

    weeks: int
    hours_per_week: Decimal
    hours: Decimal


def weeks_available(facts: Facts, today: date) -> int | None:
    """Return the whole weeks from today to the limit; 0 if it is past, None if there is no
    limit.
    """
    limits = []
    if facts.deadline.value:
        limits.append(max(0, (facts.deadline.value - today).days // DAYS_A_WEEK))
    if facts.duration_weeks.value:
        limits.append(int(facts.duration_weeks.value))
    return min(limits, default=None)


def weeks_until(day: date, today: date) -> int:
    """Return the whole weeks from `today` to `day`, negative where it is past."""
    return (day - today).days // DAYS_A_WEEK


def capacity(facts: Facts, weeks: int | None) -> Capacity | None:
    """Return the hours the whole team has in `weeks`."""
    hours = facts.hours_per_week.value
    if weeks is None or hours is None:
        return None
    return Capacity(weeks, hours, hours * weeks)


def money_now(facts: Facts) -> Money | None:
    """Return what can be spent before the parts that come later; None if nothing comes later."""
    budget = facts.budget.value
    if budget is None or not budget.later:
        return None
    later = sum((part.amount for part in budget.later), Decimal(0))
    return Money(amount=max(Decimal(0), budget.amount - later), currency=budget.currency)


def money_later(facts: Facts) -> Money | None:
    """Return what comes only when something has happened; None if nothing does."""
    budget = facts.budget.value
    if budget is None or not budget.later:
        return None
    return Money(
        amount=sum((part.amount for part in budget.later), Decimal(0)), currency=budget.currency
    )


def break_even(facts: Facts) -> BreakEven | None:
    """Return how many sales at the first price bring in the budget, in the same currency."""
    budget, price = facts.budget.value, first_price(facts)
    if budget is None or price is None or price.currency != budget.currency or not price.amount:
        return None
    if _may_be_shared(facts, price):
        return None
    return BreakEven(price, int((budget.amount / price.amount).to_integral_value(ROUND_CEILING)))


def first_price(facts: Facts) -> Price | None:
    """Return the price the founder named first, but for shares, what costs nothing, and the minimum
    of another.
    """
    prices = [p.value for p in facts.prices if p.value and p.value.currency and p.value.amount]
    return next((price for price in prices if not price.is_minimum), next(iter(prices), None))


def reach_income(facts: Facts) -> Income | None:
    """Return what all payers whom the founder can count would bring in."""
    counts = [c for c in facts.counts if not _from(c, "validation")]
    return _income(facts, counts, whole_year=True)


def test_income(facts: Facts) -> Income | None:
    """Return what those payers who take part in the founder's test would pay while it runs."""
    test = facts.test.value
    if test is None:
        return None
    counts = [c for c in facts.counts if _from(c, "validation")]
    if test.participants and test.noun:
        counts.append(
            Fact[Count](value=Count(number=test.participants, noun=test.noun), state="read")
        )
    months = int(test.weeks / WEEKS_A_MONTH) if test.weeks else 0
    return _income(facts, counts, months=months)


def _income(
    facts: Facts, counts: list[Fact[Count]], *, months: int = 0, whole_year: bool = False
) -> Income | None:
    for price in (fact.value for fact in facts.prices if fact.value):
        if price.currency is None or not price.amount or _may_be_shared(facts, price):
            continue
        # The least that is paid tells nothing of all that comes in.
        if price.is_minimum:
            continue
        if count := _payers_at(price, counts):
            return _by_time(count, price, months=months, whole_year=whole_year)
    return None


def _payers_at(price: Price, counts: list[Fact[Count]]) -> Count | None:
    """Return the first count of those who pay `price`, or of what it is paid for."""
    nouns = [noun for noun in (price.unit, price.payer, price.per) if noun]
    nouns = [noun for noun in nouns if noun not in _NOT_UNITS]
    for count in (fact.value for fact in counts if fact.value):
        if any(same_thing(count.noun, noun) for noun in nouns):
            return count
    return None


def _may_be_shared(facts: Facts, price: Price) -> bool:
    """Return whether we may keep only a part of each sale, so that the whole price is not our
    income.
    """
    has_share = any(p.value and p.value.per == "percent" for p in facts.prices)
    return price.is_shared or (has_share and price.per not in _MONTHS)


def _by_time(count: Count, price: Price, *, months: int, whole_year: bool) -> Income | None:
    total = count.number * price.amount
    if price.per == "month":
        paid = (price.months_a_year or 12) if whole_year else months
        per: Per = ("season" if price.months_a_year else "year") if whole_year else "once"
        return Income(count, price, _money(total * paid, price), per, paid) if paid else None
    if price.per == "year":
        return Income(count, price, _money(total, price), "year") if whole_year else None
    if price.per in _NOT_UNITS - {"once"}:
        return None
    return Income(count, price, _money(total, price), "once")


def _money(amount: Decimal, price: Price) -> Money:
    assert price.currency is not None
    return Money(amount=amount, currency=price.currency)


def same_thing(one: str, other: str) -> bool:
    """Return whether two nouns name the same kind of thing, whatever their ending."""
    heads = [
        [word.casefold()[:_STEM] for word in noun.split() if len(word) > 2] for noun in (one, other)
    ]
    return bool(heads[0] and heads[1] and set(heads[0]) & set(heads[1]))


def _from(fact: Fact[Count], answer: str) -> bool:
    return any(span.answer == answer for span in fact.said)
