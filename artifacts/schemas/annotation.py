"""A founder's or staff member's note on a section or an item of an artifact, kept apart from its content."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from artifacts.schemas.base import LINE_MAX, Cleaned, ItemId, StrictModel

NOTE_MAX = 4_000

Moment = Annotated[datetime, Field(strict=False)]


class ArtifactAnnotation(StrictModel):
    id: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    section_id: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    item_id: ItemId | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NOTE_MAX), Cleaned]
    item_title: Annotated[str, StringConstraints(max_length=LINE_MAX), Cleaned] = ""
    """What the item was called when the note was last changed: all that is left of it once the item is gone."""
    author: Annotated[str, StringConstraints(min_length=1, max_length=254), Cleaned]
    author_id: int | None = None
    by_support: bool = False
    """True where the author is not the founder; founders are not told who of the staff it was."""
    created_at: Moment
    edited_at: Moment | None = None
    resolved_at: Moment | None = None
    deleted_at: Moment | None = None
