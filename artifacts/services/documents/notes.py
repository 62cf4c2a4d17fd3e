"""Notes on a section or an item.

They stand apart from the content, so that no regeneration touches them.

Each change locks the row and rewrites the list as it is then: two notes at the same moment are both
kept. Notes may be written while a new version of the document is.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from pydantic import ValidationError

from artifacts.exceptions import EditConflict, InvalidEdit, ItemGone, NoteGone, NotYourNote
from artifacts.models import Artifact, User
from artifacts.schemas import ArtifactAnnotation, ArtifactContent
from artifacts.services.editing.locking import fingerprint, lock_artifact, readable_section
from artifacts.text import clean_text
from artifacts.tiers import Tier
from artifacts.validation_messages import describe_problem

logger = logging.getLogger(__name__)

KEEP_DELETED = timedelta(days=30)
"""How long a deleted note can be restored."""


@dataclass(frozen=True, slots=True)
class PlacedNotes:
    """The notes of a document that one tier may see, each where it belongs."""

    placed: dict[tuple[str, str], list[ArtifactAnnotation]] = field(default_factory=dict)
    tray: list[ArtifactAnnotation] = field(default_factory=list)
    """Notes whose item is gone, with the title it had."""

    def on(self, section: str, item_id: str = "") -> list[ArtifactAnnotation]:
        return self.placed.get((section, item_id), [])

    @property
    def open_count(self) -> int:
        return sum(map(_count_open, self.placed.values())) + _count_open(self.tray)

    @property
    def total(self) -> int:
        return sum(map(len, self.placed.values())) + len(self.tray)


def placed_notes(artifact: Artifact, content: ArtifactContent | None, tier: Tier) -> PlacedNotes:
    """Return the notes that a reader of `tier` may see, open ones first, none of a locked or
    unknown section.
    """
    notes = [note for note in artifact.notes if note.deleted_at is None]
    if not notes:
        return PlacedNotes()
    notes.sort(key=lambda note: (note.resolved_at is not None, note.created_at))
    readable = {section.name for section in artifact.type.content_class.access(tier).readable}
    sections = {item.id: section.name for section, item in content.items()} if content else {}
    result = PlacedNotes()
    for note in notes:
        item_id = note.item_id or ""
        # An item may have moved to another section since; its notes follow it.
        section = sections.get(item_id, note.section_id)
        if not {section, note.section_id} <= readable:
            continue
        if item_id and item_id not in sections:
            result.tray.append(note)
        else:
            result.placed.setdefault((section, item_id), []).append(note)
    return result


def add_note(
    artifact: Artifact, *, section: str, item_id: str | None, text: str, author: User, tier: Tier
) -> ArtifactAnnotation:
    """Write a note on a section, or on an item of it, and return it.

    Raises SectionLocked, ItemGone, InvalidEdit.
    """
    with _changing_notes(artifact) as (row, notes):
        readable_section(row, section, tier)
        note = _validated(
            id=uuid.uuid4().hex,
            section_id=section,
            item_id=item_id or None,
            item_title=_item_title(row, section, item_id) if item_id else "",
            note=text,
            author=author.name or author.get_username(),
            author_id=author.pk,
            by_support=author.pk != row.project.owner_id,
            created_at=timezone.now(),
        )
        notes.append(note)
        logger.info("Added note %s to artifact %s by user %s", note.id, row.pk, author.pk)
    return note


def edit_note(
    artifact: Artifact, *, note_id: str, text: str, base: str, by: User, tier: Tier
) -> ArtifactAnnotation:
    """Change the text of one's own note. `base` is the fingerprint of the text that was seen.

    Raises NoteGone, NotYourNote, EditConflict, InvalidEdit.
    """

    def change(note: ArtifactAnnotation) -> ArtifactAnnotation:
        if note.author_id != by.pk:
            raise NotYourNote
        if note.deleted_at is not None:
            raise NoteGone
        if fingerprint(note.note) != base:
            raise EditConflict(note.note)
        return _validated(**{**note.model_dump(), "note": text, "edited_at": timezone.now()})

    return _change(artifact, note_id, by, tier, change)


def resolve_note(artifact: Artifact, *, note_id: str, by: User, tier: Tier) -> ArtifactAnnotation:
    return _change(
        artifact,
        note_id,
        by,
        tier,
        lambda note: note.model_copy(update={"resolved_at": timezone.now()}),
    )


def reopen_note(artifact: Artifact, *, note_id: str, by: User, tier: Tier) -> ArtifactAnnotation:
    return _change(
        artifact, note_id, by, tier, lambda note: note.model_copy(update={"resolved_at": None})
    )


def delete_note(artifact: Artifact, *, note_id: str, by: User, tier: Tier) -> ArtifactAnnotation:
    """Hide a note; it can be restored for KEEP_DELETED.

    Its author may do that, the owner of the project, and staff who may change documents.
    """

    def change(note: ArtifactAnnotation) -> ArtifactAnnotation:
        if not _may_remove(artifact, note, by):
            raise NotYourNote
        return note.model_copy(update={"deleted_at": timezone.now()})

    return _change(artifact, note_id, by, tier, change)


def undelete_note(artifact: Artifact, *, note_id: str, by: User, tier: Tier) -> ArtifactAnnotation:
    def change(note: ArtifactAnnotation) -> ArtifactAnnotation:
        if not _may_remove(artifact, note, by):
            raise NotYourNote
        return note.model_copy(update={"deleted_at": None})

    return _change(artifact, note_id, by, tier, change)


def find_note(artifact: Artifact, note_id: str, tier: Tier) -> ArtifactAnnotation:
    """Return a note that a reader of `tier` may see, deleted or not.

    Raises NoteGone, SectionLocked.
    """
    return _find(artifact, artifact.notes, note_id, tier)


def _change(
    artifact: Artifact,
    note_id: str,
    by: User,
    tier: Tier,
    change: Callable[[ArtifactAnnotation], ArtifactAnnotation],
) -> ArtifactAnnotation:
    with _changing_notes(artifact) as (row, notes):
        note = _find(row, notes, note_id, tier)
        changed = change(note)
        notes[notes.index(note)] = changed
        logger.info("Changed note %s of artifact %s by user %s", note_id, row.pk, by.pk)
    return changed


@contextmanager
def _changing_notes(artifact: Artifact) -> Iterator[tuple[Artifact, list[ArtifactAnnotation]]]:
    """Yield the row and its notes, locked; what the block leaves in the list is stored."""
    with lock_artifact(artifact) as row:
        notes = row.notes
        yield row, notes
        row.annotations = [
            note.model_dump(mode="json") for note in notes if _is_kept(note, timezone.now())
        ]
        row.save(update_fields=["annotations", "updated_at"])


def _may_remove(artifact: Artifact, note: ArtifactAnnotation, by: User) -> bool:
    return by.pk in (note.author_id, artifact.project.owner_id) or by.has_perm(
        "artifacts.change_artifact"
    )


def _find(
    artifact: Artifact, notes: list[ArtifactAnnotation], note_id: str, tier: Tier
) -> ArtifactAnnotation:
    for note in notes:
        if note.id == note_id:
            readable_section(artifact, note.section_id, tier)
            return note
    raise NoteGone


def _item_title(row: Artifact, section: str, item_id: str) -> str:
    for item in getattr(row.content, section, None) or ():
        if getattr(item, "id", "") == item_id:
            return str(item.label)
    raise ItemGone(item_id)


def _validated(**fields: Any) -> ArtifactAnnotation:
    try:
        return ArtifactAnnotation.model_validate({**fields, "note": clean_text(fields["note"])})
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=True)
        raise InvalidEdit({"note": [describe_problem(problem) for problem in problems]}) from error


def _is_kept(note: ArtifactAnnotation, now: datetime) -> bool:
    return note.deleted_at is None or note.deleted_at > now - KEEP_DELETED


def _count_open(notes: list[ArtifactAnnotation]) -> int:
    return sum(note.resolved_at is None for note in notes)
