"""Two versions of a document become one, section by section or item by item. Pure functions.

`old` is the current version; `new` must have the ids that its items would get (`assign_ids`): an
item of both has one id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import Any, Literal, NamedTuple

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

Entries = Mapping[str, Mapping[str, Any]]
"""The dumped items of a section, by id."""


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

    Raises ValidationError if that does not fit the schema.

    Items come in the order of `new`; those of `old` alone, and those whose place is kept, stand
    after the one that they followed there. An id is never given twice: where an item is kept in one
    section and taken as new in another, the new one gets the next number that no item has ever had.
    `replaced` has the new value of each section that does not read as in `new`; all items that were
    not taken are remembered.
    """
    taken = {
        s.name: taken_items(_ids(old, s), _ids(new, s), plan.get(s.name, "new"))
        for s in new.sections()
        if _has_items(s) and not s.computed
    }
    after, new_ids = _without_twice(
        new, taken, {item.id for _, item in old.items()} | set(superseded)
    )
    taken = {name: [_renamed(item, new_ids) for item in items] for name, items in taken.items()}
    renamed = after.model_dump(mode="json")
    merged = type(new).model_validate({**renamed, **dict(_kept(old, renamed, taken, plan))})
    final = merged.model_dump(mode="json")
    aside = {item.id: RetiredItem(title=item.label, version=version) for _, item in after.items()}
    declared = [section.name for section in new.sections() if not section.computed]
    return Merged(
        content=merged,
        superseded=record_retired({**superseded, **aside}, old, merged, version=version),
        replaced={name: renamed[name] for name in declared if final[name] != renamed[name]},
        new=after,
        sides=dict(chain.from_iterable(taken.values())),
    )


def _kept(
    old: ArtifactContent, renamed: Mapping[str, Any], taken: Mapping[str, Any], plan: Plan
) -> Iterator[tuple[str, Any]]:
    """Yield the sections that may read otherwise than in the new version, with their values."""
    before = old.model_dump(mode="json")
    for section in old.sections():
        name = section.name
        if section.computed:
            continue
        if plan.get(name) == "mine":
            yield name, before[name]
        elif name in taken:
            yield name, _entries(before[name], renamed[name], taken[name])


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
                edited_ids(old, new, section, generated.get(section.name))
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


class TakenItem(NamedTuple):
    """An item of the merged version, and the version it is taken from."""

    item_id: str
    side: Choice


def taken_items(
    before: list[str], now: list[str], choice: Choice | Mapping[str, Choice]
) -> list[TakenItem]:
    """Return the items that stand in a section, in order. `before` and `now` are the ids in both
    versions.
    """
    if choice == "mine" or choice == "new":
        return [TakenItem(item_id, choice) for item_id in (before if choice == "mine" else now)]
    mine = {item_id for item_id, side in choice.items() if side == "mine"}
    in_place = set(before) - moved_ids(before, now)
    from_new = [item_id for item_id in now if item_id not in mine or item_id in in_place]
    ordered = _with_kept(from_new, before, mine)
    return [TakenItem(item_id, "mine" if item_id in mine else "new") for item_id in ordered]


def moved_ids(before: Sequence[str], now: Sequence[str]) -> set[str]:
    """Return the ids that both lists have and that stand elsewhere in `now`; as few as explain its
    order.
    """
    return {
        now[entry.new]
        for entry in place_entries(before, now)
        if entry.is_moved and entry.new is not None
    }


def _with_kept(ordered: list[str], before: Sequence[str], mine: Collection[str]) -> list[str]:
    """Return `ordered` with those of `mine` that it lacks, each after the one that it followed
    `before`.
    """
    rows = []
    for entry in place_entries(before, ordered):
        if entry.new is not None:
            rows.append(ordered[entry.new])
        elif entry.old is not None and before[entry.old] in mine:
            rows.append(before[entry.old])
    return rows


def _without_twice(
    new: ArtifactContent, taken: Mapping[str, list[TakenItem]], used: Collection[str]
) -> tuple[ArtifactContent, dict[str, str]]:
    """Return `new` with other ids for the items that are taken from it and kept in another section,
    and those ids.
    """
    items = list(chain.from_iterable(taken.values()))
    kept = {item.item_id for item in items if item.side == "mine"}
    twice = kept & {item.item_id for item in items if item.side == "new"}
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


def _renamed(item: TakenItem, new_ids: Mapping[str, str]) -> TakenItem:
    return (
        item._replace(item_id=new_ids.get(item.item_id, item.item_id))
        if item.side == "new"
        else item
    )


def _entries(before: Any, now: Any, taken: list[TakenItem]) -> Any:
    """Return the dumped items that were taken; a gated section that was never written stays so."""
    if not taken:
        return now if not now else before if not before else []
    stored = {
        "mine": {entry["id"]: entry for entry in before or ()},
        "new": {entry["id"]: entry for entry in now or ()},
    }
    return [stored[item.side][item.item_id] for item in taken]


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


def edited_ids(
    old: ArtifactContent, new: ArtifactContent, section: Section, generated: Any
) -> set[str]:
    """Return the items that the founder edited, for whichever reason. `generated` is the section
    without the edit.
    """
    assert section.item_class is not None
    written = {entry["id"]: entry for entry in generated or ()}
    standing = {item.id: item for item in getattr(old, section.name) or ()}
    return {
        *added_ids(written, standing),
        *changed_ids(written, standing),
        *moved_ids(list(written), list(standing)),
        *returning_ids(
            written,
            standing,
            getattr(new, section.name) or (),
            title_field=section.item_class.title_field,
        ),
    }


def added_ids(written: Entries, standing: Mapping[str, Item]) -> set[str]:
    """Return the items that the founder wrote."""
    return standing.keys() - written.keys()


def changed_ids(written: Entries, standing: Mapping[str, Item]) -> set[str]:
    """Return the items that do not read as they were `written`. What is computed does not count."""
    return {
        item_id
        for item_id in standing.keys() & written.keys()
        if _differs(standing[item_id], written[item_id])
    }


def returning_ids(
    written: Entries, standing: Mapping[str, Item], new: Iterable[Item], *, title_field: str
) -> set[str]:
    """Return the items of the new version that would bring back, by their title, one that the
    founder took out.
    """
    taken_out = {
        fold_title(entry[title_field])
        for item_id, entry in written.items()
        if item_id not in standing
    }
    return {
        item.id for item in new if item.id not in standing and fold_title(item.label) in taken_out
    }


def _differs(item: Item, written: Mapping[str, Any]) -> bool:
    computed = {field.name for field in item.fields() if field.computed}
    stored = item.model_dump(mode="json", exclude=computed)
    return stored != {name: value for name, value in written.items() if name not in computed}
