"""Go back: to what was generated before an edit, or to the previous version."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from artifacts.documents.identity import without_clashes
from artifacts.documents.retired import ids_given, record_retired
from artifacts.exceptions import EditConflict, NothingToRestore, StaleUpdate
from artifacts.models import Artifact, User
from artifacts.models.artifact import ROTATED
from artifacts.models.stored import dump_edits
from artifacts.schemas.base import Section
from artifacts.services.editing.locking import fingerprint, lock_editable, readable_section
from artifacts.services.editing.storing import save_content, store_section
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)


def revert_section(
    artifact: Artifact, *, section: str, editor: User, tier: Tier, base: str | None = None
) -> Artifact:
    """Put back what was generated in the place of the founder's edit of a section.

    `base` is the fingerprint of the edited value that the editor saw; None if nobody was shown
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
        store_section(row, declared, generated, editor)
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

    `base` is the fingerprint of the value that the editor saw, and that is replaced; None if
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
        store_section(row, declared, _kept_apart(row, declared, value), editor)
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
        save_content(row, *ROTATED, *ROTATED.values())
        logger.info(
            "Restored version %s of artifact %s by user %s", row.content_version, row.pk, editor.pk
        )
    return row


def _kept_apart(row: Artifact, section: Section, value: Any) -> Any:
    assert row.content is not None
    return without_clashes(row.content, section, value, ids_given(row.content, row.retired_items))
