"""Totals of measures and counts that a sentence carries out: so many bags of so many kilograms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.measures import ratio
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import NumberMatch


def wrong_products(sentence: Sentence) -> Iterator[NumberMatch]:
    """Yield totals that do not follow from their own sentence: "20 bags of 3 kg weigh 80 kg", "ten
    shelves with 14 boxes each are 160 boxes".
    """
    numbers = list(sentence.each(NumberMatch))
    for each in numbers:
        if not each.noun or not (
            sentence.source.word(each.first - 1) in cues.PER_PIECE or _is_bare_count(numbers, each)
        ):
            continue
        if not _is_measure(each) and not _is_of_each(sentence, each):
            continue
        if total := _total_that_differs(sentence, each, numbers):
            yield total


_FILLS = cues.Cue("""
    fill, fills, would fill, füllen, füllt, füllten, remplit, remplissent, vullen, vult, llena*
    """)
"""Verbs by which less than one piece may be left over: "140 lb fill 17 bags of 8 lb"."""


def _is_bare_count(numbers: list[NumberMatch], each: NumberMatch) -> bool:
    """Whether a number without a noun stands right before a measure: "twelve 6 lb pillows"."""
    return _is_measure(each) and any(n.last == each.first and not n.noun for n in numbers)


def _is_approximate(sentence: Sentence, total: NumberMatch) -> bool:
    before = _ADD_UP.sub(" ", sentence.padded(total.first - 3, total.first))
    return cues.APPROXIMATE(before)


_ADD_UP = re.compile(r" (?:adds?|sums?|summing|adding) up to(?= )")


def _is_of_each(sentence: Sentence, number: NumberMatch) -> bool:
    """Whether a number is what each of several has: "ten shelves with 14 boxes each"."""
    near = sentence.padded(number.first - 2, number.first)
    return cues.EACH(near) or cues.EACH(sentence.padded(number.last, number.last + 2))


def _total_that_differs(
    sentence: Sentence, each: NumberMatch, numbers: list[NumberMatch]
) -> NumberMatch | None:
    """Return the one total beside "20 bags of 3 kg" that is not their product, if there is one."""
    counted = _counted_before(numbers, each)
    totals = [n for n in numbers if n is not each and _times_larger(sentence, n, each)]
    if not _is_measure(each):
        totals = [n for n in totals if n.first > each.last]
    if len(counted) != 1 or len(totals) != 1:
        return None
    total, larger = totals[0], _times_larger(sentence, totals[0], each)
    left = total.value - counted[0].value * each.value / larger
    if not left or _is_approximate(sentence, total):
        return None
    return None if sentence.says(_FILLS) and abs(left) < each.value / larger else total


def _counted_before(numbers: list[NumberMatch], each: NumberMatch) -> list[NumberMatch]:
    """Return the things right in front of what each of them holds."""
    in_front = [n for n in numbers if n.last in (each.first, each.first - 1, each.first - 2)]
    bare = [n for n in in_front if not n.noun and n.last == each.first]
    return bare or [n for n in in_front if n.noun and not _is_measure(n)]


def _times_larger(sentence: Sentence, one: NumberMatch, other: NumberMatch) -> Decimal:
    """Return how much more one of what a number counts is than one of another: 1 where they count
    the same, 1,000 for "kg" and "g", 0 where nothing compares them.
    """
    if one.noun.casefold() == other.noun.casefold():
        return Decimal(1)
    language = sentence.source.lexicon.language
    stems = stems_of(one.noun, language)
    if stems and stems == stems_of(other.noun, language):
        return Decimal(1)
    return ratio(other.noun, one.noun) or Decimal(0)


def _is_measure(number: NumberMatch) -> bool:
    return bool(number.noun) and (
        number.measure
        or number.noun.casefold().startswith(("lit", "kilo"))
        or number.noun in ("kg", "g", "km")
    )
