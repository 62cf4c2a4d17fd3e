"""What a runner is told of the document as it is, where that document is written again."""

from __future__ import annotations

from collections.abc import Iterable

from artifacts.documents.identity import rename_items
from artifacts.exceptions import WishTooLong
from artifacts.models import Artifact
from artifacts.runners.prompts import Rewriting
from artifacts.schemas import ArtifactContent
from artifacts.text import clean_text

WISH_MAX = 1_000
"""Characters of a founder's wish for a new version."""


def clean_wish(text: str) -> str:
    """Return a wish as it is stored. Raises WishTooLong."""
    wish = clean_text(text).strip()
    if len(wish) > WISH_MAX:
        raise WishTooLong(len(wish), WISH_MAX)
    return wish


def rewriting_of(
    artifact: Artifact,
    rows: Iterable[Artifact],
    *,
    wish: str = "",
    standing: Iterable[Artifact] = (),
) -> Rewriting:
    """Return what is said of `artifact` as it is; `rows` are the documents of its project.

    `standing` are those that stay as they are, so that the new version must not break them.
    """
    content = artifact.content
    if content is None:
        return Rewriting(wish=wish)
    later = [
        row.content for row in rows if row.type in artifact.type.later and row.content is not None
    ]
    stay = {row.type: row.content for row in standing if row.content is not None}
    return Rewriting(
        content,
        used_ids=_used(content, later),
        notes=_open_notes(artifact),
        wish=wish,
        standing=stay,
    )


def _used(content: ArtifactContent, later: Iterable[ArtifactContent]) -> frozenset[str]:
    """Return the ids of the items of `content` that a `later` document names in a link or a
    text.
    """
    named: set[str] = set()

    def note(pointer: str) -> str:
        named.add(pointer)
        return pointer

    for other in later:
        rename_items(other.model_dump(mode="json"), note)
    return frozenset(item.id for _, item in content.items() if item.id in named)


def _open_notes(artifact: Artifact) -> tuple[tuple[str, str], ...]:
    """Return what was noted and neither settled nor deleted, in the order in which it was
    written.
    """
    notes = [
        note for note in artifact.notes if note.resolved_at is None and note.deleted_at is None
    ]
    notes.sort(key=lambda note: note.created_at)
    return tuple((note.item_id or note.section_id, note.note) for note in notes)
