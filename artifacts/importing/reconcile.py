"""A changed text beside the stored one: what was not changed stays as it is stored, to the space.

An export folds spaces, makes every line a paragraph, and gives pointers that lead out of it as
words. `exported` is what a file without a change would say, so that what was changed can be told
from what only reads differently.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from artifacts.documents.references import pointers
from artifacts.text import fold_spaces

_PARAGRAPH = re.compile(r"(\s*\n\s*)")

Words = Callable[[str], str]
"""Turns a pointer into the words that stand for it where it is no link."""


def merge_text(stored: str, exported: Sequence[str], imported: Sequence[str], words: Words) -> str:
    """Return the paragraphs of `imported` as one text."""
    parts = _PARAGRAPH.split(stored.strip()) if stored.strip() else []
    paragraphs, gaps = parts[::2], parts[1::2]
    merged = merge_lines(paragraphs, exported, imported, words)
    before = _common(exported, imported)
    after = min(
        _common(exported[::-1], imported[::-1]), len(imported) - before, len(exported) - before
    )
    usual = "\n" if gaps and not any("\n\n" in gap for gap in gaps) else "\n\n"
    text = merged[0] if merged else ""
    for place, paragraph in enumerate(merged[1:], 1):
        gap = usual
        if len(paragraphs) == len(exported):
            from_end = place - len(merged) + len(gaps)
            if place < before or len(merged) == len(paragraphs):
                gap = gaps[place - 1]
            elif len(merged) - place <= after and from_end >= 0:
                gap = gaps[from_end]
        text += gap + paragraph
    return text


def merge_lines(
    stored: Sequence[str], exported: Sequence[str], imported: Sequence[str], words: Words
) -> list[str]:
    """Return the entries of `imported`, those that the export had too as they are stored."""
    kept: dict[str, list[str]] = defaultdict(list)
    if len(stored) == len(exported):
        for old, shown in zip(stored, exported, strict=True):
            kept[shown].append(old)
    found = [kept[line].pop(0) if kept.get(line) else None for line in imported]
    gone = [old for lines in kept.values() for old in lines] if kept else list(stored)
    lost = _lost_pointers(gone, exported)
    return [
        old if old is not None else _with_pointers(line, lost, words)
        for old, line in zip(found, imported, strict=True)
    ]


def _lost_pointers(stored: Sequence[str], exported: Sequence[str]) -> list[str]:
    """Return the pointers, as often as they stand in `stored`, that the export gave as words."""
    linked = {pointer for text in exported for pointer in pointers(text)}
    return [pointer for text in stored for pointer in pointers(text) if pointer not in linked]


def _with_pointers(text: str, lost: list[str], words: Words) -> str:
    """Put pointers back for their words, each as often as it was lost; taken from `lost` then."""
    for pointer in sorted(set(lost), key=lambda one: -len(words(one))):
        shown = fold_spaces(words(pointer))
        parts = (
            re.split(rf"(?<!\w){re.escape(shown)}(?!\w)", text, maxsplit=lost.count(pointer))
            if shown
            else [text]
        )
        text = f"[[{pointer}]]".join(parts)
        for _ in parts[1:]:
            lost.remove(pointer)
    return text


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many entries both begin with."""
    length = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        length += 1
    return length
