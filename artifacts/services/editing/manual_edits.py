"""Change a document by hand: a section's text, or its items one by one.

Every change locks the row, compares what the form was made from with what is stored, validates the
whole content, and remembers what had been generated, so that an edit can be taken back. Nobody
else's change is ever overwritten.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from artifacts.documents.references import ReferenceIndex
from artifacts.documents.retired import ids_given
from artifacts.exceptions import EditConflict, ItemGone, SectionLocked, StaleUpdate
from artifacts.models import Artifact, Project, User
from artifacts.schemas.base import FieldKind, Item, Section, SectionKind, next_id
from artifacts.services.editing.locking import fingerprint, lock_editable, readable_section
from artifacts.services.editing.storing import store_section
from artifacts.tiers import Tier

__all__ = [
    "add_item",
    "change_item",
    "delete_item",
    "edit_section",
    "fingerprint",
    "move_item",
]

Values = Mapping[str, Any]


def edit_section(
    artifact: Artifact,
    *,
    section: str,
    value: str | Sequence[str],
    base: str,
    editor: User,
    tier: Tier,
) -> Artifact:
    """Put `value` in the place of a section's text or lines.

    `base` is the fingerprint of the value that the editor saw. Raises EditConflict, InvalidEdit,
    SectionLocked, DocumentLocked or ProjectDeleted, and has changed nothing then.
    """
    with lock_editable(artifact) as row:
        declared = _editable(row, section, tier, SectionKind.PROSE, SectionKind.LINES)
        current = getattr(row.content, section)
        if fingerprint(current) != base:
            raise EditConflict(current)
        new = value if isinstance(value, str) else list(value)
        # A gated section may be empty; emptied again it is as if it had never been written.
        store_section(row, declared, None if new == "" and not declared.required else new, editor)
    return row


def add_item(
    artifact: Artifact,
    *,
    section: str,
    values: Values,
    editor: User,
    tier: Tier,
    known: Collection[str] | None = None,
) -> Item:
    """Add an item to the end of a section, with an id that no item has ever had, and return it.

    With `known`, raises StaleUpdate where the section has an item that is not among these ids.
    """
    with lock_editable(artifact) as row:
        declared = _editable(row, section, tier, SectionKind.ITEMS)
        assert row.content is not None
        assert declared.item_class is not None
        if known is not None and not {item["id"] for item in _dumped_items(row, section)} <= {
            *known
        }:
            raise StaleUpdate
        given = ids_given(row.content, row.retired_items)
        new = {**values, "id": next_id(declared.item_class.prefix, given)}
        items = [*_dumped_items(row, section), new]
        return _store_items(row, declared, items, editor, changed=len(items) - 1)


def change_item(
    artifact: Artifact,
    *,
    section: str,
    item_id: str,
    values: Values,
    base: str,
    editor: User,
    tier: Tier,
) -> Item:
    """Put `values` in the place of an item's fields; fields that are not named stay.

    Links that the editor's tier cannot see stay too. Raises ItemGone, EditConflict, InvalidEdit.
    """
    with lock_editable(artifact) as row:
        declared = _editable(row, section, tier, SectionKind.ITEMS)
        items = _dumped_items(row, section)
        position = _unchanged_position(row, section, item_id, base)
        hidden = _hidden_links(row, declared, items[position], tier)
        kept = {
            name: list(dict.fromkeys([*values[name], *ids]))
            for name, ids in hidden.items()
            if name in values
        }
        items[position] = {**items[position], **values, **kept}
        return _store_items(row, declared, items, editor, changed=position)


def move_item(
    artifact: Artifact, *, section: str, item_id: str, by: int, editor: User, tier: Tier
) -> None:
    """Move an item `by` places down, or up where that is negative; it stops at the ends of the
    list.
    """
    with lock_editable(artifact) as row:
        declared = _editable(row, section, tier, SectionKind.ITEMS)
        items = _dumped_items(row, section)
        position = _position(row, section, item_id)
        item = items.pop(position)
        items.insert(min(max(position + by, 0), len(items)), item)
        store_section(row, declared, items, editor)


def delete_item(
    artifact: Artifact, *, section: str, item_id: str, base: str, editor: User, tier: Tier
) -> None:
    """Take an item out of a section. Its id is remembered and never given to another one."""
    with lock_editable(artifact) as row:
        declared = _editable(row, section, tier, SectionKind.ITEMS)
        items = _dumped_items(row, section)
        del items[_unchanged_position(row, section, item_id, base)]
        store_section(row, declared, items, editor)


def _editable(row: Artifact, name: str, tier: Tier, *kinds: SectionKind) -> Section:
    section = readable_section(row, name, tier)
    if section.computed or section.kind not in kinds:
        raise SectionLocked
    return section


def _store_items(
    row: Artifact, section: Section, items: list[Any], editor: User, *, changed: int
) -> Item:
    """Store a section's items and return the `changed` one; what is wrong with it is told by the
    name of its field.
    """
    content = store_section(
        row, section, items, editor, name_of=lambda loc: _field_at(loc, changed)
    )
    item: Item = getattr(content, section.name)[changed]
    return item


def _field_at(loc: Sequence[Any], changed: int) -> str:
    return str(loc[2]) if len(loc) > 2 and loc[1] == changed else ""


def _dumped_items(row: Artifact, section: str) -> list[dict[str, Any]]:
    return [item.model_dump(mode="json") for item in getattr(row.content, section) or ()]


def _position(row: Artifact, section: str, item_id: str) -> int:
    for position, item in enumerate(getattr(row.content, section) or ()):
        if item.id == item_id:
            return position
    raise ItemGone(item_id)


def _unchanged_position(row: Artifact, section: str, item_id: str, base: str) -> int:
    position = _position(row, section, item_id)
    item = getattr(row.content, section)[position]
    if fingerprint(item) != base:
        raise EditConflict(item)
    return position


def _hidden_links(
    row: Artifact, section: Section, item: Mapping[str, Any], tier: Tier
) -> dict[str, list[str]]:
    """Return, by field, the ids an item points at which exist but which `tier` may not know of."""
    assert section.item_class is not None
    fields = [
        field.name
        for field in section.item_class.fields()
        if field.kind is FieldKind.LINKS and item[field.name]
    ]
    if not fields:
        return {}
    contents = Project.objects.with_artifacts().get(pk=row.project_id).contents()
    seen = ReferenceIndex(contents, tier)
    existing = ReferenceIndex(contents, max(Tier))
    return {
        name: [
            item_id for item_id in item[name] if existing.find(item_id) and not seen.find(item_id)
        ]
        for name in fields
    }
