"""Two at once: acts in threads of their own, and whether one of them waits for another."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from django.db import connection, connections

T = TypeVar("T")


def in_thread(threads: ThreadPoolExecutor, act: Callable[[], T]) -> Future[T]:
    """Start `act` on a connection of its own, which ends with it."""

    def act_and_disconnect() -> T:
        try:
            return act()
        finally:
            connections.close_all()

    return threads.submit(act_and_disconnect)


def somebody_waits() -> bool:
    """Return whether a PostgreSQL server has somebody wait for a lock in this database."""
    with connection.cursor() as cursor:
        # Within a transaction the first look would be the last.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND"
            " wait_event_type = 'Lock'"
        )
        return bool(cursor.fetchone()[0])
