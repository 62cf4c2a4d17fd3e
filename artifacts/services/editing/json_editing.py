"""Change a document as JSON, ignoring gates, even if the stored content does not validate.

For staff: the same rules hold for what is stored in the end.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from artifacts.diff.text import reads_the_same
from artifacts.documents.identity import give_ids, misplaced_ids, titles_by_id
from artifacts.documents.retired import RetiredItem, record_retired
from artifacts.exceptions import EditConflict, InvalidEdit, SectionLocked
from artifacts.models import Artifact, User
from artifacts.models.stored import dump_edits
from artifacts.schemas import ArtifactContent, load_content
from artifacts.schemas.base import describe_errors
from artifacts.services.editing.locking import fingerprint, lock_idle
from artifacts.services.editing.storing import edits_with, save_content

logger = logging.getLogger(__name__)

ERRORS_MAX = 12
"""How many of the faults of a typed document are told at once."""


def stored_json(artifact: Artifact, section: str = "") -> Any:
    """Return the current content, or one section of it, for editing as JSON; unreadable content as
    it is stored.

    Raises SectionLocked if there is none that could be edited.
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

    Every gate is open, and stored content that does not validate can be fixed. An item
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
            edits = edits_with(row, name, _value_before(row, name, before, new), new[name], editor)
            row.edited_sections = dump_edits(edits)
        dropped = {
            key: RetiredItem(title=title, version=row.content_version)
            for key, title in titles.items()
        }
        retired = {**row.retired_items, **dropped}
        row.superseded_items = record_retired(retired, None, after, version=row.content_version)
        row.current_content = new
        save_content(row, "current_content", "edited_sections")
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
