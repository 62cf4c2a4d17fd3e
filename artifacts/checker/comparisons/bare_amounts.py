"""Amounts that the founder gives without a currency: "thirty thousand is ours, sixteen Dad's"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, product

from artifacts.checker.claims import Sentence
from artifacts.checker.cues.funds import OTHER_PART
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch
from artifacts.facts.grammar.sets import word_set

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
    if key in ON_FUNDS and not parts:
        yield from _part_and_rest(sentence)


def _bare_amount(key: str, sentence: Sentence, number: NumberMatch) -> Decimal | None:
    """Return what a number without a currency stands for in an answer, None if for no amount.

    "Thirty thousand is ours, sixteen is Dad's" is about 30,000 and 16,000.
    """
    if key == "price":
        return number.value if _is_price(sentence, number) else None
    if key not in ON_FUNDS or (number.noun and not number.worded):
        return None
    if number.value >= _SURELY_MONEY:
        return number.value
    in_thousands = number.worded and not number.noun and _names_thousands(sentence)
    return number.value * _SURELY_MONEY if in_thousands else None


def _is_price(sentence: Sentence, number: NumberMatch) -> bool:
    if number.worded:
        return _is_price_of_one(sentence, number)
    return not number.noun or (number.value >= _SURELY_MONEY and _is_dear(sentence))


def _is_dear(sentence: Sentence) -> bool:
    return any(money.amount >= _SURELY_MONEY for money in sentence.each(MoneyMatch))


def _is_price_of_one(sentence: Sentence, number: NumberMatch) -> bool:
    """Whether a number in words ends its clause, or leads to what it is the price of: "twenty-two a
    plate", "forty for a sister".
    """
    behind = sentence.source.word(number.last)
    is_last = not behind[:1].isalnum()
    return not number.noun and number.value > 1 and (is_last or behind in _FOR_ONE)


_FOR_ONE = word_set("""
    a an per each apiece for je pro pour par l'unité chacun voor elk para por cada
    """)


def _names_thousands(sentence: Sentence) -> bool:
    return any(n.worded and n.value >= _SURELY_MONEY for n in sentence.each(NumberMatch))


def _bare_parts(sentence: Sentence) -> dict[int, Decimal]:
    """Return the amounts that bare numbers stand for which make up one that the sentence, or the
    one before, names, by the tokens they begin with: "31 million pesos: twelve mine and nineteen
    from a fund".
    """
    wholes = _wholes(sentence)
    numbers = [n for n in sentence.each(NumberMatch) if n.value > 0 and not n.measure]
    for parts in _several(numbers[:_TRIED]) if wholes else ():
        if scale := _scale_of(parts, wholes):
            return {n.first: n.value * scale for n in parts}
    return {}


def _wholes(sentence: Sentence) -> list[Decimal]:
    """Return the amounts of a sentence, those of the one before if it has none."""
    for named_in in (sentence, sentence.before):
        amounts = named_in.each(MoneyMatch) if named_in else ()
        wholes = [m.amount for m in amounts if m.high is None and not m.per]
        if wholes:
            return wholes
    return []


def _part_and_rest(sentence: Sentence) -> Iterator[tuple[NumberMatch, Decimal]]:
    """Yield the one part of an amount that a bare number names, and what it leaves of the amount:
    "£22,000: most is ours, the other eight a loan".
    """
    if not sentence.says(OTHER_PART):
        return
    for whole, number in product(_wholes(sentence), sentence.each(NumberMatch)):
        part = number.value * _SURELY_MONEY
        if number.worded and part < whole:
            yield number, part
            yield number, whole - part


def _scale_of(parts: Sequence[NumberMatch], wholes: Iterable[Decimal]) -> Decimal | None:
    """Return what the parts have to be multiplied with to make up one of the wholes."""
    made = sum((n.value for n in parts), Decimal(0))
    return next(iter(_SCALES.intersection(whole / made for whole in wholes)), None)


def _several(numbers: Sequence[NumberMatch]) -> Iterator[tuple[NumberMatch, ...]]:
    counts = range(_LEAST_PARTS, _MOST_PARTS + 1)
    return chain.from_iterable(combinations(numbers, count) for count in counts)
