"""Properties that are made once, without a lock. No Django here."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property
else:

    class cached_property(functools.cached_property):  # noqa: N801 (stands in its place)
        """The same as that of `functools`, which takes a lock for each value that is made: in
        Python 3.11 that costs more than many of these values.

        Two threads may both make it, so both must make the same.
        """

        def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value


__all__ = ["cached_property"]
