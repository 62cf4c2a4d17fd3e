"""One clock for all processes: the database's.

Leases of machines whose clocks differ mean the same moment then.

A process asks the database what time it is once a while, and counts on from there with a clock that
nobody sets. So neither a machine that is minutes off nor one that is set right in between ends a
lease early or keeps one for ever. SQLite has no server: all processes are on one machine, whose
clock is the clock.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

logger = logging.getLogger(__name__)

VALID_SECONDS = 60.0
"""How long one answer of the database is counted on from."""
TOLERATED_SECONDS = 5.0
"""How far a machine's clock may be off before the log and the overview say so."""


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the database's clock said, and what ours did at that moment."""

    database: datetime
    own: datetime
    monotonic: float

    @property
    def skew_seconds(self) -> float:
        """How far our clock is ahead of the database's."""
        return (self.own - self.database).total_seconds()


_reading: ClockReading | None = None
_lock = threading.Lock()


def shared_now() -> datetime:
    """Return what time it is by the database's clock.

    At most one short query a minute and process.
    """
    reading = _reading
    if reading is None or time.monotonic() - reading.monotonic > VALID_SECONDS:
        if connection.vendor == "sqlite":
            return timezone.now()
        reading = read_clock()
    return reading.database + timedelta(seconds=time.monotonic() - reading.monotonic)


def clock_skew() -> float:
    """Return by how many seconds our clock is ahead of the database's, as of now. One query."""
    return 0.0 if connection.vendor == "sqlite" else read_clock().skew_seconds


def read_clock() -> ClockReading:
    """Ask the database what time it is. Half of what that takes is taken for the way back."""
    global _reading
    with connection.cursor() as cursor:
        began = time.monotonic()
        # Not `now()`, which is when the transaction began.
        cursor.execute("SELECT clock_timestamp()")
        (moment,) = cursor.fetchone()
        ended = time.monotonic()
    middle = timedelta(seconds=(ended - began) / 2)
    reading = ClockReading(
        moment.astimezone(timezone.get_default_timezone()) + middle, timezone.now(), ended
    )
    with _lock:
        was, _reading = _reading, reading
    if abs(reading.skew_seconds) > TOLERATED_SECONDS and (
        was is None or abs(was.skew_seconds) <= TOLERATED_SECONDS
    ):
        logger.warning(
            "The clock of this machine is %+.1f s off the database's", reading.skew_seconds
        )
    return reading
