"""Which request, project, document and attempt the lines of the log belong to.

The ids are kept per thread of control, so that nobody hands them on from function to function. What
begins work in a thread that is used again (a request, a task, a turn of the writer) binds them, and
they are gone when its block ends.
"""

from __future__ import annotations

import re
import secrets
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

REQUEST = "request_id"
ID_MAX = 64

_ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{7,{ID_MAX - 1}}}")
_NONE: Mapping[str, str] = MappingProxyType({})
_bound: ContextVar[Mapping[str, str]] = ContextVar("log_ids", default=_NONE)


@contextmanager
def bound(*, is_fresh: bool = False, **ids: object) -> Iterator[None]:
    """Add `ids` to every line that is logged within the block; those that are empty are left out.

    `is_fresh` forgets what was bound outside of it: for the beginning of a request or a task.
    """
    known = _NONE if is_fresh else _bound.get()
    token = _bound.set({**known, **{name: str(value) for name, value in ids.items() if value}})
    try:
        yield
    finally:
        _bound.reset(token)


def add(**ids: object) -> None:
    """Add `ids` until the block of `bound` that runs around this ends."""
    _bound.set({**_bound.get(), **{name: str(value) for name, value in ids.items() if value}})


def current_ids() -> Mapping[str, str]:
    """Return the ids that are bound at this moment, in the order in which they were bound."""
    return _bound.get()


def current_request_id() -> str:
    """Return the id of the request that is being answered or that ordered what is done; empty if
    there is none.
    """
    return _bound.get().get(REQUEST, "")


def new_request_id() -> str:
    return uuid.uuid4().hex


def new_order() -> str:
    """Return a word for an order that nobody else has, and that says which request it came from."""
    return f"{current_request_id() or new_request_id()}:{secrets.token_hex(4)}"


def request_of(order: str) -> str:
    """Return the id of the request that `order` came from; empty for an order of an older build."""
    return order.rpartition(":")[0]


def accepted_id(text: str) -> str:
    """Return an id that came from outside as it is, or a new one where it is not made of 8 to 64
    plain characters.
    """
    return text if _ID.fullmatch(text) else new_request_id()
