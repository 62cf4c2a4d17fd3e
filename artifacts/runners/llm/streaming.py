"""Hand partial answers from the event loop to the thread that waits for them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from artifacts.runners.llm.parsing import read_partial

logger = logging.getLogger(__name__)

OnPartial = Callable[[Mapping[str, Any]], None]


class Live:
    """Collects text on the loop; `look` reads it in the waiting thread, so that no listener holds
    up the loop.
    """

    def __init__(self, tell: OnPartial | None) -> None:
        self._tell = tell
        self._before = ""
        self._parts: list[str] = []
        self._settled: dict[str, Any] = {}
        self._told = 0

    def begin(self, before: str = "") -> None:
        """A request begins, which goes on with the text `before`."""
        self._before, self._parts, self._told = before, [], 0

    def add(self, text: str) -> None:
        self._parts.append(text)

    def settle(self, content: Mapping[str, Any]) -> None:
        """This much is written; what comes next replaces parts of it."""
        self._settled = dict(content)
        self.begin()

    def look(self) -> None:
        """Tell what there is, where there is something new."""
        count = len(self._parts)
        if self._tell is None or count == self._told:
            return
        self._told = count
        try:
            partial = read_partial(self._before + "".join(self._parts[:count]))
            if partial:
                self._tell({**self._settled, **partial})
        except Exception as error:
            # A failing listener must not break the document; it is told once, and not again for
            # this document.
            logger.warning("Nobody can be told what is written so far: %s", type(error).__name__)
            self._tell = None
