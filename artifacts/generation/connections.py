"""How a worker's many threads share the database and the processor."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import DEFAULT_DB_ALIAS, NotSupportedError, OperationalError, connections

T = TypeVar("T")

logger = logging.getLogger(__name__)

STORE_TRIES = 5

# PostgreSQL's names for "deadlock detected" and "could not serialize access".
_SQLSTATES_TO_TRY_AGAIN = {"40P01", "40001"}

# Between two runner calls a thread computes and stores. When a hundred of them come back at once, a
# few at a time are all done sooner than everybody taking turns; and a process never needs many more
# connections than this.
_SLOTS = threading.BoundedSemaphore(4)


@contextmanager
def database_slot() -> Iterator[None]:
    """Hold one of the process's few slots, for work that computes and stores; gives the connection
    back at the end.
    """
    with _SLOTS:
        try:
            yield
        finally:
            release_connection()


@contextmanager
def away_from_database() -> Iterator[None]:
    """Leave the slot and the connection to others while something slow runs; for use inside
    `database_slot`.
    """
    release_connection()
    _SLOTS.release()
    try:
        yield
    finally:
        _SLOTS.acquire()


def start_thread(name: str, work: Callable[[], None]) -> threading.Thread:
    """Start a thread of ours, which ends with the process at the latest.

    It gives back its connection when it ends: a pool never hears of a thread that is no more.
    """

    def run() -> None:
        try:
            work()
        finally:
            release_connection()

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    return thread


def once_more(transact: Callable[[], T]) -> T:
    """Return what a transaction of its own does, done again where the database gave it up for
    another one.

    Nothing of it was stored then.
    """
    try:
        return transact()
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) not in _SQLSTATES_TO_TRY_AGAIN:
            raise
    return transact()


def retry_on_lost_connection(write: Callable[[], T]) -> T:
    """Call `write`, again where the database was busy or away for a moment; the token makes it safe
    to repeat.
    """
    for attempt in range(1, STORE_TRIES):
        try:
            return write()
        except (OperationalError, NotSupportedError) as error:
            # The second is a prepared statement that a migration has made outdated.
            logger.warning(
                "The database was not available (%s); try %s of %s", error, attempt, STORE_TRIES
            )
            release_connection()
            time.sleep(0.2 * 2**attempt)
    return write()


def release_connection() -> None:
    """Give this thread's database connection back.

    A test that wraps itself in a transaction keeps its connection: closing it would end the test's
    transaction.
    """
    database = connections[DEFAULT_DB_ALIAS]
    if not database.in_atomic_block:
        database.close()
