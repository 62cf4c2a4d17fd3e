"""A founder's preferences: name, language, time zone and mails."""

from __future__ import annotations

import logging
import zoneinfo
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import timezone

from artifacts.accounts.notices import Notice
from artifacts.models import User
from artifacts.text import one_line

logger = logging.getLogger(__name__)

NAME_MAX = 80
REGIONS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)
"""The parts of the world whose cities the IANA database names; its other names repeat these."""


@cache
def time_zones() -> frozenset[str]:
    """Return the names that a founder can choose: "UTC", and "Europe/Berlin" and its like."""
    found = zoneinfo.available_timezones()
    return frozenset(["UTC", *(name for name in found if name.partition("/")[0] in REGIONS)])


def reader_zone(user: User) -> zoneinfo.ZoneInfo:
    """Return the time zone in which `user` reads moments: theirs, else the installation's."""
    if user.time_zone in time_zones():
        return zoneinfo.ZoneInfo(user.time_zone)
    return zoneinfo.ZoneInfo(settings.TIME_ZONE)


def save_preferences(
    user: User, *, name: str, language: str, time_zone: str, mails: Mapping[Notice, bool]
) -> None:
    """Store what a founder chose. Raises ValueError for a language or zone that there is not.

    Empty values leave the language to the browser, and the time zone to the installation.
    """
    if language and language not in dict(settings.LANGUAGES):
        raise ValueError(f"Not a language of the pages: {language!r}")
    if time_zone and time_zone not in time_zones():
        raise ValueError(f"Not a time zone: {time_zone!r}")
    _store(
        user,
        first_name=one_line(name)[:NAME_MAX],
        language=language,
        time_zone=time_zone,
        **{notice.column: wanted for notice, wanted in mails.items()},
    )


def choose_language(user: User, language: str) -> None:
    """Store the language of pages and mails; one that there is not changes nothing."""
    if language in dict(settings.LANGUAGES) and language != user.language:
        _store(user, language=language)


def set_mails(user: User, notice: Notice, *, wanted: bool) -> None:
    """Send mails of this kind from now on, or none."""
    _store(user, **{notice.column: wanted})


def note_export(user: User) -> None:
    """Remember when a founder took documents away as a file for the first time."""
    if user.first_exported_at is None:
        now = timezone.now()
        User.objects.filter(pk=user.pk, first_exported_at=None).update(first_exported_at=now)


def _store(user: User, **values: Any) -> None:
    User.objects.filter(pk=user.pk).update(**values)
    for name, value in values.items():
        setattr(user, name, value)
    logger.info("User %s changed %s", user.pk, ", ".join(values))
