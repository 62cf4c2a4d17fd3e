"""Turn a QUEUE_URL into the storage part of the HUEY setting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from cofounder.databases import POSTGRESQL

_CONNECTION = {
    "host": "HOST",
    "port": "PORT",
    "user": "USER",
    "password": "PASSWORD",
    "dbname": "NAME",
}
"""What a connection calls what a database's settings name."""


def queue_storage(url: str, *, workers: int, database: Mapping[str, Any]) -> dict[str, Any]:
    """Return the storage of the queue at `url`, which may be in `database`.

    Raises ImproperlyConfigured if there is no such queue.
    """
    scheme = urlsplit(url).scheme or url
    if scheme == "sqlite":
        return {
            "huey_class": "cofounder.queues.SqliteQueue",
            "filename": url.removeprefix("sqlite:///"),
            "timeout": 20,
        }
    if scheme in {"redis", "rediss"}:
        return {
            "huey_class": "cofounder.queues.RedisQueue",
            "url": _with_limit(url, workers + 20),
        }
    if url == "postgres" and database["ENGINE"] == POSTGRESQL:
        # The tables are made by `migrate`, so that no process has to connect when it merely starts.
        return {
            "huey_class": "cofounder.queues.PostgresQueue",
            "connection": {**_connection(database), "create_tables": False},
        }
    if url == "memory":
        return {"huey_class": "cofounder.queues.MemoryQueue", "immediate": True}
    raise ImproperlyConfigured("There is no such queue.")


def unused_clients(url: str, *, database: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the clients of servers that a process with this queue and database does not need.

    Huey imports all that are installed: 6 MB for Redis, 9 for PostgreSQL.
    """
    is_used = {
        "redis": urlsplit(url).scheme in {"redis", "rediss"},
        "psycopg": database["ENGINE"] == POSTGRESQL,
    }
    return tuple(name for name, used in is_used.items() if not used)


def _with_limit(url: str, most: int) -> str:
    """Return the address with a limit on connections, unless it has one: every worker thread waits
    on a connection of its own, and the client's limit is 100 of them.
    """
    if "max_connections=" in url:
        return url
    return f"{url}{'&' if '?' in url else '?'}max_connections={most}"


def _connection(database: Mapping[str, Any]) -> dict[str, Any]:
    named = {name: database[key] for name, key in _CONNECTION.items() if database.get(key)}
    options = {name: value for name, value in database["OPTIONS"].items() if name != "pool"}
    return named | options
