"""From blocks to sections and items, by the anchors of the headings, else by what the headings
say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from artifacts.documents.labels import all_titles
from artifacts.importing.blocks import Block, BlockKind, ListEntry, read_blocks
from artifacts.importing.front_matter import FrontMatter, split_front_matter
from artifacts.importing.headings import (
    Name,
    anchors_in,
    begins_with_anchor,
    first_id,
    has_pandoc_html,
    is_like_heading,
    is_ours,
    read_heading,
    read_name,
    take_anchors,
)
from artifacts.importing.inline import is_emphasised, plain
from artifacts.importing.items import ItemParts, prose, read_item, read_row
from artifacts.importing.parsed import (
    Leftover,
    ParsedFile,
    ParsedItem,
    ParsedSection,
    Reason,
    Stamp,
)
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import FieldKind, Item, Section, SectionKind
from artifacts.schemas.fields import ITEM_ID
from artifacts.text import fold_title

Readable = Mapping[ArtifactType, Sequence[Section]]
"""The sections that the reader may read, of the documents that are written."""

_MENTION = re.compile(
    rf"\[[^\[\]\n]{{0,1000}}\]\(<?#{ITEM_ID}>?\)"
    rf"|(?<![A-Za-z0-9#\"'-])(?P<id>{ITEM_ID})(?![A-Za-z0-9-])"
)
_BELOW_ALL = 9
"""The level of a paragraph that stands for a heading; real ones go up to 6."""


def read_file(text: str, readable: Readable, titles: Mapping[str, str] | None = None) -> ParsedFile:
    """Return what `text` says of the sections in `readable`; all else of it is in the leftovers.

    `titles` are those of the items that are known, by id: a paragraph that begins with such an id
    and has no other heading in the file can be one.
    """
    parsed = ParsedFile()
    matter, body = split_front_matter(text.removeprefix("\ufeff"))
    _take_front_matter(matter, parsed)
    blocks, unused = read_blocks(body)
    parsed.is_typographic = has_pandoc_html(body)
    parsed.item_ids |= anchors_in(body)
    parsed.mentions = Counter(match["id"] for match in _MENTION.finditer(body) if match["id"])
    reader = _Reader(parsed, readable, _without_heading(titles or {}, parsed, blocks))
    for block in blocks:
        reader.take(block)
    reader.end()
    parsed.leftovers += [Leftover(source, Reason.UNUSED) for source in unused]
    return parsed


def _take_front_matter(matter: FrontMatter, parsed: ParsedFile) -> None:
    if matter.unread:
        parsed.leftovers.append(Leftover(matter.unread, Reason.FRONT_MATTER))
    parsed.project_id = _text(matter.values.get("id"))
    parsed.project_name = _text(matter.values.get("project"))
    documents = matter.values.get("documents")
    for document in documents if isinstance(documents, list) else ():
        if isinstance(document, dict) and _text(document.get("type")) in set(ArtifactType):
            version = _text(document.get("version"))
            number = int(version) if re.fullmatch(r"[0-9]{1,9}", version) else 0
            parsed.stamps[ArtifactType(document["type"])] = Stamp(
                number, _text(document.get("state"))
            )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _without_heading(
    titles: Mapping[str, str], parsed: ParsedFile, blocks: Collection[Block]
) -> dict[str, str]:
    """Return the titles of those items that no heading and no anchor in the file names."""
    headed = {
        read_heading(block.raw).id for block in blocks if block.kind is BlockKind.HEADING
    } | parsed.item_ids
    return {item_id: title for item_id, title in titles.items() if item_id not in headed}


class _Reader:
    """Takes the blocks one after another, and keeps where in the documents they stand."""

    def __init__(self, parsed: ParsedFile, readable: Readable, titles: Mapping[str, str]) -> None:
        self.parsed = parsed
        self.readable = readable
        self.titles = titles
        self.document: ArtifactType | None = None
        self.section: ParsedSection | None = None
        self.level = 0
        self.item: ItemParts | None = None
        self.anchor = ""
        """An anchor that stood alone; it belongs to the block that follows."""
        self.lost: Reason | None = Reason.OUTSIDE
        """Why the text here belongs to no section; None inside a section."""

    def take(self, block: Block) -> None:
        # The exporter draws no rules, and escapes those of a text; a rule that an editor drew says
        # nothing.
        if block.kind is BlockKind.RULE or (
            block.kind is BlockKind.PARAGRAPH and self.is_anchor(block)
        ):
            return
        if self.anchor and block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            block = replace(block, raw=f'<a id="{self.anchor}"></a>{block.raw}')
        self.anchor = ""
        if block.kind is BlockKind.HEADING:
            self.heading(block, read_heading(block.raw))
        elif block.kind is BlockKind.PARAGRAPH and (name := self.named(block)) is not None:
            self.heading(replace(block, level=_BELOW_ALL), name)
        else:
            self.body(block)

    def is_anchor(self, block: Block) -> bool:
        """Whether a paragraph is an anchor and nothing else; it is kept for what follows."""
        words, anchors = take_anchors(block.raw)
        if words or not anchors or not is_ours(anchors[-1]):
            return False
        self.anchor = anchors[-1]
        return True

    def named(self, block: Block) -> Name | None:
        """Return the name of a paragraph that stands for a heading; None for any other."""
        name = read_name(block.raw)
        if is_ours(name.anchor) and begins_with_anchor(block.raw):
            return name
        if name.item_id in self.titles and first_id(block.raw) == name.item_id:
            title = self.titles[name.item_id]
            return (
                name
                if self.item_class_of(name.item_id) and is_like_heading(block.raw, title)
                else None
            )
        # The exporter escapes the marks of emphasis, so these words were set in bold by an editor.
        if not is_emphasised(block.raw) or (found := self.find_section(name, 0)) is None:
            return None
        document, section = found
        return None if (document, section.name) in self.parsed.sections else name

    def body(self, block: Block) -> None:
        if block.kind is BlockKind.PARAGRAPH:
            self.parsed.beginnings[first_id(block.raw)] += 1
        if self.lost is not None or self.section is None:
            self.leave(block, self.lost or Reason.OUTSIDE)
        elif self.item is not None:
            self.item.blocks.append(block)
        else:
            self.content(self.section, block)

    def end(self, *, is_partial: bool = False) -> None:
        """End the item that is open; `is_partial` if what follows may have been part of it."""
        if self.item is None or self.section is None:
            return
        assert self.section.section.item_class is not None
        read = read_item(self.section.section.item_class, self.item)
        source = "\n\n".join(block.source for block in (self.item.heading, *self.item.blocks))
        self.section.items.append(
            ParsedItem(self.item.item_id, read.values, source, read.is_partial or is_partial)
        )
        for block in read.rest:
            self.parsed.leftovers.append(
                Leftover(block.source, Reason.NO_TEXT_HERE, block.kind, block.raw)
            )
        self.item = None

    def heading(self, block: Block, name: Name) -> None:
        document = self.find_document(name, block.level)
        section = self.find_section(name, block.level) if document is None else None
        is_above = document is not None or section is not None
        if self.item is not None and not is_above and self.is_inside(self.item, block, name):
            self.item.blocks.append(block)
            return
        item_id = None if is_above else self.find_item(name, block.level)
        # Text below an unknown heading may have been part of the item before it.
        self.end(is_partial=not is_above and item_id is None)
        self.parsed.item_ids.add(name.id)
        if document is not None:
            self.open_document(document, block)
        elif section is not None:
            self.open_section(*section, block)
        elif item_id is not None:
            self.open_item(item_id, name, block)
        else:
            self.lose(block)

    def lose(self, block: Block) -> None:
        """Leave a heading over that names nothing, and in a section what follows it."""
        self.leave(block, Reason.OUTSIDE if self.section is None else Reason.HEADING)
        if self.section is not None:
            self.lost = Reason.HEADING

    def is_inside(self, item: ItemParts, block: Block, name: Name) -> bool:
        return self.is_label(name) or self.is_below(item, block, name)

    @staticmethod
    def is_below(item: ItemParts, block: Block, name: Name) -> bool:
        """Whether a heading divides the text of an item, and begins no other one."""
        return not name.id and block.level > item.heading.level

    def is_label(self, name: Name) -> bool:
        """Whether a heading inside of an item names one of its fields."""
        item_class = self.section.section.item_class if self.section is not None else None
        if item_class is None or name.id:
            return False
        kinds = (FieldKind.TEXT, FieldKind.LINES, FieldKind.LINKS)
        labels = {fold_title(field.label) for field in item_class.fields() if field.kind in kinds}
        return fold_title(plain(name.words)).rstrip(":") in labels

    def open_document(self, document: ArtifactType, block: Block) -> None:
        self.document, self.section, self.lost = document, None, Reason.OUTSIDE
        # Editors change levels; a package names all its documents at the top, and a single one
        # itself alone.
        is_alone = len(self.parsed.stamps) == 1 and len(self.readable) > 1
        self.parsed.is_single = block.level == 1 or is_alone
        if document not in self.parsed.documents:
            self.parsed.documents.append(document)

    def open_section(self, document: ArtifactType, section: Section, block: Block) -> None:
        self.document = document
        self.level = block.level if block.level < _BELOW_ALL else self.level
        key = document, section.name
        if key in self.parsed.sections:
            self.parsed.sections[key].is_partial = True
            self.section, self.lost = None, Reason.TWICE
            self.leave(block, Reason.TWICE)
            return
        self.section, self.lost = ParsedSection(section), None
        self.parsed.sections[key] = self.section

    def open_item(self, item_id: str, name: Name, block: Block) -> None:
        assert self.section is not None
        assert self.section.section.item_class is not None
        self.lost = None
        if block.level == _BELOW_ALL and not _has_texts(self.section.section.item_class):
            _id, values = read_row(self.section.section.item_class, block.raw)
            self.section.items.append(ParsedItem(item_id, values, block.source))
            return
        self.item = ItemParts(item_id, name.words, block)

    def find_document(self, name: Name, level: int) -> ArtifactType | None:
        words = fold_title(plain(name.words))
        for document in self.readable:
            if name.anchor == document.value:
                return document
            if name.id or level > 2 or document in self.parsed.documents:
                continue
            # A file of one document is headed by the project's name, too.
            labels = all_titles(document.label)
            if words in labels or (
                level == 1 and words.endswith(tuple(f": {label}" for label in labels))
            ):
                return document
        return None

    def find_section(self, name: Name, level: int) -> tuple[ArtifactType, Section] | None:
        words = fold_title(plain(name.words))
        is_above = self.section is None or level <= self.level
        for document, sections in self.readable.items():
            for section in sections:
                if name.anchor == f"{document.value}.{section.name}":
                    return document, section
                is_here = document is self.document and is_above and not name.id
                if is_here and words in all_titles(section.title):
                    return document, section
        return None

    def find_item(self, name: Name, level: int) -> str | None:
        """Return the id of an item that may stand here, empty if it has none yet; None if none
        may.
        """
        if self.section is None or self.section.section.item_class is None:
            return None
        if not name.id:
            # Editors change the levels of headings. Without an id it can only be told by its level
            # from what is none.
            return "" if self.level < level < _BELOW_ALL else None
        return name.id if self.item_class_of(name.id) is not None else None

    def item_class_of(self, item_id: str) -> type[Item] | None:
        """Return the class of the items of this section, if that can be the id of one."""
        item_class = self.section.section.item_class if self.section is not None else None
        if item_class is None or not re.fullmatch(ITEM_ID, item_id):
            return None
        return item_class if item_id.startswith(f"{item_class.prefix}-") else None

    def content(self, parsed: ParsedSection, block: Block) -> None:
        match parsed.section.kind:
            case SectionKind.ITEMS if block.kind is BlockKind.LIST:
                self.rows(parsed, block)
            case SectionKind.LINES | SectionKind.ITEM_IDS if block.kind is BlockKind.LIST:
                for entry in block.entries:
                    if text := plain(entry.raw):
                        parsed.entries.append(text)
                    self.leave_parts(entry)
            case SectionKind.PROSE | SectionKind.NUMBER:
                if text := prose(block):
                    parsed.entries.append(text)
            case _:
                self.leave(block, Reason.NO_TEXT_HERE)

    def rows(self, parsed: ParsedSection, block: Block) -> None:
        assert parsed.section.item_class is not None
        for entry in block.entries:
            item_id, values = read_row(parsed.section.item_class, entry.raw)
            self.parsed.item_ids.add(item_id)
            source = "\n".join((f"- {entry.raw}", *entry.more))
            parsed.items.append(ParsedItem(item_id, values, source, bool(entry.more)))
            self.leave_parts(entry)

    def leave_parts(self, entry: ListEntry) -> None:
        for source in entry.more:
            self.leave(Block(BlockKind.OTHER, source), Reason.NO_TEXT_HERE)

    def leave(self, block: Block, reason: Reason) -> None:
        if reason is Reason.OUTSIDE and block.kind in (BlockKind.TABLE, BlockKind.FENCE):
            reason = Reason.MADE
        if self.section is not None:
            self.section.is_partial = True
        self.parsed.leftovers.append(Leftover(block.source, reason, block.kind, block.raw))


def _has_texts(item_class: type[Item]) -> bool:
    """Return whether each item of this class has a text below its title."""
    return any(
        field.kind is FieldKind.TEXT and field.name != item_class.short_title_field
        for field in item_class.fields()
    )
