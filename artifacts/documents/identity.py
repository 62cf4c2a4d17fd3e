"""Which item of a new version continues which item of the old one. Pure functions.

An item keeps its id for as long as it lives, and an id that was lost is never given to another
item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from rapidfuzz import fuzz

from artifacts.documents import references
from artifacts.documents.retired import RetiredItem, record_retired
from artifacts.schemas import ArtifactContent
from artifacts.schemas.base import Item, Section, SectionKind, next_id
from artifacts.schemas.fields import ITEM_ID
from artifacts.text import fold_title

SIMILAR_TITLE = 85
"""How similar two titles must be for one item to continue the other: rapidfuzz's ratio, in per
cent.
"""

_NUMBER = re.compile(r"\d+")
_ITEM_ID = re.compile(ITEM_ID)


@dataclass(frozen=True, slots=True)
class Identified:
    content: ArtifactContent
    superseded: dict[str, RetiredItem]
    replaced: dict[str, Any]
    """The new values, with final ids, of the sections for which the old value was kept."""


def assign_ids(
    new: ArtifactContent,
    old: ArtifactContent | None,
    superseded: Mapping[str, RetiredItem],
    *,
    version: int,
    keep: Collection[str] = (),
) -> Identified:
    """Return `new` with the ids of the items it continues, and all items that have ever been
    dropped.

    1. The same title continues the old item; else the most similar one does, if the numbers in both
       are the same; else the same id does, when nothing else claims it.
    2. Every other item gets the next number that no item has ever had.
    3. Old items that nothing continues are remembered with `version`, the last one they stood in;
       so are new items that a kept section put aside, for their ids may come back with an edit that
       is taken back.

    The sections named in `keep` stay as they are in `old`; the items that they would have become
    continue only items of theirs. Pointers and links inside `new` follow their items.
    """
    before = [(section.name in keep, item) for section, item in old.items()] if old else []
    after = [(section.name in keep, item) for section, item in new.items()]
    taken = {item.id for _, item in before} | set(superseded)
    final: dict[str, str] = {}
    for kept in (True, False):
        candidates = {item.id: item for in_kept, item in before if in_kept is kept}
        final |= _match([item for in_kept, item in after if in_kept is kept], candidates, taken)
    stays = old.model_dump(mode="json", include=set(keep)) if old and keep else {}
    content, replaced = _with_final_ids(new, final, stays)
    remembered = record_retired(
        {**superseded, **_put_aside(after, final, version)}, old, content, version=version
    )
    return Identified(content, remembered, replaced)


def _with_final_ids(
    new: ArtifactContent, final: Mapping[str, str], stays: Mapping[str, Any]
) -> tuple[ArtifactContent, dict[str, Any]]:
    """Return `new` with its final ids and with the sections that stay, and what stood in those.

    Most versions need neither, and are not validated again.
    """
    if not stays and all(item_id == own for own, item_id in final.items()):
        return new, {}
    renamed = rename_items(new.model_dump(mode="json"), lambda item_id: final.get(item_id, item_id))
    content = type(new).model_validate({**renamed, **stays})
    return content, {name: renamed[name] for name in stays}


def _put_aside(
    new: list[tuple[bool, Item]], final: Mapping[str, str], version: int
) -> dict[str, RetiredItem]:
    """Return the new items of the kept sections: they stand nowhere, but their ids are theirs."""
    return {
        final[item.id]: RetiredItem(title=item.label, version=version)
        for in_kept, item in new
        if in_kept
    }


class FreeIds:
    """Ids that nothing has, for several items in a row."""

    def __init__(self, taken: set[str]) -> None:
        """`taken` are the ids that something has, or had; each new one is added to them."""
        self._taken = taken
        self._last: dict[str, int] = {}

    def take(self, prefix: str) -> str:
        """Return the next id of `prefix`, as `next_id` does."""
        last = self._last.get(prefix)
        new = next_id(prefix, self._taken) if last is None else f"{prefix}-{last + 1}"
        self._last[prefix] = int(new.rpartition("-")[2])
        self._taken.add(new)
        return new


def _match(items: list[Item], before: Mapping[str, Item], taken: set[str]) -> dict[str, str]:
    """Return the final id of every item by its provisional id."""
    free = dict(before)
    final: dict[str, str] = {}
    if free:  # a first version continues nothing
        _give(_same_titles(items, before), final, free)
        _give(_similar([item for item in items if item.id not in final], free), final, free)
        _give([(item.id, item.id) for item in items], final, free)
    ids = FreeIds(taken)
    for item in items:
        if item.id not in final:
            final[item.id] = ids.take(item.prefix)
    return final


def _give(pairs: Iterable[tuple[str, str]], final: dict[str, str], free: dict[str, Item]) -> None:
    """Give new items the old ids they are paired with, each once, and take these out of `free`."""
    for new_id, old_id in pairs:
        if new_id not in final and old_id in free:
            final[new_id] = old_id
            del free[old_id]


def _same_titles(items: list[Item], before: Mapping[str, Item]) -> list[tuple[str, str]]:
    """Return the pairs of new and old ids of items with the same title."""
    by_title = {
        (item.prefix, fold_title(item.label)): item_id
        for item_id, item in reversed(list(before.items()))
    }
    titles = {item.id: (item.prefix, fold_title(item.label)) for item in items}
    return [(new_id, by_title[title]) for new_id, title in titles.items() if title in by_title]


def _similar(items: list[Item], before: Mapping[str, Item]) -> list[tuple[str, str]]:
    """Return the pairs of new and old ids whose titles are almost the same, the most similar
    first.
    """
    old = [(item_id, item.prefix, fold_title(item.label)) for item_id, item in before.items()]
    found: list[tuple[float, str, str]] = []
    for item in items:
        title = fold_title(item.label)
        numbers = _NUMBER.findall(title)
        for old_id, prefix, old_title in old:
            if prefix != item.prefix or _NUMBER.findall(old_title) != numbers:
                continue
            if score := fuzz.ratio(title, old_title, score_cutoff=SIMILAR_TITLE):
                found.append((score, item.id, old_id))
    return [(new_id, old_id) for _, new_id, old_id in sorted(found, key=lambda pair: -pair[0])]


def rename_items(data: Any, new_id: Callable[[str], str]) -> Any:
    """Return dumped content with `new_id` applied to every item id, link and pointer in it."""
    if isinstance(data, str):
        return new_id(data) if _is_id(data) else references.rewrite(data, new_id)
    if isinstance(data, list):
        return [rename_items(entry, new_id) for entry in data]
    if isinstance(data, dict):
        return {key: rename_items(value, new_id) for key, value in data.items()}
    return data


def number_apart(content_class: type[ArtifactContent], written: dict[str, Any]) -> None:
    """Give every item of `written` whose id an earlier section has already the next free number, in
    place.

    Inside the section that it stands in, pointers and links to that id follow it there: a writer
    that numbers each section from 1 means its own items. Ids that stand twice in one section are
    left alone: nobody knows which is meant.
    """
    taken = set(titles_by_id(content_class, written))
    seen: set[str] = set()
    for section in content_class.sections():
        if section.item_class is None:
            continue
        entries = _entries(written, section.name)
        ids = dict.fromkeys(
            str(entry["id"]) for entry in entries if isinstance(entry, dict) and "id" in entry
        )
        renamed: dict[str, str] = {}
        for old in ids:
            if old in seen and _ITEM_ID.fullmatch(old):
                renamed[old] = next_id(section.item_class.prefix, taken)
                taken.add(renamed[old])
        if renamed:
            written[section.name] = rename_items(entries, partial(_renamed, renamed))
        seen.update(ids)


def _renamed(renamed: Mapping[str, str], found: str) -> str:
    return renamed.get(found, found)


def titles_by_id(content_class: type[ArtifactContent], stored: Any) -> dict[str, str]:
    """Return the titles of the items of `stored` content by id, as far as they can be told where it
    is not valid.
    """
    found: dict[str, str] = {}
    for section in content_class.sections():
        if section.item_class is not None:
            for entry in _entries(stored, section.name):
                if isinstance(entry, dict) and _ITEM_ID.fullmatch(str(entry.get("id", ""))):
                    found[entry["id"]] = str(entry.get(section.item_class.title_field, ""))
    return found


def give_ids(
    content_class: type[ArtifactContent], typed: Mapping[str, Any], taken: Collection[str]
) -> tuple[dict[str, Any], frozenset[str]]:
    """Return `typed` content with an id for every item that has none, and those ids; none of
    `taken` is among them.
    """
    filled, given = dict(typed), set[str]()
    seen = {*taken, *titles_by_id(content_class, typed)}
    for section in content_class.sections():
        if section.kind is not SectionKind.ITEMS or not _entries(typed, section.name):
            continue
        assert section.item_class is not None
        filled[section.name] = entries = list(_entries(typed, section.name))
        for place, entry in enumerate(entries):
            if isinstance(entry, dict) and entry.get("id", "") == "":
                new_id = next_id(section.item_class.prefix, {*seen, *given})
                given.add(new_id)
                entries[place] = {**entry, "id": new_id}
    return filled, frozenset(given)


def misplaced_ids(
    content: ArtifactContent, before: Mapping[str, str], given: Collection[str]
) -> list[str]:
    """Return a sentence for every id in typed `content` that was made up, or taken from another
    item.

    `before` has the titles by id of the items that stood there, `given` the ids that items without
    one were given.
    """
    now = {item.id: fold_title(item.label) for _, item in content.items()}
    owners = {
        (item_id[0], fold_title(title)): item_id
        for item_id, title in reversed(list(before.items()))
    }
    problems = []
    for section, place, item in _placed(content):
        title = now[item.id]
        owner = owners.get((item.prefix, title))
        if item.id in given or fold_title(before.get(item.id, "")) == title:
            continue
        if item.id not in before:
            problems.append(
                f"{section} > {place}: no item of this document is {item.id}. Leave the id out, and"
                " the item gets the next one that is free."
            )
        elif owner is not None and now.get(owner) != title:
            problems.append(
                f"{section} > {place}: “{item.label}” is {owner}. An id stays with its item."
            )
    return problems


def _placed(content: ArtifactContent) -> Iterator[tuple[str, int, Item]]:
    """Yield every item with the name of its section and its place in there, counted from 1."""
    for section in content.sections():
        if section.kind is SectionKind.ITEMS:
            for place, item in enumerate(getattr(content, section.name) or (), start=1):
                yield section.name, place, item


def _entries(stored: Any, section: str) -> list[Any]:
    entries = stored.get(section) if isinstance(stored, Mapping) else None
    return entries if isinstance(entries, list) else []


def _is_id(text: str) -> bool:
    return references.POINTER.fullmatch(f"[[{text}]]") is not None


def without_clashes(
    content: ArtifactContent, section: Section, value: Any, used: Collection[str]
) -> Any:
    """Return the stored items of a section with new ids where an id lives on in another section of
    `content`.

    `used` has every id that was ever given in this document. Sections of another kind are returned
    as they are.
    """
    if section.kind is not SectionKind.ITEMS or not value:
        return value
    assert section.item_class is not None
    elsewhere = {item.id for other, item in content.items() if other.name != section.name}
    taken = {*used, *(item["id"] for item in value)}
    kept = []
    for item in value:
        new_id = (
            next_id(section.item_class.prefix, taken) if item["id"] in elsewhere else item["id"]
        )
        taken.add(new_id)
        kept.append({**item, "id": new_id})
    return kept
