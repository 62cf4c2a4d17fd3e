"""Accept what we suggested: an ordinary edit of the founder's that takes one mark out of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from artifacts.exceptions import ItemGone, SectionLocked, StaleUpdate
from artifacts.models import Artifact, User
from artifacts.schemas import ArtifactContent
from artifacts.schemas.marks import Mark, remove_mark
from artifacts.services.editing.locking import fingerprint, readable_section
from artifacts.services.editing.manual_edits import change_item, edit_section
from artifacts.tiers import Tier


@dataclass(frozen=True, slots=True)
class MarkAddress:
    """Where a mark stands in a document, as the value of a button.

    What does not apply is empty or 0.
    """

    section: str
    item_id: str
    field: str
    entry: int
    """The place of a line in its list, counted from 0."""
    number: int
    """The place of the mark among those of its text, counted from 0."""
    base: str
    """The fingerprint of the item, or of the section's value where it has no items."""

    def __str__(self) -> str:
        return "/".join(
            (self.section, self.item_id, self.field, str(self.entry), str(self.number), self.base)
        )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the address that `text` spells. Raises ValueError."""
        section, item_id, field, entry, number, base = text.split("/")
        return cls(section, item_id, field, int(entry), int(number), base)


@dataclass(frozen=True, slots=True)
class MarkBases:
    """The fingerprints of what a page shows, for the addresses of its marks."""

    content: ArtifactContent

    def of(self, section: str, item_id: str) -> str:
        value = getattr(self.content, section)
        return fingerprint(next(item for item in value if item.id == item_id) if item_id else value)


@dataclass(frozen=True, slots=True)
class ItemBase:
    """The fingerprint of one item that a page shows, for the addresses of its marks."""

    base: str

    def of(self, section: str, item_id: str) -> str:
        return self.base


def accept_mark(artifact: Artifact, address: MarkAddress, *, editor: User, tier: Tier) -> None:
    """Take the suggestion mark at `address` out of its text.

    Raises StaleUpdate where the text is not the one that the editor saw, ItemGone, SectionLocked,
    DocumentLocked or ProjectDeleted, and has changed nothing then.
    """
    section = readable_section(artifact, address.section, tier).name
    if artifact.content is None:
        raise SectionLocked
    value = getattr(artifact.content, section)
    if not address.item_id:
        accepted = _without(value, address)
        edit_section(
            artifact, section=section, value=accepted, base=address.base, editor=editor, tier=tier
        )
        return
    item = next((item for item in value or () if getattr(item, "id", "") == address.item_id), None)
    if item is None:
        raise ItemGone(address.item_id)
    accepted = _without(getattr(item, address.field, None), address)
    change_item(
        artifact,
        section=section,
        item_id=address.item_id,
        values={address.field: accepted},
        base=address.base,
        editor=editor,
        tier=tier,
    )


def _without(value: object, address: MarkAddress) -> str | list[str]:
    try:
        if isinstance(value, str):
            return remove_mark(value, address.number, Mark.SUGGESTED)
        if isinstance(value, Sequence) and 0 <= address.entry < len(value):
            accepted = remove_mark(str(value[address.entry]), address.number, Mark.SUGGESTED)
            return [*value[: address.entry], accepted, *value[address.entry + 1 :]]
    except LookupError:
        pass
    raise StaleUpdate
