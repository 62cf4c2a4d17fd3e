"""The result of reading a file: documents, sections, items and leftovers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from artifacts.importing.blocks import BlockKind
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Section


class Reason(StrEnum):
    """Why a piece of the file has no place in the documents."""

    HEADING = "heading"
    OUTSIDE = "outside"
    MADE = "made"
    NO_TEXT_HERE = "no_text_here"
    TWICE = "twice"
    FRONT_MATTER = "front_matter"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A piece of the file that cannot be matched, as it stands there."""

    text: str
    reason: Reason
    kind: BlockKind = BlockKind.OTHER
    raw: str = field(default="", compare=False)
    """The same with the targets of its links in it; empty if that is no other text."""


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """An item as the file has it.

    `values` holds what it says, by the name of the field; the title is among them.
    """

    item_id: str
    values: Mapping[str, Any]
    source: str = field(compare=False)
    is_partial: bool = field(default=False, compare=False)
    """True if something in it was not understood: an empty field may then stand there in another
    form.
    """


@dataclass(slots=True)
class ParsedSection:
    """What the file has in one section: paragraphs of a text, entries of a list, or items."""

    section: Section
    entries: list[str] = field(default_factory=list)
    items: list[ParsedItem] = field(default_factory=list)
    is_partial: bool = field(default=False, compare=False)
    """True if something below its heading was not understood: what is missing may be there in
    another form.
    """


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the front matter says of one document."""

    version: int
    state: str


@dataclass(slots=True)
class ParsedFile:
    project_id: str = ""
    project_name: str = ""
    stamps: dict[ArtifactType, Stamp] = field(default_factory=dict)
    sections: dict[tuple[ArtifactType, str], ParsedSection] = field(default_factory=dict)
    documents: list[ArtifactType] = field(default_factory=list)
    is_single: bool = False
    """True if the file is one document and not the whole package."""
    is_typographic: bool = False
    """True if its straight quotes, double hyphens and dots stand for typographic ones, as pandoc
    writes them.
    """
    item_ids: set[str] = field(default_factory=set)
    """The ids of all items that have a heading, a row or an anchor in the file, also where they fit
    nowhere.
    """
    beginnings: Counter[str] = field(default_factory=Counter)
    """How many paragraphs begin with an item's id without being its heading."""
    mentions: Counter[str] = field(default_factory=Counter)
    """How often an item's id stands in the file outside of links to it."""
    leftovers: list[Leftover] = field(default_factory=list)

    def names(self, item_id: str, exported: ParsedFile) -> bool:
        """Whether an item of `exported`, a file without a change, is in this one in whatever
        form.
        """
        return (
            item_id in self.item_ids
            or self.beginnings[item_id] > exported.beginnings[item_id]
            or self.mentions[item_id] >= exported.mentions[item_id]
        )
