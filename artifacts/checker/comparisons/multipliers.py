"""What the amounts of a sentence may be multiplied with: its counts, and those of what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.counted import contents_counted
from artifacts.checker.comparisons.figures_told import counts_of
from artifacts.checker.comparisons.fractions import NTH
from artifacts.checker.cues.terms import EACH_WEEK
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import (
    FractionMatch,
    HoursMatch,
    MoneyMatch,
    NumberMatch,
    SpanMatch,
)

_MONTHS = 12
PERIODS_IN_A_YEAR = {"month": 12, "week": 52, "quarter": 4}


def multipliers(known: Knowledge, sentence: Sentence) -> tuple[list[Decimal], list[Decimal]]:
    """Return what amounts can be multiplied with: the counts of the sentence, and those of what it
    names.
    """
    counted: set[str] = set()
    stated: list[Decimal] = []
    for number in sentence.each(NumberMatch):
        counted |= sentence.stems_between(number.first, number.last)
        stated.append(number.value)
    for span in sentence.each(SpanMatch):
        stated.append(span.amount)
        if span.unit == "year":
            stated.append(span.amount * 12)
        elif span.unit == "week":
            stated.append(span.amount * 7)
    stated += (match.hours for match in sentence.each(HoursMatch))
    for fraction in sentence.each(FractionMatch):
        stated += (fraction.part, fraction.whole)
    stated += _other_counts(sentence)
    if sentence.says(cues.BOTH_OF):
        stated.append(Decimal(2))
    naming = sentence.stems - counted
    stated += contents_counted(known, sentence)
    if sentence.says(cues.SMALLEST):
        stated += (*known.tiers, *map(min, known.rows_of_counts))
    stated += _times_a_term(known, sentence)
    named = [count.number for count in known.counts if count.number > 1 and count.stems & naming]
    return list(dict.fromkeys(stated)), list(dict.fromkeys(named))


def _times_a_term(known: Knowledge, sentence: Sentence) -> Iterator[Decimal]:
    """Yield how many times a sentence names the length that a price is for: 2 for six weeks where
    three have a price.
    """
    for span in sentence.each(SpanMatch):
        for told in known.told["price"]:
            terms = (t.amount for t in told.each(SpanMatch) if t.unit == span.unit)
            yield from (span.amount / term for term in terms if 0 < term < span.amount)


@remembered
def _other_counts(sentence: Sentence) -> tuple[Decimal, ...]:
    """Return counts that are no noun's: "twice", "viermal", and what follows an amount ("for the
    seven months"). They are asked for with each amount.
    """
    return tuple(_counts_of_no_noun(sentence))


def _counts_of_no_noun(sentence: Sentence) -> Iterator[Decimal]:
    found_in = sentence.source
    for index in range(sentence.first, sentence.last):
        word = found_in.word(index)
        if word in cues.TIMES:
            yield cues.TIMES[word]
        elif word in NTH:
            yield NTH[word]
        elif (
            found_in.lexicon.language == "de"
            and word.endswith("mal")
            and word[:-3] in found_in.lexicon.numbers
        ):
            yield found_in.lexicon.numbers[word[:-3]]
    for money in sentence.each(MoneyMatch):
        yield from counts_of(sentence, money)


def periods(known: Knowledge, sentence: Sentence) -> Iterator[Decimal]:
    """Yield for how many weeks or months an amount of a sentence may be paid."""
    if sentence.says(cues.YEARLY) or _FOR_A_YEAR.search(sentence.words):
        yield from (Decimal(known.months_priced or _MONTHS), Decimal(52))
    if known.months_priced:
        yield Decimal(known.months_priced)
    yield from known.times_priced
    yield from weeks_told(known, sentence)
    for span in sentence.each(SpanMatch):
        if span.unit in PERIODS_IN_A_YEAR:
            yield span.amount


_FOR_A_YEAR = re.compile(r" (?:jahres[a-zäöü]{4,}|annual|annuel|annuelle|annuale?s?|anual) ")
"""Words for what is paid by the year: "die Jahrespauschale"."""


def weeks_told(known: Knowledge, sentence: Sentence) -> tuple[Decimal, ...]:
    """Return for how many weeks something lasts by our answers about the offer and its price, where
    a sentence tells what it brings a week: "ten hours a week bring 1,520 during a stay", of four
    weeks.
    """
    if not sentence.says(EACH_WEEK):
        return ()
    told = (said for key in _OF_THE_OFFER for said in known.told[key])
    spans = (span for said in told for span in said.each(SpanMatch))
    return tuple({span.amount for span in spans if span.unit == "week" and span.amount > 1})


_OF_THE_OFFER = ("idea", "price", "first_version")


def is_for_each_day(counted: NumberMatch | SpanMatch, price: MoneyMatch, total: MoneyMatch) -> bool:
    """Return whether a total is that of all days of a span: "a fortnight at 24 a night"."""
    if not isinstance(counted, SpanMatch) or counted.weeks is None:
        return False
    is_daily = not {"day", "night"}.isdisjoint(price.per)
    return is_daily and counted.weeks * 7 * price.amount == total.amount
