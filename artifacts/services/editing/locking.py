"""The beginning of every change by hand: lock the row, and make sure that it is not being
generated.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction

from artifacts.exceptions import DocumentLocked, ProjectDeleted, SectionLocked
from artifacts.models import Artifact, User
from artifacts.models.compiled import CompiledQuery, Parameter
from artifacts.models.stored import Edit
from artifacts.schemas.base import Section
from artifacts.schemas.fingerprints import fingerprint
from artifacts.tiers import Tier

__all__ = [
    "fingerprint",
    "lock_artifact",
    "lock_editable",
    "lock_idle",
    "readable_section",
    "signed_edit",
]


@contextmanager
def lock_artifact(artifact: Artifact) -> Iterator[Artifact]:
    """Yield the artifact as it is stored now, locked until the block ends.

    Raises ProjectDeleted.
    """
    with transaction.atomic():
        rows = _LOCKED.rows(artifact=artifact.pk)
        if not rows:
            raise ProjectDeleted
        yield rows[0]


_LOCKED = CompiledQuery(
    lambda: (
        Artifact.objects.filter(
            pk=Parameter("artifact", Artifact._meta.pk), project__deleted_at=None
        )
        .select_related("project")
        .locked()
    )
)


@contextmanager
def lock_idle(artifact: Artifact) -> Iterator[Artifact]:
    """The same for a document that is not being written, whatever is stored of it.

    Raises ProjectDeleted, DocumentLocked.
    """
    with lock_artifact(artifact) as row:
        if row.is_generating:
            raise DocumentLocked(row.type)
        yield row


@contextmanager
def lock_editable(artifact: Artifact) -> Iterator[Artifact]:
    """The same for a document with text that is not being written.

    Raises ProjectDeleted, DocumentLocked or SectionLocked.
    """
    with lock_idle(artifact) as row:
        if row.content is None:
            raise SectionLocked
        yield row


def readable_section(artifact: Artifact, name: str, tier: Tier) -> Section:
    """Return the section that a reader of `tier` means by `name`.

    Raises SectionLocked if there is none for it.
    """
    for section in artifact.type.content_class.access(tier).readable:
        if section.name == name:
            return section
    raise SectionLocked


def signed_edit(row: Artifact, generated: Any, editor: User, *, now: datetime) -> Edit:
    """Return the edit that `editor` makes in `row`, of a section that was `generated`.

    Anybody but the project's founder is support.
    """
    is_support = editor.pk != row.project.owner_id
    return Edit(generated, at=now, by=editor.get_username(), by_id=editor.pk, by_support=is_support)
