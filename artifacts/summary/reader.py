"""Who the page is for, and what they may see of the facts and the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.documents.labels import unit_in
from artifacts.documents.references import ReferenceIndex, Target
from artifacts.facts.schema import Facts
from artifacts.schemas import ArtifactContent, ArtifactType, Contents
from artifacts.schemas.base import FieldKind, Item
from artifacts.summary.excerpts import excerpt
from artifacts.summary.told import ToldText
from artifacts.tiers import Tier

C = TypeVar("C", bound=ArtifactContent)


@dataclass(frozen=True, slots=True)
class PageReader:
    """The facts and documents of a project, and what one reader may see of them."""

    facts: Facts
    contents: Contents
    tier: Tier
    index: ReferenceIndex
    today: date
    told: ToldText | None
    """What the texts say that are open to them; None for the founder, who told the facts."""

    def knows(self, value: Any) -> bool:
        return self.told is None or self.told.tells(value)

    def may_ask(self) -> bool:
        """Return whether open questions are open to them too."""
        return self.told is None or self.document(ProductBriefContent) is not None

    def document(self, content_class: type[C]) -> C | None:
        return next((c for c in self.contents.values() if isinstance(c, content_class)), None)

    def section(self, content_class: type[ArtifactContent], name: str) -> Any:
        """Return the value of a section, or None if it is empty or not open to them."""
        content = self.document(content_class)
        return content.readable(self.tier).get(name) or None if content else None

    def target(self, content_class: type[ArtifactContent], name: str) -> Target | None:
        found = next((t for t in self.contents if t.content_class is content_class), None)
        return self.index.find(f"{found.value}.{name}") if found else None

    def excerpt(self, text: str, limit: int) -> str:
        return excerpt(text, limit, self.index)

    def items(self) -> Iterator[tuple[ArtifactType, Item]]:
        """Yield every item that is open to them with the document it stands in."""
        for artifact_type, content in self.contents.items():
            for _section, item in content.items(content.access(self.tier).readable):
                yield artifact_type, item


def readable_texts(contents: Contents, tier: Tier) -> Iterator[str]:
    """Yield every text that a reader of `tier` may read in `contents`."""
    for content in contents.values():
        for section in content.access(tier).readable:
            value = getattr(content, section.name)
            if isinstance(value, int):
                yield f"{value} {unit_in(section.unit, value, content.language)}"
            else:
                yield from _texts_in(value)


def _texts_in(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Item():
            for field in value.fields():
                if field.kind in (FieldKind.TITLE, FieldKind.TEXT, FieldKind.LINES):
                    yield from _texts_in(getattr(value, field.name))
        case list() | tuple():
            for entry in value:
                yield from _texts_in(entry)
