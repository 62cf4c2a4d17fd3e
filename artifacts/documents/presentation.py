"""A document as the readers of one tier may see it: what pages, exports and the admin show, and
nothing behind it.

What the tier does not open is not in here, but for the titles and purposes of the locked sections.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from django.utils.translation import gettext

from artifacts.documents.labels import (
    document_purpose,
    document_title,
    field_in,
    in_language,
    mark_label,
    plural_forms,
    section_in,
    taken_out,
    title_in_prose,
    unit_in,
    value_in,
    word_in,
)
from artifacts.documents.references import ReferenceIndex, Target, pointers
from artifacts.documents.retired import Superseded
from artifacts.language import DEFAULT_LANGUAGE
from artifacts.schemas import ArtifactContent, ArtifactType, Contents
from artifacts.schemas.base import FieldKind, Item, ItemField, Section, SectionAccess, SectionKind
from artifacts.schemas.marks import Mark, marks_in
from artifacts.schemas.shared import made_of
from artifacts.tiers import Tier


@dataclass(frozen=True, slots=True)
class LinkedItem:
    """An id that another item points at, and where it leads; `target` is None if this reader
    cannot follow.
    """

    item_id: str
    target: Target | None


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of an item that has something in it, or a choice that nobody has made."""

    field: ItemField
    """Its label is in the document's language."""
    value: Any
    display_value: str
    """A choice or a number as it reads on its own: "high", "5 weeks"."""

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
    language: str
    title_field: str = "title"

    def of_kind(self, *kinds: FieldKind) -> tuple[FieldView, ...]:
        return tuple(view for view in self.fields if view.field.kind in kinds)

    @property
    def number(self) -> int | None:
        """The place in its list, of an item whose place is part of what it says."""
        return next(
            (view.value for view in self.of_kind(FieldKind.NUMBER) if view.field.computed), None
        )

    @property
    def badges(self) -> tuple[FieldView, ...]:
        return tuple(
            view
            for view in self.of_kind(FieldKind.CHOICE, FieldKind.NUMBER)
            if not view.field.computed
        )

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
    """Its title and purpose are in the document's language."""
    value: Any
    """A text, a list of texts, a number, or tuples of ItemView or LinkedItem, as `section.kind`
    says.
    """
    language: str
    unit: str = ""
    """What a number counts, as it stands behind it."""

    @property
    def is_empty(self) -> bool:
        return not self.value

    @property
    def amount(self) -> str:
        """The value of a section that is a number, with its unit: "8 weeks"; empty if there is
        none.
        """
        if self.value is None:
            return ""
        return f"{self.value}\N{NO-BREAK SPACE}{self.unit}" if self.unit else str(self.value)


@dataclass(frozen=True, slots=True)
class Heading:
    """The name and title of a section."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a document, for a list of what is in it."""

    sections: tuple[Heading, ...]
    locked: tuple[Heading, ...]
    language: str


