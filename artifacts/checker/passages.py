"""The texts of documents one by one, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from artifacts.checker.findings import Location, location
from artifacts.checker.text import without_quotes
from artifacts.documents.references import POINTER, pointers
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item, ItemField, Section, SectionKind
from artifacts.schemas.marks import without_marks
from artifacts.unlocked import cached_property

_READ_MOST = 2_048
"""Texts that a process keeps what was read of; an edit leaves most of a document as it was."""


class TextRead(NamedTuple):
    """What is read of a stored text, wherever it stands."""

    text: str
    """The text without its marks, which say whom it comes from and are not what it says."""
    plain: str
    """The same with blanks in the place of its pointers."""
    own: str
    """The same with blanks in the place of quotations too: what the document itself says."""
    claimed: str
    """What the document itself says, as `own`, with its marks."""
    folded: str
    """The text in small letters."""
    pointers: Sequence[str]


@lru_cache(maxsize=_READ_MOST)
def read_stored(stored: str) -> TextRead:
    if "[[" not in stored:
        own = without_quotes(stored)
        return TextRead(stored, stored, own, own, stored.casefold(), ())
    text = without_marks(stored)
    plain = POINTER.sub(_blank, text)
    claimed = without_quotes(POINTER.sub(_blank, stored))
    return TextRead(
        text, plain, without_quotes(plain), claimed, text.casefold(), tuple(pointers(text))
    )


class Passage:
    """One text of a document: a section of prose, a line of a list, or a text field of an item."""

    def __init__(
        self,
        place: Location,
        section: Section,
        stored: str,
        item: Item | None = None,
        field: ItemField | None = None,
    ) -> None:
        self.place, self.section, self.stored = place, section, stored
        self.item, self.field = item, field
        read = read_stored(stored)
        self.text, self.plain, self.own = read.text, read.plain, read.own
        self.claimed, self.folded, self.pointers = read.claimed, read.folded, read.pointers

    @cached_property
    def is_prose(self) -> bool:
        """True for whole texts, as opposed to titles and the lines of lists."""
        return (
            self.field.kind is FieldKind.TEXT
            if self.field
            else self.section.kind is SectionKind.PROSE
        )

    @property
    def is_title(self) -> bool:
        return self.field is not None and self.field.kind is FieldKind.TITLE


def passages_in(artifact_type: ArtifactType, content: ArtifactContent) -> Iterator[Passage]:
    """Yield every text of a document in reading order."""
    for section in content.sections():
        value = getattr(content, section.name)
        place = location(artifact_type, section.name)
        if section.kind is SectionKind.PROSE and value:
            yield Passage(place, section, value)
        elif section.kind is SectionKind.LINES:
            yield from (Passage(place, section, line) for line in value or ())
        elif section.kind is SectionKind.ITEMS:
            for item in value or ():
                yield from _passages_of(artifact_type, section, item)


def _passages_of(artifact_type: ArtifactType, section: Section, item: Item) -> Iterator[Passage]:
    for item_field in item.fields():
        if item_field.kind not in (FieldKind.TITLE, FieldKind.TEXT, FieldKind.LINES):
            continue
        value: str | Sequence[str] | None = getattr(item, item_field.name)
        place = location(artifact_type, section.name, item.id, item_field.name)
        for text in (value,) if isinstance(value, str) else value or ():
            if text:
                yield Passage(place, section, text, item, item_field)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
