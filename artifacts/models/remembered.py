"""What a process has made of stored values, for as long as others are not asked for more often.

It is found by a hash of the values themselves, taken each time: whatever changes a row, in the
database or in memory, what is remembered of another value is never given out for it.
"""

from __future__ import annotations

import hashlib
import marshal
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """Remembers the last `most` different things that `make` was asked for.

    `make` takes plain values as JSON has them, or lists of these, and depends on nothing else. What
    it returns is shared by threads and must not be changed by anybody.
    """

    def __init__(self, make: Callable[[Any], T], *, most: int) -> None:
        self._make = make
        self._most = most
        self._made: OrderedDict[bytes, T] = OrderedDict()
        self._lock = Lock()

    def of(self, stored: Any) -> T:
        """Return what `make` makes of `stored`."""
        try:
            # Version 2 knows no references, which would tell equal values apart.
            text = marshal.dumps(stored, 2)
        except ValueError:
            # Values of other classes, such as texts that are translated when they are shown.
            return self._make(stored)
        key = hashlib.blake2b(text, digest_size=16).digest()
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = self._make(stored)
        with self._lock:
            self._made[key] = made
            if len(self._made) > self._most:
                self._made.popitem(last=False)
        return made