@dataclass(frozen=True, eq=False)
class DocumentView:
    """Its sections are made when they are asked for: a page that keeps them needs none."""

    artifact_type: ArtifactType
    tier: Tier
    language: str
    """What the document was written in: the language of its text, and of all labels in these
    views.
    """
    _readable: Mapping[str, Any]
    """The values of the sections that the reader may read: a view knows nothing of the others."""
    _index: ReferenceIndex
    names_locked: bool = True
    """Whether it says what it has for larger plans."""

    @cached_property
    def sections(self) -> tuple[SectionView, ...]:
        """Those that the reader may read."""
        return tuple(
            _section_view(section, self._readable[section.name], self._index, self.language)
            for section in self._access.readable
        )

    @property
    def _access(self) -> SectionAccess:
        return self.artifact_type.content_class.access(self.tier)

    @property
    def locked(self) -> tuple[Section, ...]:
        locked = self._access.locked if self.names_locked else ()
        return tuple(section_in(section, self.language) for section in locked)

    @property
    def title(self) -> str:
        return document_title(self.artifact_type, self.language)

    @property
    def purpose(self) -> str:
        return document_purpose(self.artifact_type, self.language)

    @property
    def outline(self) -> Outline:
        readable = self._access.readable
        sections = (section_in(section, self.language) for section in readable)
        return Outline(
            tuple(Heading(section.name, section.title) for section in sections),
            tuple(Heading(section.name, section.title) for section in self.locked),
            self.language,
        )

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The kinds of marks that stand in its text."""
        found = {
            mark
            for section in self.sections
            for text in texts_of(section.value)
            for mark in marks_in(text)
        }
        return tuple(mark for mark in Mark if mark in found)


def make_index(contents: Contents, tier: Tier, superseded: Superseded) -> ReferenceIndex:
    """Return where the pointers in `contents` lead a reader of `tier`, and what the items were that
    are gone.
    """
    language = next((content.language for content in contents.values()), DEFAULT_LANGUAGE)
    return ReferenceIndex(
        contents,
        tier,
        superseded,
        taken_out=taken_out(language),
        forms=plural_forms(language),
        section_title=title_in_prose,
        mark_text=partial(mark_label, language=language),
        wording=language,
    )


def present_document(
    artifact_type: ArtifactType, content: ArtifactContent, index: ReferenceIndex, tier: Tier
) -> DocumentView:
    """Return what a reader of `tier` may see of `content`.

    `index` must have been made for the same tier.
    """
    return DocumentView(artifact_type, tier, content.language, content.readable(tier), index)


@dataclass(frozen=True, slots=True)
class Read:
    """What tells all that one tier may read of a content from anything else, and what that points
    at.
    """

    digest: bytes
    names: tuple[str, ...]


def read_by(content: ArtifactContent, tier: Tier) -> Read:
    """Return what tells what a reader of `tier` may read of `content`."""
    return made_of(content, "read by", tier, lambda: _read_by(content, tier))


def _read_by(content: ArtifactContent, tier: Tier) -> Read:
    readable = content.access(tier).readable
    text = content.model_dump_json(include={section.name for section in readable})
    links = (
        item_id
        for _, item in content.items(readable)
        for field in item.fields()
        if field.kind is FieldKind.LINKS
        for item_id in getattr(item, field.name)
    )
    ids = (
        item_id
        for section in readable
        if section.kind is SectionKind.ITEM_IDS
        for item_id in getattr(content, section.name) or ()
    )
    told = f"{content.language}{text}".encode("utf-8", "surrogatepass")
    return Read(
        hashlib.blake2b(told, digest_size=16).digest(),
        tuple(dict.fromkeys([*pointers(text), *links, *ids])),
    )


def previews(document: DocumentView, index: ReferenceIndex) -> list[Target]:
    """Return every target that `document` leads to, once each, with the beginning of what is
    written there.
    """
    texts = (text for section in document.sections for text in texts_of(section.value))
    found = (index.find(pointer) for text in texts for pointer in pointers(text))
    return [
        index.preview(target) for target in dict.fromkeys(found) if target and not target.is_gone
    ]


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text in the value of a view; a link to an item is the pointer to it."""
    match value:
        case str():
            yield value
        case LinkedItem():
            yield f"[[{value.item_id}]]"
        case FieldView():
            yield from texts_of(value.value)
        case ItemView():
            yield from texts_of((value.title, *value.fields))
        case tuple() | list():
            for entry in value:
                yield from texts_of(entry)


def summary(content: ArtifactContent, tier: Tier) -> str:
    """Return a line that says what the document says: the start of its lead section, or what that
    consists of.
    """
    section = content.section(content.lead)
    value = content.readable(tier).get(content.lead)
    if section is None or not value:
        with in_language(content.language):
            return gettext(content.purpose)
    if section.kind is SectionKind.ITEMS:
        return " · ".join(item.label for item in value)
    return str(value if section.kind is SectionKind.PROSE else value[0])


def _section_view(
    section: Section, value: Any, index: ReferenceIndex, language: str
) -> SectionView:
    unit = unit_in(section.unit, value, language)
    return SectionView(
        section_in(section, language),
        _section_value(section, value, index, language),
        language,
        unit,
    )


def _section_value(section: Section, value: Any, index: ReferenceIndex, language: str) -> Any:
    if not value:
        return value
    if section.kind is SectionKind.ITEMS:
        return tuple(_item_view(item, index, language) for item in value)
    if section.kind is SectionKind.ITEM_IDS:
        return tuple(LinkedItem(item_id, index.find(item_id)) for item_id in value)
    return value


def _item_view(item: Item, index: ReferenceIndex, language: str) -> ItemView:
    fields = tuple(_field_views(item, index, language))
    return ItemView(
        item.id, item.heading, word_in(item.noun, language), fields, language, item.heading_field
    )


def _field_views(item: Item, index: ReferenceIndex, language: str) -> Iterator[FieldView]:
    for field in item.fields():
        value = getattr(item, field.name)
        if field.name == item.heading_field:
            continue
        if field.kind is FieldKind.TITLE:
            field = replace(field, kind=FieldKind.TEXT)  # noqa: PLW2901
        if field.kind is FieldKind.LINKS:
            value = tuple(
                LinkedItem(item_id, index.find(item_id))
                for item_id in value
                if not index.hides(item_id)
            )
        if value or field.kind is FieldKind.CHOICE:
            yield FieldView(field_in(field, language), value, value_in(field, value, language))
