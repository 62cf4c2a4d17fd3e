"""Marks in prose: who a text comes from, where that is not the founder. No Django here.

`[[+]]` we suggest it, `[[=]]` we computed it, `[[?]]` it is open. A mark stands directly after the
words it is about. Without a mark, the founder said it, or it follows plainly from what they said.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Mark(StrEnum):
    """The kinds of marks, by the character between the brackets."""

    SUGGESTED = "+"
    COMPUTED = "="
    OPEN = "?"

    @property
    def code(self) -> str:
        """The mark as it is written in a text."""
        return f"[[{self.value}]]"


MARK = re.compile(r"\[\[([+=?])\]\]")
_MARK_ALONE = re.compile(r"\[\[[+=?]\]\]")
_MARK_WITH_SPACE = re.compile(rf"[ \t]*{MARK.pattern}")


def without_marks(text: str) -> str:
    """Return `text` without its marks, and without spaces before them."""
    if "[[" not in text:
        return text
    # A pattern that begins with the spaces would be tried at every letter.
    *before, rest = _MARK_ALONE.split(text)
    return "".join([*(part.rstrip(" \t") for part in before), rest])


def marks_in(text: str) -> list[Mark]:
    """Return the marks of `text` in the order in which they stand."""
    return [Mark(found) for found in MARK.findall(text)] if "[[" in text else []


def remove_mark(text: str, number: int, mark: Mark) -> str:
    """Return `text` without its mark `number`, counted from 0.

    Raises LookupError if that is not a `mark`.
    """
    for place, match in enumerate(_MARK_WITH_SPACE.finditer(text)):
        if place == number and match[1] == mark:
            return text[: match.start()] + text[match.end() :]
    raise LookupError(f"mark {number} of this text is not a {mark.code}")
