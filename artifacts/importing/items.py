"""What the blocks of an item say of its fields, as the technical exporter writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from artifacts.documents.labels import all_titles, all_units, read_choice
from artifacts.importing.blocks import Block, BlockKind, ListEntry
from artifacts.importing.headings import read_heading, read_name
from artifacts.importing.inline import is_emphasised, plain, plain_lines, without_emphasis
from artifacts.schemas.base import FieldKind, Item, ItemField
from artifacts.schemas.fields import ITEM_ID
from artifacts.text import fold_spaces, fold_title

_LABEL = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3})(?P<words>[^*_:\n]{1,60})(?::(?P=mark)|(?P=mark)[ ]?:)[ \n]*",
)
_LINK_ID = re.compile(rf"(?:\[\[)?({ITEM_ID})(?![A-Za-z0-9-])(?P<end>\]\])?")
_LINK_PARTS = re.compile(r"[,;]\s")
_TASK = re.compile(r"\[[ xX]\][ \n]")
_NUMBER = re.compile(r"[0-9]{1,9}")
_EMPHASIS = re.compile(r"\*\*|__")


@dataclass(slots=True)
class ItemParts:
    """An item whose blocks are being gathered."""

    item_id: str
    title: str
    heading: Block
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class ItemValues:
    """What an item says: its values by the name of their field, and what has no field."""

    values: dict[str, Any]
    rest: list[Block] = field(default_factory=list)
    is_partial: bool = False
    """True if something in the item was not understood, so that an empty field may not be meant."""


def read_item(item_class: type[Item], parts: ItemParts) -> ItemValues:
    """Return the values of an item that has a heading, and the blocks that belong to no field.

    A weight that is not named is left out; a text, list or row of links that is not named is empty.
    """
    return _ItemReader(item_class).read(parts)


def read_row(item_class: type[Item], raw: str) -> tuple[str, dict[str, Any]]:
    """Return the id and the values of an item that is one entry of a list."""
    name = read_name(raw)
    words = name.words
    values: dict[str, Any] = {}
    start = words.rfind("(") if words.rstrip().endswith(")") else -1
    badges = _badges(item_class, words.rstrip()[start + 1 : -1], ",") if start >= 0 else None
    if badges is not None:
        values, words = badges, words[:start]
    return name.id, {item_class.title_field: plain(words), **values}


class _ItemReader:
    def __init__(self, item_class: type[Item]) -> None:
        self.item_class = item_class
        fields = [declared for declared in item_class.fields() if not declared.computed]
        self.fields = {
            label: declared for declared in fields for label in all_titles(declared.label)
        }
        texts = _names_of(fields, FieldKind.TEXT)
        self.first_text = next(iter(texts), "")
        self.texts: dict[str, list[str]] = {name: [] for name in texts}
        lists = _names_of(fields, FieldKind.LINES, FieldKind.LINKS)
        self.lists: dict[str, list[str]] = {name: [] for name in lists}
        self.links = frozenset(_names_of(fields, FieldKind.LINKS))
        self.badges: dict[str, Any] = {}
        self.rest: list[Block] = []
        self.is_partial = False
        self.open = self.first_text

    def read(self, parts: ItemParts) -> ItemValues:
        for place, block in enumerate(parts.blocks):
            self.take(block, is_first=place == 0)
        texts = {name: "\n\n".join(paragraphs) for name, paragraphs in self.texts.items()}
        values = {
            self.item_class.title_field: plain(parts.title),
            **self.badges,
            **texts,
            **self.lists,
        }
        short, title = self.item_class.short_title_field, self.item_class.title_field
        if short and values[short]:
            # A text below means that the heading was the short title.
            values[short], values[title] = values[title], values[short]
        return ItemValues(values, self.rest, self.is_partial or bool(self.rest))

    def take(self, block: Block, *, is_first: bool) -> None:
        if block.kind is BlockKind.PARAGRAPH:
            if is_first and (badges := _badges(self.item_class, block.raw, "·")) is not None:
                self.badges = badges
                return
            if (match := _LABEL.match(block.raw)) and self.label(
                match["words"], block.raw[match.end() :], block
            ):
                return
            if is_emphasised(block.raw) and self.label(without_emphasis(block.raw), "", block):
                return
        elif block.kind is BlockKind.HEADING and self.label(
            read_heading(block.raw).words.rstrip(":"), "", block
        ):
            return
        self.content(block)

    def content(self, block: Block) -> None:
        """Take a block into the field that is open."""
        if self.open in self.texts:
            if text := prose(block):
                self.texts[self.open].append(text)
        elif self.open in self.links and block.kind in (BlockKind.LIST, BlockKind.PARAGRAPH):
            for entry in block.entries or (ListEntry("", block.raw),):
                self.linked(self.open, entry.raw, block, is_row=block.kind is BlockKind.LIST)
                self.leave_more(entry)
        elif self.open in self.lists and block.kind is BlockKind.LIST:
            self.lines(block.entries)
        else:
            self.rest.append(block)

    def lines(self, entries: Sequence[ListEntry]) -> None:
        """Take the entries of a list into the field that is open, without their boxes."""
        for entry in entries:
            task = _TASK.match(entry.raw)
            if text := plain(entry.raw[task.end() :] if task else entry.raw):
                self.lists[self.open].append(text)
            self.leave_more(entry)

    def leave_more(self, entry: ListEntry) -> None:
        """Report the blocks below an entry of a list as not imported."""
        self.rest += [Block(BlockKind.OTHER, source) for source in entry.more]

    def label(self, words: str, raw: str, block: Block) -> bool:
        """Go on with the field that a label names.

        False if it names none, and its text is like any other.
        """
        declared = self.fields.get(fold_title(plain(words)))
        if declared is None:
            # A label that we do not know may stand for a field that then looks empty.
            self.is_partial = True
            return False
        if declared.kind is FieldKind.LINKS:
            self.open = declared.name
            self.linked(declared.name, raw, block)
            return True
        if declared.name in self.texts:
            self.open = declared.name
            if text := plain_lines(raw):
                self.texts[declared.name].append(text)
            return True
        if declared.name in self.lists:
            self.open = declared.name
            if text := plain(raw):
                self.lists[declared.name].append(text)
            return True
        return False

    def linked(self, name: str, raw: str, block: Block, *, is_row: bool = True) -> None:
        """Take the ids of a row of links; words of it that belong to no id are left over.

        Only rows of links, behind a label or as a list, have the words of a link that leads out of
        the file.
        """
        ids, has_words, is_whole = _link_ids(plain(raw))
        self.lists[name] = list(dict.fromkeys((*self.lists[name], *ids)))
        if not is_whole or (has_words and not is_row):
            self.rest.append(block)


def _names_of(fields: Sequence[ItemField], *kinds: FieldKind) -> list[str]:
    return [declared.name for declared in fields if declared.kind in kinds]


def prose(block: Block) -> str:
    """Return a block of a text: its words, with the marks of a list, and else as it stands."""
    if block.kind is BlockKind.PARAGRAPH:
        return plain_lines(block.raw)
    if block.kind is BlockKind.LIST:
        lines = []
        for entry in block.entries:
            lines += [f"{entry.mark} {plain(entry.raw)}", *entry.more]
        return "\n".join(lines)
    return block.source


def _badges(item_class: type[Item], raw: str, mark: str) -> dict[str, Any] | None:
    """Return what a line weighs an item by, or None if it is no such line.

    A wrong value is kept as it is.
    """
    declared = [
        f
        for f in item_class.fields()
        if f.kind in (FieldKind.CHOICE, FieldKind.NUMBER) and not f.computed
    ]
    if not declared or len(raw) > 1000:
        return None
    values: dict[str, Any] = {}
    for part in _EMPHASIS.sub("", plain(raw)).split(mark):
        found = _badge(declared, part.strip())
        if found is None or found[0] in values:
            return None
        values.update([found])
    return values


def _badge(declared: Sequence[ItemField], text: str) -> tuple[str, Any] | None:
    for one in declared:
        if one.unit:
            number, _, unit = text.partition(" ")
            if _NUMBER.fullmatch(number) and unit in all_units(one.unit):
                return one.name, int(number)
        label, _, value = text.partition(": ")
        if value and fold_title(label) in all_titles(one.label):
            is_number = one.kind is FieldKind.NUMBER and _NUMBER.fullmatch(value.strip())
            return one.name, int(value) if is_number else read_choice(one, value.strip())
    return None


def _link_ids(text: str) -> tuple[list[str], bool, bool]:
    """Return the ids of a row of links, whether words follow one of them, and whether nothing else
    is said.

    A link that leads out of the file stands there as words, its id before them; the words may have
    commas in them.
    """
    ids: list[str] = []
    takes_words = has_words = False
    is_whole = True
    for part in _LINK_PARTS.split(text):
        match = _LINK_ID.match(part)
        if match:
            ids.append(match[1])
            takes_words = not match["end"]
            has_words = has_words or (
                takes_words and bool(fold_spaces(part[match.end() :]).strip(".,;"))
            )
            is_whole = is_whole and (
                takes_words or not fold_spaces(part[match.end() :]).strip(".,;")
            )
        elif part.strip():
            is_whole = is_whole and takes_words
    return ids, has_words, is_whole
