"""What attempts have come to, added up by day: each period of time that is over is added up once.

Days are those of UTC; an attempt counts on the day on which it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain, pairwise
from typing import Any

from django.core.cache import cache
from django.db.models import Count, IntegerField, Q, QuerySet, Sum, Value

from artifacts.models import GenerationAttempt

Outcome = GenerationAttempt.Outcome

KEEP_SECONDS = 3600
SETTLED_AFTER = timedelta(hours=1)
"""How long after its end a period of time may still get a row: of what was asked for in its last
second, and stored later.
"""
PERIODS_AT_ONCE = 40
"""How many periods one statement reads: three statements for 90 days."""

Group = dict[str, Any]
"""How many attempts of one day, outcome and model, and the sums of what they took."""


@dataclass(frozen=True, slots=True)
class Period:
    """A day, or an hour of one that was not over lately: what is added up at a time, and kept."""

    begin: datetime
    end: datetime

    @property
    def key(self) -> str:
        return f"overview:{self.begin:%Y-%m-%dT%H}:{self.end:%Y-%m-%dT%H}"

    def is_settled(self, now: datetime) -> bool:
        return self.end <= now - SETTLED_AFTER


def _periods(first: date, number: int, now: datetime) -> Iterator[Period]:
    """Yield so many days from `first` on, as hours where a day is not settled: of a busy day no
    more than two of these are read again.
    """
    for offset in range(number):
        begin = begin_of(first + timedelta(days=offset))
        day = Period(begin, begin + timedelta(days=1))
        if day.is_settled(now):
            yield day
        else:
            hours = [begin + timedelta(hours=hour) for hour in range(25)]
            yield from (Period(*hour) for hour in pairwise(hours))


def groups_by_day(first: date, number: int, *, now: datetime) -> list[Group]:
    """Count and add up the attempts of so many days from `first` on, by day, outcome and model.

    One query for PERIODS_AT_ONCE periods that are not in the cache.

    One at a time, because for all at once PostgreSQL expects as many days as rows, and sorts
    them on disk. One in which nothing is open no longer changes, except by deletions.
    """
    periods = list(_periods(first, number, now))
    known: dict[str, list[Group]] = cache.get_many([period.key for period in periods])
    found = _read_periods([period for period in periods if period.key not in known])
    done = [period.key for period in periods if period.is_settled(now)]
    kept = {key: found[key] for key in done if key in found and not _has_open(found[key])}
    if kept:
        cache.set_many(kept, KEEP_SECONDS)
    return list(chain.from_iterable((known | found).values()))


def _has_open(groups: list[Group]) -> bool:
    return any(group["outcome"] == Outcome.OPEN for group in groups)


def begin_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _read_periods(periods: Sequence[Period]) -> dict[str, list[Group]]:
    """Return the groups of each of `periods` by its key."""
    found: dict[str, list[Group]] = {period.key: [] for period in periods}
    for start in range(0, len(periods), PERIODS_AT_ONCE):
        first, *others = [
            _groups_of(period, place)
            for place, period in enumerate(periods[start:][:PERIODS_AT_ONCE], start)
        ]
        for group in first.union(*others, all=True):
            period = periods[group.pop("place")]
            found[period.key].append({"day": period.begin.date(), **group})
    return found


def _groups_of(period: Period, place: int) -> QuerySet[Any, Any]:
    """Return the groups of one period, each with `place` beside it."""
    attempts = GenerationAttempt.objects.filter(
        created_at__gte=period.begin, created_at__lt=period.end
    )
    return (
        attempts.order_by()
        .values("outcome", "runner", "model")
        .annotate(
            place=Value(place, IntegerField()),
            number=Count("pk"),
            written=Count("duration_seconds"),
            sum_in=Sum("tokens_in"),
            sum_out=Sum("tokens_out"),
            sum_cached=Sum("tokens_cached"),
            sum_cost=Sum("cost_usd"),
            unpriced=Count("duration_seconds", filter=Q(cost_usd=None)),
        )
    )
