"""A Markdown text as a row of blocks, each with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from artifacts.importing.links import Definitions, resolve, split_definitions

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    FENCE = "fence"
    RULE = "rule"
    OTHER = "other"


_KINDS = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "table_open": BlockKind.TABLE,
    "fence": BlockKind.FENCE,
    "hr": BlockKind.RULE,
}


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a list: its mark, its first paragraph, and the sources of whatever else it
    holds.
    """

    mark: str
    raw: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    source: str
    raw: str = ""
    """What a heading or a paragraph says, or the source of any other: its markup not yet undone,
    links with targets.
    """
    level: int = 0
    entries: tuple[ListEntry, ...] = ()


def read_blocks(text: str) -> tuple[list[Block], list[str]]:
    """Return the blocks of a text, and the definitions of links in it that no link uses."""
    lines = text.split("\n")
    definitions = Definitions()
    blocks = [
        block
        for tokens in _groups(_parser().parse(text))
        if (block := _defined(_block(tokens, lines), definitions)) is not None
    ]
    if not definitions.targets:
        return blocks, []
    return [_resolved(block, definitions) for block in blocks], definitions.unused()


def _defined(block: Block, definitions: Definitions) -> Block | None:
    """Take the definitions of links off the beginning of a paragraph; None if it holds nothing
    else.
    """
    if block.kind is not BlockKind.PARAGRAPH or not block.raw.startswith("["):
        return block
    found, raw = split_definitions(block.raw)
    definitions.add(found)
    if not found:
        return block
    return replace(block, raw=raw, source=raw) if raw else None


def _resolved(block: Block, definitions: Definitions) -> Block:
    entries = tuple(replace(entry, raw=resolve(entry.raw, definitions)) for entry in block.entries)
    return replace(block, raw=resolve(block.raw, definitions), entries=entries)


@cache
def _parser() -> MarkdownIt:
    # Imported where it is needed: most processes never import a file.
    from markdown_it import MarkdownIt

    # What is inside the lines is read by `inline`, and definitions of links by `links`. Left out is
    # what a plain text could be taken for by mistake, and what takes more than linear time on a
    # hostile one.
    unwanted = ["inline", "reference", "code", "html_block"]
    return MarkdownIt("commonmark").enable("table").disable(unwanted)


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the tokens of each outermost block."""
    start = depth = 0
    for place, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : place + 1]
            start = place + 1


def _block(tokens: Sequence[Token], lines: Sequence[str]) -> Block:
    first = tokens[0]
    kind = _KINDS.get(first.type, BlockKind.OTHER)
    source = _source(first, lines)
    if kind is BlockKind.HEADING:
        return Block(kind, source, tokens[1].content, level=int(first.tag[1:]))
    if kind is BlockKind.PARAGRAPH:
        return Block(kind, source, tokens[1].content)
    if kind is BlockKind.LIST:
        return Block(
            kind,
            source,
            source,
            entries=tuple(_entry(entry, lines) for entry in _groups(tokens[1:-1])),
        )
    return Block(kind, source, source)


def _entry(tokens: Sequence[Token], lines: Sequence[str]) -> ListEntry:
    first, parts = tokens[0], list(_groups(tokens[1:-1]))
    mark = f"{first.info}{first.markup}" if first.info else "-"
    raw = ""
    if parts and parts[0][0].type == "paragraph_open":
        raw = parts.pop(0)[1].content
    return ListEntry(mark, raw, tuple(_source(part[0], lines) for part in parts))


def _source(token: Token, lines: Sequence[str]) -> str:
    start, end = token.map or (0, 0)
    return "\n".join(lines[start:end]).strip("\n")
