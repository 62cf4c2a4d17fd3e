"""What tells the pictures of one content from those of another, without drawing them."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.schemas import ArtifactContent
from artifacts.schemas.base import FieldKind
from artifacts.schemas.shared import made_of
from artifacts.tiers import Tier

_NOT_DRAWN = (FieldKind.TITLE, FieldKind.TEXT, FieldKind.LINES)


def drawn_from(content: ArtifactContent, tier: Tier) -> str:
    """Return, as text, what pictures show a reader of `tier` of a content: of its items the label,
    and no text.
    """
    return made_of(content, "pictures", tier, lambda: repr(list(_told(content, tier))))


def _told(content: ArtifactContent, tier: Tier) -> Iterator[tuple[object, ...]]:
    for _, item in content.items(content.access(tier).readable):
        drawn = (field.name for field in item.fields() if field.kind not in _NOT_DRAWN)
        yield item.id, item.label, *(getattr(item, name) for name in drawn)
