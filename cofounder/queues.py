"""The queues that QUEUE_URL can name: Huey's, whose workers stop as
`artifacts.tasks.StoppableConsumer` says.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from huey import MemoryHuey, PostgresHuey, PriorityRedisHuey, SqliteHuey
from huey.storage import SqliteStorage


class StoppableWorkers:
    """Makes the worker process that `run_huey` starts."""

    def create_consumer(self, **options: Any) -> Any:
        from artifacts.tasks import (
            StoppableConsumer,
        )  # The tasks are declared on the queue, which is made first.

        return StoppableConsumer(self, **options)


class MemoryQueue(StoppableWorkers, MemoryHuey):  # type: ignore[misc]
    pass


class PostgresQueue(StoppableWorkers, PostgresHuey):  # type: ignore[misc]
    pass


class RedisQueue(StoppableWorkers, PriorityRedisHuey):  # type: ignore[misc]
    pass


class SqliteQueue(StoppableWorkers, SqliteHuey):  # type: ignore[misc]
    class storage_class(SqliteStorage):  # type: ignore[misc]  # noqa: N801 (as Huey names it)
        """Flushes the disk as seldom as the database beside it does.

        Huey leaves it at a flush for each message, and one for each that a worker takes. A message
        only wakes a worker: one that a power failure takes away is found by a sweep.
        """

        def _create_connection(self) -> sqlite3.Connection:
            connection: sqlite3.Connection = super()._create_connection()
            connection.execute("PRAGMA synchronous=NORMAL")
            return connection
