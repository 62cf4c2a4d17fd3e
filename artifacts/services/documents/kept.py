"""What was computed or rendered is kept in the cache `kept`, under a key of all that it was made
from.

So nothing has to be invalidated when something changes: what was made from other content has
another key, is never asked for again, and expires. A key must name everything that what is
kept depends on, the reader's tier included where less is shown to another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import caches

from artifacts.code_version import code_version

KEEP_SECONDS = 60 * 60

T = TypeVar("T")


def kept_key(kind: str, *parts: object) -> str:
    """Return the key of something of that kind, made from `parts` by the code that is running."""
    digest = hashlib.blake2b(digest_size=20)
    for part in (code_version(), *parts):
        text = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(text) + text)
    return f"{kind}:{digest.hexdigest()}"


def get_kept(key: str) -> Any:
    """Return what is kept under `key`, or None."""
    return caches["kept"].get(key)


def keep(key: str, value: object, *, seconds: float = KEEP_SECONDS) -> None:
    caches["kept"].set(key, value, seconds)


def kept(key: str, make: Callable[[], T]) -> T:
    """Return what is kept under `key`, else what `make` returns, which is kept from then on.

    It is never None.
    """
    found = get_kept(key)
    if found is None:
        found = make()
        keep(key, found)
    made: T = found
    return made
