"""What every format is made from: the documents of a project as one tier may read them.

Rule I-8 is kept here, once: a `Package` holds nothing that its tier does not open, so no format can
let it out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from artifacts.charts.pictures import PRINT, Pictures, draw
from artifacts.checker.findings import Location
from artifacts.checker.messages import full_place_text
from artifacts.documents.presentation import (
    DocumentView,
    ItemView,
    LinkedItem,
    SectionView,
    make_index,
    present_document,
)
from artifacts.documents.references import ReferenceIndex, Target, split
from artifacts.exporters.gaps import KnownGaps
from artifacts.exporters.sources import ExportSource
from artifacts.facts.schema import Facts
from artifacts.language import DEFAULT_LANGUAGE
from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents
from artifacts.schemas.base import FieldKind, Item, SectionKind
from artifacts.schemas.marks import Mark
from artifacts.summary.one_page import OnePage, one_page
from artifacts.tiers import Tier

_PARAGRAPH = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A piece of a text; `target` is where it leads, and None if it is plain text or a mark."""

    text: str
    target: Target | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One document of the package."""

    view: DocumentView
    version: int
    date: datetime
    content: Mapping[str, Any]
    """The readable sections as the schema stores them."""

    @property
    def type(self) -> ArtifactType:
        return self.view.artifact_type

    @property
    def state(self) -> str:
        """16 hex digits for the readable text, so that a file can tell whether that has changed
        since.
        """
        text = json.dumps(self.content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def title(self) -> str:
        return self.view.title

    @property
    def purpose(self) -> str:
        return self.view.purpose

    @property
    def language(self) -> str:
        return self.view.language

    @property
    def sections(self) -> tuple[SectionView, ...]:
        """The sections that have something in them."""
        return tuple(section for section in self.view.sections if not section.is_empty)

    def items(self) -> Iterator[tuple[SectionView, ItemView]]:
        for section in self.sections:
            if section.section.kind is SectionKind.ITEMS:
                for item in section.value:
                    yield section, item


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that an export says. `is_single` where it is one document and not the whole."""

    project_name: str
    tier: Tier
    chapters: tuple[Chapter, ...]
    index: ReferenceIndex
    anchors: frozenset[tuple[ArtifactType, str]]
    """Every section and item that can be linked to."""
    pictures: Pictures
    """Of all that the reader may read; a chapter has those that stand in its document."""
    is_single: bool
    gaps: KnownGaps | None = None
    """What the checker finds in it, where the reader asked for that."""
    project_id: str = ""
    facts: Facts = field(default_factory=Facts)
    """What the founder told us, where the format hands it over."""
    summary: OnePage | None = None
    """The package on one page, where the format begins with it."""

    @property
    def date(self) -> datetime:
        return max(chapter.date for chapter in self.chapters)

    @property
    def language(self) -> str:
        """The language of the words around the documents: that of the first one."""
        return self.chapters[0].language if self.chapters else DEFAULT_LANGUAGE

    def leads_inside(self, target: Target) -> bool:
        """Return whether `target` is written in this package, so that it can be linked to."""
        return (target.artifact_type, target.anchor) in self.anchors

    def spans(self, text: str) -> Iterator[TextSpan]:
        """Yield `text` in pieces: pointers as words with their target where the package has it, and
        marks as words.
        """
        for piece in split(text):
            if piece.mark:
                yield TextSpan(self.index.mark_text(piece.mark), mark=piece.mark)
            elif piece.pointer:
                yield self.span(piece.pointer)
            else:
                yield TextSpan(piece.text)

    def span(self, pointer: str) -> TextSpan:
        target = self.index.find(pointer)
        if target is None:
            return TextSpan(pointer.rpartition(".")[2].replace("_", " "))
        return TextSpan(target.label, target if self.leads_inside(target) else None)

    def linked(self, link: LinkedItem) -> TextSpan:
        return self.span(link.item_id)

    def place(self, place: Location) -> TextSpan:
        """Return the words for a place, leading to it, or else to its section, where the package
        has them.
        """
        for anchor, item_id in ((place.anchor, place.item_id), (place.section, "")):
            if (place.artifact_type, anchor) in self.anchors:
                return TextSpan(
                    full_place_text(place), Target(place.artifact_type, anchor, "", item_id)
                )
        return TextSpan(full_place_text(place))

    def plain_text(self, text: str) -> str:
        """Return `text` with its pointers and marks as words."""
        return "".join(span.text for span in self.spans(text))


