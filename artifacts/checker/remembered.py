"""What is worked out once of a sentence, a clause or what we know, and remembered with it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

_Owner = TypeVar("_Owner")
_Made = TypeVar("_Made")


def remembered(make: Callable[[_Owner], _Made]) -> Callable[[_Owner], _Made]:
    """Return a function that calls `make` once for each owner, and then returns the same.

    For owners that never change: the result is kept in the owner itself and goes with it. A
    property of the class would do the same, where the class is the place to know of it.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @functools.wraps(make)
    def of_owner(owner: _Owner) -> _Made:
        kept = vars(owner)
        if name not in kept:
            kept[name] = make(owner)
        found: _Made = kept[name]
        return found

    return of_owner
