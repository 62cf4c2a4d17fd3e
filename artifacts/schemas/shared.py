"""What was made of contents that several requests share.

A content that is `share`d is never changed in place. So what was made of it holds for as long as
the object is there, and is found by the object itself.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from artifacts.schemas.base import ArtifactContent

SHARED_MOST = 500
"""Contents of which a process keeps what was made; about 8 kB each."""

T = TypeVar("T")
ContentT = TypeVar("ContentT", bound=ArtifactContent)


@dataclass(slots=True)
class _Shared:
    content: ArtifactContent
    """Held, so that no other object has its id."""
    made: dict[str, tuple[Hashable, Any]] = field(default_factory=dict)


_shared: OrderedDict[int, _Shared] = OrderedDict()
_lock = threading.Lock()


def share(content: ContentT) -> ContentT:
    """Say that nobody changes `content` in place from now on, and return it."""
    with _lock:
        _shared[id(content)] = _Shared(content)
        if len(_shared) > SHARED_MOST:
            _shared.popitem(last=False)
    return content


def made_of(content: ArtifactContent, what: str, given: Hashable, make: Callable[[], T]) -> T:
    """Return what `make` makes of `content` and of `given`, and of nothing else.

    Where the content is shared, it is made once for as long as nothing else is given. It must not
    be changed by those who get it.
    """
    with _lock:
        known = _shared.get(id(content))
        if known is not None:
            _shared.move_to_end(id(content))
    if known is None:
        return make()
    found = known.made.get(what)
    if found is None or found[0] != given:
        found = known.made[what] = given, make()
    made: T = found[1]
    return made
