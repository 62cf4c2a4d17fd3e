"""Turn documents' text into HTML: escaped first, with paragraphs, with pointers as links, and with
marks.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Protocol

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from artifacts.documents.labels import (
    document_purpose,
    document_title,
    in_language,
    mark_label,
    mark_meaning,
    marks_legend,
)
from artifacts.documents.presentation import DocumentView
from artifacts.documents.references import ProsePiece, ReferenceIndex, Target, split
from artifacts.language import DEFAULT_LANGUAGE
from artifacts.schemas import ArtifactType
from artifacts.schemas.marks import Mark
from artifacts.services.editing.marks import ItemBase, MarkAddress, MarkBases
from artifacts.translation import translated

register = template.Library()

# In brackets for those who hear or copy it: to the eye, its size and colour set it apart.
_LABEL = '<span class="unseen"> (</span>{}<span class="unseen">)</span>'
_CHIP = '<span class="source-mark" title="{}">{}</span>'
_BUTTON = (
    '<button class="source-mark source-mark-open" type="submit" form="accept-mark" name="mark"'
    ' value="{}" title="{}">{}<span class="source-mark-ask" lang="{}">{}</span></button>'
)
_KEPT = '<span class="kept">{}{}</span>'
_STOPS = ".,;:!?)\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")


Bases = MarkBases | ItemBase


class Pages(Protocol):
    """Whose documents' pages a link leads to: a project's own, or those that are shared of it."""

    def page_of(self, artifact_type: ArtifactType) -> str: ...


class Targets(Protocol):
    """Where pointers lead this reader: anywhere, or those of some texts."""

    def find(self, pointer: str) -> Target | None: ...


@dataclass
class _Marks:
    """Shows the marks of one text, in order; as buttons where its reader may accept what they
    suggest.
    """

    language: str
    bases: Bases | None
    section: str
    item_id: str
    field: str
    entry: int

    def __post_init__(self) -> None:
        self._numbers = count()

    def show(self, mark: Mark) -> SafeString:
        number = next(self._numbers)
        label = format_html(_LABEL, mark_label(mark, self.language))
        meaning = mark_meaning(mark, self.language)
        if self.bases is None or mark is not Mark.SUGGESTED:
            return format_html(_CHIP, meaning, label)
        base = self.bases.of(self.section, self.item_id)
        address = MarkAddress(self.section, self.item_id, self.field, self.entry, number, base)
        return format_html(
            _BUTTON, address, meaning, label, get_language() or DEFAULT_LANGUAGE, gettext("Accept?")
        )


@register.simple_tag
def prose(
    text: str,
    project: Pages,
    index: Targets,
    language: str = DEFAULT_LANGUAGE,
    bases: Bases | str = "",
    section: str = "",
    item_id: str = "",
    field: str = "",
) -> SafeString:
    """Paragraphs of `text`, with every pointer that this reader may follow as a link.

    With `bases`, each suggestion in it is a button that accepts it; the last three say where the
    text stands.
    """
    marks = _Marks(language, _if_any(bases), section, item_id, field, 0)
    paragraphs = [part for part in _PARAGRAPH_BREAK.split(text) if part.strip()]
    return format_html_join(
        "\n", '<p dir="auto">{}</p>', ((_line(part, project, index, marks),) for part in paragraphs)
    )


@register.simple_tag
def line(
    text: str,
    project: Pages,
    index: Targets,
    language: str = DEFAULT_LANGUAGE,
    bases: Bases | str = "",
    section: str = "",
    item_id: str = "",
    field: str = "",
    entry: int = 0,
) -> SafeString:
    """The same without paragraphs; `entry` is the place of a line in its list, counted from 0."""
    return _line(
        text, project, index, _Marks(language, _if_any(bases), section, item_id, field, entry)
    )


def _if_any(bases: Bases | str) -> Bases | None:
    """A page without buttons has no such variable, and a template makes an empty text of that."""
    return None if isinstance(bases, str) else bases


def _line(text: str, project: Pages, index: Targets, marks: _Marks) -> SafeString:
    links: dict[str, SafeString] = {}

    def link(pointer: str) -> SafeString:
        if pointer not in links:
            with in_language(marks.language):
                links[pointer] = reference(project, index.find(pointer), pointer)
        return links[pointer]

    def pieces() -> Iterator[str]:
        found = deque(split(text))
        while found:
            piece = found.popleft()
            if piece.mark:
                # No line begins with the full stop that follows a mark.
                stop, rest = _take_stop(
                    found.popleft() if found and found[0].text else ProsePiece()
                )
                yield format_html(_KEPT, marks.show(piece.mark), stop)
                yield escape(rest)
            else:
                yield link(piece.pointer) if piece.pointer else escape(piece.text)

    return SafeString("".join(pieces()))  # each piece is escaped


def _take_stop(piece: ProsePiece) -> tuple[str, str]:
    """Return the punctuation at the beginning of a text that belongs to the text before it, and the
    rest.
    """
    rest = piece.text.lstrip(_STOPS)
    return piece.text[: len(piece.text) - len(rest)], rest


@register.simple_tag
def reference(project: Pages, target: Target | None, pointer: str) -> SafeString:
    """A link to `target`; its words where it is gone; a bare id or a section's bare name where it
    is unknown.
    """
    if target is None:
        words = pointer.rpartition(".")[2].replace("_", " ")
        return format_html('<span class="ref-missing">{}</span>', words)
    if target.is_gone:
        last = gettext("Last in version %(version)s of the %(document)s.")
        words = last % {
            "version": target.last_version,
            "document": translated(target.artifact_type.label),
        }
        return format_html('<span class="ref-gone" title="{}">{}</span>', words, target.label)
    url = project.page_of(target.artifact_type)
    return format_html('<a class="ref" href="{}#{}">{}</a>', url, target.anchor, target.label)


@register.simple_tag
def target_url(project: Pages, target: Target) -> str:
    """The address of a section or an item, on the pages that this reader has."""
    return f"{project.page_of(target.artifact_type)}#{target.anchor}"


@register.simple_tag
def page_of(project: Pages, artifact_type: ArtifactType) -> str:
    """The address of a document, on the pages that this reader has."""
    return project.page_of(artifact_type)


@register.simple_tag
def source_mark(character: str, language: str) -> SafeString:
    """A mark as it stands behind a text, where that is no text of a document: "=" for a sum."""
    return _Marks(language, None, "", "", "", 0).show(Mark(character))


@register.simple_tag
def marked_text(text: str, index: ReferenceIndex) -> SafeString:
    """`text` with pointers marked as such, for an excerpt whose document cannot be opened."""
    return format_html_join("", "{}", ((_marked(piece, index),) for piece in split(text)))


def _marked(piece: ProsePiece, index: ReferenceIndex) -> str:
    if piece.mark:
        return index.mark_text(piece.mark)
    if target := index.find(piece.pointer):
        return format_html('<span class="ref">{}</span>', target.label)
    return piece.text or piece.pointer


@register.simple_tag
def plain_text(text: str, index: ReferenceIndex) -> str:
    """`text` with pointers as words, for places where there can be no links. Not marked safe."""
    return index.plain_text(text)


@register.simple_tag
def lang_of(language: str | None) -> SafeString:
    """The attribute that names a document's language, where the page around it is in another
    one.
    """
    if not language or language == (get_language() or DEFAULT_LANGUAGE).partition("-")[0]:
        return SafeString()
    return format_html(' lang="{}"', language)


@register.simple_tag
def title_of(artifact_type: ArtifactType, language: str) -> str:
    """The title of a document, in its own language."""
    return document_title(artifact_type, language)


@register.simple_tag
def purpose_of(artifact_type: ArtifactType, language: str) -> str:
    """What a document is for, in its own language."""
    return document_purpose(artifact_type, language)


@register.simple_tag
def legend(document: DocumentView, *, own: bool = False) -> str:
    """What the marks of a document mean; `own` where its founder reads it.

    Empty where it has none.
    """
    return marks_legend(document.marks, document.language, own=own)
