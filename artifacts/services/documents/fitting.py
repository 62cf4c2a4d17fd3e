"""Say that a document still fits although something has changed since it was written."""

from __future__ import annotations

import logging

from django.utils import timezone

from artifacts.exceptions import StaleUpdate
from artifacts.models import Artifact, User
from artifacts.models.stored import StillFits
from artifacts.services.documents.status import changed_under, fits_base
from artifacts.services.editing.locking import lock_editable

logger = logging.getLogger(__name__)


def confirm_fits(artifact: Artifact, *, base: str, editor: User) -> Artifact:
    """Note that the current version still fits what has changed, and return the row.

    It is no longer out of date then, until something changes again. `base` is the one of the
    changes that the editor saw (`DocumentStatus.base`). Raises StaleUpdate, DocumentLocked,
    SectionLocked, ProjectDeleted.
    """
    with lock_editable(artifact) as row:
        changed, fits = changed_under(row.project, row, row.project.documents())
        if not changed and fits:
            return row  # sent twice
        if not changed or fits_base(row, changed) != base:
            raise StaleUpdate
        _store(
            row,
            StillFits(
                version=row.content_version,
                inputs={**fits, **changed},
                at=timezone.now(),
                by=editor.get_username(),
                by_id=editor.pk,
                by_support=editor.pk != row.project.owner_id,
            ),
        )
        logger.info("Artifact %s still fits, by user %s", row.pk, editor.pk)
    return row


def withdraw_fits(artifact: Artifact, *, editor: User) -> Artifact:
    """Take that word back: what has changed counts again. Raises as `confirm_fits`."""
    with lock_editable(artifact) as row:
        if row.fitting:
            _store(row, None)
            logger.info("Artifact %s may no longer fit, by user %s", row.pk, editor.pk)
    return row


def _store(row: Artifact, word: StillFits | None) -> None:
    row.still_fits = word.dump() if word else {}
    row.save(update_fields=["still_fits", "updated_at"])
