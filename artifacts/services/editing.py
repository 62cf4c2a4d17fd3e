"""Change a document by hand: a section's text, its items one by one, or back to what was written
before.

Every change locks the row, compares what the form was made from with what is stored, validates the
whole content, and remembers what had been generated, so that an edit can be taken back. Nobody
else's change is ever overwritten.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils import timezone
from pydantic import ValidationError

from artifacts.diff.text import reads_the_same
from artifacts.documents.identity import give_ids, misplaced_ids, titles_by_id, without_clashes
from artifacts.documents.references import ReferenceIndex
from artifacts.documents.retired import RetiredItem, record_retired
from artifacts.exceptions import (
    EditConflict,
    InvalidEdit,
    ItemGone,
    NothingToRestore,
    SectionLocked,
    StaleUpdate,
)
from artifacts.models import Artifact, Project, User
from artifacts.models.artifact import ROTATED
from artifacts.models.stored import Edit, dump_edits
from artifacts.schemas import ArtifactContent, load_content
from artifacts.schemas.base import FieldKind, Item, Section, SectionKind, describe_errors, next_id
from artifacts.services.locking import (
    fingerprint,
    lock_editable,
    lock_idle,
    readable_section,
    signed_edit,
)
from artifacts.tiers import Tier
from artifacts.validation_messages import describe_problem

__all__ = [
    "add_item",
    "change_item",
    "delete_item",
    "edit_section",
    "fingerprint",
    "generated_value",
    "move_item",
    "replace_content",
    "restore_previous",
    "restore_section",
    "revert_section",
    "stored_json",
]

logger = logging.getLogger(__name__)

Values = Mapping[str, Any]

ERRORS_MAX = 12
"""How many of the faults of a typed document are told at once."""


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
        _store(row, declared, None if new == "" and not declared.required else new, editor)
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
        assert declared.item_class is not None
        if known is not None and not {item["id"] for item in _dumped_items(row, section)} <= {
            *known
        }:
            raise StaleUpdate
        new = {**values, "id": next_id(declared.item_class.prefix, _all_ids(row))}
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
        place = _unchanged_place(row, section, item_id, base)
        hidden = _hidden_links(row, declared, items[place], tier)
        kept = {
            name: list(dict.fromkeys([*values[name], *ids]))
            for name, ids in hidden.items()
            if name in values
        }
        items[place] = {**items[place], **values, **kept}
        return _store_items(row, declared, items, editor, changed=place)


def move_item(
    artifact: Artifact, *, section: str, item_id: str, by: int, editor: User, tier: Tier
) -> None:
    """Move an item `by` places down, or up where that is negative; it stops at the ends of the
    list.
    """
    with lock_editable(artifact) as row:
        declared = _editable(row, section, tier, SectionKind.ITEMS)
        items = _dumped_items(row, section)
        place = _place(row, section, item_id)
        item = items.pop(place)
        items.insert(min(max(place + by, 0), len(items)), item)
        _store(row, declared, items, editor)


def delete_item(
    artifact: Artifact, *, section: str, item_id: str, base: str, editor: User, tier: Tier
) -> None:
    """Take an item out of a section. Its id is remembered and never given to another one."""
    with lock_editable(artifact) as row:
        declared = _editable(row, section, tier, SectionKind.ITEMS)
        items = _dumped_items(row, section)
        del items[_unchanged_place(row, section, item_id, base)]
        _store(row, declared, items, editor)


def revert_section(
    artifact: Artifact, *, section: str, editor: User, tier: Tier, base: str | None = None
) -> Artifact:
    """Put back what was generated in the place of the founder's edit of a section.

    `base` is the fingerprint of the edited value that the editor saw; None where nobody was shown
    it.
    """
    with lock_editable(artifact) as row:
        declared = readable_section(row, section, tier)
        if section not in row.edited_names:
            raise NothingToRestore
        current = getattr(row.content, section)
        if base is not None and fingerprint(current) != base:
            raise EditConflict(current)
        generated = generated_value(row, declared)
        # An id that another section has taken since is a new one from here on; the edit is taken
        # back all the same.
        row.edited_sections = dump_edits(
            {**row.edits, section: replace(row.edits[section], generated=generated)}
        )
        _store(row, declared, generated, editor)
    return row


def generated_value(artifact: Artifact, section: Section) -> Any:
    """Return what was generated before the founder's edit of a section, as it can stand beside the
    other sections.
    """
    return _kept_apart(artifact, section, artifact.edits[section.name].generated)


def restore_section(
    artifact: Artifact, *, section: str, editor: User, tier: Tier, base: str | None = None
) -> Artifact:
    """Take a section over from the previous version, as an edit of the current one.

    `base` is the fingerprint of the value that the editor saw, and that is replaced; None where
    nobody was shown it.
    """
    with lock_editable(artifact) as row:
        declared = readable_section(row, section, tier)
        previous = row.previous
        if previous is None or declared.computed:
            raise NothingToRestore
        current = getattr(row.content, section)
        if base is not None and fingerprint(current) != base:
            raise EditConflict(current)
        value = previous.model_dump(mode="json")[section]
        _store(row, declared, _kept_apart(row, declared, value), editor)
    return row


def restore_previous(artifact: Artifact, *, base: int, editor: User) -> Artifact:
    """Let the current and the previous version change places, each with its edits and inputs.

    `base` is the `content_version` that the editor saw. Raises StaleUpdate, NothingToRestore,
    DocumentLocked.
    """
    with lock_editable(artifact) as row:
        restored = row.previous
        if restored is None:
            raise NothingToRestore
        if row.content_version != base:
            raise StaleUpdate
        retired = record_retired(
            row.retired_items, row.content, restored, version=row.content_version
        )
        current = {name: getattr(row, name) for name in ROTATED}
        for name, previous_name in ROTATED.items():
            setattr(row, name, getattr(row, previous_name))
            setattr(row, previous_name, current[name])
        row.superseded_items = retired
        _save(row, *ROTATED, *ROTATED.values())
        logger.info(
            "Restored version %s of artifact %s by user %s", row.content_version, row.pk, editor.pk
        )
    return row


def stored_json(artifact: Artifact, section: str = "") -> Any:
    """Return the current content, or one section of it, for editing as JSON; unreadable content as
    it is stored.

    Raises SectionLocked where there is none that could be edited.
    """
    try:
        content = artifact.content
    except ValidationError:
        content = None
    if content is None:
        if section or artifact.current_content is None:
            raise SectionLocked
        return artifact.current_content
    declared = artifact.type.content_class.section(section)
    if section and (declared is None or declared.computed):
        raise SectionLocked
    stored = content.model_dump(mode="json")
    return stored[section] if section else stored


def replace_content(
    artifact: Artifact, *, content: Any, base: str, editor: User, section: str = ""
) -> tuple[str, ...]:
    """Put typed JSON in the place of the whole content or of one section, and return which sections
    read otherwise.

    For staff: every gate is open, and stored content that does not validate can be fixed. An item
    without an id gets a new one; an id that no item of the document has is refused. `base` is the
    fingerprint of the `stored_json` that was seen. Raises EditConflict, InvalidEdit with sentences
    for "content", SectionLocked, DocumentLocked or ProjectDeleted.
    """
    with lock_idle(artifact) as row:
        seen = stored_json(row, section)
        if fingerprint(seen) != base:
            raise EditConflict(seen)
        before = stored_json(row)
        titles = titles_by_id(row.type.content_class, before)
        after = _typed_content(
            row, {**before, section: content} if section else content, titles | _lost_titles(row)
        )
        new = after.model_dump(mode="json")
        changed = tuple(
            name
            for name in _handwritten(row)
            if not isinstance(before, dict) or not reads_the_same(before.get(name), new[name])
        )
        if isinstance(before, dict) and reads_the_same(before, new):
            return ()
        for name in changed:
            edits = _edits(row, name, _value_before(row, name, before, new), new[name], editor)
            row.edited_sections = dump_edits(edits)
        dropped = {
            key: RetiredItem(title=title, version=row.content_version)
            for key, title in titles.items()
        }
        retired = {**row.retired_items, **dropped}
        row.superseded_items = record_retired(retired, None, after, version=row.content_version)
        row.current_content = new
        _save(row, "current_content", "edited_sections")
        logger.info(
            "Edited %s of artifact %s as JSON by user %s", ", ".join(changed), row.pk, editor.pk
        )
    return changed


def _typed_content(row: Artifact, typed: Any, titles: Mapping[str, str]) -> ArtifactContent:
    given: frozenset[str] = frozenset()
    if isinstance(typed, dict):
        typed, given = give_ids(row.type.content_class, typed, {*titles, *row.retired_items})
    try:
        content = load_content(row.type, typed)
    except ValidationError as error:
        raise InvalidEdit({"content": [describe_errors(error, ERRORS_MAX)]}) from error
    if problems := misplaced_ids(content, titles, given):
        raise InvalidEdit({"content": problems})
    return content


def _lost_titles(row: Artifact) -> dict[str, str]:
    """Return the items, by id, that may come back where what is stored cannot be read: all that are
    known of.
    """
    try:
        assert row.content is not None
    except ValidationError:
        dropped = {item_id: item["title"] for item_id, item in row.retired_items.items()}
        return dropped | titles_by_id(row.type.content_class, row.previous_content)
    return {}


def _handwritten(row: Artifact) -> list[str]:
    return [section.name for section in row.type.content_class.sections() if not section.computed]


def _value_before(row: Artifact, name: str, before: Any, new: Mapping[str, Any]) -> Any:
    """Return what a section read before it was edited; where that cannot stand, there is nothing to
    go back to.
    """
    value = before.get(name) if isinstance(before, dict) else None
    try:
        load_content(row.type, {**new, name: value})
    except ValidationError:
        return new[name]
    return value


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
    content = _store(row, section, items, editor, name_of=lambda place: _field_at(place, changed))
    item: Item = getattr(content, section.name)[changed]
    return item


def _field_at(place: Sequence[Any], changed: int) -> str:
    return str(place[2]) if len(place) > 2 and place[1] == changed else ""


def _store(
    row: Artifact,
    section: Section,
    value: Any,
    editor: User,
    *,
    name_of: Callable[[Sequence[Any]], str] = lambda _: "",
) -> ArtifactContent:
    """Make `value` the section's value, and return the whole content, validated.

    A value that reads as the stored one does changes nothing: spare white space makes no edit.
    Raises InvalidEdit.
    """
    before = row.content
    assert before is not None
    stored = before.model_dump(mode="json")
    try:
        after = load_content(row.type, {**stored, section.name: value})
    except ValidationError as error:
        raise InvalidEdit(_sentences(error, section, name_of)) from error
    new = after.model_dump(mode="json")
    edits = _edits(row, section.name, stored[section.name], new[section.name], editor)
    if reads_the_same(stored[section.name], new[section.name]) and edits.keys() == row.edits.keys():
        return before
    row.edited_sections = dump_edits(edits)
    row.superseded_items = record_retired(
        row.retired_items, before, after, version=row.content_version
    )
    row.current_content = new
    _save(row, "current_content", "edited_sections")
    logger.info("Edited %s of artifact %s by user %s", section.name, row.pk, editor.pk)
    return after


def _save(row: Artifact, *fields: str) -> None:
    row.schema_version = row.type.content_class.current_version
    row.save(update_fields=[*fields, "superseded_items", "schema_version", "updated_at"])
    row.__dict__.pop("content", None)


def _edits(row: Artifact, name: str, before: Any, after: Any, editor: User) -> dict[str, Edit]:
    """Return the edits once a section reads `after`; one that reads as it was generated is not
    edited.
    """
    edits = row.edits
    generated = edits[name].generated if name in edits else before
    if reads_the_same(after, generated):
        edits.pop(name, None)
        return edits
    return {**edits, name: signed_edit(row, generated, editor, now=timezone.now())}


def _sentences(
    error: ValidationError, section: Section, name_of: Callable[[Sequence[Any]], str]
) -> dict[str, list[str]]:
    sentences: dict[str, list[str]] = {}
    for problem in error.errors(include_url=False, include_input=True):
        name = name_of(problem["loc"]) or section.name
        sentences.setdefault(name, []).append(describe_problem(problem))
    return sentences


def _dumped_items(row: Artifact, section: str) -> list[dict[str, Any]]:
    return [item.model_dump(mode="json") for item in getattr(row.content, section) or ()]


def _place(row: Artifact, section: str, item_id: str) -> int:
    for place, item in enumerate(getattr(row.content, section) or ()):
        if item.id == item_id:
            return place
    raise ItemGone(item_id)


def _unchanged_place(row: Artifact, section: str, item_id: str, base: str) -> int:
    place = _place(row, section, item_id)
    item = getattr(row.content, section)[place]
    if fingerprint(item) != base:
        raise EditConflict(item)
    return place


def _all_ids(row: Artifact) -> set[str]:
    """Every id that an item of this document has ever had."""
    assert row.content is not None
    return {item.id for _, item in row.content.items()} | set(row.retired_items)


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


def _kept_apart(row: Artifact, section: Section, value: Any) -> Any:
    assert row.content is not None
    return without_clashes(row.content, section, value, _all_ids(row))
