"""When the founder's test takes place and how long, and whether a text says so too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import DateMatch, DateRangeMatch, NumberMatch, SpanMatch

_HALF_A_WEEK = Decimal("0.6")
_SLACK_OF_MONTH = Decimal("0.4")
"""How many weeks a month may be longer than the four that people count."""
_NONE = Decimal(0)
_SLACK = timedelta(days=7)
_BESIDE_IT = re.compile(
    r" (?:before|after|until|till|ahead of|for|vor|nach|bis zu[mr]?|für|avant|après|voor|na|antes"
    r" del?|después del?|without|from|out of|during|während|im|in) (?:the |our |a |dem |der |den"
    r" |de |le |la |l' |het |el )?(?:[^ ]+ )?$"
)
"""Words before a test that only date something else: "before the test"."""


def lasts_otherwise(known: Knowledge, sentence: Sentence, *, is_metric: bool) -> bool:
    """Return whether a sentence gives the test another length than the founder."""
    assert known.test is not None
    weeks = known.test.weeks
    spans = [span for span in sentence.each(SpanMatch) if span.weeks is not None]
    if not weeks or len(spans) != 1 or _is_said_of_test(known, spans[0], weeks):
        return False
    span = spans[0]
    near = sentence.padded(span.first - 3, span.first)
    if sentence.says_between(cues.TEST_WORD, sentence.first, span.first):
        is_over = sentence.says(cues.TEST_OVER) and cues.BEHIND(near)
        return is_over or sentence.says(cues.TEST_LASTS)
    return is_metric and _names_participants(known, sentence) and _is_length(sentence, span)


def _is_said_of_test(known: Knowledge, span: SpanMatch, weeks: Decimal) -> bool:
    assert span.weeks is not None
    told = {weeks} | {
        other.weeks
        for sentence in known.told["validation"]
        for other in sentence.each(SpanMatch)
        if other.weeks is not None
    }
    slack = max(_HALF_A_WEEK, span.amount * _SLACK_OF_MONTH if span.unit == "month" else _NONE)
    return any(abs(span.weeks - one) <= slack for one in told)


def _is_length(sentence: Sentence, span: SpanMatch) -> bool:
    """Whether a span is how long something goes on: "over four weeks", "vier Wochen lang"."""
    if span.unit not in ("week", "month"):
        return False
    before = sentence.padded(span.first - 1, span.first)
    behind = sentence.padded(span.last, span.last + 1)
    return cues.OVER_TIME(before) or cues.OVER_TIME(behind)


def _names_participants(known: Knowledge, sentence: Sentence) -> bool:
    """Whether a sentence counts those who take part in the test."""
    nouns = known.participants
    return any(
        nouns & sentence.stems_between(number.first, number.last)
        for number in sentence.each(NumberMatch)
    )


def takes_place_otherwise(known: Knowledge, sentence: Sentence) -> bool:
    """Return whether a sentence has the test begin, run or end on days when it does not."""
    test = known.test
    if test is None or not sentence.is_certain or not _tells_its_time(sentence):
        return False
    begins, ends = test.begins, known.test_ends
    if begins is None or ends is None:
        return False
    return any(
        last < begins - _SLACK or first > ends + _SLACK
        for first, last in _days_named(sentence, begins)
    )


def _tells_its_time(sentence: Sentence) -> bool:
    """Whether the test is what the sentence tells the time of: "the trial begins in May"."""
    found = sentence.find(cues.TEST_WORD)
    if found is None or _BESIDE_IT.search(f"{sentence.words[: found.start()]} "):
        return False
    behind = sentence.words[found.end() :].split()[:_VERB_WITHIN]
    if behind[:1] == ["run"]:
        return False  # "a trial run" is one beside the test
    return cues.TEST_RUNS(f" {' '.join(behind)} ")


_VERB_WITHIN = 4


def _days_named(sentence: Sentence, near: date) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each date, in the year of `near` where none is told."""
    dates = [*sentence.each(DateMatch)]
    for found in sentence.each(DateRangeMatch):
        dates += (found.begin, found.end_date)
    for match in dates:
        year = match.year or near.year
        try:
            first = date(year, match.month, match.day or 1)
        except ValueError:
            continue
        yield first, first if match.day else first + timedelta(days=_MONTH)


_MONTH = 30
