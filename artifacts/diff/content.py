"""What differs between two versions of a document, as one reader may see them: by section, item,
line and word.

Pure functions of `DocumentView`s, which hold nothing above their reader's tier. Items are matched
by their ids, which survive regeneration. A pointer reads the same in both versions: a new name of
what it leads to is no difference of the text it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from artifacts.diff.text import (
    DiffLine,
    Pieces,
    TextChange,
    compare_lines,
    compare_whole,
    compare_words,
    is_changed,
    place_entries,
)
from artifacts.documents.presentation import (
    DocumentView,
    FieldView,
    ItemView,
    LinkedItem,
    SectionView,
)
from artifacts.documents.references import ProsePiece, ReferenceIndex, split
from artifacts.schemas.base import FieldKind, ItemField, Section, SectionKind

Words = Callable[[str], str]
"""Turns the pointers of a text into words."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field of an item: `lines` for a list, `pieces` for anything else."""

    field: ItemField
    change: TextChange
    pieces: Pieces = ()
    lines: tuple[DiffLine, ...] = ()

    @property
    def is_text(self) -> bool:
        return self.field.kind is FieldKind.TEXT


@dataclass(frozen=True, slots=True)
class ItemDifference:
    id: str
    title: Pieces
    fields: tuple[FieldDifference, ...]
    change: TextChange
    is_moved: bool = False

    @property
    def is_whole(self) -> bool:
        """True if one version has all of it, and the other nothing."""
        return self.change in (TextChange.ADDED, TextChange.REMOVED)

    @property
    def differs(self) -> bool:
        return self.is_moved or self.change is not TextChange.SAME


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """One section; which of the last three is filled follows from the section's kind."""

    section: Section
    differs: bool
    pieces: Pieces = ()
    lines: tuple[DiffLine, ...] = ()
    items: tuple[ItemDifference, ...] = ()
    unit: str = ""
    """What a number counts."""
    before_language: str = ""
    now_language: str = ""

    @property
    def unchanged(self) -> int:
        """How many of its items and lines are the same in both."""
        lines = sum(line.change is TextChange.SAME for line in self.lines)
        return lines + sum(not item.differs for item in self.items)


@dataclass(frozen=True, slots=True)
class DocumentDifference:
    sections: tuple[SectionDifference, ...]
    locked: tuple[Section, ...]

    @property
    def changed(self) -> tuple[SectionDifference, ...]:
        return tuple(section for section in self.sections if section.differs)

    @property
    def counts(self) -> dict[str, int]:
        """How many items and lines were added, removed, changed and moved."""
        counted: Counter[str] = Counter()
        for section in self.sections:
            counted.update(line.change.value for line in section.lines)
            counted.update(item.change.value for item in section.items)
            counted["moved"] += sum(
                item.is_moved and item.change is TextChange.SAME for item in section.items
            )
        del counted["same"]
        return {kind: count for kind, count in counted.items() if count}


def compare_documents(
    before: DocumentView, now: DocumentView, *, words: Words
) -> DocumentDifference:
    """Return what differs from `before` to `now`, two versions of the same document for the same
    reader.
    """
    pairs = zip(before.sections, now.sections, strict=True)
    sections = tuple(_Comparison(words).section(old, new) for old, new in pairs)
    return DocumentDifference(sections, now.locked)


def words_of(before: ReferenceIndex, now: ReferenceIndex) -> Words:
    """Return how pointers read in both versions: as what they lead to now, or led to before it was
    gone.
    """

    def word(pointer: str) -> str:
        found = [target for index in (now, before) if (target := index.find(pointer))]
        target = next(
            (target for target in found if not target.is_gone), found[0] if found else None
        )
        return target.label if target else pointer

    def piece_words(piece: ProsePiece) -> str:
        if piece.mark:
            return now.mark_text(piece.mark)
        return word(piece.pointer) if piece.pointer else piece.text

    return lambda text: "".join(map(piece_words, split(text)))