def make_package(
    project_name: str,
    sources: Mapping[ArtifactType, ExportSource],
    tier: Tier,
    only: Collection[ArtifactType] | None,
    gaps: KnownGaps | None = None,
    project_id: str = "",
    facts: Facts | None = None,
    summed_up: Facts | None = None,
    start: date | None = None,
) -> Package:
    """Return what `tier` may read of `sources`, in order; of all documents, or of those in
    `only`.

    `facts` go with the package as they are; of `summed_up`, only what the documents tell stands in
    its summary. `start` is the day from which the weeks of the plan count, where that is known.
    """
    index = _index(sources, tier)
    wanted = _in_order(sources, only)
    chapters = tuple(_chapter(kind, source, index, tier) for kind, source in wanted.items())
    is_single = only is not None and len(only) == 1
    return Package(
        project_name,
        tier,
        chapters,
        index,
        pictures=draw(_contents(sources), tier, start, PRINT),
        anchors=frozenset(anchor for chapter in chapters for anchor in _anchors(chapter)),
        is_single=is_single,
        gaps=gaps and gaps.visible_to(tier, only),
        project_id=project_id,
        facts=facts or Facts(),
        summary=None if is_single else _summary(wanted, summed_up, tier, index),
    )


def lines(text: str) -> list[str]:
    """Return the paragraphs of a text; a line of its own is one too."""
    return [line for part in _PARAGRAPH.split(text) if (line := part.strip())]


def _in_order(
    sources: Mapping[ArtifactType, ExportSource], only: Collection[ArtifactType] | None
) -> dict[ArtifactType, ExportSource]:
    return {
        artifact_type: sources[artifact_type]
        for artifact_type in GENERATION_ORDER
        if artifact_type in sources and (only is None or artifact_type in only)
    }


def _index(sources: Mapping[ArtifactType, ExportSource], tier: Tier) -> ReferenceIndex:
    superseded = {artifact_type: source.superseded for artifact_type, source in sources.items()}
    return make_index(_contents(sources), tier, superseded)


def _contents(sources: Mapping[ArtifactType, ExportSource]) -> Contents:
    return {artifact_type: source.content for artifact_type, source in sources.items()}


def _summary(
    sources: Mapping[ArtifactType, ExportSource],
    facts: Facts | None,
    tier: Tier,
    index: ReferenceIndex,
) -> OnePage | None:
    if facts is None or not sources:
        return None
    today = max(source.date for source in sources.values()).date()
    return one_page(facts, _contents(sources), tier, index, today=today)


def _chapter(
    artifact_type: ArtifactType, source: ExportSource, index: ReferenceIndex, tier: Tier
) -> Chapter:
    view = present_document(artifact_type, source.content, index, tier)
    readable = {section.section.name for section in view.sections}
    content = source.content.model_dump(
        mode="json", include={"schema_version", "language", *readable}
    )
    for section in source.content.access(tier).readable:
        if section.item_class and content[section.name]:
            _drop_hidden_links(content[section.name], section.item_class, index)
    return Chapter(view, source.version, source.date, content)


def _drop_hidden_links(
    items: list[dict[str, Any]], item_class: type[Item], index: ReferenceIndex
) -> None:
    names = [declared.name for declared in item_class.fields() if declared.kind is FieldKind.LINKS]
    for item in items:
        for name in names:
            item[name] = [item_id for item_id in item[name] if not index.hides(item_id)]


def _anchors(chapter: Chapter) -> Iterator[tuple[ArtifactType, str]]:
    for section in chapter.sections:
        yield chapter.type, section.section.name
    for _, item in chapter.items():
        yield chapter.type, item.id
