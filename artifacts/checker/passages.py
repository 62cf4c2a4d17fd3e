"""The texts of documents one by one, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from artifacts.checker.findings import Location
from artifacts.checker.text import without_quotes
from artifacts.documents.references import POINTER, pointers
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item, ItemField, Section, SectionKind
from artifacts.schemas.marks import mark_positions, without_marks
from artifacts.unlocked import cached_property


@dataclass
class Passage:
    """One text of a document: a section of prose, a line of a list, or a text field of an item."""

    place: Location
    section: Section
    stored: str
    item: Item | None = None
    field: ItemField | None = None

    @cached_property
    def text(self) -> str:
        """The text without its marks, which say whom it comes from and are not what it says."""
        return without_marks(self.stored)

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """The positions in `text` of marks; a mark is about the text before it."""
        return mark_positions(self.stored)

    @cached_property
    def plain(self) -> str:
        """The text with blanks in the place of its pointers."""
        return POINTER.sub(_blank, self.text) if "[[" in self.text else self.text

    @cached_property
    def folded(self) -> str:
        return self.text.casefold()

    @cached_property
    def own(self) -> str:
        """The same with blanks in the place of quotations too: what the document itself says."""
        return without_quotes(self.plain)

    @cached_property
    def pointers(self) -> list[str]:
        return pointers(self.text) if "[[" in self.text else []

    @cached_property
    def claimed(self) -> str:
        """What the document itself says, as `own`, with its marks."""
        if "[[" not in self.stored:
            return self.own
        return without_quotes(POINTER.sub(_blank, self.stored))

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
        place = Location(artifact_type, section.name)
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
        place = Location(artifact_type, section.name, item.id, item_field.name)
        for text in (value,) if isinstance(value, str) else value or ():
            if text:
                yield Passage(place, section, text, item, item_field)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
