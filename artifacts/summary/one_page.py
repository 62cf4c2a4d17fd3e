"""The one-page summary of a project, made from the facts and documents that one reader may see.

A text comes from the sections that the reader's tier opens. A fact is shown to its founder; to
others only where a text that is open to them says it, because what was left out of the documents
was left out on purpose. What nobody knows yet is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from artifacts.charts.pictures import LEVELS, gravest_risks
from artifacts.document_types.brief.schema import Assumption, ProductBriefContent
from artifacts.document_types.risk_log.schema import Risk
from artifacts.documents.labels import field_in, in_language, marks_legend, value_in
from artifacts.documents.references import ReferenceIndex, Target, pointers
from artifacts.facts.schema import Facts
from artifacts.facts.sum_cards import SumCard, sum_cards
from artifacts.language import DEFAULT_LANGUAGE
from artifacts.schemas import ArtifactContent, ArtifactType, Contents
from artifacts.schemas.base import FieldKind, Item, ItemField, Section
from artifacts.schemas.marks import Mark, marks_in
from artifacts.schemas.shared import made_of
from artifacts.summary import answers
from artifacts.summary.answers import NOTE_MAX, PageEntry
from artifacts.summary.reader import PageReader, readable_texts
from artifacts.summary.told import ToldText
from artifacts.tiers import Tier

ITEMS_MAX = 3
SUMS_MAX = 4
TITLE_MAX = 110
"""Characters of an item's title."""

_SHOWN_AS_LEVELS = frozenset({"severity", "likelihood"})
_BASES = ("guess", "inferred", "answer")
"""From what rests on least to what rests on most."""


@dataclass(frozen=True, slots=True)
class PageBadge:
    label: str
    value: str
    level: str
    """high, medium or low where that is worse or better to have, else empty."""


@dataclass(frozen=True, slots=True)
class PageItem:
    """A risk or an assumption."""

    target: Target
    title: str
    note: str
    badges: tuple[PageBadge, ...]


@dataclass(frozen=True, slots=True)
class OnePage:
    """The page, in the language of the documents."""

    language: str
    headings: Mapping[str, str]
    texts: tuple[PageEntry, ...]
    """Problem and offer."""
    figures: tuple[PageEntry, ...]
    """For whom, at what price, by when, and how we know that it works."""
    sums: tuple[SumCard, ...]
    risks: tuple[PageItem, ...]
    assumptions: tuple[PageItem, ...]
    questions: tuple[str, ...]
    legend: str

    def lines(self) -> Iterator[str]:
        """Yield every text that may have pointers."""
        for entry in (*self.texts, *self.figures):
            yield from (entry.text, entry.note)
        for item in (*self.risks, *self.assumptions):
            yield from (item.title, item.note)
        yield from self.questions


def one_page(
    facts: Facts,
    contents: Contents,
    tier: Tier,
    index: ReferenceIndex,
    *,
    today: date,
    is_founder: bool = False,
    language: str = "",
) -> OnePage | None:
    """Return the page for a reader of `tier` who may open `contents`; None if it would be empty.

    `index` must have been made from the same for the same tier. Weeks are counted from `today`.
    """
    language = language or next((c.language for c in contents.values()), DEFAULT_LANGUAGE)
    told = None if is_founder else ToldText(readable_texts(contents, tier), language, today)
    reader = PageReader(facts, contents, tier, index, today, told)
    with in_language(language):
        page = _made(reader, language)
    is_empty = not (page.texts or page.figures or page.risks or page.assumptions)
    return None if is_empty else page


def contents_told(
    contents: Contents, tier: Tier, index: ReferenceIndex
) -> tuple[list[Any], list[Any]]:
    """Return, as plain values, what tells all that a founder's page shows of `contents` from
    others, without making the page.
    """
    shown, names = [], []
    for artifact_type, content in contents.items():
        make = partial(_shown_of, artifact_type, content, tier)
        told = made_of(content, "told of one page", tier, make)
        shown.append((artifact_type.value, *told))
        names += told[-1]
    return shown, index.reach(names)


