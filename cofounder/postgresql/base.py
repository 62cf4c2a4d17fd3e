"""Django's PostgreSQL, with a pool that gets over a server that has gone.

psycopg-pool looks at a connection before it hands it out. After a restart or a failover all of them
are dead, and it throws away one at a time, with a pause of twice the length before each next one:
with nine of them a request waited for the whole timeout. Here the first dead one empties the pool.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base
from psycopg import Connection
from psycopg_pool import ConnectionPool

from cofounder.postgresql.trust import is_trusted


class DatabaseWrapper(base.DatabaseWrapper):
    _connection_pools: dict[str, ConnectionPool[Any]]
    _configure_connection: Callable[[Connection[Any]], None]

    @property
    def pool(self) -> ConnectionPool[Any] | None:
        options = self.settings_dict["OPTIONS"].get("pool")
        if self.alias == NO_DB_ALIAS or not options:
            return None
        if self.alias not in self._connection_pools:
            pool = ConnectionPool(
                kwargs={**self.get_connection_params(), "autocommit": True},
                open=False,
                configure=self._configure_connection,
                check=lambda connection: check_all(pool, connection),
                **options,
            )
            # Of two threads that come here at once, one makes the pool of both.
            self._connection_pools.setdefault(self.alias, pool)
        return self._connection_pools[self.alias]


def check_all(pool: ConnectionPool[Any], connection: Connection[Any]) -> None:
    """Raise where `connection` is dead; those that waited beside it are then replaced unseen."""
    if is_trusted():
        return
    try:
        ConnectionPool.check_connection(connection)
    except Exception:
        pool.drain()
        raise
