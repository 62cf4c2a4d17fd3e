"""Days that are counted from another: "three weeks before 1 June", "drei Tage nach dem 1. März"."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from artifacts.facts.grammar.matches import DateMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told

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
    at = match.first - 1
    while told.source.word(at) in _FILLERS:
        at -= 1
    word = told.source.word(at)
    if word not in _BEFORE | _AFTER:
        return None
    span = next((s for s in told.within(SpanMatch, at - _LONGEST, at) if s.last == at), None)
    if span is None or span.high is not None:
        return None
    counted = _moved(day, span, -1 if word in _BEFORE else 1)
    if counted is None:
        return None
    whole = replace(
        match,
        start=span.start,
        first=span.first,
        year=counted.year,
        month=counted.month,
        day=counted.day,
        edge="",
    )
    return whole, counted


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
