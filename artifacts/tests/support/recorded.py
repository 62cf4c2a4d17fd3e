"""Text files with all that the product says of something, in blocks with headings.

A test compares one block with what is said now. After a change that is meant, `pytest --record`
with the paths of the tests writes the files again, and their diff is read instead of typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

RECORDINGS: list[Recording] = []

Compare = Callable[["Recording", str, Iterable[str]], None]
"""What the fixture `recorded` gives: it holds lines against a block of a file."""


class Recording:
    """One file. Its headings are the lines that begin with `mark`; without a mark, those that are
    not indented.
    """

    def __init__(self, file: Path, *, mark: str = "# ") -> None:
        self._file = file
        self._mark = mark
        self._blocks = self._read()
        self._is_changed = False
        RECORDINGS.append(self)

    @property
    def headings(self) -> list[str]:
        return list(self._blocks)

    def lines(self, heading: str) -> list[str]:
        """Return the lines below a heading, and none if there is no such heading."""
        return self._blocks.get(heading, [])

    def record(self, heading: str, lines: list[str]) -> None:
        """Put other lines below a heading; one that is not there comes last."""
        self._is_changed |= self._blocks.get(heading) != lines
        self._blocks[heading] = lines

    def write(self) -> None:
        """Write the file if it has changed."""
        if self._is_changed:
            indent = "" if self._mark else "    "
            rows = (
                row
                for heading, lines in self._blocks.items()
                for row in (f"{self._mark}{heading}", *(f"{indent}{line}" for line in lines))
            )
            self._file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")

    def _read(self) -> dict[str, list[str]]:
        text = self._file.read_text(encoding="utf-8") if self._file.exists() else ""
        found: dict[str, list[str]] = {}
        lines: list[str] = []
        for line in text.splitlines():
            if line.startswith(self._mark) if self._mark else not line.startswith(" "):
                found[line.removeprefix(self._mark)] = lines = []
            else:
                lines.append(line if self._mark else line.strip())
        return found


def shortened(text: str, most: int = 60) -> str:
    """Return a text in one line; of a long one, its two ends."""
    line = " ".join(text.split())
    half = most // 2
    return line if len(line) <= most else f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
