"""How a worker's many threads share the database and the processor."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# Between two runner calls a thread computes and stores. When a hundred of them come back at once, a few at a time are
# all done sooner than everybody taking turns; and a process never needs many more connections than this.
_SLOTS = threading.BoundedSemaphore(4)


@contextmanager
def database_slot() -> Iterator[None]:
    """Hold one of the process's few slots, for work that computes and stores; gives the connection back at the end."""
    with _SLOTS:
        try:
            yield
        finally:
            release_connection()


@contextmanager
def away_from_database() -> Iterator[None]:
    """Leave the slot and the connection to others while something slow runs; for use inside `database_slot`."""
    release_connection()
    _SLOTS.release()
    try:
        yield
    finally:
        _SLOTS.acquire()


def release_connection() -> None:
    """Give this thread's database connection back.

    A test that wraps itself in a transaction keeps its connection: closing it would end the test's transaction.
    """
    if not connection.in_atomic_block:
        connection.close()
