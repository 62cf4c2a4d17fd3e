"""Amounts that the founder gives without a currency: "thirty thousand is ours, sixteen Dad's"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations

from artifacts.checker.claims import Sentence
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch

ON_FUNDS = ("constraint", "budget")
_SURELY_MONEY = 1000
"""From here on a bare number beside an amount of money is money too, and no age and no year of a
calendar.
"""
_LEAST_PARTS, _MOST_PARTS, _TRIED = 2, 4, 8
_SCALES = frozenset(Decimal(scale) for scale in (1, 1000, 100_000, 1_000_000))


def bare_amounts(key: str, sentence: Sentence) -> Iterator[tuple[NumberMatch, Decimal]]:
    """Yield the numbers of a sentence that stand for an amount in an answer, with that amount."""
    parts = _bare_parts(sentence) if key in ON_FUNDS else {}
    for number in sentence.each(NumberMatch):
        value = parts.get(number.first) or _bare_amount(key, sentence, number)
        if value is not None:
            yield number, value


def _bare_amount(key: str, sentence: Sentence, number: NumberMatch) -> Decimal | None:
    """Return what a number without a currency stands for in an answer, None if for no amount.

    "Thirty thousand is ours, sixteen is Dad's" is about 30,000 and 16,000.
    """
    if key == "price":
        return None if number.noun or number.worded else number.value
    if key not in ON_FUNDS or (number.noun and not number.worded):
        return None
    if number.value >= _SURELY_MONEY:
        return number.value
    in_thousands = number.worded and not number.noun and _names_thousands(sentence)
    return number.value * _SURELY_MONEY if in_thousands else None


def _names_thousands(sentence: Sentence) -> bool:
    return any(n.worded and n.value >= _SURELY_MONEY for n in sentence.each(NumberMatch))


def _bare_parts(sentence: Sentence) -> dict[int, Decimal]:
    """Return the amounts that bare numbers stand for which make up one that the sentence names, by
    the tokens they begin with: "31 million pesos: twelve mine and nineteen from a fund".
    """
    wholes = [m.amount for m in sentence.each(MoneyMatch) if m.high is None and not m.per]
    numbers = [n for n in sentence.each(NumberMatch) if n.value > 0 and not n.measure]
    for parts in _several(numbers[:_TRIED]) if wholes else ():
        if scale := _scale_of(parts, wholes):
            return {n.first: n.value * scale for n in parts}
    return {}


def _scale_of(parts: Sequence[NumberMatch], wholes: Iterable[Decimal]) -> Decimal | None:
    """Return what the parts have to be multiplied with to make up one of the wholes."""
    made = sum((n.value for n in parts), Decimal(0))
    return next(iter(_SCALES.intersection(whole / made for whole in wholes)), None)


def _several(numbers: Sequence[NumberMatch]) -> Iterator[tuple[NumberMatch, ...]]:
    counts = range(_LEAST_PARTS, _MOST_PARTS + 1)
    return chain.from_iterable(combinations(numbers, count) for count in counts)
