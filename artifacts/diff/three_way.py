"""Two versions of a document become one, section by section or item by item. Pure functions.

`old` is the current version; `new` must have the ids that its items would get (`assign_ids`): an
item of both has one id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import Any, Literal

from artifacts.diff.text import place_entries
from artifacts.documents.identity import Identified, rename_items
from artifacts.documents.retired import RetiredItem, record_retired
from artifacts.schemas import ArtifactContent
from artifacts.schemas.base import FieldKind, Item, Section, SectionKind, next_id
from artifacts.text import fold_title

Choice = Literal["mine", "new"]
Plan = Mapping[str, Choice | Mapping[str, Choice]]
"""By section, what is taken: all of one version, or a choice for each item; what is not named is
taken from `new`.
"""


@dataclass(frozen=True, slots=True)
class Merged(Identified):
    new: ArtifactContent
    """The new version with final ids: items that a choice moved elsewhere get new ones."""
    sides: Mapping[str, Choice]
    """Which version each item was taken from."""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """An item that was taken points at another one of the same version that was not."""

    section: Section
    item: Item
    target_section: Section
    target: Item


def merge(
    old: ArtifactContent,
    new: ArtifactContent,
    superseded: Mapping[str, RetiredItem],
    *,
    version: int,
    plan: Plan,
) -> Merged:
    """Return what `plan` takes of both versions.

    Raises ValidationError where that does not fit the schema.

    Items come in the order of `new`; those of `old` alone, and those whose place is kept, stand
    after the one that they followed there. An id is never given twice: where an item is kept in one
    section and taken as new in another, the new one gets the next number that no item has ever had.
    `replaced` has the new value of each section that does not read as in `new`; all items that were
    not taken are remembered.
    """
    declared = [section for section in new.sections() if not section.computed]
    taken = {
        s.name: _taken(_ids(old, s), _ids(new, s), plan.get(s.name, "new"))
        for s in declared
        if _has_items(s)
    }
    after, new_ids = _without_twice(
        new, taken, {item.id for _, item in old.items()} | set(superseded)
    )
    taken = {
        name: [(new_ids.get(i, i) if side == "new" else i, side) for i, side in taken[name]]
        for name in taken
    }
    before, renamed = old.model_dump(mode="json"), after.model_dump(mode="json")
    content = dict(renamed)
    for section in declared:
        name = section.name
        if plan.get(name) == "mine":
            content[name] = before[name]
        elif name in taken and plan.get(name, "new") != "new":
            content[name] = _entries(before[name], renamed[name], taken[name])
    merged = type(new).model_validate(content)
    final = merged.model_dump(mode="json")
    aside = {item.id: RetiredItem(title=item.label, version=version) for _, item in after.items()}
    return Merged(
        content=merged,
        superseded=record_retired({**superseded, **aside}, old, merged, version=version),
        replaced={s.name: renamed[s.name] for s in declared if final[s.name] != renamed[s.name]},
        new=after,
        sides=dict(chain.from_iterable(taken.values())),
    )


def broken_links(
    old: ArtifactContent, merged: Merged, sections: tuple[Section, ...]
) -> Iterator[BrokenLink]:
    """Yield the links from and to items of `sections` that lead nowhere because of what was taken
    and what was not.
    """
    standing = {item.id for _, item in merged.content.items()}
    versions = {"mine": old, "new": merged.new}
    places = {
        side: {i.id: (s, i) for s, i in content.items(sections)}
        for side, content in versions.items()
    }
    for section, item in merged.content.items(sections):
        of_its_version = places[merged.sides[item.id]]
        for item_id in _links(item):
            if item_id in of_its_version and item_id not in standing:
                yield BrokenLink(section, item, *of_its_version[item_id])


def circle(old: ArtifactContent, merged: Merged, sections: tuple[Section, ...]) -> tuple[Item, ...]:
    """Return items of `sections` that depend on each other in a circle which neither version has by
    itself.
    """
    if any(_circle(content, sections) for content in (old, merged.new)):
        return ()
    return _circle(merged.content, sections)


def preset_items(
    old: ArtifactContent,
    new: ArtifactContent,
    generated: Mapping[str, Any],
    sections: Collection[str],
) -> dict[str, dict[str, Choice]]:
    """Return, for the items of `sections`, "mine" where the founder edited them, else "new".

    `generated` has what was written before the founder's edit of a section. Added, moved and
    changed items were edited; so was one that was taken out and would come back under the same
    title. What these need to stand is taken too.
    """
    preset: dict[str, dict[str, Choice]] = {}
    for section in new.sections():
        if section.name in sections and _has_items(section):
            edited = (
                _edited(old, new, section, generated.get(section.name))
                if section.name in generated
                else set()
            )
            ids = [*_ids(old, section), *_ids(new, section)]
            preset[section.name] = {
                item_id: "mine" if item_id in edited else "new" for item_id in ids
            }
    return preset


def _has_items(section: Section) -> bool:
    return section.kind is SectionKind.ITEMS


def _ids(content: ArtifactContent, section: Section) -> list[str]:
    return [item.id for item in getattr(content, section.name) or ()]


def _taken(
    before: list[str], now: list[str], choice: Choice | Mapping[str, Choice]
) -> list[tuple[str, Choice]]:
    """Return the ids that stand in a section, in order, each with the version it is taken from."""
    if choice == "mine" or choice == "new":
        return [(item_id, choice) for item_id in (before if choice == "mine" else now)]
    mine = {item_id for item_id, side in choice.items() if side == "mine"}
    moved = {
        now[place]
        for _, place, is_moved in place_entries(before, now)
        if is_moved and place is not None
    }
    not_there = moved | (set(now) - set(before))
    ordered = [item_id for item_id in now if not (item_id in mine and item_id in not_there)]
    rows = []
    for old, place, _ in place_entries(before, ordered):
        if place is not None:
            rows.append(ordered[place])
        elif old is not None and before[old] in mine:
            rows.append(before[old])
    return [(item_id, "mine" if item_id in mine else "new") for item_id in rows]


def _without_twice(
    new: ArtifactContent, taken: Mapping[str, list[tuple[str, Choice]]], used: Collection[str]
) -> tuple[ArtifactContent, dict[str, str]]:
    """Return `new` with other ids for the items that are taken from it and kept in another section,
    and those ids.
    """
    kept = {item_id for rows in taken.values() for item_id, side in rows if side == "mine"}
    twice = kept & {item_id for rows in taken.values() for item_id, side in rows if side == "new"}
    ever = {*used, *(item.id for _, item in new.items())}
    new_ids: dict[str, str] = {}
    for _, item in new.items():
        if item.id in twice:
            new_ids[item.id] = next_id(item.prefix, ever)
            ever.add(new_ids[item.id])
    if not new_ids:
        return new, new_ids
    stored = rename_items(
        new.model_dump(mode="json"), lambda item_id: new_ids.get(item_id, item_id)
    )
    return type(new).model_validate(stored), new_ids


def _entries(before: Any, now: Any, taken: list[tuple[str, Choice]]) -> Any:
    """Return the dumped items that were taken; a gated section that was never written stays so."""
    if not taken:
        return now if not now else before if not before else []
    stored = {
        "mine": {entry["id"]: entry for entry in before or ()},
        "new": {entry["id"]: entry for entry in now or ()},
    }
    return [stored[side][item_id] for item_id, side in taken]


def _links(item: Item) -> list[str]:
    return [
        item_id
        for field in item.fields()
        if field.kind is FieldKind.LINKS
        for item_id in getattr(item, field.name)
    ]


def _circle(content: ArtifactContent, sections: tuple[Section, ...]) -> tuple[Item, ...]:
    items = {item.id: item for _, item in content.items(sections)}
    needs = {
        item_id: {other for other in _needs(item) if other in items}
        for item_id, item in items.items()
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return tuple(items[item_id] for item_id in dict.fromkeys(error.args[1]))
    return ()


def _needs(item: Item) -> list[str]:
    """The items of its own kind that an item links to: what it depends on."""
    own = [
        field
        for field in item.fields()
        if field.kind is FieldKind.LINKS and field.prefix == item.prefix
    ]
    return [item_id for field in own for item_id in getattr(item, field.name)]


def _edited(
    old: ArtifactContent, new: ArtifactContent, section: Section, generated: Any
) -> set[str]:
    written = {entry["id"]: entry for entry in generated or ()}
    standing = {item.id: item for item in getattr(old, section.name) or ()}
    edited = {
        item_id
        for item_id, item in standing.items()
        if item_id not in written or _differs(item, written[item_id])
    }
    order = list(standing)
    edited |= {
        order[b]
        for a, b, is_moved in place_entries(list(written), order)
        if is_moved and b is not None
    }
    assert section.item_class is not None
    title = section.item_class.title_field
    gone = {
        fold_title(entry[title]) for item_id, entry in written.items() if item_id not in standing
    }
    come = [item for item in getattr(new, section.name) or () if item.id not in standing]
    return edited | {item.id for item in come if fold_title(item.label) in gone}


def _differs(item: Item, written: Mapping[str, Any]) -> bool:
    computed = {field.name for field in item.fields() if field.computed}
    stored = item.model_dump(mode="json", exclude=computed)
    return stored != {name: value for name, value in written.items() if name not in computed}
