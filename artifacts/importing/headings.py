"""What names a document, section or item at the beginning of a block: an anchor, an id, words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from artifacts.importing.inline import is_emphasised, plain, without_emphasis
from artifacts.schemas import ArtifactType
from artifacts.schemas.fields import ITEM_ID

_NAME = r"[A-Za-z0-9_.-]{1,110}"
_ANCHOR = re.compile(
    rf"""(?<!\\)<a\s{{1,9}}(?:id|name)\s?=\s?["']?({_NAME})["']?\s?(?:/>|>\s?</a>)"""
)
# Pandoc marks HTML in its own Markdown, and adds an id of its own to headings.
_RAW_HTML = re.compile(r"`(<[^`<>]{1,200}>)`\{=html\}")
_ATTRIBUTES = re.compile(rf"\s\{{#({_NAME})[^{{}}]{{0,200}}\}}\s*$")

_ID_FIRST = re.compile(
    rf"(?:\*\*|__|[\[(])?({ITEM_ID})(?![A-Za-z0-9-])(?:[:.)]?(?:\*\*|__)|\](?:\(#[^()\s]{{1,110}}\))?|\))?"
    r"(?:[:.)]?\s+(?:[–—:|-]\s+)?|[:.)]?$)"
)
_ID_LAST = re.compile(rf"\s[\[(]({ITEM_ID})[\])]\s*$")


@dataclass(frozen=True, slots=True)
class Name:
    """How a heading, a row of a list or a paragraph begins.

    `words` is the rest, its markup not yet undone.
    """

    anchor: str
    item_id: str
    words: str

    @property
    def id(self) -> str:
        """The id of the item that it names: its anchor, else what its words say; empty if neither
        does.
        """
        return self.anchor or self.item_id


def read_heading(raw: str) -> Name:
    """Return how a heading begins; an id that a tool gave it is not part of its words."""
    return read_name(_ATTRIBUTES.sub("", raw))


def read_name(raw: str) -> Name:
    """Return how a row of a list, or a paragraph that stands for a heading, begins."""
    raw, anchors = take_anchors(raw)
    anchor = anchors[0] if anchors else ""
    words = without_emphasis(raw)
    if match := _ID_FIRST.match(words):
        return Name(anchor, match[1], words[match.end() :].strip())
    if (match := _ID_LAST.search(words)) and anchor in ("", match[1]):
        return Name(anchor, match[1], words[: match.start()].strip())
    return Name(anchor, "", words)


def take_anchors(raw: str) -> tuple[str, list[str]]:
    """Return a text without the anchors in it, and their names."""
    raw = _RAW_HTML.sub(r"\1", raw)
    if "<a" not in raw:
        return raw.strip(), []
    return _ANCHOR.sub("", raw).strip(), [match[1] for match in _ANCHOR.finditer(raw)]


def is_ours(anchor: str) -> bool:
    """Whether an anchor has the form of those that we give documents, sections and items."""
    return (
        anchor.partition(".")[0] in set(ArtifactType) or re.fullmatch(ITEM_ID, anchor) is not None
    )


def begins_with_anchor(raw: str) -> bool:
    """Whether the first thing in a text is an anchor, before or within its emphasis."""
    return _RAW_HTML.sub(r"\1", raw).lstrip("*_ ").startswith("<a")


def anchors_in(text: str) -> set[str]:
    """Return the names of all anchors in a text, wherever they stand."""
    return set(take_anchors(text)[1])


def has_pandoc_html(text: str) -> bool:
    """Whether a text is in pandoc's own Markdown, where straight quotes and dashes are read as
    typographic ones.
    """
    return _RAW_HTML.search(text) is not None


def first_id(raw: str) -> str:
    """Return the id that a paragraph, row or cell begins with; empty if it begins with none."""
    match = _ID_FIRST.match(without_emphasis(raw))
    return match[1] if match and not raw.lstrip().startswith("[") else ""


def is_like_heading(raw: str, title: str | None) -> bool:
    """Whether a paragraph that begins with an item's id may be its heading: it has the title, or a
    title's form.
    """
    name = read_name(raw)
    words = plain(name.words)
    if title is not None and words.casefold() == plain(title).casefold():
        return True
    return is_emphasised(raw) or (
        len(words) <= 200 and "\n" not in raw.strip() and words[-1:] not in ".!?:;,"
    )
