"""Amounts that the founder gives without a currency: "thirty thousand is ours, sixteen Dad's"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations, product

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.cues.funds import OTHER_PART
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch
from artifacts.facts.reading.context import Told
from artifacts.facts.reading.price_amounts import amounts_in

ON_FUNDS = ("constraint", "budget")
_SURELY_MONEY = 1000
"""From here on a bare number beside an amount of money is money too, and no age and no year of a
calendar.
"""
_LEAST_PARTS, _MOST_PARTS, _TRIED = 2, 4, 8
_SCALES = tuple(Decimal(scale) for scale in (1, 1000, 100_000, 1_000_000))


@dataclass(frozen=True)
class BareAmount:
    """What a number without a currency stands for."""

    number: NumberMatch
    value: Decimal
    per: tuple[str, ...] = ()


def bare_amounts(key: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, BareAmount]]:
    """Yield the numbers of an answer that stand for an amount, each with its sentence."""
    if key == "price":
        yield from _bare_prices(sentences)
    elif key in ON_FUNDS:
        for sentence in sentences:
            for number, value in _bare_funds(sentence):
                yield sentence, BareAmount(number, value)


def _bare_prices(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, BareAmount]]:
    """Yield the prices that go on with the currency of the one before, as the reader of facts takes
    them: "$12 a plate, for a child nine".
    """
    told = Told("price", sentences[0].source)
    told.matches = [match for sentence in sentences for match in sentence.matches]
    prices = {a.match.first: a for a in amounts_in(told) if isinstance(a.match, NumberMatch)}
    for sentence in sentences:
        for number in sentence.each(NumberMatch) if prices else ():
            if price := prices.get(number.first):
                yield sentence, BareAmount(number, price.amount, price.per)


def _bare_funds(sentence: Sentence) -> Iterator[tuple[NumberMatch, Decimal]]:
    parts = _bare_parts(sentence)
    for number in sentence.each(NumberMatch):
        value = parts.get(number.first) or _bare_fund(sentence, number)
        if value is not None:
            yield number, value
    if not parts:
        yield from _part_and_rest(sentence)
    for number, value in _part_of_it(sentence):
        if number.first not in parts:
            yield number, value


def _bare_fund(sentence: Sentence, number: NumberMatch) -> Decimal | None:
    """Return what a number without a currency is of the money there is, None if nothing.

    "Thirty thousand is ours, sixteen is Dad's" is about 30,000 and 16,000.
    """
    if number.noun and not number.worded:
        return None
    if number.value >= _SURELY_MONEY:
        return number.value
    in_thousands = number.worded and not number.noun and _names_thousands(sentence)
    return number.value * _SURELY_MONEY if in_thousands else None


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
            found = {n.first: _scaled(n, scale) for n in parts}
            rest = [n for n in numbers if n.first not in found]
            return found | _parts_of_parts(rest, set(found.values()), scale)
    return {}


def _parts_of_parts(
    numbers: Sequence[NumberMatch], wholes: Collection[Decimal], scale: Decimal
) -> dict[int, Decimal]:
    """Return the bare numbers that make up one of the parts: "28 mine and 40 from a fund, which
    pays 25 on signing and 15 later".
    """
    for parts in _several(numbers[:_TRIED]):
        amounts = {n.first: _scaled(n, scale) for n in parts}
        if sum(amounts.values()) in wholes:
            return amounts
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


def _part_of_it(sentence: Sentence) -> Iterator[tuple[NumberMatch, Decimal]]:
    """Yield the thousands that a bare number names of an amount in front of it: "$58,000, 22 of it
    from my wife".
    """
    for whole, number in product(sentence.each(MoneyMatch), sentence.each(NumberMatch)):
        part = number.value * _SURELY_MONEY
        is_behind = whole.last <= number.first and not number.noun
        if is_behind and part < whole.amount and _OF_IT.begin(_behind(sentence, number)):
            yield number, part


def _behind(sentence: Sentence, number: NumberMatch) -> str:
    return sentence.behind(number)


_OF_IT = cues.Cue(
    "of it, of that, of this, of which, of those, davon, wovon, dont, en viennent, ervan, de ello"
)
"""Words behind a number by which it is a part of the amount in front of it."""


def _scale_of(parts: Sequence[NumberMatch], wholes: Collection[Decimal]) -> Decimal | None:
    """Return what the parts have to be multiplied with to make up one of the wholes."""
    for scale in _SCALES:
        if sum(_scaled(n, scale) for n in parts) in wholes:
            return scale
    return None


def _scaled(number: NumberMatch, scale: Decimal) -> Decimal:
    """Return what a number stands for; one that names its thousands or lakhs is not multiplied
    again: "own 8, term loan 18 and 6 lakh subsidy".
    """
    return number.value if number.value >= scale else number.value * scale


def _several(numbers: Sequence[NumberMatch]) -> Iterator[tuple[NumberMatch, ...]]:
    counts = range(_LEAST_PARTS, _MOST_PARTS + 1)
    return chain.from_iterable(combinations(numbers, count) for count in counts)
