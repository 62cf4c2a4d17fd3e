"""From blocks to sections and items, by the anchors of the headings, else by what the headings say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from artifacts.document_words import all_titles
from artifacts.importing.blocks import Block, Kind, read_blocks
from artifacts.importing.inline import plain
from artifacts.importing.items import ItemParts, prose, read_item, read_row
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import ITEM_ID, Section, SectionKind
from artifacts.text import fold_title

Readable = Mapping[ArtifactType, Sequence[Section]]
"""The sections that the reader may read, of the documents that are written."""

_ANCHOR = re.compile(r'<a id="([A-Za-z0-9_.-]{1,110})"></a>')
_ID = re.compile(rf"({ITEM_ID})(?![A-Za-z0-9-])\s*")


class Reason(StrEnum):
    """Why a piece of the file has no place in the documents."""

    HEADING = "heading"
    OUTSIDE = "outside"
    MADE = "made"
    NO_TEXT_HERE = "no_text_here"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A piece of the file that cannot be matched, as it stands there."""

    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """An item as the file has it. `values` holds what it says, by the name of the field; the title is among them."""

    item_id: str
    values: Mapping[str, Any]
    source: str = field(compare=False)


@dataclass(slots=True)
class ParsedSection:
    """What the file has in one section: paragraphs of a text, entries of a list, or items."""

    section: Section
    entries: list[str] = field(default_factory=list)
    items: list[ParsedItem] = field(default_factory=list)


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
    """True where the file is one document and not the whole package."""
    item_ids: set[str] = field(default_factory=set)
    """The ids of all items that have a heading or a row anywhere in the file, also where they fit nowhere."""
    leftovers: list[Leftover] = field(default_factory=list)


def read_file(text: str, readable: Readable) -> ParsedFile:
    """Return what `text` says of the sections in `readable`; all else of it is in the leftovers."""
    parsed = ParsedFile()
    body = _front_matter(text.removeprefix("\ufeff"), parsed)
    reader = _Reader(parsed, readable)
    for block in read_blocks(body):
        reader.take(block)
    reader.close()
    return parsed