def _shown_of(
    artifact_type: ArtifactType, content: ArtifactContent, tier: Tier
) -> tuple[str, str, list[str]]:
    """Return the language of a content, what the page may show of it, and what that points at.

    Of items that the page does not list, the index tells what leads to them.
    """
    answers_from = isinstance(content, answers.READ)
    sections = {section.name: section for section in content.access(tier).readable}
    shown = content.model_dump_json(
        include={
            name for name, one in sections.items() if _is_shown(one, answers_from=answers_from)
        },
        # Which the page leaves to the document.
        exclude={
            name: {"__all__": {"description"}}
            for name, one in sections.items()
            if one.item_class is not None and issubclass(one.item_class, Risk)
        },
    )
    names = [f"{artifact_type.value}.{name}" for name in sections] if answers_from else []
    return content.language, shown, [*names, *pointers(shown)]


def _is_shown(section: Section, *, answers_from: bool) -> bool:
    if section.item_class is None:
        return answers_from
    return issubclass(section.item_class, Risk | Assumption)


def _made(reader: PageReader, language: str) -> OnePage:
    texts, figures = tuple(answers.texts(reader)), tuple(answers.figures(reader))
    cards = [
        card
        for card in sum_cards(reader.facts, today=reader.today)
        if all(reader.knows(part.value) for part in card.parts)
    ]
    risks, assumptions = tuple(_risks(reader)), tuple(_assumptions(reader))
    questions = tuple(
        reader.excerpt(question, NOTE_MAX)
        for question in (reader.section(ProductBriefContent, "open_questions") or ())[:ITEMS_MAX]
    )
    said = [Mark.COMPUTED.code] if cards else []
    for entry in (*texts, *figures):
        said += [entry.text, entry.note]
    for item in (*risks, *assumptions):
        said += [item.title, item.note]
    return OnePage(
        language,
        _headings(language),
        texts,
        figures,
        tuple(cards[:SUMS_MAX]),
        risks,
        assumptions,
        questions,
        marks_legend(_marks(said), language, own=reader.told is None),
    )


def _marks(said: Iterable[str]) -> list[Mark]:
    found = {mark for words in said for mark in marks_in(words)}
    return [mark for mark in Mark if mark in found]


@cache
def _headings(language: str) -> Mapping[str, str]:
    with in_language(language):
        return {
            "page": _("On one page"),
            "sums": _("What follows"),
            "risks": _("What could stop us"),
            "assumptions": _("What we only assume"),
            "questions": _("What we do not know yet"),
        }


def _risks(reader: PageReader) -> Iterator[PageItem]:
    items = {item.id: item for _type, item in reader.items()}
    for risk in gravest_risks(reader.contents, reader.tier)[:ITEMS_MAX]:
        item = items[risk.target.item_id]
        note = reader.excerpt(str(getattr(item, "mitigation", "")), NOTE_MAX)
        yield _page_item(reader, risk.target, item, note, ("severity", "likelihood"))


def _assumptions(reader: PageReader) -> Iterator[PageItem]:
    found = [
        (artifact_type, item)
        for artifact_type, item in reader.items()
        if isinstance(item, Assumption)
    ]
    weakest = sorted(found, key=lambda placed: _strength(placed[1]))
    for artifact_type, item in weakest[:ITEMS_MAX]:
        target = Target(artifact_type, item.id, item.short_label, item.id)
        note = reader.excerpt(item.text, NOTE_MAX) if item.title else ""
        yield _page_item(reader, target, item, note, ("confidence", "basis"))


def _strength(item: Assumption) -> tuple[int, int]:
    return -LEVELS.index(item.confidence), _BASES.index(item.basis)


def _page_item(
    reader: PageReader, target: Target, item: Item, note: str, weighed_by: Iterable[str]
) -> PageItem:
    language = reader.contents[target.artifact_type].language
    title = reader.excerpt(item.heading, TITLE_MAX)
    return PageItem(target, title, note, tuple(_badges(item, weighed_by, language)))


def _badges(item: Item, names: Iterable[str], language: str) -> Iterator[PageBadge]:
    fields = _choices_of(type(item))
    for name in names:
        value = getattr(item, name)
        if value is not None:
            yield _badge(fields[name], value, language)


@cache
def _choices_of(item_class: type[Item]) -> dict[str, ItemField]:
    return {field.name: field for field in item_class.fields() if field.kind is FieldKind.CHOICE}


@cache
def _badge(field: ItemField, value: str, language: str) -> PageBadge:
    words = capfirst(value_in(field, value, language))
    level = value if field.name in _SHOWN_AS_LEVELS else ""
    return PageBadge(field_in(field, language).label, words, level)
