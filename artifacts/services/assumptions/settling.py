"""Settle an assumption or an open question: confirm, correct or reject it.

That changes a document and the founder's answers together, or neither, and only through the
services that change each of them by hand.
"""

from __future__ import annotations

import logging

from artifacts.documents.impact import Touched
from artifacts.exceptions import EntryGone, ItemGone
from artifacts.interview.questions import find_question
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Item, Section, SectionKind
from artifacts.schemas.marks import without_marks
from artifacts.services.assumptions.register import (
    SETTLED,
    AssumptionEntry,
    SettleAction,
    entry_key,
    unsettled_sections,
)
from artifacts.services.documents.impact import Impact
from artifacts.services.editing import manual_edits
from artifacts.services.editing.locking import fingerprint, lock_editable
from artifacts.services.facts.founder_texts import ANSWERS, PLACES, add_line
from artifacts.tiers import Tier
from artifacts.usage.estimates import estimate_total

logger = logging.getLogger(__name__)


def effect(project: Project, entry: AssumptionEntry, act: SettleAction) -> Impact:
    """Return which documents `act` would make stale, which of their sections mention it, and what
    writing them takes.

    An act that adds to an answer touches what was written from any answer: all of them are read
    together.
    """
    keys = {entry.input_key, *(() if act is SettleAction.REJECT else PLACES)}
    sections = {use.artifact_type: use.sections for use in entry.uses}
    stale = tuple(
        Touched(artifact.type, sections.get(artifact.type, ()))
        for artifact in project.documents()
        if artifact.is_written and not keys.isdisjoint(artifact.written_from)
    )
    return Impact(stale, estimate_total(document.artifact_type for document in stale))


def confirm(
    project: Project, *, key: str, base: str, place: str, seen: str, editor: User, tier: Tier
) -> None:
    """Let an assumption be the founder's word: it is added to the text `place`, and marked in its
    document.

    `base` is the entry's fingerprint, and `seen` that of the description (`input_fingerprint`) that
    the founder saw. Raises EditConflict, ItemGone, StaleUpdate, InvalidEdit, DocumentLocked or
    ProjectDeleted, and has changed nothing.
    """
    with lock_editable(_artifact(project, key)) as row:
        section, item = _item(row, key, tier)
        # From here on it is the founder's word, and no mark says otherwise.
        values = {**SETTLED, item.title_field: item.label}
        manual_edits.change_item(
            row,
            section=section.name,
            item_id=item.id,
            values=values,
            base=base,
            editor=editor,
            tier=tier,
        )
        add_line(project, place, project.reference_index(tier).plain_text(item.label), seen)
    logger.info("Confirmed %s of project %s by user %s", key, project.pk, editor.pk)


def correct(
    project: Project,
    *,
    key: str,
    base: str,
    place: str,
    seen: str,
    text: str,
    editor: User,
    tier: Tier,
) -> None:
    """Put what is true in the place of an assumption, or answer a question, which is open no more;
    add it to `place`.

    Raises as `confirm`.
    """
    if key.startswith(f"{ANSWERS}."):
        if find_question(key.partition(".")[2]) is None:
            raise EntryGone(key)
        add_line(project, key, text, seen)
    else:
        with lock_editable(_artifact(project, key)) as row:
            section = _section(row, key, tier)
            if section.kind is SectionKind.ITEMS:
                values = {"text": text, **SETTLED}
                item_id = key.partition(".")[2]
                manual_edits.change_item(
                    row,
                    section=section.name,
                    item_id=item_id,
                    values=values,
                    base=base,
                    editor=editor,
                    tier=tier,
                )
            else:
                _take_line_out(row, section, key, editor, tier)
            add_line(
                project, place, project.reference_index(tier).plain_text(without_marks(text)), seen
            )
    logger.info("Corrected %s of project %s by user %s", key, project.pk, editor.pk)


def reject(project: Project, *, key: str, base: str, editor: User, tier: Tier) -> None:
    """Take an assumption or an open question out of its section. Raises as `confirm`."""
    with lock_editable(_artifact(project, key)) as row:
        section = _section(row, key, tier)
        if section.kind is SectionKind.ITEMS:
            item_id = key.partition(".")[2]
            manual_edits.delete_item(
                row, section=section.name, item_id=item_id, base=base, editor=editor, tier=tier
            )
        else:
            _take_line_out(row, section, key, editor, tier)
    logger.info("Rejected %s of project %s by user %s", key, project.pk, editor.pk)


def _artifact(project: Project, key: str) -> Artifact:
    name = key.partition(".")[0]
    if name not in set(ArtifactType):
        raise EntryGone(key)
    return project.documents()[ArtifactType(name).number - 1]


def _section(row: Artifact, key: str, tier: Tier) -> Section:
    """Return the section that the entry stands in now.

    Raises ItemGone, as for an item of any section.
    """
    for section in unsettled_sections(row, tier):
        for value in getattr(row.content, section.name) or ():
            if entry_key(row, value) == key:
                return section
    raise EntryGone(key)


def _item(row: Artifact, key: str, tier: Tier) -> tuple[Section, Item]:
    section = _section(row, key, tier)
    for value in getattr(row.content, section.name):
        if isinstance(value, Item) and entry_key(row, value) == key:
            return section, value
    raise ItemGone(key.partition(".")[2])


def _take_line_out(row: Artifact, section: Section, key: str, editor: User, tier: Tier) -> None:
    lines = getattr(row.content, section.name)
    kept = [text for text in lines if entry_key(row, text) != key]
    # The row is locked: what was read just now is current, whatever the other lines were when the
    # form was opened.
    manual_edits.edit_section(
        row, section=section.name, value=kept, base=fingerprint(lines), editor=editor, tier=tier
    )
