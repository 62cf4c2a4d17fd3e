"""Where each sentence of a document comes from: an answer, a fact, a calculation, a suggestion, an
edit, or the writer.

Derived from the current text, so it works for every document, no matter who wrote it or how
often it was edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from django.utils.translation import gettext

from artifacts.documents.labels import in_language
from artifacts.documents.presentation import ItemView, SectionView, texts_of
from artifacts.facts.labels import value_text
from artifacts.facts.schema import Budget, Fact, Price
from artifacts.facts.sheet import group_of
from artifacts.facts.sum_cards import SumCard, sum_cards
from artifacts.interview.questions import ProjectInput
from artifacts.models.stored import Edit
from artifacts.runners.offline.sources import recognise
from artifacts.schemas.marks import Mark, marks_in, without_marks
from artifacts.summary.told import ToldText
from artifacts.text import sentences

OriginKind = Literal["answer", "fact", "sum", "suggestion", "open", "edit", "ours", "writer"]

_BY_MARK: dict[Mark, OriginKind] = {Mark.SUGGESTED: "suggestion", Mark.OPEN: "open"}
QUOTE_MIN = 12
"""Letters that words of the founder must have to be told from words that anybody uses."""

_QUOTES = {"“": "”", "„": "“", "«": "»"}


@dataclass(frozen=True, slots=True)
class NamedFact:
    """A fact with its value in words."""

    path: str
    value: str


@dataclass(frozen=True, slots=True)
class SentenceOrigin:
    """One thing that a sentence comes from.

    `answer` is the key of the question, `words` what was said there, or how a figure was computed;
    `facts` are what it is made of.
    """

    kind: OriginKind
    answer: str = ""
    words: str = ""
    facts: tuple[NamedFact, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcedSentence:
    text: str
    origins: tuple[SentenceOrigin, ...]


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A text of a section: which item and field it is, if any, and its sentences."""

    item_id: str
    label: str
    sentences: tuple[SourcedSentence, ...]


def sources_of(
    section: SectionView, described: ProjectInput, edit: Edit | None, *, today: date
) -> list[SourcedText]:
    """Return where the sentences of `section`, as its reader may see it, come from.

    `today` is the day on which the document was written: figures are compared with those of then.
    """
    finder = _Finder(described, section.language, edit, today)
    return [
        SourcedText(
            item_id, label, tuple(SourcedSentence(s, finder.origins(s)) for s in split_text(text))
        )
        for item_id, label, text in _texts(section)
        if text.strip()
    ]


def split_text(text: str) -> list[str]:
    """Return the sentences of `text`; a quotation of several sentences stays whole."""
    found: list[str] = []
    for sentence in sentences(text):
        if found and _is_open(found[-1]):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return found


def quotations(text: str) -> list[str]:
    """Return the texts between the outer quotation marks of `text`."""
    found, start, closes = [], 0, ""
    for place, char in enumerate(text):
        if closes and char == closes:
            found.append(text[start:place])
            closes = ""
        elif not closes and char in _QUOTES:
            start, closes = place + 1, _QUOTES[char]
    return found


def _is_open(text: str) -> bool:
    closes = ""
    for char in text:
        if closes and char == closes:
            closes = ""
        elif not closes:
            closes = _QUOTES.get(char, "")
    return bool(closes)


def _texts(section: SectionView) -> Iterator[tuple[str, str, str]]:
    """Yield item, label and text of everything that is written in a section."""
    value = section.value
    if isinstance(value, str):
        yield "", "", value
        return
    for entry in value if isinstance(value, tuple | list) else ():
        if isinstance(entry, str):
            yield "", "", entry
        elif isinstance(entry, ItemView):
            yield entry.id, "", entry.title
            for view in (*entry.texts, *entry.lines):
                yield from ((entry.id, view.field.label, text) for text in texts_of(view.value))


