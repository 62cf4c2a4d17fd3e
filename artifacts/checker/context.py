"""All that the rules look at: the founder's words, the documents, and their texts one by one with
their places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, partial, reduce
from itertools import chain
from operator import or_
from typing import Any, NamedTuple, TypeVar

from artifacts.checker.claimed import Claim, DocumentClaims, Wanted
from artifacts.checker.claims import Sentence, read_text
from artifacts.checker.cues import Cue
from artifacts.checker.cues.cue import LATE
from artifacts.checker.findings import Location
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.passages import Passage
from artifacts.checker.readings import (
    DocumentRead,
    LinkedId,
    Located,
    Readings,
    WordsTold,
    paragraph_language,
)
from artifacts.checker.text import WORD
from artifacts.document_types.how_it_works.schema import HowItWorksContent
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.documents.retired import RetiredItem, Superseded
from artifacts.facts.grammar.lexicon import lexicon
from artifacts.facts.grammar.matches import Match, NumberMatch
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType, Contents, schedule
from artifacts.schemas.base import FieldKind, Item, Section
from artifacts.unlocked import cached_property

_REPEATED_MIN = 25
"""Characters from which a sentence is taken for the founder's where they wrote it so."""
_CLAIMS_NOTHING = frozenset({"open_questions", "assumptions"})

T = TypeVar("T")

Edited = Mapping[ArtifactType, Collection[str]]


class Pointing(NamedTuple):
    """A pointer in a text, and the location that it leads to, None where there is none."""

    passage: Passage
    pointer: str
    target: Location | None


