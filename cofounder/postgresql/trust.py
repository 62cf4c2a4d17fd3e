"""Whether the pool hands out connections without checking them first.

Knows nothing of PostgreSQL, which others may not need.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_trusted: ContextVar[bool] = ContextVar("is_trusted", default=False)


@contextmanager
def trusting_connections() -> Iterator[None]:
    """Take a connection without asking the server first whether it is alive, which costs a
    statement's time.

    For a statement that is tried again outside the block if it was not.
    """
    token = _is_trusted.set(True)
    try:
        yield
    finally:
        _is_trusted.reset(token)


def is_trusted() -> bool:
    return _is_trusted.get()
