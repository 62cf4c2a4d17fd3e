"""Find words in a founder's own projects: names, ideas, answers, documents and notes.

Case and accents do not count. All words of a query must occur in the same place: one answer, one
section, one item, one note. Only what the founder's tier opens is read at all, so nothing behind a
gate can be found or shown.

The work is bounded: the newest MAX_PROJECTS projects are read, CHUNK at a time, until MAX_HITS
places are found. No index is kept: the text of a founder's projects is small, and where it stands
changes with every version.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, takewhile
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext

from artifacts.documents.labels import mark_label, section_in
from artifacts.documents.presentation import ItemView, SectionView, present_document
from artifacts.documents.references import ReferenceIndex
from artifacts.interview.questions import QUESTIONS
from artifacts.language import DOCUMENT_LANGUAGES
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import SectionKind
from artifacts.schemas.marks import Mark
from artifacts.services.documents.notes import placed_notes
from artifacts.text import clean_text, fold_spaces
from artifacts.tiers import Tier

QUERY_MAX = 200
MAX_WORDS = 8
MAX_HITS = 50
MAX_PROJECTS = 200
CHUNK = 50
SNIPPET = 180
MARKS_WEIGHED = 100


@dataclass(frozen=True, slots=True)
class HitPiece:
    """A stretch of text, with whether it is what was looked for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where all words occur.

    Which fields are set says what kind of place it is; all empty: the name.
    """

    title: str
    snippet: tuple[HitPiece, ...]
    artifact_type: ArtifactType | None = None
    anchor: str = ""
    item_id: str = ""
    is_note: bool = False
    language: str = ""
    """Of the document that the text stands in; empty for what its writer may have written in any
    language.
    """


@dataclass(frozen=True, slots=True)
class Found:
    project: Project
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Results:
    found: tuple[Found, ...] = ()
    has_more: bool = False
    """More than MAX_HITS places match."""
    is_partial: bool = False
    """There are more than MAX_PROJECTS projects, and the oldest were not looked at."""

    @property
    def total(self) -> int:
        return sum(len(found.hits) for found in self.found)


@dataclass(frozen=True, slots=True)
class _HitLocation:
    hit: Hit
    text: str
    heading: str = ""
    """The headings above the text; words may be found there too."""


def search(user: User, query: str) -> Results:
    """Return where the words of `query` occur in the projects of `user`, the newest project
    first.
    """
    words = query_words(query)
    if not words:
        return Results()
    projects = Project.objects.active().owned_by(user).prefetch_related(_contents())
    found: list[Found] = []
    room = MAX_HITS
    count = 0
    for count, project in enumerate(projects[: MAX_PROJECTS + 1].iterator(chunk_size=CHUNK), 1):
        if count > MAX_PROJECTS:
            break
        hits: list[Hit] = []
        for hit in _hits(project, words, user.get_tier()):
            if len(hits) == room:
                return Results(
                    (*found, *([Found(project, tuple(hits))] if hits else [])), has_more=True
                )
            hits.append(hit)
        if hits:
            found.append(Found(project, tuple(hits)))
            room -= len(hits)
    return Results(tuple(found), is_partial=count > MAX_PROJECTS)


def query_words(query: str) -> tuple[str, ...]:
    """Return the words of a query as they are compared, without repetition."""
    folded = (fold(word) for word in clean_text(query)[:QUERY_MAX].split())
    return tuple(dict.fromkeys(word for word in folded if word))[:MAX_WORDS]


def fold(text: str) -> str:
    """Return the form in which texts are searched: without case and without accents."""
    if text.isascii():
        return text.lower()
    # Decomposed before and after: some letters show their case only then, and folding can compose
    # again.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))


def highlight(text: str, words: tuple[str, ...], *, limit: int = SNIPPET) -> tuple[HitPiece, ...]:
    """Return the part of `text` in which most of `words` occur, in pieces, with each occurrence
    marked.
    """
    text = fold_spaces(text)
    marks = _marks(text, words)
    first = _fullest(text, marks, limit * 2 // 3)
    start = 0 if first < limit // 3 else _word_start(text, first - limit // 4)
    end = len(text) if len(text) <= start + limit else _word_end(text, start + limit)
    pieces = [HitPiece("… ")] if start else []
    at = start
    for mark_start, mark_end in marks:
        if mark_end <= start or mark_start >= end:
            continue
        pieces += [HitPiece(text[at:mark_start]), HitPiece(text[mark_start:mark_end], is_hit=True)]
        at = mark_end
    pieces += [HitPiece(text[at:end]), HitPiece(" …" if end < len(text) and at < len(text) else "")]
    return tuple(piece for piece in pieces if piece.text)


def _contents() -> Prefetch[Any]:
    columns = (
        "project",
        "artifact_type",
        "version_number",
        "schema_version",
        "current_content",
        "superseded_items",
        "annotations",
    )
    return Prefetch("artifacts", queryset=Artifact.objects.only(*columns).order_by("pk"))


def _hits(project: Project, words: tuple[str, ...], tier: Tier) -> Iterator[Hit]:
    for place in _places(project, words, tier):
        folded = fold(f"{place.heading}\n{place.text}")
        if all(word in folded for word in words):
            yield replace(place.hit, snippet=highlight(place.text, words))


def _places(project: Project, words: tuple[str, ...], tier: Tier) -> Iterator[_HitLocation]:
    """Yield every text of a project that this tier may read, with where it stands."""
    yield _HitLocation(Hit("", ()), project.name)
    yield _HitLocation(Hit("", (), anchor="idea"), project.idea)
    answers = project.get_answers()
    for question in QUESTIONS:
        yield _HitLocation(
            Hit(gettext(question.title), (), anchor=question.key), getattr(answers, question.key)
        )
    if _may_match(project, words):
        index = project.reference_index(tier)
        for artifact in project.documents():
            if artifact.content is not None:
                yield from _document_places(artifact, artifact.content, index, tier)


def _document_places(
    artifact: Artifact, content: ArtifactContent, index: ReferenceIndex, tier: Tier
) -> Iterator[_HitLocation]:
    kind = artifact.type
    notes = placed_notes(artifact, content, tier)
    language = content.language
    for view in present_document(kind, content, index, tier).sections:
        section = view.section
        if text := _section_text(view, index):
            yield _HitLocation(Hit(section.title, (), kind, section.name, language=language), text)
        for note in notes.on(section.name):
            yield _HitLocation(Hit(section.title, (), kind, section.name, is_note=True), note.note)
        for item in view.value or () if section.kind is SectionKind.ITEMS else ():
            title = index.plain_text(item.title)
            hit = Hit(title, (), kind, item.id, item.id, language=language)
            yield _HitLocation(hit, _item_text(item, index), title)
            for note in notes.on(section.name, item.id):
                yield _HitLocation(Hit(title, (), kind, item.id, item.id, is_note=True), note.note)
    for note in notes.tray:
        yield _HitLocation(Hit(note.item_title, (), kind, is_note=True), note.note)


def _section_text(view: SectionView, index: ReferenceIndex) -> str:
    if view.section.kind is SectionKind.PROSE:
        return index.plain_text(view.value or "")
    if view.section.kind is SectionKind.LINES:
        return "\n".join(index.plain_text(line) for line in view.value or ())
    return ""


def _item_text(item: ItemView, index: ReferenceIndex) -> str:
    lines = [line for field in item.lines for line in field.value]
    return "\n".join(index.plain_text(text) for text in (*(f.value for f in item.texts), *lines))


def _may_match(project: Project, words: tuple[str, ...]) -> bool:
    """Tell cheaply whether the documents of a project can have a match, before their content is
    read and validated.

    Looks at more than may be found: at all that is stored, and at the titles that a pointer in a
    text stands for.
    """
    documents = project.documents()
    if any(a.schema_version != a.type.content_class.current_version for a in documents):
        return True
    stored = "\n".join(
        text for a in documents for text in _texts([a.current_content, a.annotations])
    )
    titles = "\n".join(_declared_words())
    folded = fold(f"{stored}\n{titles}")
    return all(word in folded for word in words)


@cache
def _declared_words() -> tuple[str, ...]:
    """Return the words of ours that can stand in a text for a pointer or a mark, in every language
    of documents.
    """
    sections = [
        section
        for artifact_type in ArtifactType
        for section in artifact_type.content_class.sections()
    ]
    return tuple(
        words
        for language in DOCUMENT_LANGUAGES
        for words in (
            *(section_in(section, language).title for section in sections),
            *(mark_label(mark, language) for mark in Mark),
        )
    )


def _texts(stored: Any) -> Iterator[str]:
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, list | dict):
        for entry in stored.values() if isinstance(stored, dict) else stored:
            yield from _texts(entry)


def _marks(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where the words occur in `text`, without overlaps, in places of the text as it is
    written.
    """
    folded, origins = _fold_with_origins(text)
    # The longest first, so that of two words at the same place the longer is marked.
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    marks: list[tuple[int, int]] = []
    for match in re.finditer(pattern, folded):
        start, end = origins[match.start()], origins[match.end() - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if not marks or start >= marks[-1][1]:
            marks.append((start, end))
    return marks


def _fullest(text: str, marks: list[tuple[int, int]], width: int) -> int:
    """Return where the first stretch of `width` begins that has the most different words marked."""

    def count(place: int) -> int:
        end = marks[place][0] + width
        near = takewhile(lambda mark: mark[0] < end, islice(marks, place, None))
        return len({fold(text[a:b]) for a, b in near})

    places = range(min(len(marks), MARKS_WEIGHED))
    return marks[max(places, key=count)][0] if marks else 0


def _fold_with_origins(text: str) -> tuple[str, list[int]]:
    """Return `fold(text)` with, for each of its characters, the place of the one in `text` that it
    comes from.
    """
    folded: list[str] = []
    origins: list[int] = []
    for place, char in enumerate(text):
        for part in fold(char):
            folded.append(part)
            origins.append(place)
    return "".join(folded), origins


def _word_start(text: str, near: int) -> int:
    space = text.find(" ", near)
    return near if space < 0 or space > near + 30 else space + 1


def _word_end(text: str, near: int) -> int:
    space = text.rfind(" ", near - 30, near)
    return near if space < 0 else space
