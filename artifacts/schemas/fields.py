"""The types of the fields of content: texts of several lengths, lists of them, ids and levels."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from artifacts.text import clean_text

PROSE_MAX = 10_000
LINE_MAX = 1_000
TITLE_MAX = 200
LIST_MAX = 100

SECTION_BUDGET = 3_000
ITEM_BUDGET = 1_500
LINE_BUDGET = 700
"""Characters of a section of prose, a text of an item, and a line of a list that are read to the
end; about 450, 230 and 110 words.
"""

ITEM_ID = r"[A-Z]-[1-9][0-9]{0,5}"


def _clean(value: object) -> object:
    if not isinstance(value, str) or (value.isascii() and value.isprintable()):
        return value  # most texts are clean
    return clean_text(value)


NOT_GIVEN = "not given"
"""What is shown and read where a level has not been given."""


def _not_given_is_none(value: object) -> object:
    return None if isinstance(value, str) and value.casefold() in ("", NOT_GIVEN) else value


# Stands last in an annotation, so that it runs before the lengths are looked at.
Cleaned = BeforeValidator(_clean)
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=PROSE_MAX), Cleaned
]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LINE_MAX), Cleaned
]
Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_MAX), Cleaned
]
ShortTitle = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=TITLE_MAX),
    Field(exclude_if=lambda title: not title),
    Cleaned,
]
"""A title that may be empty; it is stored where it is not."""
Lines = Annotated[list[Line], Field(max_length=LIST_MAX)]
ItemId = Annotated[str, StringConstraints(pattern=f"^{ITEM_ID}$")]
Level = Literal["high", "medium", "low"]
LevelOrNone = Annotated[Level | None, BeforeValidator(_not_given_is_none)]
"""A level, or None if nobody has given one; forms say that with an empty text, and exports in
words.
"""
