"""Facts that note which of them were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from artifacts.facts.schema import Fact, Facts, Traits


class Watched:
    """Facts that note which of them were read, so that a document knows what it was written
    from.
    """

    def __init__(self, facts: Facts | Traits, path: str, used: set[str]) -> None:
        self._facts, self._path, self._used = facts, path, used

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._facts, name)
        if isinstance(value, Traits):
            return Watched(value, f"{self._path}.{name}", self._used)
        if name in type(self._facts).model_fields:
            self._used.add(f"{self._path}.{name}")
        return value

    def has(self, name: str) -> bool:
        return bool(getattr(self, name).value == "yes")

    def each(self) -> Iterator[tuple[str, Fact[Any]]]:
        return cast("Facts", self._facts).each()
