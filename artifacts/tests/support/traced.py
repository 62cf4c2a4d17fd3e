"""Which functions of the product a call goes through."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import artifacts

PACKAGE = Path(artifacts.__file__).parent
ASIDE = ("tests", "monitoring")
"""Packages that do not count: tests, and what every log line goes through."""


@dataclass
class Trace:
    """The calls in their order, each as (file, name); lambdas and comprehensions belong to the
    function that they are written in.
    """

    calls: list[tuple[str, str]] = field(default_factory=list)
    """Files are relative to the package."""

    @property
    def functions(self) -> set[tuple[str, str]]:
        return set(self.calls)

    @property
    def files(self) -> set[str]:
        return {file for file, _name in self.calls}


@contextmanager
def trace(within: str) -> Iterator[Trace]:
    """Trace this thread while the function called `within` runs, itself included."""
    found = Trace()
    inside: list[FrameType] = []

    def note(frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        path = Path(code.co_filename)
        if event == "return" and inside and frame is inside[0]:
            inside.clear()
        if event != "call" or not path.is_relative_to(PACKAGE) or code.co_name.startswith("<"):
            return
        file = path.relative_to(PACKAGE)
        if file.parts[0] in ASIDE:
            return
        if not inside and code.co_name == within:
            inside.append(frame)
        if inside:
            found.calls.append((file.as_posix(), code.co_qualname))

    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(None)