@dataclass(frozen=True, slots=True)
class _Comparison:
    words: Words

    def section(self, before: SectionView, now: SectionView) -> SectionDifference:
        found = self._section(before, now)
        return replace(
            found, unit=now.unit, before_language=before.language, now_language=now.language
        )

    def _section(self, before: SectionView, now: SectionView) -> SectionDifference:
        match now.section.kind:
            case SectionKind.ITEMS:
                items = tuple(self._items(before.value or (), now.value or ()))
                return SectionDifference(
                    now.section, any(item.differs for item in items), items=items
                )
            case SectionKind.LINES | SectionKind.ITEM_IDS:
                lines = self._lines(before.value or (), now.value or ())
                return SectionDifference(now.section, is_changed(lines), lines=lines)
            case SectionKind.NUMBER:
                pieces = compare_whole(before.amount, now.amount)
                return SectionDifference(now.section, is_changed(pieces), pieces=pieces)
            case _:
                pieces = self._text(_plain(before.value), _plain(now.value))
                return SectionDifference(now.section, is_changed(pieces), pieces=pieces)

    def _text(self, before: str, now: str) -> Pieces:
        return compare_words(self.words(before), self.words(now))

    def _lines(self, before: Sequence[Any], now: Sequence[Any]) -> tuple[DiffLine, ...]:
        return compare_lines(
            [self.words(_plain(entry)) for entry in before], [self.words(_plain(e)) for e in now]
        )

    def _items(
        self, before: Sequence[ItemView], now: Sequence[ItemView]
    ) -> Iterator[ItemDifference]:
        for entry in place_entries([item.id for item in before], [item.id for item in now]):
            old = before[entry.old] if entry.old is not None else None
            yield self._item(
                old, now[entry.new] if entry.new is not None else None, is_moved=entry.is_moved
            )

    def _item(
        self, before: ItemView | None, now: ItemView | None, *, is_moved: bool
    ) -> ItemDifference:
        some = now or before
        assert some is not None
        title = self._text(before.title if before else "", now.title if now else "")
        fields = tuple(self._fields(before, now))
        if before is None or now is None:
            return ItemDifference(
                some.id, title, fields, TextChange.ADDED if before is None else TextChange.REMOVED
            )
        same = not is_changed(title) and all(field.change is TextChange.SAME for field in fields)
        return ItemDifference(
            some.id, title, fields, TextChange.SAME if same else TextChange.CHANGED, is_moved
        )

    def _fields(self, before: ItemView | None, now: ItemView | None) -> Iterator[FieldDifference]:
        old, new = _by_name(before), _by_name(now)
        for name in sorted({**old, **new}, key=lambda name: (old.get(name) or new[name])[0]):
            yield self._field(
                old[name][1] if name in old else None, new[name][1] if name in new else None
            )

    def _field(self, before: FieldView | None, now: FieldView | None) -> FieldDifference:
        some = now or before
        assert some is not None
        if some.field.kind in (FieldKind.LINES, FieldKind.LINKS):
            lines = self._lines(before.value if before else (), now.value if now else ())
            change = TextChange.CHANGED if is_changed(lines) else TextChange.SAME
            return FieldDifference(some.field, change, lines=lines)
        if some.field.kind is FieldKind.TEXT:
            pieces = self._text(before.value if before else "", now.value if now else "")
        else:
            pieces = compare_whole(*_words(before, now))
        change = TextChange.CHANGED if is_changed(pieces) else TextChange.SAME
        return FieldDifference(some.field, change, pieces=pieces)


def _words(before: FieldView | None, now: FieldView | None) -> tuple[str, str]:
    """Return how a value that is no text reads before and now: alike if it is the same value."""
    if before is not None and now is not None and before.value == now.value:
        return now.display_value, now.display_value
    return before.display_value if before else "", now.display_value if now else ""


def _by_name(item: ItemView | None) -> dict[str, tuple[int, FieldView]]:
    if item is None:
        return {}
    return {
        view.field.name: (place, view)
        for place, view in enumerate(item.fields)
        if not view.field.computed
    }


def _plain(value: Any) -> str:
    if isinstance(value, LinkedItem):
        return f"[[{value.item_id}]]"
    return "" if value is None else str(value)
