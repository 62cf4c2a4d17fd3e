"""What differs between two texts or two lists, by line and word. Pure functions.

Lines are matched by their text, else by likeness; words by the longest common subsequence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, takewhile
from typing import Any, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from artifacts.text import fold_lines

MAX_WORDS = 40_000
"""Longer texts are compared as a whole: memory grows with the product of both lengths."""
ALIKE = 60
"""How like, in percent, a line must be to another to be called the same one, changed."""
ALIKE_FROM = 200
"""How many characters of a line are looked at for that: every new line is held against every old
one.
"""

_CHUNKS = re.compile(r"\s+|\S+")
_MARKS = ".,;:!?()[]{}\"'\N{EN DASH}\N{EM DASH}\N{HORIZONTAL ELLIPSIS}«»‹›“”„‘’‚、。，"
# Scripts that put no spaces between words are compared by character.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
_CORES = re.compile(rf"[{_UNSPACED}]|[^{_UNSPACED}]+")


class TextChange(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """A stretch of text that both versions have, or that was REMOVED or ADDED."""

    text: str
    change: TextChange = TextChange.SAME


Pieces = tuple[DiffPiece, ...]


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a list, or one link of an item."""

    pieces: Pieces
    change: TextChange


def compare_words(before: str, now: str) -> Pieces:
    """Return `before` and `now` as one sequence of pieces; without the added ones it is `before`,
    and vice versa.
    """
    if before == now:
        return (DiffPiece(now),) if now else ()
    old, new = list(_tokens(before)), list(_tokens(now))
    if max(len(old), len(new)) > MAX_WORDS:
        return _joined([(TextChange.REMOVED, before), (TextChange.ADDED, now)])
    return _joined(_word_steps(old, new))


def compare_whole(before: str, now: str) -> Pieces:
    """Return what differs where a change of one word is a change of everything."""
    if before == now:
        return (DiffPiece(now),)
    return tuple(
        piece
        for piece in (DiffPiece(before, TextChange.REMOVED), DiffPiece(now, TextChange.ADDED))
        if piece.text
    )


def is_changed(parts: Sequence[DiffPiece | DiffLine]) -> bool:
    return any(part.change is not TextChange.SAME for part in parts)


def reads_the_same(before: Any, now: Any) -> bool:
    """Whether two values as JSON holds them differ at most in white space that nobody would see."""
    if before == now:
        return True  # as all do but the one that was edited
    match before, now:
        case str(), str():
            return fold_lines(before) == fold_lines(now)
        case list(), list():
            return len(before) == len(now) and all(map(reads_the_same, before, now))
        case dict(), dict():
            return before.keys() == now.keys() and all(
                reads_the_same(entry, now[name]) for name, entry in before.items()
            )
    return False


class PlacedEntry(NamedTuple):
    """Where an entry stands in two lists; None if it is not in that one."""

    old: int | None
    new: int | None
    is_moved: bool


def place_entries(before: Sequence[Hashable], now: Sequence[Hashable]) -> list[PlacedEntry]:
    """Return where every entry stands in both lists, in the order of `now`.

    Entries that only `before` has stand after the one they followed there. Both lists must be
    without repetition. As few entries as possible are called moved.
    """
    old_places = {key: place for place, key in enumerate(before)}
    common = [(old_places[key], place) for place, key in enumerate(now) if key in old_places]
    stayed = _longest_rising([old for old, _ in common])
    rows: list[PlacedEntry] = []
    for place, key in enumerate(now):
        old = old_places.get(key)
        rows.append(PlacedEntry(old, place, old is not None and old not in stayed))
    for old in sorted(set(range(len(before))) - {old for old, _ in common}):
        rows.insert(_after(rows, old, stayed), PlacedEntry(old, None, is_moved=False))
    return rows


def compare_lines(before: Sequence[str], now: Sequence[str]) -> tuple[DiffLine, ...]:
    """Return every line of both lists: the same one wherever it went, else a like one, else added
    or removed.
    """
    old, new = _numbered(before), _numbered(now)
    both = set(old) & set(new)
    continued = dict(
        _like_ones([key for key in new if key not in both], [key for key in old if key not in both])
    )
    keys = [continued.get(key, key) for key in new]
    return tuple(
        _line(
            before[entry.old] if entry.old is not None else None,
            now[entry.new] if entry.new is not None else None,
            is_moved=entry.is_moved,
        )
        for entry in place_entries(old, keys)
    )


def _line(before: str | None, now: str | None, *, is_moved: bool) -> DiffLine:
    pieces = compare_words(before or "", now or "")
    if before is None or now is None:
        return DiffLine(pieces, TextChange.ADDED if before is None else TextChange.REMOVED)
    if before != now:
        return DiffLine(pieces, TextChange.CHANGED)
    return DiffLine(pieces, TextChange.MOVED if is_moved else TextChange.SAME)


