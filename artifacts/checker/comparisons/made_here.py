"""Counts that a sentence makes of its other figures: 45 a day in 12 weeks, two each of six."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice, permutations, product

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.fractions import parts_named
from artifacts.facts.grammar.matches import (
    FractionMatch,
    HoursMatch,
    Match,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.facts.grammar.sets import word_set

_TRIED = 12
_IN_ONE = {"day": (24,), "week": (7,), "month": (30,), "year": (12, 52, 365), "hour": (60,)}
"""How many smaller units of time one has."""


def is_made_here(sentence: Sentence, number: NumberMatch) -> bool:
    """Return whether a count follows from other figures of its sentence: as a product, as a part
    named there, or as what each of several has.
    """
    value = number.value
    figures = [match for match in sentence.matches if match is not number]
    values = list(islice(_values(sentence, figures), _TRIED))
    # "Eight a week in eight weeks" are two figures, though they are the same number.
    if _is_product(sentence, number, values) or _is_average(sentence, value, values):
        return True
    numbers = list(dict.fromkeys(values))
    if any(abs(other * part - value) < 1 for part, other in product(_parts(sentence), numbers)):
        return True
    if _is_rate(sentence, number):
        return any(abs(one - other * value) * 2 <= other for one, other in permutations(numbers, 2))
    each = sentence.says(cues.EACH) or sentence.says(cues.SHARED)
    return each and any(other * value == one for one, other in permutations(numbers, 2))


def _is_product(sentence: Sentence, number: NumberMatch, values: list[Decimal]) -> bool:
    near = _near(sentence, number)
    return any(abs(one * other - number.value) <= near for one, other in combinations(values, 2))


def _is_average(sentence: Sentence, value: Decimal, values: list[Decimal]) -> bool:
    """Whether a number is about what one of several others is for each of another."""
    if not sentence.says(cues.AVERAGE):
        return False
    pairs = permutations(values, 2)
    return any(abs(whole - count * value) <= _ROUNDED * whole for whole, count in pairs)


def _near(sentence: Sentence, number: NumberMatch) -> Decimal:
    """Return by how much a product may be off: more where a number is called an approximate one,
    "some 120,000 gallons".
    """
    is_rounded = cues.APPROXIMATE(sentence.in_front(number))
    return _ROUNDED * number.value if is_rounded else Decimal(0)


_ROUNDED = Decimal("0.02")
"""By what part of it a rounded product may be off."""


def _is_rate(sentence: Sentence, number: NumberMatch) -> bool:
    """Whether a number is how many there are in one of a time: "43 pieces a week"."""
    word = sentence.source.word
    return word(number.last) in _PER and word(number.last + 1) in _TIMES_NAMED


_PER = word_set("a an per each every pro je am im in par à la per elke por cada al")
_TIMES_NAMED = word_set(
    "day week month year tag woche monat jahr jour semaine mois an dag week maand"
    " jaar día semana mes año"
)


def _values(sentence: Sentence, figures: list[Match]) -> Iterator[Decimal]:
    """Yield the figures that a count may be made from; of a time its days or months, too."""
    for match in figures:
        if isinstance(match, NumberMatch):
            yield match.value
        elif isinstance(match, SpanMatch):
            yield match.amount
            yield from (match.amount * many for many in _IN_ONE.get(match.unit, ()))
        elif isinstance(match, HoursMatch):
            yield match.hours
        elif isinstance(match, FractionMatch):
            yield from (match.part, match.whole)
    yield from (times for word, times in _TIMES if f" {word} " in sentence.words)


_TIMES = tuple((word, times) for word, times in cues.TIMES.items() if times > 1)


def _parts(sentence: Sentence) -> Iterator[Decimal]:
    """Yield the parts in words and the percentages of a sentence, and what they leave."""
    named = [part.part / part.whole for part in parts_named(sentence)]
    named += [share.percent / 100 for share in sentence.each(ShareMatch) if not share.worded]
    yield from named
    yield from (1 - part for part in named)
