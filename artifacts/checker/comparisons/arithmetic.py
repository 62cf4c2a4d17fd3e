"""Whether an amount follows from others by one or two steps, each step in units that fit, and by
which.

What a sentence itself names may be an example ("a school with 5 buses"); together with the
founder's figures it gives results that nobody said and that are true all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations, product

from artifacts.unlocked import cached_property

MOST = 12
"""How many figures of one kind are tried: the nearest ones."""
_HUNDRED = Decimal(100)
_ABOUT = Decimal("0.03")
_THIRDS = Decimal("0.000001")
"""How far a sum may be off because a part of it, like a third, has no end in decimals."""


@dataclass(frozen=True)
class Operands:
    """What an amount may be made from, all of its own unit where they are amounts."""

    near: tuple[Decimal, ...] = ()
    """Amounts in the same sentence."""
    groups: tuple[tuple[Decimal, ...], ...] = ()
    """The founder's amounts, by the answer they were given in."""
    sums: tuple[tuple[Decimal, ...], ...] = ()
    """Those of the groups whose parts may be added and subtracted though no sentence does: a
    budget, no prices.
    """
    stated: tuple[Decimal, ...] = ()
    """Counts and lengths of time in the sentence."""
    named: tuple[Decimal, ...] = ()
    """Counts that the founder gave of what the sentence names."""
    near_shares: tuple[Decimal, ...] = ()
    shares: tuple[Decimal, ...] = ()
    """Percentages in the sentence, and the founder's."""
    fees: tuple[tuple[Decimal, Decimal], ...] = ()
    """Fees that the founder names, each a percentage and an amount that is added to it."""
    prices: tuple[Decimal, ...] = ()
    """The amounts of the answer about the price."""
    tiers: tuple[Decimal, ...] = ()
    """Counts from which on another price holds: "up to 24 cells", "from the third on"."""
    in_steps: bool = False
    """Whether the founder's price is another one for the first pieces than for those behind."""
    extras: bool = False
    """Whether the founder's price grows with something: "then $18 for every quarter of an hour"."""
    named_extras: tuple[Decimal, ...] = ()
    """Prices that come on top of another one in a case that the sentence names."""
    joined: bool = False
    """Whether the sentence puts several things on one bill."""
    periods: tuple[Decimal, ...] = ()
    """How many months or weeks the period has that the amount is for."""
    conversions: tuple[Decimal, ...] = ()
    """How many of one unit that the sentence or the price names make up one of another."""
    shared: bool = False
    """Whether the sentence says that an amount is shared by several."""
    compared: bool = False
    """Whether the sentence says that something costs more or less than something else."""
    about: bool = False

    @cached_property
    def known(self) -> tuple[Decimal, ...]:
        return tuple(dict.fromkeys(amount for group in self.groups for amount in group))[: 3 * MOST]

    @cached_property
    def base(self) -> tuple[Decimal, ...]:
        return tuple(dict.fromkeys((*self.near[:MOST], *self.known)))

    def hits(self, target: Decimal, value: Decimal) -> bool:
        """Return whether `value` is `target`, rounded as the sentence does."""
        if abs(value - target) < _THIRDS or _is_rounded(target, value):
            return True
        return self.about and abs(value - target) <= abs(target) * _ABOUT


def _is_rounded(target: Decimal, value: Decimal) -> bool:
    """Whether `target` is `value` to the hundredth, where it is no whole amount: 3.17 for 9.50 ÷
    3.
    """
    if target == target.to_integral_value():
        return False
    return abs(value - target) <= _HALF_A_HUNDREDTH


_HALF_A_HUNDREDTH = Decimal("0.005")


def derive(target: Decimal, given: Operands) -> str | None:
    """Return how `target` follows from `given`, as "40 × 65", or None."""
    return "" if target <= 0 else next(ways(target, given), None)


def ways(target: Decimal, given: Operands) -> Iterator[str]:
    """Yield every way in which `target` follows from `given`, as `derive` returns it."""
    return (how for value, how in _results(given) if given.hits(target, value))


def _results(given: Operands) -> Iterator[tuple[Decimal, str]]:
    for group in given.sums:
        yield from _sums(group[:MOST], group[:MOST])
        yield from (
            (Decimal(sum(p)), " + ".join(map(number_text, p)))
            for p in combinations(group[:MOST], 3)
        )
    near = given.near[:MOST]
    yield from _sums(near, given.base)
    if len(near) > 2:
        yield from _all_of(near)
    yield from _scaled(given)
    yield from _combined(given)
    yield from _tiered(given)
    yield from _shares_of(given)
    yield from _over_time(given)


def _two_prices(first: Decimal, one: Decimal, rest: Decimal, other: Decimal) -> str:
    terms = (
        f"{number_text(n)} × {number_text(price)}" for n, price in ((first, one), (rest, other))
    )
    return " + ".join(terms)


