"""Pointers and marks as people read and write them in a form: `[[F-3 Count a shelf]]`,
`[[Product Brief: Key constraint]]`, `[[suggested]]`.

What is stored keeps its codes. Reading goes by the id of an item and by the names of sections and
marks in every language of documents, so what was spelled is read back whatever happens to titles.
What nothing is known of stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from artifacts.documents.labels import document_title, mark_label, section_in
from artifacts.documents.references import POINTER, ReferenceIndex, Target
from artifacts.language import DOCUMENT_LANGUAGES
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Section
from artifacts.schemas.fields import ITEM_ID
from artifacts.schemas.marks import MARK, Mark, without_marks
from artifacts.text import fold_title

_SPELLED = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_ITEM = re.compile(rf"({ITEM_ID})\s")


@dataclass(frozen=True)
class Spelling:
    """How the texts of one document are spelled for a reader: what they must not know of stays a
    code.
    """

    read_index: Callable[[], ReferenceIndex]
    """Called with the first pointer only: all documents are read for it, and many texts have none.
    """
    language: str

    @cached_property
    def index(self) -> ReferenceIndex:
        return self.read_index()

    def spell(self, text: str) -> str:
        """Return a stored text as it is shown in a form."""
        spelled = POINTER.sub(lambda match: self._pointer(match[1]), text)
        return MARK.sub(lambda match: f"[[{mark_label(Mark(match[1]), self.language)}]]", spelled)

    def name_of(self, target: Target) -> str:
        """Return the text between the brackets of a pointer to `target`."""
        if target.item_id:
            return _without_brackets(without_marks(target.label))
        section = target.artifact_type.content_class.section(target.anchor)
        assert section is not None
        return section_name(target.artifact_type, section, self.language)

    def _pointer(self, pointer: str) -> str:
        target = self.index.find(pointer)
        return f"[[{self.name_of(target) if target else pointer}]]"


def read_spelling(text: str) -> str:
    """Return a typed text as it is stored."""
    return _SPELLED.sub(lambda match: f"[[{_code(match[1].strip()) or match[1]}]]", text)


def section_name(artifact_type: ArtifactType, section: Section, language: str) -> str:
    title = section_in(section, language).title
    return _without_brackets(f"{document_title(artifact_type, language)}: {title}")


def _code(name: str) -> str:
    if item := _ITEM.match(name):
        return item[1]
    return _codes().get(fold_title(name), "")


@cache
def _codes() -> dict[str, str]:
    """Return the codes of all sections and marks by their names."""
    sections = {
        fold_title(section_name(kind, section, language)): f"{kind.value}.{section.name}"
        for language in DOCUMENT_LANGUAGES
        for kind in ArtifactType
        for section in kind.content_class.sections()
    }
    marks = {
        fold_title(mark_label(mark, language)): mark.value
        for language in DOCUMENT_LANGUAGES
        for mark in Mark
    }
    return sections | marks


def _without_brackets(name: str) -> str:
    return " ".join(re.sub(r"[\[\]]", " ", name).split())
