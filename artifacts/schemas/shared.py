"""What was made of contents, and of what founders told, that several requests share.

What is `share`d is never changed in place. So what was made of it holds for as long as the object
is there, and is found by the object itself.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

SHARED_MOST = 500
"""Objects of which a process keeps what was made; a content has about 8 kB."""

T = TypeVar("T")


@dataclass(slots=True)
class _Shared:
    one: object
    """Held, so that no other object has its id."""
    made: dict[str, tuple[Hashable, Any]] = field(default_factory=dict)


_shared: OrderedDict[int, _Shared] = OrderedDict()
_lock = threading.Lock()


def share(one: T) -> T:
    """Say that nobody changes `one` in place from now on, and return it."""
    with _lock:
        _shared[id(one)] = _Shared(one)
        if len(_shared) > SHARED_MOST:
            _shared.popitem(last=False)
    return one


def made_of(one: object, what: str, given: Hashable, make: Callable[[], T]) -> T:
    """Return what `make` makes of `one` and of `given`, and of nothing else.

    Where that is shared, it is made once for as long as nothing else is given. It must not
    be changed by those who get it.
    """
    with _lock:
        known = _shared.get(id(one))
        if known is not None:
            _shared.move_to_end(id(one))
    if known is None:
        return make()
    found = known.made.get(what)
    if found is None or found[0] != given:
        found = known.made[what] = given, make()
    made: T = found[1]
    return made
