"""What names the text of a document on its founder's page: all that any of its sections is made
of, without making them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language

from artifacts.documents.presentation import read_by
from artifacts.documents.references import ReferenceIndex
from artifacts.models import Artifact, User
from artifacts.schemas import ArtifactContent
from artifacts.services.documents.kept import kept_key
from artifacts.services.documents.notes import PlacedNotes


@dataclass(frozen=True, slots=True)
class ReadBeside:
    """What a text shows besides what was written: where its items rest on tests, notes, and
    what can be done there.
    """

    notes: PlacedNotes
    notes_of: str
    deleted_note: object
    resting: Mapping[tuple[str, str], Any]
    can_edit: bool


def text_key(
    artifact: Artifact,
    content: ArtifactContent,
    index: ReferenceIndex,
    reader: User,
    beside: ReadBeside,
) -> str:
    """Return the key of what a founder reads of `content`; `index` is of the founder's tier."""
    tier = reader.get_tier()
    read = read_by(content, tier)
    return kept_key(
        "text",
        reader.pk,
        tier.value,
        get_language(),
        get_current_timezone_name(),
        artifact.project_id,
        artifact.artifact_type,
        read.digest,
        index.wording,
        index.reach(read.names),
        sorted((name, repr(edit)) for name, edit in artifact.edits.items()),
        sorted((place, repr(found)) for place, found in beside.resting.items()),
        sorted((place, repr(found)) for place, found in beside.notes.placed.items()),
        beside.notes_of,
        repr(beside.deleted_note),
        beside.can_edit,
    )
