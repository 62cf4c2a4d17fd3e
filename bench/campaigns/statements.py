"""Something that happens at one database statement of a piece of work, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

Act = Callable[[], None]


class Killed(BaseException):
    """What kill -9 looks like from inside: nothing that catches errors catches it."""


class Statements:
    """Counts the statements of a piece of work, and acts at the one with the number `at`.

    With `after`, once the database has done it: the process dies before it hears of that. From then
    on a killed process asks nothing any more.
    """

    def __init__(
        self, at: int = 0, act: Act | None = None, *, after: bool = False, kills: bool = False
    ) -> None:
        self.count = 0
        self.has_acted = False
        self.is_dead = False
        self._at, self._act, self._after = at, self.kill if kills else act, after
        self._is_paused = False

    def kill(self) -> None:
        self.is_dead = True
        raise Killed

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any
    ) -> Any:
        if self._is_paused:
            return execute(sql, params, many, context)
        if self.is_dead:
            raise Killed
        self.count += 1
        is_it = self.count == self._at and self._act is not None
        if is_it and not self._after:
            self._do()
        result = execute(sql, params, many, context)
        if is_it and self._after:
            self._do()
        return result

    def _do(self) -> None:
        assert self._act is not None
        self.has_acted = True
        # What it does itself is no statement of the work.
        with self.paused():
            self._act()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let somebody else use this thread's connection."""
        was, self._is_paused = self._is_paused, True
        try:
            yield
        finally:
            self._is_paused = was

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch what this thread asks until the block ends, or the process dies."""
        try:
            with connection.execute_wrapper(self):
                yield
        except Killed:
            _drop_connection()


def _drop_connection() -> None:
    """Do what the system does for a process that is gone: the database undoes what was open.

    A kill between a BEGIN and its answer leaves a transaction that Django does not know of.
    """
    raw: Any = connection.connection
    if connection.vendor == "sqlite" and raw is not None and raw.in_transaction:
        raw.rollback()
    connection.close()
