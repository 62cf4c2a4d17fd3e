"""Totals of measures and counts that a sentence carries out: so many bags of so many kilograms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.measures import ratio
from artifacts.checker.comparisons.pass_marks import AT_MOST, FEWER
from artifacts.facts.grammar.matches import NumberMatch, SpanMatch
from artifacts.facts.grammar.per import per_phrases


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
    yield from _wrong_rates(sentence, numbers)


def _wrong_rates(sentence: Sentence, numbers: list[NumberMatch]) -> Iterator[NumberMatch]:
    """Yield totals that so much a day does not come to in so many days: "at 9 bales a day, eight
    days make 81 bales".
    """
    for rate in numbers:
        unit = next(iter(per_phrases(sentence.source, rate.last)[0]), "")
        times = _times_of(sentence, unit, rate) if rate.noun and unit else set()
        totals = [n for n in numbers if n is not rate and _times_larger(sentence, n, rate) == 1]
        if len(times) != 1 or len(totals) != 1 or not _is_result(sentence, rate, totals[0]):
            continue
        if totals[0].value > rate.value and totals[0].value != rate.value * min(times):
            yield totals[0]


def _is_result(sentence: Sentence, rate: NumberMatch, total: NumberMatch) -> bool:
    """Whether a word like "make" says that a total comes of a rate, and exactly so."""
    words = sentence.padded(rate.last, total.last + _VERB_BEHIND)
    return _RESULT(words) and not _is_bounded(sentence, total)


def _is_bounded(sentence: Sentence, total: NumberMatch) -> bool:
    """Whether a total is only said to be about so much, or more."""
    before = sentence.padded(total.first - 3, total.first)
    bounds = (cues.FROM_COUNT, cues.UP_TO, cues.CAP, cues.LESS, AT_MOST, FEWER)
    return _is_approximate(sentence, total) or any(bound(before) for bound in bounds)


_RESULT = cues.Cue("""
    are, is, make, makes, come to, comes to, that is, so, sind, sind das, ergeben, ergibt, macht
    machen, kommen auf, gehen, also, font, fait, soit, zijn, maken, dus, son, hacen, suman
    """)
_VERB_BEHIND = 2
"""Words behind a total that its verb may be among: "gehen 81 Festmeter durch"."""


def _times_of(sentence: Sentence, unit: str, rate: NumberMatch) -> set[Decimal]:
    """Return how many of a period a sentence names, as spans or, for days, as days of the week."""
    found = {s.amount for s in sentence.each(SpanMatch) if s.unit == unit and s.first > rate.last}
    if unit == "day":
        days = sentence.source.lexicon.weekdays
        found |= {n.value for n in sentence.each(NumberMatch) if n.noun.casefold() in days}
    return found


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
    near = sentence.in_front(number)
    return cues.EACH(near) or sentence.says_between(cues.EACH, number.last, number.last + 2)


def _total_that_differs(
    sentence: Sentence, each: NumberMatch, numbers: list[NumberMatch]
) -> NumberMatch | None:
    """Return the one total beside "20 bags of 3 kg" that is not their product, if there is one."""
    counted = _counted_before(numbers, each)
    possible = numbers if _is_measure(each) else numbers[numbers.index(each) :]
    totals = [n for n in possible if n is not each and _times_larger(sentence, n, each)]
    if len(counted) != 1 or len(totals) != 1:
        return None
    total = totals[0]
    one = each.value / _times_larger(sentence, total, each)
    left = abs(total.value - counted[0].value * one)
    is_right = not left or _may_be_left(sentence, total, is_little=left < one)
    return None if is_right or _is_approximate(sentence, total) else total


def _may_be_left(sentence: Sentence, total: NumberMatch, *, is_little: bool) -> bool:
    """Whether something may be left over where a sentence fills pieces: less than one of them, or
    any of what they are filled from.
    """
    return sentence.says(_FILLS) and (is_little or _is_source(sentence, total))


def _is_source(sentence: Sentence, total: NumberMatch) -> bool:
    """Whether a measure is what something is filled from, of which more may be there."""
    return sentence.says_between(_FROM, total.first - 2, total.first)


_FROM = cues.Cue("from, out of, aus, von, à partir de, uit, de")


def _counted_before(numbers: list[NumberMatch], each: NumberMatch) -> list[NumberMatch]:
    """Return the things right in front of what each of them holds."""
    in_front = [n for n in numbers if n.last in (each.first, each.first - 1, each.first - 2)]
    return [n for n in in_front if not _is_measure(n)]


def _times_larger(sentence: Sentence, one: NumberMatch, other: NumberMatch) -> Decimal:
    """Return how much more one of what a number counts is than one of another: 1 where they count
    the same, 1,000 for "kg" and "g", 0 where nothing compares them.
    """
    if one.noun.casefold() == other.noun.casefold():
        return Decimal(1)
    stems = sentence.stems_of(one.noun)
    if stems and stems == sentence.stems_of(other.noun):
        return Decimal(1)
    return ratio(other.noun, one.noun) or Decimal(0)


def _is_measure(number: NumberMatch) -> bool:
    return number.measure or number.noun.casefold().startswith(("lit", "kilo"))
