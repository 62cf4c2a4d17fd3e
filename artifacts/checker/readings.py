"""What was read of a project's words and documents, for several checks of it.

Reading them takes as long as many a rule; between two checks most of them stay as they are.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from artifacts.checker.findings import Location, location
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.passages import Passage, passages_in
from artifacts.checker.stems import stems_of
from artifacts.checker.text import WORD
from artifacts.facts.reading.language import language_of
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item, ItemField
from artifacts.unlocked import cached_property

_LONG = 5
"""Letters from which on a word is the founder's rather than everybody's."""
_TELLING = 600
"""Characters of a document that tell its language."""
_SHARED_MOST = 100
"""Documents that a process keeps what was read of; their sentences are the most of it."""

T = TypeVar("T")
R = TypeVar("R", "WordsTold", "DocumentRead")


class Located(NamedTuple):
    """An item with the place where it stands."""

    item: Item
    place: Location


class LinkedId(NamedTuple):
    """One id in a field of links of an item."""

    located: Located
    field: ItemField
    item_id: str

    @property
    def place(self) -> Location:
        item = self.located.place
        return Location(item.artifact_type, item.section, item.item_id, self.field.name)


class WordsTold:
    """What the founder told, as words and as typed values."""

    def __init__(self, project: ProjectInput) -> None:
        self.project = project

    @cached_property
    def digest(self) -> str:
        """What tells these words, facts and settings from others."""
        return hashlib.sha256(self.project.model_dump_json().encode()).hexdigest()

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the founder told, as typed values."""
        return Knowledge(self.project.all_texts(), self.project.sheet, self.project.today)

    @cached_property
    def said(self) -> str:
        """Everything that the founder told us, in small letters."""
        answers = self.project.answers.model_dump().values()
        return "\n".join([self.project.name, self.project.idea, *answers]).casefold()

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(WORD.findall(self.said))

    @cached_property
    def long_words(self) -> frozenset[str]:
        """Those of the words that tell a project from others."""
        return frozenset(word for word in self.words if len(word) >= _LONG)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all these words, the project's name among them."""
        return stems_of(self.said, self.knowledge.language)


class DocumentRead:
    """The texts and items of one version of a document."""

    def __init__(self, artifact_type: ArtifactType, content: ArtifactContent) -> None:
        self.artifact_type = artifact_type
        self.content = content
        self._made: dict[Hashable, tuple[Hashable, Any]] = {}

    def made(self, what: Hashable, given: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes of this document and of `given`, once for as long as nothing
        else is given.
        """
        known = self._made.get(what)
        if known is None or known[0] != given:
            known = self._made[what] = given, make()
        made: T = known[1]
        return made

    @cached_property
    def digest(self) -> str:
        """What tells this version from others."""
        return hashlib.sha256(self.content.model_dump_json().encode()).hexdigest()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text in reading order."""
        return tuple(passages_in(self.artifact_type, self.content))

    @cached_property
    def titles(self) -> tuple[Passage, ...]:
        """The titles of its items."""
        return tuple([p for p in self.passages if p.field and p.field.kind is FieldKind.TITLE])

    @cached_property
    def folded(self) -> str:
        """All texts in small letters."""
        return "\n".join([passage.folded for passage in self.passages])

    def passages_with(self, *words: str) -> list[Passage]:
        """Return the texts that hold one of `words`, which are in small letters, in any case."""
        wanted = [word for word in words if word in self.folded]
        found = []
        for passage in self.passages if wanted else ():
            for word in wanted:
                if word in passage.folded:
                    found.append(passage)
                    break
        return found

    def stems(self, language: str) -> frozenset[str]:
        """Return the stems of all texts, as words of that language."""
        each = (stems_of(one.text, language) for one in self.passages)
        return self.made(DocumentRead.stems, language, lambda: frozenset().union(*each))

    @cached_property
    def items(self) -> tuple[Located, ...]:
        """Every item in reading order."""
        return tuple(
            Located(item, location(self.artifact_type, section.name, item.id))
            for section, item in self.content.items()
        )

    @cached_property
    def by_id(self) -> dict[str, tuple[Located, ...]]:
        """Every item by its id, which no other item of the document has."""
        return {located.item.id: (located,) for located in self.items}

    @cached_property
    def links(self) -> tuple[LinkedId, ...]:
        """Every id in a field of links, in reading order."""
        return tuple(
            LinkedId(located, field, item_id)
            for located in self.items
            for field in type(located.item).fields()
            if field.kind is FieldKind.LINKS
            for item_id in getattr(located.item, field.name)
        )

    @cached_property
    def language(self) -> str:
        """The language of the document's own words, "" where they do not tell it."""
        found: list[str] = []
        length = 0
        for passage in self.passages:
            if length >= _TELLING:
                break
            if passage.is_prose:
                found.append(passage.own[:_TELLING])
                length += len(found[-1])
        return language_of(found)


class Readings:
    """What checks of one project have read, which is read again only where it is another object by
    now: what is changed in place would not be noticed.

    Holds the last version of each document that was read. For one thread.
    """

    def __init__(self) -> None:
        self._told: WordsTold | None = None
        self._documents: dict[ArtifactType, DocumentRead] = {}

    def told(self, project: ProjectInput) -> WordsTold:
        """Return what the founder told."""
        if self._told is None or self._told.project is not project:
            self._told = WordsTold(project)
        return self._told

    def document(self, artifact_type: ArtifactType, content: ArtifactContent) -> DocumentRead:
        """Return what is read of `content`, the document of that type."""
        read = self._documents.get(artifact_type)
        if read is None or read.content is not content:
            read = self._documents[artifact_type] = DocumentRead(artifact_type, content)
        return read


class SharedReadings(Readings):
    """What checks of any project have read last, for all threads of a process: of words and
    contents that are never changed in place.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[int, WordsTold | DocumentRead] = OrderedDict()
        self._lock = threading.Lock()

    def told(self, project: ProjectInput) -> WordsTold:
        return self._of(project, lambda: WordsTold(project))

    def document(self, artifact_type: ArtifactType, content: ArtifactContent) -> DocumentRead:
        return self._of(content, lambda: DocumentRead(artifact_type, content))

    def _of(self, read: ProjectInput | ArtifactContent, make: Callable[[], R]) -> R:
        """Return what is known of an object, which is held: so no other one has its id."""
        with self._lock:
            known = self._known.get(id(read))
            if known is None:
                known = self._known[id(read)] = make()
                if len(self._known) > _SHARED_MOST:
                    self._known.popitem(last=False)
            else:
                self._known.move_to_end(id(read))
        found: R = known  # type: ignore[assignment]
        return found


@lru_cache(maxsize=2_048)
def paragraph_language(text: str) -> str:
    """Return the language of `text`, "" where it cannot be told."""
    return language_of((text,))