@dataclass
class CheckContext:
    """One project as the checker sees it."""

    project: ProjectInput
    contents: Contents
    superseded: Superseded = field(default_factory=dict)
    edited: Edited = field(default_factory=dict)
    only: ArtifactType | None = None
    """The one document whose texts are looked at; the others are then only what it is compared
    with.
    """
    readings: Readings = field(default_factory=Readings)
    """What checks of this project have read before."""
    language: str = ""
    """The `main_language`, where these are only some of the documents; else empty."""

    @cached_property
    def document_reads(self) -> dict[ArtifactType, DocumentRead]:
        """What is read of each document that has been written."""
        return {
            artifact_type: self.readings.document(artifact_type, content)
            for artifact_type, content in self.contents.items()
        }

    @cached_property
    def passages(self) -> list[Passage]:
        """Every text in reading order."""
        return [passage for read in self.document_reads.values() for passage in read.passages]

    @cached_property
    def looked_at(self) -> Sequence[Passage]:
        """The texts that findings may be about."""
        return self.passages if self.only is None else self.passages_of(self.only)

    @property
    def titles(self) -> Iterator[Passage]:
        """The titles of items among them."""
        return chain.from_iterable(read.titles for read in self._reads_looked_at)

    @property
    def links(self) -> Iterator[LinkedId]:
        """Every id in a field of links of the documents that findings may be about."""
        return chain.from_iterable(read.links for read in self._reads_looked_at)

    @cached_property
    def _given(self) -> tuple[WordsTold, str]:
        """What sentences are read by beside their document."""
        return self.told, self.main_language

    @cached_property
    def _reads_looked_at(self) -> Collection[DocumentRead]:
        """What is read of each document that findings may be about."""
        if self.only is None:
            return self.document_reads.values()
        return (self.document_reads[self.only],)

    def of_each(self, make: Callable[[CheckContext, DocumentRead], T]) -> list[T]:
        """Return what a function makes of each document that is looked at.

        It is remembered with the document, and made again where the document, the founder's words
        or the main language are others: it may depend on nothing else.
        """
        reads = self._reads_looked_at
        return [read.made(make, self._given, partial(make, self, read)) for read in reads]

    def of_all(self, make: Callable[[CheckContext, DocumentRead], T]) -> list[T]:
        """Return what a function makes of each document, whether it is looked at or not; it is
        remembered as by `of_each`.
        """
        reads = self.document_reads.values()
        return [read.made(make, self._given, partial(make, self, read)) for read in reads]

    def looks_at(self, artifact_type: ArtifactType) -> bool:
        """Return whether findings may be about this document."""
        return self.only in (None, artifact_type)

    def passages_of(self, artifact_type: ArtifactType) -> Sequence[Passage]:
        """Return the texts of a document that has been written."""
        return self.document_reads[artifact_type].passages

    def passages_with(self, *words: str) -> Sequence[Passage]:
        """Return the texts that hold one of `words` in any case; quick where the project holds none
        of them.
        """
        reads = self._reads_looked_at
        each = (read.made(words, (), partial(read.passages_with, *words)) for read in reads)
        return list(chain.from_iterable(each))

    @cached_property
    def items(self) -> dict[str, tuple[Located, ...]]:
        """Every item by its id. An id that two documents use has more than one."""
        found: dict[str, tuple[Located, ...]] = {}
        for read in self.document_reads.values():
            by_id = read.by_id
            twice = {one: found[one] + by_id[one] for one in found.keys() & by_id.keys()}
            found.update(by_id)
            found.update(twice)
        return found

    def target(self, pointer: str) -> Location | None:
        """Return the location that a pointer leads to, whatever the reader's tier, or None."""
        found = self.items.get(pointer)
        if found:
            return found[0].place
        place = _sections().get(pointer)
        return place if place and place.artifact_type in self.contents else None

    @cached_property
    def pointers(self) -> list[Pointing]:
        """Every pointer in the texts that are looked at, in reading order."""
        return [
            Pointing(passage, pointer, self.target(pointer))
            for passage in self.looked_at
            for pointer in passage.pointers
        ]

    def dropped(self, item_id: str) -> tuple[ArtifactType, RetiredItem] | None:
        """Return what is remembered of an item that a newer version no longer has."""
        for artifact_type, items in self.superseded.items():
            if item_id in items:
                return artifact_type, items[item_id]
        return None

    # -- what the texts claim
    # --------------------------------------------------------------------------------------

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the founder told, as typed values."""
        return self.readings.told(self.project).knowledge

    @cached_property
    def claims(self) -> list[Claim]:
        """Every sentence of the texts that are looked at, but for questions and assumptions."""
        return list(chain.from_iterable(document.all for document in self._claims_looked_at))

    def claims_with(self, *wanted: Wanted) -> Sequence[Claim]:
        """Return those of the `claims` that say one of some cues or have a value of one of some
        kinds.
        """
        each = (document.having(*wanted) for document in self._claims_looked_at)
        return list(chain.from_iterable(each))

    @cached_property
    def cues_claimed(self) -> int:
        """The bits of the cues that any of the `claims` says, and always `LATE`."""
        return reduce(or_, [document.cues_said for document in self._claims_looked_at], LATE)

    @cached_property
    def kinds_claimed(self) -> frozenset[type[Match]]:
        """The kinds of values that any of the `claims` has."""
        return frozenset().union(*(document.kinds for document in self._claims_looked_at))

    def claims_of(self, read: DocumentRead) -> DocumentClaims:
        """Return those of one document."""
        return read.made("claims", self._given, partial(self._read_claims, read))

    @cached_property
    def _claims_looked_at(self) -> list[DocumentClaims]:
        return [self.claims_of(read) for read in self._reads_looked_at]

    def _read_claims(self, read: DocumentRead) -> DocumentClaims:
        """Return the sentences of a document that claim something.

        One that is the founder's own, word for word, cannot contradict what they said.
        """
        claims: list[Claim] = []
        texts: list[tuple[Passage, int]] = []
        for passage in read.passages:
            claims_nothing = passage.section.name in _CLAIMS_NOTHING
            said = 0
            for sentence in self.sentences(passage):
                said |= sentence.cues_said
                if claims_nothing or sentence.asks:
                    continue
                folded = sentence.folded
                if len(folded) <= _REPEATED_MIN or folded not in self.said:
                    claims.append((passage, sentence))
            texts.append((passage, said))
        return DocumentClaims(claims, texts)

    def passages_saying(self, cue: Cue) -> Iterator[Passage]:
        """Yield the texts that say a cue in words of their own, claims or not; quick where none
        does.
        """
        for read in self._reads_looked_at:
            yield from self.texts_saying(read, cue)

    def texts_saying(self, read: DocumentRead, cue: Cue) -> Iterator[Passage]:
        """Yield those of one document."""
        claims = self.claims_of(read)
        for passage, said in claims.texts if claims.cues_written & cue.bit else ():
            # That of the late cues tells nothing.
            is_said = cue.bit != LATE or any(one.says(cue) for one in self.sentences(passage))
            if said & cue.bit and is_said:
                yield passage

    def sentences(self, passage: Passage) -> Sequence[Sentence]:
        """Return the sentences of a text as typed claims; what it quotes is left out."""
        known, main = self.knowledge, self.main_language
        if main == known.language:
            return read_text(passage.claimed, main, known.home)
        return [
            sentence
            for paragraph in passage.claimed.split("\n")
            if paragraph.strip()
            for sentence in read_text(paragraph, self._language_of(paragraph), known.home)
        ]

    def _language_of(self, paragraph: str) -> str:
        """Return the language of a paragraph: the founder's where no small word tells it and most
        words are theirs.
        """
        if told := paragraph_language(paragraph):
            return told
        words = WORD.findall(paragraph.casefold())
        theirs = self.told.words | lexicon(self.knowledge.language).numbers.keys()
        is_theirs = 2 * sum(word in theirs for word in words) >= len(words)
        return self.knowledge.language if is_theirs else self.main_language

    def stems_of_item(self, item: Item) -> frozenset[str]:
        """Return the stems of all texts of an item: its title tells what its description speaks
        of.
        """
        mine = [passage for passage in self.looked_at if passage.item is item]
        return frozenset().union(
            *(sentence.stems for passage in mine for sentence in self.sentences(passage))
        )

    @cached_property
    def main_language(self) -> str:
        """The language of most documents; the founder's where their words do not tell."""
        if self.language:
            return self.language
        own = self.knowledge.language
        told = [read.language for read in self.document_reads.values() if read.language]
        languages = dict.fromkeys(told)
        if len(languages) <= 1:
            return next(iter(languages), own)
        return max(languages, key=lambda language: (told.count(language), language == own))

    # -- the founder's words
    # ---------------------------------------------------------------------------------------

    @cached_property
    def told(self) -> WordsTold:
        return self.readings.told(self.project)

    @cached_property
    def said(self) -> str:
        """Everything that the founder told us, in small letters."""
        return self.told.said

    @cached_property
    def edited_numbers(self) -> frozenset[Decimal]:
        """Every count that the founder has written into a document by hand: nobody else needs a
        source for it.
        """
        return frozenset(
            match.value
            for passage in self.passages
            if self.is_edited(passage.place)
            for sentence in self.sentences(passage)
            for match in sentence.each(NumberMatch)
        )

    def is_edited(self, place: Location) -> bool:
        """Return whether the founder has written at this section, so that its words are theirs."""
        return place.section in self.edited.get(place.artifact_type, ())

    @cached_property
    def computed_numbers(self) -> set[str]:
        """Return every number that follows from the documents: weeks, starts and ends, and how many
        items there are.
        """
        numbers: set[int] = {len(self.contents)}
        for content in self.contents.values():
            numbers.add(sum(1 for _ in content.items()))
            for section in content.sections():
                value = getattr(content, section.name)
                if isinstance(value, list):
                    numbers |= {len(value), *_counts_by_choice(section, value)}
                elif isinstance(value, int):
                    numbers.add(value)
        if self.plan:
            weeks = {milestone.id: milestone.estimated_weeks for milestone in self.plan.milestones}
            starts = schedule.plan(self.plan.milestones).starts
            numbers |= {sum(weeks.values()), *weeks.values(), *starts.values()}
            numbers |= {starts[item_id] + weeks[item_id] for item_id in weeks}
        return {str(number) for number in numbers}

    # -- the documents that rules speak of by name
    # -----------------------------------------------------------------

    @property
    def scope(self) -> MvpScopeContent | None:
        return self._of_class(MvpScopeContent)

    @property
    def plan(self) -> MilestonesContent | None:
        return self._of_class(MilestonesContent)

    @property
    def how(self) -> HowItWorksContent | None:
        return self._of_class(HowItWorksContent)

    def _of_class(self, content_class: type[T]) -> T | None:
        documents = self.contents.values()
        return next((one for one in documents if isinstance(one, content_class)), None)

    def linked(self, artifact_type: ArtifactType, field_name: str) -> set[str]:
        """Return every id that items of a written document hold in a field of links."""
        found = self.contents[artifact_type].items()
        return {item_id for _, item in found for item_id in getattr(item, field_name)}


@cache
def _sections() -> dict[str, Location]:
    """Return every section of every document by the name that a pointer gives it."""
    return {
        f"{artifact_type.value}.{section.name}": Location(artifact_type, section.name)
        for artifact_type in ArtifactType
        for section in artifact_type.content_class.sections()
    }


def _counts_by_choice(section: Section, items: list[Any]) -> Iterator[int]:
    """Yield how many items there are of each priority, severity or whatever else the section's
    items have.
    """
    for item_field in section.item_class.fields() if section.item_class else ():
        if item_field.kind is FieldKind.CHOICE:
            yield from Counter(getattr(item, item_field.name) for item in items).values()