def _over_time(given: Operands) -> Iterator[tuple[Decimal, str]]:
    """Yield a price for each month or week of a time, and another one so many times."""
    for one, other in permutations(given.prices[:MOST], 2):
        for period in given.periods[:MOST]:
            yield (
                abs(period * one - other),
                f"{number_text(period)} × {number_text(one)} - {number_text(other)}",
            )
            for first in (tier for tier in given.tiers if tier < period):
                rest = period - first
                yield first * one + rest * other, _two_prices(first, one, rest, other)
        for period, count in product(given.periods[:MOST], (Decimal(1), *given.stated[:MOST])):
            yield (
                period * one + count * other,
                (
                    f"{number_text(period)} × {number_text(one)} + {number_text(count)} ×"
                    f" {number_text(other)}"
                ),
            )


def _all_of(near: tuple[Decimal, ...]) -> Iterator[tuple[Decimal, str]]:
    """Yield all amounts together, and what the others leave of one."""
    yield Decimal(sum(near)), " + ".join(map(number_text, near))
    for place, whole in enumerate(near):
        others = (*near[:place], *near[place + 1 :])
        yield abs(whole - sum(others)), " - ".join(map(number_text, (whole, *others)))


def _sums(ones: Iterable[Decimal], others: Iterable[Decimal]) -> Iterator[tuple[Decimal, str]]:
    for one, other in product(ones, others):
        yield one + other, f"{number_text(one)} + {number_text(other)}"
        if one != other:
            yield (
                abs(one - other),
                f"{number_text(max(one, other))} - {number_text(min(one, other))}",
            )


def _scaled(given: Operands) -> Iterator[tuple[Decimal, str]]:
    """Yield what a count, or two of which the sentence states one, make of each amount."""
    stated, named = given.stated[:MOST], given.named[:MOST]
    for amount in given.base:
        for number in (*stated, *named, *given.periods):
            yield amount * number, f"{number_text(number)} × {number_text(amount)}"
        for one, other in (
            *combinations(stated, 2),
            *product((*stated, *named), given.periods),
            *product(stated, named),
        ):
            yield (
                amount * one * other,
                f"{number_text(one)} × {number_text(other)} × {number_text(amount)}",
            )
    yield from _parted(given)
    for amount, ratio in product(given.base, given.conversions):
        yield amount / ratio, f"{number_text(amount)} ÷ {number_text(ratio)}"
        yield amount * ratio, f"{number_text(amount)} × {number_text(ratio)}"
        for number in stated:
            # 40 kg in jars of half a kilogram
            words = f"{number_text(number)} × {number_text(ratio)} × {number_text(amount)}"
            yield amount * ratio * number, words
    if given.compared:
        yield from (
            (abs(one - other), f"{number_text(one)} - {number_text(other)}")
            for one, other in combinations(given.base, 2)
        )


def _parted(given: Operands) -> Iterator[tuple[Decimal, str]]:
    """Yield what is left of an amount for each of several."""
    stated = given.stated[:MOST]
    parted = given.base if given.shared else given.near[:MOST]
    for amount, number in product(parted, (*stated, *given.periods)):
        if number > 1:
            yield amount / number, f"{number_text(amount)} ÷ {number_text(number)}"
    for price, pieces in product(given.prices[:MOST], given.tiers[:MOST]):
        # "440 a year, 24 washes in it"
        yield price / pieces, f"{number_text(price)} ÷ {number_text(pieces)}"
    for amount, (count, people) in product(
        given.base if given.shared else (), permutations(stated, 2)
    ):
        if people > 1 and count:
            yield (
                amount * count / people,
                f"{number_text(count)} × {number_text(amount)} ÷ {number_text(people)}",
            )
            yield (
                amount / (count * people),
                f"{number_text(amount)} ÷ ({number_text(count)} × {number_text(people)})",
            )


def _combined(given: Operands) -> Iterator[tuple[Decimal, str]]:
    """Yield counts times an amount and another amount with it, from the sentence or from one
    answer.
    """
    stated = given.stated[:MOST]
    for group in (*given.groups, given.base if given.near else ()):
        for one, other in permutations(group[:MOST], 2):
            for number in (*stated, *given.periods):
                if number <= 1:
                    continue
                if given.joined or other in given.near:
                    yield (
                        number * one + other,
                        f"{number_text(number)} × {number_text(one)} + {number_text(other)}",
                    )
                if given.joined:
                    yield (
                        number * (one + other),
                        f"{number_text(number)} × ({number_text(one)} + {number_text(other)})",
                    )
                yield (
                    abs(number * one - other),
                    f"{number_text(other)} - {number_text(number)} × {number_text(one)}",
                )
                yield (
                    abs(one - other) * number,
                    f"{number_text(number)} × ({number_text(one)} - {number_text(other)})",
                )
            for first, second in permutations(stated, 2):
                yield first * one + second * other, _two_prices(first, one, second, other)


_FEW = 12
"""Up to so many pieces every way to split them between two prices is tried."""