def _numbered(lines: Sequence[str]) -> list[tuple[str, int]]:
    """Tell lines of the same text apart by how many of them stand before."""
    seen: Counter[str] = Counter()
    numbered = []
    for line in lines:
        numbered.append((line, seen[line]))
        seen[line] += 1
    return numbered


def _like_ones(
    come: list[tuple[str, int]], gone: list[tuple[str, int]]
) -> Iterator[tuple[Any, Any]]:
    """Yield pairs of a new line and the old one it continues, the most similar first."""
    likeness = [
        (score, -b, -a)
        for b, new in enumerate(come)
        for a, old in enumerate(gone)
        if (score := fuzz.ratio(new[0][:ALIKE_FROM], old[0][:ALIKE_FROM], score_cutoff=ALIKE))
    ]
    free_new, free_old = set(range(len(come))), set(range(len(gone)))
    for _score, minus_b, minus_a in sorted(likeness, reverse=True):
        if -minus_b in free_new and -minus_a in free_old:
            free_new.remove(-minus_b)
            free_old.remove(-minus_a)
            yield come[-minus_b], gone[-minus_a]


def _longest_rising(places: Sequence[int]) -> set[int]:
    """Return the longest rising subsequence of different numbers."""
    ends: list[int] = []
    at: list[int] = []
    earlier: dict[int, int | None] = {}
    for place in places:
        length = bisect_left(ends, place)
        earlier[place] = at[length - 1] if length else None
        ends[length : length + 1] = [place]
        at[length : length + 1] = [place]
    rising: set[int] = set()
    place_or_none = at[-1] if at else None
    while place_or_none is not None:
        rising.add(place_or_none)
        place_or_none = earlier[place_or_none]
    return rising


def _after(rows: Sequence[tuple[int | None, int | None, bool]], old: int, stayed: set[int]) -> int:
    """Return where in `rows` an entry belongs that stood at `old` and is gone."""
    best = 0
    for place, (row_old, now, _) in enumerate(rows, 1):
        if row_old is not None and row_old < old and (now is None or row_old in stayed):
            best = place
    return best


def _word_steps(old: list[str], new: list[str]) -> Iterator[tuple[TextChange, str]]:
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield TextChange.SAME, "".join(new[step.dest_start : step.dest_end])
        elif step.tag == "delete":
            yield TextChange.REMOVED, "".join(old[step.src_start : step.src_end])
        else:
            yield TextChange.ADDED, "".join(new[step.dest_start : step.dest_end])


def _tokens(text: str) -> Iterator[str]:
    """Yield `text` in pieces that are the same or not: spaces, words, and the marks before and
    after a word.
    """
    for chunk in _CHUNKS.findall(text):
        core = chunk.strip(_MARKS)
        start = chunk.index(core)
        yield from chunk[:start]
        yield from _CORES.findall(core)
        yield from chunk[start + len(core) :]


def _joined(steps: Iterable[tuple[TextChange, str]]) -> Pieces:
    """Return the steps as pieces, each run of changes as what was removed and then what was
    added.
    """
    parts: list[tuple[TextChange, str]] = []
    for is_change, run in groupby(
        _without_crumbs(list(steps)), key=lambda step: step[0] is not TextChange.SAME
    ):
        texts = list(run)
        parts += _replaced(texts) if is_change else texts
    filled = [part for part in parts if part[1]]
    return tuple(
        DiffPiece("".join(text for _, text in run), change)
        for change, run in groupby(filled, key=lambda part: part[0])
    )


def _without_crumbs(steps: list[tuple[TextChange, str]]) -> Iterator[tuple[TextChange, str]]:
    """Let spaces and marks between two changes belong to both: a rewritten half-sentence is no row
    of crumbs.
    """
    for place, (change, text) in enumerate(steps):
        if (
            change is TextChange.SAME
            and 0 < place < len(steps) - 1
            and not any(map(str.isalnum, text))
        ):
            yield TextChange.REMOVED, text
            yield TextChange.ADDED, text
        else:
            yield change, text


def _replaced(run: list[tuple[TextChange, str]]) -> Iterator[tuple[TextChange, str]]:
    """Yield what a run removed and what it added, without the spaces that both begin or end
    with.
    """
    removed = "".join(text for change, text in run if change is TextChange.REMOVED)
    added = "".join(text for change, text in run if change is TextChange.ADDED)
    start = _spaces_in_common(removed, added)
    end = _spaces_in_common(removed[start:][::-1], added[start:][::-1])
    yield TextChange.SAME, removed[:start]
    yield TextChange.REMOVED, removed[start : len(removed) - end]
    yield TextChange.ADDED, added[start : len(added) - end]
    yield TextChange.SAME, removed[len(removed) - end :]


def _spaces_in_common(one: str, other: str) -> int:
    return sum(
        1
        for _ in takewhile(
            lambda pair: pair[0] == pair[1] and pair[0].isspace(), zip(one, other, strict=False)
        )
    )
