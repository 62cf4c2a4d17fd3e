"""Days that are counted from another: "three weeks before 1 June", "drei Tage nach dem 1. März"."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from artifacts.facts.grammar.matches import DateMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import NEAR, Told
from artifacts.facts.reading.cues import Cues

_BEFORE = word_set("before vor avant voor vóór antes ahead prior")
_AFTER = word_set("after nach après na después from past")
_FILLERS = word_set("of to the dem den de del le la el")
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_FURTHEST = 1200
"""Months over which no day of a plan is counted."""


def counted_day(told: Told, match: DateMatch, day: date) -> tuple[DateMatch, date] | None:
    """Return the day that a span right in front of `match`, which is `day`, counts from there, with
    a match for all of its words; None where nothing is counted.
    """
    at = _back(told, match.first - 1)
    word = told.source.word(at)
    if word in _ON:
        at = _behind_occasion(told, at)
        word = told.source.word(at)
    if word not in _BEFORE | _AFTER:
        return None
    span = _span_up_to(told, at)
    if span is None or span.high is not None:
        return None
    counted = _moved(day, span, -1 if word in _BEFORE else 1)
    return None if counted is None else (_of(told, match, counted, span.first, match.last), counted)


def day_counted_later(told: Told, match: DateMatch, day: date) -> Iterator[tuple[DateMatch, date]]:
    """Yield the days that the sentence of `match`, which is `day`, counts from there behind it, as
    `counted_day` does: "the fair is on 1 June, three weeks before that it must be ready".
    """
    last = told.closing(match.last, NEAR, told.source.sentence(match.first))
    for span in told.within(SpanMatch, match.last, last):
        behind = told.padded(span.last, span.last + 2)
        way = -1 if _BEFORE_THAT.begin(behind) else 1 if _AFTER_THAT.begin(behind) else 0
        counted = _moved(day, span, way) if way and span.high is None else None
        if counted is not None:
            yield _of(told, match, counted, span.first, span.last), counted


_BEFORE_THAT = Cues("before that; before it; before then; earlier; vorher; davor; zuvor; avant")
_AFTER_THAT = Cues("after that; after it; later; danach; darauf; später; après")


def _of(told: Told, match: DateMatch, day: date, first: int, last: int) -> DateMatch:
    """Return a match of a counted day for the words from token `first` up to `last`."""
    start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
    named = replace(match, start=start, end=end, first=first, last=last)
    return replace(named, year=day.year, month=day.month, day=day.day, edge="")


def _span_up_to(told: Told, at: int) -> SpanMatch | None:
    """Return the span of time that ends in front of token `at`, also "a month"."""
    for span in told.within(SpanMatch, at - _LONGEST, at):
        if span.last == at:
            return span
    unit = told.source.lexicon.units.get(told.source.word(at - 1))
    if unit is None or told.source.word(at - 2) not in _ONE:
        return None
    tokens = told.source.tokens
    return SpanMatch(
        start=tokens[at - 2].start,
        end=tokens[at - 1].end,
        first=at - 2,
        last=at,
        amount=Decimal(1),
        unit=unit,
    )


_ONE = word_set("a one")


def _back(told: Told, at: int) -> int:
    while told.source.word(at) in _FILLERS:
        at -= 1
    return at


_ON = word_set("on am le op el")
_OCCASION = 3


def _behind_occasion(told: Told, on: int) -> int:
    """Return the last token in front of what happens on the day: "before the fair on 1 June"."""
    for at in range(on - 2, on - 2 - _OCCASION, -1):
        if told.source.word(at) in _BEFORE | _AFTER:
            return at
    return on


_LONGEST = 6
"""How many tokens a span may have."""


def _moved(day: date, span: SpanMatch, way: int) -> date | None:
    if span.unit in ("day", "week"):
        days = span.amount * (7 if span.unit == "week" else 1)
        return day + way * timedelta(days=int(days)) if days <= 31 * _FURTHEST else None
    months = span.amount * _MONTHS_IN.get(span.unit, 0)
    if not 0 < months <= _FURTHEST or months != int(months):
        return None
    return _months_later(day, way * int(months))


def _months_later(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
