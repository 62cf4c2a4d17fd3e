"""The dates by which a list is narrowed down: years, then the months of one, then its days."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import formats


@dataclass(frozen=True, slots=True)
class DateChoice:
    """A year, month or day in words, and what the list is narrowed down to by it."""

    title: str
    parts: Mapping[str, int]
    """Of "year", "month" and "day" those that it names."""


@dataclass(frozen=True, slots=True)
class DateLevel:
    """What can be chosen next, and the choice that leads one level back; None at the top."""

    choices: tuple[DateChoice, ...]
    back: DateChoice | None = None


def date_level(
    first: date, last: date, *, year: int | None = None, month: int | None = None
) -> DateLevel:
    """Return every year, month or day between `first` and `last` below what is chosen already.

    A month says nothing without its year.
    """
    if year is None and first.year < last.year:
        return _years(first, last)
    if year is None:
        return _months(first, last, first.year)
    if month is None:
        return _months(first, last, year, back=DateChoice("All dates", {}))
    return _days(first, last, year, month)


def _years(first: date, last: date) -> DateLevel:
    years = range(first.year, last.year + 1)
    return DateLevel(tuple(DateChoice(str(year), {"year": year}) for year in years))


def _months(first: date, last: date, year: int, *, back: DateChoice | None = None) -> DateLevel:
    months = [date(year, number, 1) for number in range(1, 13)]
    choices = (
        DateChoice(_words(one, "YEAR_MONTH_FORMAT"), {"year": year, "month": one.month})
        for one in months
        if first.replace(day=1) <= one <= last
    )
    return DateLevel(tuple(choices), back)


def _days(first: date, last: date, year: int, month: int) -> DateLevel:
    number_of_days = calendar.monthrange(year, month)[1]
    days = [date(year, month, number) for number in range(1, number_of_days + 1)]
    choices = (
        DateChoice(_words(one, "MONTH_DAY_FORMAT"), {"year": year, "month": month, "day": one.day})
        for one in days
        if first <= one <= last
    )
    return DateLevel(tuple(choices), DateChoice(str(year), {"year": year}))


def _words(day: date, how: str) -> str:
    return str(formats.date_format(day, how))
