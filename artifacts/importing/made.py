"""Recognise the parts of a file that the exporter generated: titles, contents, tables and diagrams,
in any layout.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from artifacts.importing.blocks import BlockKind
from artifacts.importing.headings import take_anchors
from artifacts.importing.inline import plain
from artifacts.importing.parsed import Leftover, Reason
from artifacts.importing.typography import straighten

_ATTRIBUTES = re.compile(r"\{[#.][^{}]{0,200}\}")
_MARKER = re.compile(r"^\s*(?:[-*+]|[0-9]{1,9}[.)]|>)\s+", re.MULTILINE)
_LAYOUT = re.compile(r"[-|:*_~=+>#`\"'.,…–—\\]+")
_NOTE = re.compile(r"\S+ [0-9]+ .{1,35} [0-9]{4}")
"""The version and date below a document's title, in the words of `_tokens`: dates end with the
year.
"""
_TABULAR = (
    BlockKind.HEADING,
    BlockKind.TABLE,
    BlockKind.FENCE,
    BlockKind.PARAGRAPH,
    BlockKind.OTHER,
)


def not_made(
    found: Sequence[Leftover],
    made: Sequence[Leftover],
    *,
    is_current: bool,
    purposes: Collection[str],
) -> Iterator[Leftover]:
    """Yield the leftovers of a file that an export without a change does not have, whatever their
    layout.

    Of a file that is older than the documents, tables, diagrams and notes below titles may say
    something else.
    """
    ours = Counter(_tokens(one) for one in made)
    rest = list(_take_out(ours, found))
    # What tools take apart, or wrap in cells, has the same words as a whole.
    words = Counter(word for tokens, count in ours.items() for word in tokens * count)
    openings = set(_openings(made))
    starts = tuple(" ".join(_words(purpose)) for purpose in purposes)
    for one, tokens in rest:
        wanted = Counter(tokens)
        if _can_be_taken_apart(one, tokens) and wanted <= words:
            words -= wanted
        elif is_current or not _is_older(one, tokens, openings, starts):
            yield one


def _openings(made: Sequence[Leftover]) -> Iterator[tuple[str, ...]]:
    """Yield how our tables and diagrams begin, in their words as a whole."""
    for one in made:
        tokens, opening = _tokens(one), _opening(one)
        if tokens and opening:
            yield tokens[: len(opening)]


def _can_be_taken_apart(one: Leftover, tokens: tuple[str, ...]) -> bool:
    return bool(tokens) and one.kind in _TABULAR and _is_between(one)


def _take_out(
    ours: Counter[tuple[str, ...]], found: Sequence[Leftover]
) -> Iterator[tuple[Leftover, tuple[str, ...]]]:
    """Take what was found out of `ours`, and yield with its words what is not among them."""
    for one in found:
        tokens = _tokens(one)
        if not tokens and _is_layout(one):
            continue
        if ours[tokens]:
            ours[tokens] -= 1
        else:
            yield one, tokens


def _is_between(one: Leftover) -> bool:
    return one.reason in (Reason.MADE, Reason.OUTSIDE)


def _is_older(
    one: Leftover,
    tokens: tuple[str, ...],
    openings: Collection[tuple[str, ...]],
    starts: Sequence[str],
) -> bool:
    """Whether a leftover is something of ours as it was once."""
    if not _is_between(one):
        return False
    if one.kind in (BlockKind.TABLE, BlockKind.FENCE):
        return (opening := _opening(one)) != () and opening in openings
    text = " ".join(tokens)
    return any(
        text.startswith(start) and _NOTE.fullmatch(text.removeprefix(start).strip())
        for start in starts
    )


def _opening(one: Leftover) -> tuple[str, ...]:
    """Return the words of a table's first row, or of what a diagram is."""
    lines = [line for line in one.text.split("\n") if line.strip()]
    if one.kind is BlockKind.TABLE:
        return tuple(_words(lines[0])) if lines else ()
    return tuple(_words(" ".join(lines[:2]))) if one.kind is BlockKind.FENCE else ()


def _tokens(one: Leftover) -> tuple[str, ...]:
    return tuple(_words(one.raw or one.text))


def _is_layout(one: Leftover) -> bool:
    """Whether a leftover says nothing: a rule, an empty table or list."""
    return one.kind is not BlockKind.FENCE and not _LAYOUT.sub("", one.text).strip()


def _words(text: str) -> list[str]:
    """Return the words of a text without the marks, rules, quotes and points around them."""
    text, _anchors = take_anchors(_MARKER.sub("", _ATTRIBUTES.sub("", text)))
    return _LAYOUT.sub(" ", straighten(plain(text))).split()