class _Finder:
    """Finds where sentences come from in what the founder told."""

    def __init__(
        self, described: ProjectInput, language: str, edit: Edit | None, today: date
    ) -> None:
        self.described = described
        self.language = language
        self.today = today
        self.generated = None if edit is None else _letters(" ".join(_strings(edit.generated)))

    @cached_property
    def said(self) -> Mapping[str, str]:
        """The words of each answer; the idea comes last, because answers repeat parts of it."""
        texts = self.described.all_texts()
        idea = {"idea": texts.pop("idea")}
        return {key: letters for key, text in (texts | idea).items() if (letters := _letters(text))}

    @cached_property
    def facts(self) -> list[tuple[str, Fact[Any]]]:
        return [(path, fact) for path, fact in self.described.sheet.each() if fact]

    @cached_property
    def cards(self) -> list[SumCard]:
        with in_language(self.language):
            return sum_cards(self.described.sheet, today=self.today)

    def origins(self, sentence: str) -> tuple[SentenceOrigin, ...]:
        """Return what a sentence comes from, what the founder did first."""
        if self.generated is not None and _letters(without_marks(sentence)) not in self.generated:
            return (SentenceOrigin("edit"),)
        marks = marks_in(sentence)
        own = recognise(sentence, self.language)
        groups = own.facts if own else self._figures(sentence)
        found = self._quoted(sentence)
        if Mark.COMPUTED in marks:
            found.append(self._sum(sentence, groups, own.how if own else ""))
        else:
            found += self._facts_beside(found, groups, sentence)
        found += [SentenceOrigin(kind) for mark, kind in _BY_MARK.items() if mark in marks]
        return tuple(found) or (SentenceOrigin("ours" if own else "writer"),)

    def _facts_beside(
        self, quoted: list[SentenceOrigin], groups: Iterable[str], sentence: str
    ) -> list[SentenceOrigin]:
        """Return the facts that a sentence tells without quoting their answers."""
        answers = {origin.answer for origin in quoted}
        facts = self._named([group for group in groups if group not in answers], sentence)
        return [SentenceOrigin("fact", facts=facts)] if facts else []

    def _quoted(self, sentence: str) -> list[SentenceOrigin]:
        """Return the answers whose words stand in the sentence, or are it."""
        plain = without_marks(sentence)
        found: dict[str, SentenceOrigin] = {}
        for words in [*quotations(plain), plain]:
            letters = _letters(words.rstrip("… "))
            if len(letters) < QUOTE_MIN:
                continue
            key = next((key for key, text in self.said.items() if letters in text), "")
            if key:
                found.setdefault(letters, SentenceOrigin("answer", answer=key, words=words))
        return list(found.values())

    def _figures(self, sentence: str) -> tuple[str, ...]:
        """Return the groups of the facts whose figures or days a sentence of another writer
        tells.
        """
        told = ToldText([sentence], self.language, self.today)
        return tuple(
            dict.fromkeys(
                group_of(path)
                for path, fact in self.facts
                if isinstance(fact.value, Price | Budget | date) and told.tells(fact.value)
            )
        )

    def _sum(self, sentence: str, groups: tuple[str, ...], how: str) -> SentenceOrigin:
        told = _letters(without_marks(sentence))
        card = next((card for card in self.cards if _letters(card.figure) in told), None)
        if card is None:
            return SentenceOrigin(
                "sum", words=gettext(how) if how else "", facts=self._named(groups)
            )
        with in_language(self.language):
            parts = tuple(_named(part.path, part.value) for part in card.parts)
        return SentenceOrigin(
            "sum", words=f"{card.sum} = {card.figure}" if card.sum else "", facts=parts
        )

    def _named(self, groups: Iterable[str], sentence: str = "") -> tuple[NamedFact, ...]:
        """Return the facts of these groups; of several in a group those that the sentence tells."""
        wanted = set(groups)
        facts = [(path, fact.value) for path, fact in self.facts if group_of(path) in wanted]
        told = (
            ToldText([sentence], self.language, self.today) if sentence and len(facts) > 1 else None
        )
        said = {path for path, value in facts if told and told.tells(value)}
        groups_told = {group_of(path) for path in said}
        with in_language(self.language):
            return tuple(
                _named(path, value)
                for path, value in facts
                if path in said or group_of(path) not in groups_told
            )


def _named(path: str, value: Any) -> NamedFact:
    return NamedFact(path, value_text(path, value))


def _letters(text: str) -> str:
    """Return the letters and digits of a text, between spaces: quotation marks differ."""
    kept = "".join(char if char.isalnum() else " " for char in text.casefold())
    return f" {' '.join(kept.split())} "


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for entry in value:
                yield from _strings(entry)
        case dict():
            for entry in value.values():
                yield from _strings(entry)
