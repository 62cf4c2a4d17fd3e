"""The least number of pieces that a price is for, and whether a text bills fewer of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.cues.terms import ORDERS, SMALLEST_ORDER
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch
from artifacts.facts.grammar.sets import word_set


def things_counted(part: Sentence | Clause) -> Iterator[tuple[NumberMatch, frozenset[str]]]:
    """Yield the numbers of things, with the stems of what they count."""
    sentence = part.sentence if isinstance(part, Clause) else part
    for number in part.each(NumberMatch):
        nouns = sentence.stems_between(number.first, number.last)
        if nouns:
            yield number, nouns


def prices_of(known: Knowledge) -> Iterator[Known]:
    return (k for k in known.money if k.answer == "price")


def fewer_than_billed(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's least number of pieces where fewer of them are billed."""
    if not any(map(sentence.says, (cues.PAY, cues.BILLED, cues.GETS, ORDERS))):
        return ""
    amounts = {m.amount for m in sentence.each(MoneyMatch)}
    for least in _least_counts(known):
        prices = _prices_per(known, least)
        billed = {value * price for value in _fewer_than(least, sentence) for price in prices}
        if billed & amounts and not amounts & {least.value * price for price in prices}:
            return least.told.text
    return ""


def is_bill_of_least(known: Knowledge, sentence: Sentence, amount: Decimal) -> bool:
    """Return whether an amount is what the founder's least number of pieces comes to, where a
    sentence counts fewer of them: "three knives are £48", eight being the least.
    """
    return any(
        amount == least.value * price
        for least in _least_counts(known)
        if _fewer_than(least, sentence)
        for price in _prices_per(known, least)
    )


@dataclass(frozen=True)
class _Least:
    """How many of what the price asks for at least: "a minimum of 80 gallons of sap"."""

    told: Sentence
    value: Decimal
    nouns: frozenset[str]
    measured: frozenset[str] = frozenset()
    """The stems of what a measure is of: sap."""

    def is_of_something_else(self, measured: frozenset[str]) -> bool:
        """Return whether both are measures of something, and of another thing each."""
        return bool(self.measured and measured) and not self.measured & measured


def _measured(sentence: Sentence, last: int) -> frozenset[str]:
    """Return the stems of what a measure that ends in front of token `last` is of."""
    if sentence.source.word(last) not in _OF:
        return frozenset()
    return sentence.stems_between(last + 1, last + 1 + _MEASURED_WITHIN)


_OF = word_set("of de d' du van")
_MEASURED_WITHIN = 2
"""Words behind "80 gallons of" that name what is measured."""


def _fewer_than(least: _Least, sentence: Sentence) -> list[Decimal]:
    """Return the counts of a sentence of the same things that are below the least."""
    counted = [
        number.value
        for number, nouns in things_counted(sentence)
        if nouns & least.nouns and not least.is_of_something_else(_measured(sentence, number.last))
    ]
    if single := sentence.find(cues.ONE_ALONE):
        words = sentence.words[single.end() :].split()[:_SINGLE_WITHIN]
        counted += [Decimal(1)] if sentence.stems_of(" ".join(words)) & least.nouns else []
    return [value for value in counted if value < least.value]


_SINGLE_WITHIN = 2
"""Words behind "a single" that the noun is among."""


def _least_counts(known: Knowledge) -> Iterator[_Least]:
    """Yield the least numbers that the price asks for: "a minimum of eight knives"."""
    for told in known.told["price"]:
        for number, nouns in things_counted(told):
            before = told.padded(number.first - 4, number.first)
            behind = told.padded(number.first + 1, number.last + 2)
            is_smallest = told.begins_at(SMALLEST_ORDER, number.last)
            if cues.FLOOR(before) or cues.LEAST_BEHIND(behind) or is_smallest:
                yield _Least(told, number.value, nouns, _measured(told, number.last))
        yield from _hyphenated_minimum(told)


def _hyphenated_minimum(told: Sentence) -> Iterator[_Least]:
    """Yield the least number in "a three-acre minimum"."""
    for found in _MINIMUM.finditer(told.words):
        if value := told.source.lexicon.numbers.get(found["number"]):
            yield _Least(told, value, told.stems_of(found["noun"]))


_MINIMUM = re.compile(r" (?P<number>[^ -]+)-(?P<noun>[^ -]+) minimum ")


def _prices_per(known: Knowledge, least: _Least) -> set[Decimal]:
    """Return the prices that are told with a least number, or for one of what it counts."""
    prices = (k for k in prices_of(known) if not k.is_bare)
    return {k.amount for k in prices if k.sentence is least.told or _is_per(k, least)}


def _is_per(said: Known, least: _Least) -> bool:
    """Whether a price is for one of what the least number counts."""
    if not said.sentence.stems_of(" ".join(said.per)) & least.nouns:
        return False
    money = next((m for m in said.clause.each(MoneyMatch) if m.amount == said.amount), None)
    return money is None or not least.is_of_something_else(_measured(said.sentence, money.last))
