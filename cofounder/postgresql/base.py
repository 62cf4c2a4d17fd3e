"""Django's PostgreSQL backend, with a pool that survives a server that goes away.

psycopg-pool looks at a connection before it hands it out. After a restart or a failover all of them
are dead, and it throws away one at a time, with a pause of twice the length before each next one:
with nine of them a request waited for the whole timeout. Here the first dead one empties the pool.

While a server is away, each request would wait for the whole timeout, and all threads of a web
server would soon do nothing else. And the pool tries again less and less often, so that a server
that was away for a minute is not seen again for as long. Here the first one that has waited a
second in vain, while the pool failed to connect, gives up the pool. From then on one request at a
time asks the server itself, and the others fail at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import NotSupportedError
from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base, operations
from psycopg import Connection, OperationalError
from psycopg.types.json import Jsonb
from psycopg_pool import ConnectionPool, PoolTimeout

from cofounder.json_columns import as_json
from cofounder.postgresql.trust import is_trusted

REST_SECONDS = 1.0
"""How long after a failed try the next one is made."""
PREPARED_AFTER = 2
"""How often a connection runs a statement before it prepares it."""
LOOK_SECONDS = 1.0
"""How long a request waits for a connection before it looks whether the pool fails to make one."""


class DatabaseAway(OperationalError):
    """Raised at once while the server is known to be away."""

    def __init__(self) -> None:
        super().__init__("the database server did not answer lately")


class Outage:
    """What this process knows of a server that may be away; shared by all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next_try_at: float | None = None

    def begin(self) -> None:
        with self._lock:
            self._next_try_at = time.monotonic() + REST_SECONDS

    def end(self) -> None:
        if self._is_known():
            with self._lock:
                self._next_try_at = None

    def _is_known(self) -> bool:
        """Without the lock: this is asked for every connection."""
        return self._next_try_at is not None

    def is_my_turn(self, *, seconds: float) -> bool:
        """Return False while the server is there, and True if this thread is to find out, within
        so many seconds.

        Raises DatabaseAway to all others.
        """
        if not self._is_known():
            return False
        with self._lock:
            if self._next_try_at is None:
                return False
            now = time.monotonic()
            if now < self._next_try_at:
                raise DatabaseAway
            self._next_try_at = now + seconds + REST_SECONDS
            return True


outages: dict[str, Outage] = {}


class DatabaseOperations(operations.DatabaseOperations):
    def adapt_json_value(self, value: Any, encoder: Any) -> Any:
        if encoder is not None:
            return super().adapt_json_value(value, encoder)
        return Jsonb(value, dumps=as_json)

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> str:
        """Return the statement as the log of queries tells it; one that was prepared is told
        without its values, which its cursor does not keep.
        """
        return super().last_executed_query(cursor, sql, params) or str(sql)


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations
    _connection_pools: dict[str, ConnectionPool[Any]]
    _is_binding = False

    @contextmanager
    def statement_cursor(self) -> Iterator[Any]:
        """Return a cursor that sends parameters apart from their statement, and prepares that from
        its third time on.

        For statements whose text is always the same. Others that differ with every value would
        fill what a connection remembers; and Django's own need their values written into them.
        """
        self._is_binding = True
        try:
            with self.cursor() as cursor:
                yield cursor
        except NotSupportedError:
            # A prepared statement tells other types since a migration. It stays with its
            # connection, and so goes with it.
            if self.connection is not None:
                self.connection.close()
            raise
        finally:
            self._is_binding = False
            if self.connection is not None and not self.connection.closed:
                self.connection.prepare_threshold = None

    def create_cursor(self, name: str | None = None) -> Any:
        if name is not None or not self._is_binding:
            return super().create_cursor(name)
        self.connection.prepare_threshold = PREPARED_AFTER
        cursor: Any = base.ServerBindingCursor
        return cursor(self.connection)

    @property
    def pool(self) -> ConnectionPool[Any] | None:
        options = self.settings_dict["OPTIONS"].get("pool")
        if self.alias == NO_DB_ALIAS or not options:
            return None
        if self.alias not in self._connection_pools:
            pool = ConnectionPool(
                kwargs={**super().get_connection_params(), "autocommit": True},
                open=False,
                configure=self._configure_connection,  # type: ignore[arg-type]  # its answer is for Django
                check=lambda connection: check_all(pool, connection),
                **{**options, "timeout": min(LOOK_SECONDS, options["timeout"])},
            )
            # Of two threads that come here at once, one makes the pool of both.
            self._connection_pools.setdefault(self.alias, pool)
        return self._connection_pools[self.alias]

    def _configure_connection(self, connection: Connection[Any]) -> bool:
        """Have the server compile no statement to machine code; say that this is to be committed.

        It does so for what it expects to be dear. None of ours takes as long: what 31 days have
        come to is added up in 0.1 s, before which it compiled for 12.
        """
        connection.execute("SET jit = off")
        super()._configure_connection(connection)  # type: ignore[misc]  # stubs leave it out
        return True

    def get_connection_params(self) -> dict[str, Any]:
        """Return how to connect; nothing where a pool was told that when it was made."""
        has_pool = self.alias in self._connection_pools and self.settings_dict["OPTIONS"].get(
            "pool"
        )
        return {} if has_pool else super().get_connection_params()

    def _set_autocommit(self, autocommit: bool) -> None:  # noqa: FBT001 (as Django calls it)
        # A connection that commits at once, as all of a pool do, has no transaction to look for.
        if not (autocommit and self.connection.autocommit):
            super()._set_autocommit(autocommit)  # type: ignore[misc]  # stubs leave it out

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        pool = self.pool
        if pool is None:
            return super().get_new_connection(conn_params)
        outage = outages.setdefault(self.alias, Outage())
        longest: float = self.settings_dict["OPTIONS"]["pool"]["timeout"]
        if outage.is_my_turn(seconds=longest):
            self._ask(outage, super().get_connection_params())
            pool = self.pool
        until = time.monotonic() + longest
        while True:
            failures = _failures(pool)
            try:
                return super().get_new_connection(conn_params)
            except PoolTimeout:
                # A pool that is merely busy has had no failed connection since.
                if _failures(pool) > failures:
                    outage.begin()
                    self._give_up(pool)
                    raise
                if time.monotonic() >= until:
                    raise

    def _ask(self, outage: Outage, conn_params: dict[str, Any]) -> None:
        """Ask the server itself, without a pool: what refuses, refuses at once."""
        try:
            self.Database.connect(**conn_params).close()
        except OperationalError:
            outage.begin()
            raise
        outage.end()

    def _give_up(self, pool: ConnectionPool[Any] | None) -> None:
        """Let the next one make a pool of its own, which tries at once instead of when this one
        would.
        """
        if pool is not None and self._connection_pools.get(self.alias) is pool:
            del self._connection_pools[self.alias]
            pool.close(timeout=0)


def _failures(pool: ConnectionPool[Any] | None) -> int:
    return 0 if pool is None else pool.get_stats().get("connections_errors", 0)


def check_all(pool: ConnectionPool[Any], connection: Connection[Any]) -> None:
    """Raise where `connection` is dead; those that waited beside it are then replaced unseen."""
    if is_trusted():
        return
    try:
        ConnectionPool.check_connection(connection)
    except Exception:
        pool.drain()
        raise
