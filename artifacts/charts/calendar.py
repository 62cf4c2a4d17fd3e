"""The scale under a timeline: weeks, or days of the calendar where the first day is known.

Pure functions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

TICKS_MAX = 8
TICK_STEPS = (1, 2, 4, 8, 13, 26, 52, 104, 260, 520, 1040)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
DAYS_A_WEEK = 7
DATED_WEEKS = 10
"""Up to so many weeks the scale names days, above that it names months."""
LAST_YEAR = 9000
"""Plans may be absurdly long; a scale without days is drawn then."""


@dataclass(frozen=True, slots=True)
class Tick:
    week: int
    x: str
    anchor: str
    """Which end of its words stands at `x`: none may run out of the picture."""
    day: date | None = None
    unit: Literal["week", "day", "month"] = "week"


def percent(value: float) -> str:
    """Return a position as SVG wants it, the same in every language."""
    return f"{value:.2f}%"


def ticks(total: int, start: date | None) -> tuple[Tick, ...]:
    """Return the scale of `total` weeks, counted from 0 or from the day `start`."""
    if start is None or start.year + total // 52 > LAST_YEAR:
        return tuple(Tick(week, *_place(week, total)) for week in _weeks(total))
    if total <= DATED_WEEKS:
        return tuple(
            Tick(week, *_place(week, total), start + timedelta(weeks=week), "day")
            for week in _weeks(total)
        )
    return tuple(_months(total, start))


def day_of(start: date | None, week: int) -> date | None:
    """Return the day on which so many weeks are over; None without a start, and beyond the
    calendar.
    """
    if start is None or start.year + week // 52 > LAST_YEAR:
        return None
    return start + timedelta(weeks=week)


def _weeks(total: int) -> range:
    step = next((step for step in TICK_STEPS if total / step <= TICKS_MAX), total)
    return range(0, total + 1, step)


def _months(total: int, start: date) -> list[Tick]:
    end = start + timedelta(weeks=total)
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next((step for step in MONTH_STEPS if months / step <= TICKS_MAX), months)
    found = []
    for number in range(1, months + 1, step):
        index = start.month - 1 + number
        day = date(start.year + index // 12, index % 12 + 1, 1)
        days = (day - start).days
        week, x = days // DAYS_A_WEEK, 100 * days / (total * DAYS_A_WEEK)
        anchor = "start" if x < 5 else "end" if x > 95 else "middle"
        found.append(Tick(week, percent(x), anchor, day, "month"))
    return found


def _place(week: int, total: int) -> tuple[str, str]:
    return percent(100 * week / total), {0: "start", total: "end"}.get(week, "middle")
