"""What follows from the facts by arithmetic: hours, income, break-even, money that comes late.

Pure functions.

A sum is made only from figures the founder gave, in one unit each; where a figure is missing there
is no sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from artifacts.facts.grammar import NumberMatch, scan
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


def most_income(facts: Facts) -> Income | None:
    """Return what `reach_income` does where nothing else may come in: None where only those are
    counted who pay a later price than the first.
    """
    income = reach_income(facts)
    return income if income and income.price == first_price(facts) else None


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


def pass_income(facts: Facts) -> Income | None:
    """Return what comes in where the founder's test is passed and its pass mark counts what a price
    is for: "if 60 pairs come in".

    A rate, a share, or the most that may happen is no such number.
    """
    mark = facts.test.value.pass_mark if facts.test.value else ""
    counted = list(_counted_in(mark, facts.language or "en"))
    prices = [fact.value for fact in facts.prices if fact.value]
    for price in (price for price in prices if _is_for_a_thing(facts, price)):
        fitting = [count for count in counted if same_head(count.noun, price.per)]
        if len(fitting) == 1:
            total = fitting[0].number * price.amount
            return Income(fitting[0], price, _money(total, price), "once")
    return None


def _is_for_a_thing(facts: Facts, price: Price) -> bool:
    """Return whether a price is what we get for one of a thing, and no share or minimum of it."""
    is_whole = not (price.is_minimum or _may_be_shared(facts, price))
    return bool(price.currency and price.amount) and price.per not in _NOT_UNITS and is_whole


def _counted_in(mark: str, language: str) -> Iterator[Count]:
    """Yield what a pass mark counts in all."""
    for part in _PARTS.split(mark):
        for match in scan(part, language) if not _NO_TOTAL.search(part) else ():
            if isinstance(match, NumberMatch) and match.noun and not (match.high or match.measure):
                yield Count(number=int(match.value), noun=match.noun)


def season_price(facts: Facts) -> Price | None:
    """Return the first price by the month that is for some months of the year."""
    prices = (fact.value for fact in facts.prices if fact.value)
    return next((p for p in prices if p.currency and p.per == "month" and p.months_a_year), None)


def season_total(facts: Facts) -> Money | None:
    """Return what one payer pays in a year at that price; None where there is none."""
    price = season_price(facts)
    return _money(price.amount * (price.months_a_year or 0), price) if price else None


_PARTS = re.compile(r"[,;]| (?:and|und|et|en|y) ")
_NO_TOTAL = re.compile(
    r"\b(?:per|pro|je|par|por|every|each|jede[rsn]?|chaque|elke|cada|average|schnitt|durchschnitt\w*"
    r"|moyenne|gemiddeld|promedio|(?:a|am|in der|im) (?:day|week|month|tag|woche|monat)"
    r"|most|no(?:t)? more|less|fewer|höchstens|maximal|weniger|plus de|moins|hoogstens|minder"
    r"|no más|menos|(?:of|von|aus|sur|van|de) (?:the |all |every |den |las |los |de )?\d+)\b",
    re.IGNORECASE,
)


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
        if any(same_head(count.noun, noun) for noun in nouns):
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
    first, second = (
        [word.casefold().translate(_UMLAUTS) for word in noun.split() if len(word) > 2]
        for noun in (one, other)
    )
    return any(_same_word(word, another) for word in first for another in second)


def _same_word(one: str, other: str) -> bool:
    """Return whether two words begin alike, or a short one has only an ending more."""
    short, long = sorted((one, other), key=len)
    ends = long.startswith(short) and long[len(short) :] in _ENDINGS
    return one[:_STEM] == other[:_STEM] or (len(short) < _STEM and ends)


_UMLAUTS = str.maketrans("äöü", "aou")
_ENDINGS = frozenset({"s", "es", "e", "n", "en"})


def same_head(one: str, other: str) -> bool:
    """Return whether the last words of two nouns name the same thing: children are no child's
    card.
    """
    return same_thing(
        *(noun.rsplit(maxsplit=1)[-1] if noun.strip() else "" for noun in (one, other))
    )


def _from(fact: Fact[Count], answer: str) -> bool:
    return any(span.answer == answer for span in fact.said)
