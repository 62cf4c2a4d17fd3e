"""Rate limits and limits on simultaneous work, counted in the cache."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from django.conf import settings
from django.core.cache import cache

from artifacts.exceptions import CountsUnavailable, TooOften
from artifacts.models import User
from artifacts.text import gettext_noop

HOUR_SECONDS = 3600
FILE_SECONDS = 60
"""How long a file is being made at most; a process that dies over one keeps its place for so
long.
"""
FILE_RETRY_SECONDS = 5


class Action(StrEnum):
    """What one founder may do only so often in an hour; the settings say how often."""

    PROJECTS = "projects"
    IMPORTS = "imports"
    EXPORTS = "exports"
    NOTES = "notes"
    PLAN_REQUESTS = "plan_requests"


_SENTENCES = {
    Action.PROJECTS: gettext_noop(
        "You have made many projects within an hour, so this one is not made yet."
    ),
    Action.IMPORTS: gettext_noop(
        "You have imported many files within an hour, so this one is not read yet."
    ),
    Action.EXPORTS: gettext_noop(
        "Many files were made within an hour, so this one is not made yet."
    ),
    Action.NOTES: gettext_noop(
        "You have written many notes within an hour, so this one is not saved yet."
    ),
    Action.PLAN_REQUESTS: gettext_noop(
        "You have asked for a plan many times within an hour, so we have not passed this on yet."
    ),
}
_AT_ONCE = gettext_noop("Several files are being made at this moment, so this one is not made yet.")


def count_action(user: User, action: Action) -> None:
    """Count one more `action` of a founder in this hour.

    Raises TooOften where that is one too many.

    Without a cache nobody is held up: these limits keep one founder from slowing others down, and
    guard nothing.
    """
    _count(f"user-{user.pk}", action)


@contextmanager
def making_file(who: str) -> Iterator[None]:
    """Hold one of the few places that `who` has for files that are being made.

    Raises TooOften where all are taken.

    `who` is a founder or a share link: each file holds a thread of the web server while it is made.
    """
    if not who:
        yield
        return
    _count(who, Action.EXPORTS)
    place = _take_place(who)
    try:
        yield
    finally:
        if place:
            cache.delete(place)


def _count(who: str, action: Action) -> None:
    now = time.time()
    hour, passed = divmod(int(now), HOUR_SECONDS)
    try:
        is_within = allow(
            f"{action}-{who}-{hour}",
            most=settings.HOURLY_LIMITS[action.value],
            seconds=HOUR_SECONDS,
        )
    except CountsUnavailable:
        return
    if not is_within:
        raise TooOften(_SENTENCES[action], retry_after_seconds=HOUR_SECONDS - passed)


def _take_place(who: str) -> str:
    """Return the key of a place that is now taken; empty if nobody can count."""
    try:
        for number in range(settings.FILES_AT_ONCE):
            place = f"file-{who}-{number}"
            if cache.add(place, 1, FILE_SECONDS):
                return place
    except CountsUnavailable:
        return ""
    raise TooOften(_AT_ONCE, retry_after_seconds=FILE_RETRY_SECONDS)


def allow(name: str, *, most: int, seconds: int) -> bool:
    """Count one more for `name`, and return whether that is still within `most` in so many seconds.

    The while begins with the first one. It is counted before what it limits is done, so that no two
    can slip through at the same moment. Raises CountsUnavailable if the cache is away.
    """
    key = f"limit-{name}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:
        # It ended between the two calls; this is the first of the next while.
        cache.set(key, 1, seconds)
        return True
