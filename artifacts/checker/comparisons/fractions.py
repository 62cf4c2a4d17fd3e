"""Parts of an amount as people name them: a quarter, 80 %, three equal instalments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.facts.grammar.matches import FractionMatch, NumberMatch, ShareMatch

Part = tuple[Decimal, Decimal]
"""How much of how much: (1, 3) is a third."""

_HUNDRED = Decimal(100)
_EQUAL_MOST = 12


def fractions_in(sentence: Sentence) -> tuple[Part, ...]:
    """Return the parts that a sentence names, and what they leave of the whole."""
    found = dict.fromkeys(_named(sentence))
    return tuple(dict.fromkeys((*found, *((whole - part, whole) for part, whole in found))))


def parts_in_words(sentence: Sentence) -> Iterator[Part]:
    """Yield the parts that a sentence names in words: two thirds."""
    for (part, whole), names in cues.PARTS_OF.items():
        if sentence.says(names):
            yield Decimal(part), Decimal(whole)


def ones_in(sentence: Sentence) -> Iterator[Part]:
    """Yield "one shop in ten" and "eine von neun" as 1 of so many."""
    numbers = sentence.source.lexicon.numbers
    for found in _ONE_IN.finditer(sentence.words):
        word = found["whole"]
        whole = Decimal(word) if word.isdecimal() and word.isascii() else numbers.get(word)
        if whole and 1 < whole <= _HUNDRED:
            yield Decimal(1), whole


_ONE_IN = re.compile(
    r" (?:one|eine?[rsnm]?|une?|een|één|uno|una)(?: [^ ]{3,})? (?:in|out of|in every|von|unter|sur"
    r"|op de|van de|de cada) (?P<whole>[^ ]+)(?= )"
)


def _named(sentence: Sentence) -> Iterator[Part]:
    for share in sentence.each(ShareMatch):
        yield share.percent, _HUNDRED
    for fraction in sentence.each(FractionMatch):
        yield fraction.part, fraction.whole
    yield from parts_in_words(sentence)
    if sentence.says(cues.HALF):
        yield Decimal(1), Decimal(2)
    if sentence.says(cues.IN_EQUAL_PARTS):
        for number in sentence.each(NumberMatch):
            if 1 < number.value <= _EQUAL_MOST and number.value == number.value.to_integral_value():
                parts = range(1, int(number.value))
                yield from ((Decimal(part), number.value) for part in parts)
