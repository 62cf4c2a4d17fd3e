"""A founder's or staff member's note on a section or an item of an artifact, kept apart from its
content.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from artifacts.schemas.base import StrictModel
from artifacts.schemas.fields import LINE_MAX, Cleaned, ItemId

NOTE_MAX = 4_000


def _in_utc_unless_said(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Moment = Annotated[datetime, Field(strict=False), AfterValidator(_in_utc_unless_said)]
"""A time; one without a time zone is in UTC."""


class ArtifactAnnotation(StrictModel):
    """A section, a note and a time are enough: the id is then made from these, and the author stays
    empty.
    """

    id: Annotated[str, StringConstraints(max_length=64)] = ""
    section_id: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    item_id: ItemId | None = None
    note: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NOTE_MAX), Cleaned
    ]
    item_title: Annotated[str, StringConstraints(max_length=LINE_MAX), Cleaned] = ""
    """What the item was called when the note was last changed: all that is left of it once the item
    is gone.
    """
    author: Annotated[str, StringConstraints(max_length=254), Cleaned] = ""
    author_id: int | None = None
    by_support: bool = False
    """True if the author is not the founder; founders are not told who of the staff it was."""
    created_at: Moment
    edited_at: Moment | None = None
    resolved_at: Moment | None = None
    deleted_at: Moment | None = None

    @model_validator(mode="after")
    def _fill_id(self) -> Self:
        if not self.id:
            # Made from the note and not drawn: a stored note that has none is found under the same
            # id each time.
            said = (self.section_id, self.item_id or "", self.created_at.isoformat(), self.note)
            self.id = hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]
        return self
