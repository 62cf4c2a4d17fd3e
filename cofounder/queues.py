"""The queues that QUEUE_URL can name: Huey's, whose workers stop as
`artifacts.tasks.StoppableConsumer` says.
"""

from __future__ import annotations

from typing import Any

from huey import MemoryHuey, PostgresHuey, PriorityRedisHuey, SqliteHuey


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
    pass
