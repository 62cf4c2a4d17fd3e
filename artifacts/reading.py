"""A document as the readers of one tier may see it: what pages, exports and the admin show, and nothing behind it.

What the tier does not open is not in here, but for the titles and purposes of the locked sections.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from artifacts.coherence.references import ReferenceIndex, Target, pointers
from artifacts.coherence.superseded import Superseded
from artifacts.schemas import ArtifactContent, ArtifactType, Contents
from artifacts.schemas.base import NOT_GIVEN, FieldKind, Item, ItemField, Section, SectionKind, Unit
from artifacts.tiers import Tier


@dataclass(frozen=True, slots=True)
class LinkedItem:
    """An id that another item points at, and where it leads; `target` is None where this reader cannot follow."""

    item_id: str
    target: Target | None


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of an item that has something in it, or a choice that nobody has made."""

    field: ItemField
    value: Any

    @property
    def words(self) -> str:
        """The value as it is read by itself: "5 weeks" where it counts something."""
        return NOT_GIVEN if self.value is None else _amount(self.value, self.field.unit)

    @property
    def level(self) -> str:
        """The field's value where it is one of high, medium and low."""
        return self.value or "" if self.field.choices == ("high", "medium", "low") else ""


@dataclass(frozen=True, slots=True)
class ItemView:
    id: str
    title: str
    noun: str
    fields: tuple[FieldView, ...]

    def of_kind(self, *kinds: FieldKind) -> tuple[FieldView, ...]:
        return tuple(view for view in self.fields if view.field.kind in kinds)

    @property
    def number(self) -> int | None:
        """The place in its list, of an item whose place is part of what it says."""
        return next((view.value for view in self.of_kind(FieldKind.NUMBER) if view.field.computed), None)

    @property
    def badges(self) -> tuple[FieldView, ...]:
        return tuple(view for view in self.of_kind(FieldKind.CHOICE, FieldKind.NUMBER) if not view.field.computed)

    @property
    def texts(self) -> tuple[FieldView, ...]:
        return self.of_kind(FieldKind.TEXT)

    @property
    def lines(self) -> tuple[FieldView, ...]:
        return self.of_kind(FieldKind.LINES)

    @property
    def links(self) -> tuple[FieldView, ...]:
        return self.of_kind(FieldKind.LINKS)


@dataclass(frozen=True, slots=True)
class SectionView:
    section: Section
    value: Any
    """A text, a list of texts, a number, or tuples of ItemView or LinkedItem, as `section.kind` says."""

    @property
    def is_empty(self) -> bool:
        return not self.value

    @property
    def amount(self) -> str:
        """The value of a section that is a number, with its unit: "8 weeks"; empty where there is none."""
        return _amount(self.value, self.section.unit)


@dataclass(frozen=True, slots=True)
class DocumentView:
    artifact_type: ArtifactType
    tier: Tier
    sections: tuple[SectionView, ...]
    locked: tuple[Section, ...]


def _amount(value: Any, unit: Unit | None) -> str:
    if value is None:
        return ""
    return unit.amount(value, ngettext) if unit else str(value)


def make_index(contents: Contents, tier: Tier, superseded: Superseded) -> ReferenceIndex:
    """Return where the pointers in `contents` lead a reader of `tier`, and what the items were that are gone."""
    return ReferenceIndex(contents, tier, superseded, taken_out=gettext("taken out"), forms=ngettext)


def read_document(
    artifact_type: ArtifactType, content: ArtifactContent, index: ReferenceIndex, tier: Tier
) -> DocumentView:
    """Return what a reader of `tier` may see of `content`. `index` must have been made for the same tier."""
    access = content.access(tier)
    values = content.readable(tier)
    sections = tuple(SectionView(s, _section_value(s, values[s.name], index)) for s in access.readable)
    return DocumentView(artifact_type, tier, sections, access.locked)


def previews(document: DocumentView, index: ReferenceIndex) -> list[Target]:
    """Return every target that `document` leads to, once each, with the beginning of what is written there."""
    found = (index.find(pointer) for section in document.sections for pointer in _pointers(section.value))
    return [index.preview(target) for target in dict.fromkeys(found) if target and not target.is_gone]


def _pointers(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield from pointers(value)
        case LinkedItem():
            yield value.item_id
        case FieldView():
            yield from _pointers(value.value)
        case ItemView():
            yield from _pointers((value.title, *value.fields))
        case tuple() | list():
            for entry in value:
                yield from _pointers(entry)


def summary(content: ArtifactContent, tier: Tier) -> str:
    """Return a line that says what the document says: the start of its lead section, or what that consists of."""
    section = content.section(content.lead)
    value = content.readable(tier).get(content.lead)
    if section is None or not value:
        return gettext(content.purpose)
    if section.kind is SectionKind.ITEMS:
        return " · ".join(item.label for item in value)
    return str(value if section.kind is SectionKind.PROSE else value[0])


def _section_value(section: Section, value: Any, index: ReferenceIndex) -> Any:
    if not value:
        return value
    if section.kind is SectionKind.ITEMS:
        return tuple(_item_view(item, index) for item in value)
    if section.kind is SectionKind.ITEM_IDS:
        return tuple(LinkedItem(item_id, index.find(item_id)) for item_id in value)
    return value


def _item_view(item: Item, index: ReferenceIndex) -> ItemView:
    return ItemView(item.id, item.label, item.noun, tuple(_field_views(item, index)))


def _field_views(item: Item, index: ReferenceIndex) -> Iterator[FieldView]:
    for field in item.fields():
        value = getattr(item, field.name)
        if field.kind is FieldKind.TITLE:
            continue
        if field.kind is FieldKind.LINKS:
            value = tuple(LinkedItem(item_id, index.find(item_id)) for item_id in value if not index.hides(item_id))
        if value or field.kind is FieldKind.CHOICE:
            yield FieldView(field, value)
