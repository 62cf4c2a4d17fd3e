"""Django's SQLite backend, which keeps a few connections open for reuse.

A thread gives its connection back before anything slow. Closing the last one of a database makes
SQLite write its whole log back to the file, with a flush of the disk, and a new one costs a
millisecond to set up: more than what is asked of it.
"""

from __future__ import annotations

import atexit
import os
import sqlite3
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base, operations

from cofounder.json_columns import as_json
from cofounder.sqlite.functions import SHA256_OF_BYTES, sha256_of_bytes

MAX_IDLE = 8

Identity = tuple[str, int, int]


class IdleConnections:
    """Connections that nobody uses, by the file that they are open on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[tuple[Identity, sqlite3.Connection]] = []

    def take(self, path: str) -> sqlite3.Connection | None:
        """Return one that is open on the file that is there now; one on a file that was replaced is
        closed.
        """
        identity = _identity(path)
        with self._lock:
            while self._idle:
                opened_on, connection = self._idle.pop()
                if opened_on == identity:
                    return connection
                connection.close()
        return None

    def give(self, path: str, connection: sqlite3.Connection) -> bool:
        """Keep `connection` for the next one; False if there are enough, or its file is gone."""
        identity = _identity(path)
        with self._lock:
            if identity is None or len(self._idle) >= MAX_IDLE:
                return False
            self._idle.append((identity, connection))
            return True

    def close(self) -> None:
        """Close all."""
        with self._lock:
            while self._idle:
                self._idle.pop()[1].close()

    def forget(self) -> None:
        """Drop all without closing them: in a process that was forked they belong to another
        one.
        """
        self.__init__()  # type: ignore[misc]


idle = IdleConnections()
os.register_at_fork(after_in_child=idle.forget)
atexit.register(idle.close)


@lru_cache(maxsize=500)
def _as_sqlite_has_it(query: str) -> str:
    """Return a statement with the parameters as SQLite writes them; most are asked over and
    over.
    """
    converted: str = base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
    return converted


class Cursor(base.SQLiteCursorWrapper):
    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        if param_names is None:
            return _as_sqlite_has_it(query)
        named: str = super().convert_query(query, param_names=param_names)
        return named


class DatabaseOperations(operations.DatabaseOperations):
    def adapt_json_value(self, value: Any, encoder: Any) -> Any:
        if encoder is not None:
            return super().adapt_json_value(value, encoder)
        return as_json(value).decode()


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations
    _path = ""

    def create_cursor(self, name: Any = None) -> Any:
        return self.connection.cursor(factory=Cursor)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self._path = "" if self.is_in_memory_db() else str(conn_params["database"])
        open_one = idle.take(self._path) if self._path else None
        if open_one is not None:
            return open_one
        made = super().get_new_connection(conn_params)
        made.create_function(SHA256_OF_BYTES, 1, sha256_of_bytes, deterministic=True)
        return made

    def _close(self) -> None:
        connection: Any = self.connection
        if connection is None:
            return
        try:
            if connection.in_transaction:
                connection.rollback()
            if self._path and idle.give(self._path, connection):
                return
        except sqlite3.Error:
            pass  # then it is closed
        super()._close()  # type: ignore[misc]


_path_of = lru_cache(maxsize=8)(Path)
"""The path of a file's name, taken apart once: it is looked at whenever a connection is given
back or taken.
"""


def _identity(path: str) -> Identity | None:
    try:
        found = _path_of(path).stat()
    except OSError:
        return None
    return path, found.st_dev, found.st_ino