def _front_matter(text: str, parsed: ParsedFile) -> str:
    """Read the rows between the first two rules, and return what stands after them."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return text
    end = next((place for place, line in enumerate(lines[1:60], 1) if line.rstrip() == "---"), 0)
    if not end:
        return text
    matter = {name.strip(): _value(value) for name, _, value in (line.partition(":") for line in lines[1:end])}
    parsed.project_id = str(matter.get("id") or "")
    parsed.project_name = str(matter.get("project") or "")
    documents = matter.get("documents")
    for document in documents if isinstance(documents, list) else ():
        if isinstance(document, dict) and str(document.get("type")) in set(ArtifactType):
            version, state = document.get("version"), document.get("state")
            parsed.stamps[ArtifactType(document["type"])] = Stamp(
                version if isinstance(version, int) else 0, state if isinstance(state, str) else ""
            )
    return "\n".join(lines[end + 1 :])


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text.strip()


class _Reader:
    """Takes the blocks one after another, and keeps where in the documents they stand."""

    def __init__(self, parsed: ParsedFile, readable: Readable) -> None:
        self.parsed = parsed
        self.readable = readable
        self.document: ArtifactType | None = None
        self.section: ParsedSection | None = None
        self.level = 0
        self.item: ItemParts | None = None
        self.lost: Reason | None = Reason.OUTSIDE
        """Why what stands here belongs nowhere; None inside of a section."""

    def take(self, block: Block) -> None:
        if block.kind is Kind.HEADING:
            self.heading(block)
        elif self.lost is not None or self.section is None:
            self.leave(block, self.lost or Reason.OUTSIDE)
        elif self.item is not None:
            self.item.blocks.append(block)
        else:
            self.content(self.section, block)

    def close(self) -> None:
        """End the item that is open."""
        if self.item is None or self.section is None:
            return
        assert self.section.section.item_class is not None
        values, rest = read_item(self.section.section.item_class, self.item)
        source = "\n\n".join(block.source for block in (self.item.heading, *self.item.blocks))
        self.section.items.append(ParsedItem(self.item.item_id, values, source))
        for block in rest:
            self.leave(block, Reason.NO_TEXT_HERE)
        self.item = None

    def heading(self, block: Block) -> None:
        self.close()
        anchor, words = _split_heading(block.raw)
        self.parsed.item_ids.add(_item_id(anchor, words))
        if (document := self.find_document(anchor, words, block.level)) is not None:
            self.open_document(document, block)
        elif (section := self.find_section(anchor, words, block.level)) is not None:
            self.open_section(*section, block)
        elif (found := self.find_item(anchor, words, block.level)) is not None:
            self.item = ItemParts(*found, block)
            self.lost = None
        else:
            self.leave(block, Reason.OUTSIDE if self.section is None else Reason.HEADING)
            if self.section is not None:
                self.lost = Reason.HEADING

    def open_document(self, document: ArtifactType, block: Block) -> None:
        self.document, self.section, self.lost = document, None, Reason.OUTSIDE
        self.parsed.is_single = block.level == 1
        if document not in self.parsed.documents:
            self.parsed.documents.append(document)

    def open_section(self, document: ArtifactType, section: Section, block: Block) -> None:
        self.document, self.level = document, block.level
        key = document, section.name
        if key in self.parsed.sections:
            self.section, self.lost = None, Reason.TWICE
            self.leave(block, Reason.TWICE)
            return
        self.section, self.lost = ParsedSection(section), None
        self.parsed.sections[key] = self.section

    def find_document(self, anchor: str, words: str, level: int) -> ArtifactType | None:
        for document in self.readable:
            if anchor == document.value:
                return document
            is_named = fold_title(words) in all_titles(document.label)
            if not anchor and level <= 2 and is_named and document not in self.parsed.documents:
                return document
        return None

    def find_section(self, anchor: str, words: str, level: int) -> tuple[ArtifactType, Section] | None:
        for document, sections in self.readable.items():
            for section in sections:
                if anchor == f"{document.value}.{section.name}":
                    return document, section
                is_above = self.section is None or level <= self.level
                if (
                    not anchor
                    and document is self.document
                    and is_above
                    and fold_title(words) in all_titles(section.title)
                ):
                    return document, section
        return None

    def find_item(self, anchor: str, words: str, level: int) -> tuple[str, str] | None:
        """Return id and title of an item that may stand here; the id is empty where it has none yet."""
        if self.section is None or self.section.section.item_class is None or level <= self.level:
            return None
        item_id = _item_id(anchor, words)
        if not item_id:
            return "", words
        if not re.fullmatch(ITEM_ID, item_id) or not item_id.startswith(f"{self.section.section.item_class.prefix}-"):
            return None
        named = _ID.match(words)
        return item_id, words[named.end() :] if named and named[1] == item_id else words

    def content(self, parsed: ParsedSection, block: Block) -> None:
        match parsed.section.kind:
            case SectionKind.ITEMS if block.kind is Kind.LIST:
                self.rows(parsed, block)
            case SectionKind.LINES | SectionKind.ITEM_IDS if block.kind is Kind.LIST:
                for entry in block.entries:
                    if text := plain(entry.raw):
                        parsed.entries.append(text)
                    for source in entry.more:
                        self.parsed.leftovers.append(Leftover(source, Reason.NO_TEXT_HERE))
            case SectionKind.PROSE | SectionKind.NUMBER:
                if text := prose(block):
                    parsed.entries.append(text)
            case _:
                self.leave(block, Reason.NO_TEXT_HERE)

    def rows(self, parsed: ParsedSection, block: Block) -> None:
        assert parsed.section.item_class is not None
        for entry in block.entries:
            anchor, words = _split_heading(entry.raw)
            item_id, values = read_row(parsed.section.item_class, anchor, words)
            self.parsed.item_ids.add(item_id)
            parsed.items.append(ParsedItem(item_id, values, "\n".join((f"- {entry.raw}", *entry.more))))
            for source in entry.more:
                self.parsed.leftovers.append(Leftover(source, Reason.NO_TEXT_HERE))

    def leave(self, block: Block, reason: Reason) -> None:
        if reason is Reason.OUTSIDE and block.kind in (Kind.TABLE, Kind.FENCE):
            reason = Reason.MADE
        self.parsed.leftovers.append(Leftover(block.source, reason))


def _split_heading(raw: str) -> tuple[str, str]:
    """Return the anchor of a heading or row, and the rest of it."""
    if match := _ANCHOR.match(raw):
        return match[1], raw[match.end() :].strip()
    return "", raw.strip()


def _item_id(anchor: str, words: str) -> str:
    """Return the id that a heading has: its anchor, else what its words begin with; empty where it has none."""
    named = _ID.match(words)
    return anchor or (named[1] if named else "")
