"""How long relative times on a page stay true: "3 minutes ago" is wrong after a minute."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.utils import timezone

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0


@dataclass
class Clock:
    """What was told of time while it was watched holds for so many seconds."""

    seconds: float


_watched: ContextVar[Clock | None] = ContextVar("clock", default=None)


@contextmanager
def watch_clock(at_most: float) -> Iterator[Clock]:
    """Note how long that holds what is rendered in the block, at most so many seconds."""
    clock = Clock(at_most)
    token = _watched.set(clock)
    try:
        yield clock
    finally:
        _watched.reset(token)


def holds_for(seconds: float) -> None:
    """Say that something rendered is wrong after so many seconds."""
    clock = _watched.get()
    if clock is not None:
        clock.seconds = min(clock.seconds, seconds)


def today_holds() -> None:
    """Say that what was rendered counts from today: it is wrong from midnight on."""
    now = timezone.localtime()
    holds_for(DAY - (now.hour * HOUR + now.minute * MINUTE + now.second))


def age_holds(seconds: float) -> None:
    """Say that the age of something was told in one unit: it holds until that unit counts one
    more.
    """
    unit = MINUTE if seconds < HOUR else HOUR if seconds < DAY else DAY
    holds_for(unit - seconds % unit)
