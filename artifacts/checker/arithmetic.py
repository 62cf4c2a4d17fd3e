"""Whether an amount follows from others by one or two steps, each step in units that fit, and by which.

What a sentence itself names may be an example ("a school with 5 buses"); together with the founder's figures it gives
results that nobody said and that are true all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, product

MOST = 12
"""How many figures of one kind are tried: the nearest ones."""
_HUNDRED = Decimal(100)
_ROUNDED = Decimal("0.005")
_ABOUT = Decimal("0.03")


@dataclass(frozen=True)
class Operands:
    """What an amount may be made from, all of its own unit where they are amounts."""

    near: tuple[Decimal, ...] = ()
    """Amounts in the same sentence."""
    known: tuple[Decimal, ...] = ()
    """Amounts that the founder gave."""
    groups: tuple[tuple[Decimal, ...], ...] = ()
    """Amounts by the answer they were given in: only within one do we add and subtract what no text puts together."""
    numbers: tuple[Decimal, ...] = ()
    """Counts and lengths of time to multiply with."""
    shares: tuple[Decimal, ...] = ()
    """Percentages."""
    periods: tuple[Decimal, ...] = field(default=())
    """How many months or weeks the period has that the amount is for."""
    about: bool = False

    def hits(self, target: Decimal, value: Decimal) -> bool:
        """Return whether `value` is `target`, rounded as the sentence does."""
        if value == target:
            return True
        return abs(value - target) <= abs(target) * (_ABOUT if self.about else 0)


def derive(target: Decimal, given: Operands) -> str | None:
    """Return how `target` follows from `given`, as "40 × 65", or None."""
    if target <= 0:
        return ""
    for value, how in _results(given):
        if given.hits(target, value):
            return how
    return None


def _results(given: Operands) -> Iterator[tuple[Decimal, str]]:
    near, known = given.near[:MOST], given.known[: 3 * MOST]
    base = tuple(dict.fromkeys((*near, *known)))
    yield from _within_answers(given)
    for one, other in product(near, base):
        yield one + other, f"{_n(one)} + {_n(other)}"
        yield abs(one - other), f"{_n(max(one, other))} - {_n(min(one, other))}"
    yield from ((sum(near) - 0, " + ".join(map(_n, near))) for _ in range(len(near) > 2))
    scaled = list(_scaled(base, given))
    yield from scaled
    near_scaled = scaled[: 8 * MOST]
    for (value, how), other in product(near_scaled, base):
        yield value + other, f"{how} + {_n(other)}"
        yield abs(value - other), f"{how} - {_n(other)}" if value > other else f"{_n(other)} - {how}"
    yield from _differences(base, given)
    yield from _shares_of(base, given)


def _within_answers(given: Operands) -> Iterator[tuple[Decimal, str]]:
    for group in given.groups:
        amounts = group[:MOST]
        for one, other in combinations(amounts, 2):
            yield one + other, f"{_n(one)} + {_n(other)}"
            yield abs(one - other), f"{_n(max(one, other))} - {_n(min(one, other))}"
        for parts in combinations(amounts, 3):
            yield sum(parts, Decimal(0)), " + ".join(map(_n, parts))


def _scaled(base: Iterable[Decimal], given: Operands) -> Iterator[tuple[Decimal, str]]:
    """Yield what a count, or two, make of each amount."""
    for amount in base:
        for number in given.numbers[:MOST]:
            yield amount * number, f"{_n(number)} × {_n(amount)}"
    for amount in base:
        for period in given.periods:
            yield amount * period, f"{_n(period)} × {_n(amount)}"
            yield from (
                (amount * period * number, f"{_n(number)} × {_n(amount)} × {_n(period)}")
                for number in given.numbers[:MOST]
            )
        for one, other in combinations(given.numbers[:MOST], 2):
            yield amount * one * other, f"{_n(one)} × {_n(other)} × {_n(amount)}"
    for amount in given.near[:MOST]:
        for number in (*given.numbers[:MOST], *given.periods):
            if number > 1:
                yield amount / number, f"{_n(amount)} ÷ {_n(number)}"


def _differences(base: Iterable[Decimal], given: Operands) -> Iterator[tuple[Decimal, str]]:
    amounts = tuple(base)[: 2 * MOST]
    for one, other in combinations(amounts, 2):
        high, low = max(one, other), min(one, other)
        for number in given.numbers[:MOST]:
            yield (high - low) * number, f"{_n(number)} × ({_n(high)} - {_n(low)})"
    for first, second in combinations(given.numbers[:MOST], 2):
        for one, other in product(given.near[:MOST] or amounts[:MOST], repeat=2):
            yield first * one + second * other, f"{_n(first)} × {_n(one)} + {_n(second)} × {_n(other)}"


def _shares_of(base: Iterable[Decimal], given: Operands) -> Iterator[tuple[Decimal, str]]:
    amounts = tuple(base)
    shares = dict.fromkeys(given.shares)
    sums = [(one + other, f"({_n(one)} + {_n(other)}) %") for one, other in combinations(shares, 2)]
    named = [(share, f"{_n(share)} %") for share in shares] + sums
    for (share, how), amount in product(named, amounts):
        part = amount * share / _HUNDRED
        words = f"{how} × {_n(amount)}"
        yield part, words
        yield amount - part, f"{_n(amount)} - {words}"
        yield amount + part, f"{_n(amount)} + {words}"
        for number in given.numbers[:MOST]:
            yield part * number, f"{words} × {_n(number)}"
        for other in amounts[: 2 * MOST]:
            yield abs(other - part), f"{_n(other)} - {words}"
            yield other + part, f"{_n(other)} + {words}"


def derive_share(target: Decimal, given: Operands, parts: Iterable[tuple[Decimal, Decimal]]) -> str | None:
    """Return how a percentage follows from others, or from one of `parts`: (part, whole)."""
    shares = tuple(dict.fromkeys((*given.near, *given.known)))
    for share in shares:
        if _HUNDRED - share == target:
            return f"100 - {_n(share)}"
    for one, other in (*combinations(given.near, 2), *(pair for g in given.groups for pair in combinations(g, 2))):
        if target in (one + other, abs(one - other)):
            return f"{_n(one)} ± {_n(other)}"
    for part, whole in parts:
        if whole and abs(part * _HUNDRED / whole - target) <= (2 if given.about else 1):
            return f"{_n(part)} ÷ {_n(whole)}"
    return None


def _n(value: Decimal) -> str:
    value = value.normalize()
    return f"{value:,f}" if value == value.to_integral_value() else f"{value:,.2f}"
