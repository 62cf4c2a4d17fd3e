"""Match the items of an edited section with those of the exported one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from artifacts.importing.parsed import ParsedItem
from artifacts.text import fold_title


@dataclass(frozen=True, slots=True)
class Matching:
    """The items of the file in its order, each in one of the three; `missing` are ids of the
    export.
    """

    found: tuple[tuple[str, ParsedItem], ...]
    """Each item with the id of the one it is now, or with an empty one if it is new."""
    repeated: tuple[ParsedItem, ...]
    """Items under an id that another one before them has."""
    foreign: tuple[ParsedItem, ...]
    """Items that another section has."""
    missing: tuple[str, ...]

    @property
    def named(self) -> list[str]:
        """The ids of the items that both have, in the order of the file."""
        return [item_id for item_id, _item in self.found if item_id]


def match_items(
    parsed: Sequence[ParsedItem],
    exported: Sequence[ParsedItem],
    *,
    title_field: str,
    elsewhere: Collection[str] = (),
) -> Matching:
    """Match items by their id, else by their title.

    `elsewhere` are the ids of the items of other sections. An item whose id is unknown, or taken by
    one before it, is the exported one with the same title, if the file has no item under that one's
    id; else it is new, or repeated.
    """
    foreign = tuple(item for item in parsed if item.item_id in elsewhere)
    ids = {item.item_id for item in exported}
    free = _unnamed(parsed, exported, title_field)
    seen: set[str] = set()
    found: list[tuple[str, ParsedItem]] = []
    repeated: list[ParsedItem] = []
    for item in parsed:
        if item.item_id in elsewhere:
            continue
        is_known = item.item_id in ids
        if is_known and item.item_id not in seen:
            item_id = item.item_id
        else:
            item_id = free.pop(_title(item, title_field), "")
        if is_known and not item_id:
            repeated.append(item)
            continue
        seen.add(item_id)
        found.append((item_id, item))
    missing = tuple(item.item_id for item in exported if item.item_id not in seen)
    return Matching(tuple(found), tuple(repeated), foreign, missing)


def _unnamed(
    parsed: Sequence[ParsedItem], exported: Sequence[ParsedItem], title_field: str
) -> dict[str, str]:
    """Return the ids of the exported items that the file does not name, by their titles."""
    named = {item.item_id for item in parsed}
    return {
        _title(item, title_field): item.item_id for item in exported if item.item_id not in named
    }


def _title(item: ParsedItem, title_field: str) -> str:
    return fold_title(str(item.values[title_field]))