def _tiered(given: Operands) -> Iterator[tuple[Decimal, str]]:
    """Yield bills of two prices: the first pieces at one and the rest at the other, or a base and
    extras.
    """
    prices = given.prices[:MOST]
    for one, other in permutations(prices, 2):
        for number in given.stated[:MOST]:
            for first in _splits(number, given.tiers, in_steps=given.in_steps):
                rest = number - first
                yield first * one + rest * other, _two_prices(first, one, rest, other)
                yield (
                    one + rest * other,
                    f"{number_text(one)} + {number_text(rest)} × {number_text(other)}",
                )
        for first, number in combinations(sorted(given.stated[:MOST]), 2):
            rest = number - first
            yield first * one + rest * other, _two_prices(first, one, rest, other)
        for pieces in range(1, _FEW + 1) if given.extras else ():
            yield one + pieces * other, f"{number_text(one)} + {pieces} × {number_text(other)}"
    for one, extra in product(prices, given.named_extras):
        yield one + extra, f"{number_text(one)} + {number_text(extra)}"
    if given.joined:
        for several in (*combinations(prices, 2), *combinations(prices, 3)):
            yield Decimal(sum(several)), " + ".join(map(number_text, several))


def _splits(number: Decimal, tiers: Iterable[Decimal], *, in_steps: bool) -> Iterator[Decimal]:
    """Yield how many of `number` pieces may be at the first price."""
    if number != number.to_integral_value():
        return
    if in_steps and number <= _FEW:
        yield from map(Decimal, range(1, int(number)))
        return
    for tier in tiers:
        yield from (first for first in (tier, tier - 1) if first < number)


def _shares_of(given: Operands) -> Iterator[tuple[Decimal, str]]:
    near = dict.fromkeys(given.near_shares[:MOST])
    known = dict.fromkeys(given.shares[:MOST])
    # Shares of one whole make no more than the whole.
    pairs = (*combinations(near, 2), *combinations(known, 2))
    added = [one + other for one, other in pairs if one + other <= _HUNDRED]
    yield from _shares_and_more(given)
    for share, amount in product((*near, *known, *added), given.base):
        words = f"{number_text(share)} % × {number_text(amount)}"
        yield from _with_share(given, amount, amount * share / _HUNDRED, words)


def _shares_and_more(given: Operands) -> Iterator[tuple[Decimal, str]]:
    """Yield a share that a sentence names of an amount with another amount of it, once and so many
    times: "7 % of 300 and 5".
    """
    for one, other in permutations(given.near[:MOST], 2):
        for share in given.near_shares[:MOST]:
            made = one * share / _HUNDRED + other
            words = f"{number_text(share)} % × {number_text(one)} + {number_text(other)}"
            yield made, words
            yield from ((made * n, f"({words}) × {number_text(n)}") for n in given.stated[:MOST])
    for amount, (share, extra) in product(given.near[:MOST], given.fees):
        fee = amount * share / _HUNDRED + extra
        words = f"{number_text(share)} % × {number_text(amount)} + {number_text(extra)}"
        yield from ((fee, words), (amount - fee, f"{number_text(amount)} - ({words})"))


def _with_share(
    given: Operands, amount: Decimal, part: Decimal, words: str
) -> Iterator[tuple[Decimal, str]]:
    """Yield a share of an amount, the amount without it and with it, and each of these so many
    times.
    """
    less, more = f"{number_text(amount)} - {words}", f"{number_text(amount)} + {words}"
    yield part, words
    yield amount - part, less
    yield amount + part, more
    for number in given.stated[:MOST]:
        times = f" × {number_text(number)}"
        yield part * number, f"{words}{times}"
        yield (amount - part) * number, f"({less}){times}"
        yield (amount + part) * number, f"({more}){times}"
    for price in given.prices[:MOST] if given.joined else ():
        yield part + price, f"{words} + {number_text(price)}"
    for group in given.sums:
        if amount in group:
            yield from ((abs(o - part), f"{number_text(o)} - {words}") for o in group[:MOST])
            yield from ((o + part, f"{number_text(o)} + {words}") for o in group[:MOST])


def derive_share(
    target: Decimal, given: Operands, parts: Iterable[tuple[Decimal, Decimal]]
) -> str | None:
    """Return how a percentage follows from others, or from one of `parts`: (part, whole)."""
    for share in (*given.near_shares, *given.shares):
        if _HUNDRED - share == target:
            return f"100 - {number_text(share)}"
    for shares in (given.near_shares[:MOST], given.shares[:MOST]):
        for value, how in _sums(shares, shares):
            if value == target:
                return how
    for part, whole in parts:
        if whole and abs(part * _HUNDRED / whole - target) <= (4 if given.about else 1):
            return f"{number_text(part)} ÷ {number_text(whole)}"
    return _growth(target, given)


def _growth(target: Decimal, given: Operands) -> str | None:
    """Return how a percentage, alone or with another one beside it, leads from one amount of the
    sentence to another: a tax that is added.
    """
    for one, other in permutations(given.near[:MOST], 2):
        if not one:
            continue
        added = (other - one) * _HUNDRED / one
        if any(abs(added - target - more) < _TENTH for more in (Decimal(0), *given.near_shares)):
            return f"{number_text(other)} ÷ {number_text(one)}"
    return None


_TENTH = Decimal("0.1")


def number_text(value: Decimal) -> str:
    """Return a figure as a derivation shows it: "1,044", "12.50"."""
    value = value.normalize()
    return f"{value:,f}" if value == value.to_integral_value() else f"{value:,.2f}"
