"""What the blocks of an item say of its fields, as the technical exporter writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from artifacts.document_words import all_titles, all_units, read_choice
from artifacts.importing.blocks import Block, Kind
from artifacts.importing.inline import plain, plain_lines
from artifacts.schemas.base import ITEM_ID, FieldKind, Item, ItemField
from artifacts.text import fold_title

_LABEL = re.compile(r"\*\*([^*\n]{1,60}):\*\*[ \n]*")
_ROW_ID = re.compile(rf"\*\*({ITEM_ID})\*\*[ \n]*")
_LINK_ID = re.compile(rf"(?:^|, )(?:\[\[({ITEM_ID})\]\]|({ITEM_ID})(?![A-Za-z0-9-]))")
_TASK = re.compile(r"\[[ xX]\][ \n]")
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(slots=True)
class ItemParts:
    """An item whose blocks are being gathered."""

    item_id: str
    title: str
    heading: Block
    blocks: list[Block] = field(default_factory=list)


def read_item(item_class: type[Item], parts: ItemParts) -> tuple[dict[str, Any], list[Block]]:
    """Return the values by the name of their field, and the blocks that belong to none.

    A weight that is not named is left out; a text, list or row of links that is not named is empty.
    """
    return _ItemReader(item_class).read(parts)


def read_row(item_class: type[Item], anchor: str, raw: str) -> tuple[str, dict[str, Any]]:
    """Return the id and the values of an item that is one entry of a list."""
    item_id = anchor
    if match := _ROW_ID.match(raw):
        item_id, raw = item_id or match[1], raw[match.end() :]
    values: dict[str, Any] = {}
    start = raw.rfind("(") if raw.rstrip().endswith(")") else -1
    badges = _badges(item_class, raw.rstrip()[start + 1 : -1], ",") if start >= 0 else None
    if badges is not None:
        values, raw = badges, raw[:start]
    return item_id, {item_class.title_field: plain(raw), **values}


class _ItemReader:
    def __init__(self, item_class: type[Item]) -> None:
        self.item_class = item_class
        written = [declared for declared in item_class.fields() if not declared.computed]
        self.fields = {label: declared for declared in written for label in all_titles(declared.label)}
        texts = [declared for declared in written if declared.kind is FieldKind.TEXT]
        self.first_text = texts[0].name if texts else ""
        self.texts: dict[str, list[str]] = {declared.name: [] for declared in texts}
        self.lists: dict[str, list[str]] = {
            declared.name: [] for declared in written if declared.kind in (FieldKind.LINES, FieldKind.LINKS)
        }
        self.badges: dict[str, Any] = {}
        self.rest: list[Block] = []
        self.open = self.first_text

    def read(self, parts: ItemParts) -> tuple[dict[str, Any], list[Block]]:
        for place, block in enumerate(parts.blocks):
            self.take(block, is_first=place == 0)
        texts = {name: "\n\n".join(paragraphs) for name, paragraphs in self.texts.items()}
        values = {self.item_class.title_field: plain(parts.title), **self.badges, **texts, **self.lists}
        return values, self.rest

    def take(self, block: Block, *, is_first: bool) -> None:
        if block.kind is Kind.PARAGRAPH:
            if is_first and (badges := _badges(self.item_class, block.raw, "·")) is not None:
                self.badges = badges
                return
            match = _LABEL.match(block.raw)
            declared = self.fields.get(fold_title(match[1])) if match else None
            if match and declared is not None and self.label(declared, block.raw[match.end() :]):
                return
        if self.open in self.texts:
            if text := prose(block):
                self.texts[self.open].append(text)
        elif self.open in self.lists and block.kind is Kind.LIST:
            for entry in block.entries:
                if text := plain(_TASK.sub("", entry.raw, count=1) if _TASK.match(entry.raw) else entry.raw):
                    self.lists[self.open].append(text)
                self.rest += [Block(Kind.OTHER, source) for source in entry.more]
        else:
            self.rest.append(block)

    def label(self, declared: ItemField, raw: str) -> bool:
        """Go on with the field that a label names. False where it names none that can stand here."""
        if declared.kind is FieldKind.LINKS:
            self.lists[declared.name] = list(_link_ids(raw))
            self.open = ""
            return True
        if declared.name in self.texts:
            self.open = declared.name
            if text := plain_lines(raw):
                self.texts[declared.name].append(text)
            return True
        if declared.name in self.lists and not raw.strip():
            self.open = declared.name
            return True
        return False


def prose(block: Block) -> str:
    """Return a block of a text: its words, with the marks of a list, and else as it stands."""
    if block.kind is Kind.PARAGRAPH:
        return plain_lines(block.raw)
    if block.kind is Kind.LIST:
        lines = []
        for entry in block.entries:
            lines += [f"{entry.mark} {plain(entry.raw)}", *entry.more]
        return "\n".join(lines)
    return block.source


def _badges(item_class: type[Item], raw: str, mark: str) -> dict[str, Any] | None:
    """Return what a line weighs an item by, or None where it is no such line. A wrong value is kept as it is."""
    declared = [f for f in item_class.fields() if f.kind in (FieldKind.CHOICE, FieldKind.NUMBER) and not f.computed]
    if not declared or len(raw) > 1000:
        return None
    values: dict[str, Any] = {}
    for part in plain(raw).split(mark):
        found = _badge(declared, part.strip())
        if found is None:
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


def _link_ids(raw: str) -> Iterator[str]:
    """Yield the ids of a row of links; one that leads out of the file stands there as words, its id before them."""
    yield from (match[1] or match[2] for match in _LINK_ID.finditer(plain(raw)))
