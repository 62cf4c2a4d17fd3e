"""What is worked out once of a sentence, a clause or what we know, and remembered with it."""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable
from typing import TypeVar

_Owner = TypeVar("_Owner")
_Known = TypeVar("_Known")
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


def remembered_beside(
    make: Callable[[_Known, _Owner], _Made],
) -> Callable[[_Known, _Owner], _Made]:
    """Return a function that calls `make` once for an owner and what it is compared with, and then
    returns the same until the owner is compared with something else.

    An edit leaves most sentences of a document as they were: only the changed ones are compared
    with the founder's words again. As with `remembered`, neither of the two may ever change; the
    owner does not keep the other one alive.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @functools.wraps(make)
    def of_both(known: _Known, owner: _Owner) -> _Made:
        kept = vars(owner).get(name)
        if kept is None or kept[0]() is not known:
            kept = vars(owner)[name] = weakref.ref(known), make(known, owner)
        found: _Made = kept[1]
        return found

    return of_both
