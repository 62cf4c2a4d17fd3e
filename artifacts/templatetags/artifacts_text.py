"""Turn documents' text into HTML: escaped first, with paragraphs, and with pointers as links."""

from __future__ import annotations

import re
from typing import Protocol

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from artifacts.coherence.references import ReferenceIndex, Target, split
from artifacts.schemas import ArtifactType
from artifacts.words import translated

register = template.Library()

_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")


class Pages(Protocol):
    """Whose documents' pages a link leads to: a project's own, or those that are shared of it."""

    def page_of(self, artifact_type: ArtifactType) -> str: ...


@register.simple_tag
def prose(text: str, project: Pages, index: ReferenceIndex) -> SafeString:
    """Paragraphs of `text`, with every pointer that this reader may follow as a link."""
    paragraphs = [part for part in _PARAGRAPH_BREAK.split(text) if part.strip()]
    return format_html_join("\n", '<p dir="auto">{}</p>', ((line(part, project, index),) for part in paragraphs))


@register.simple_tag
def line(text: str, project: Pages, index: ReferenceIndex) -> SafeString:
    """`text` without paragraphs, with every pointer that this reader may follow as a link."""
    pieces = (
        (reference(project, index.find(pointer), pointer) if pointer else plain,) for plain, pointer in split(text)
    )
    return format_html_join("", "{}", pieces)


@register.simple_tag
def reference(project: Pages, target: Target | None, pointer: str) -> SafeString:
    """A link to `target`; its words where it is gone; a bare id or a section's bare name where it is unknown."""
    if target is None:
        words = pointer.rpartition(".")[2].replace("_", " ")
        return format_html('<span class="ref-missing">{}</span>', words)
    if target.is_gone:
        last = gettext("Last in version %(version)s of the %(document)s.")
        words = last % {"version": target.last_version, "document": translated(target.artifact_type.label)}
        return format_html('<span class="ref-gone" title="{}">{}</span>', words, target.label)
    url = project.page_of(target.artifact_type)
    return format_html('<a class="ref" href="{}#{}">{}</a>', url, target.anchor, target.label)


@register.simple_tag
def marked_text(text: str, index: ReferenceIndex) -> SafeString:
    """`text` with pointers marked as such, for an excerpt whose document cannot be opened."""
    pieces = (
        (
            format_html('<span class="ref">{}</span>', target.label)
            if (target := index.find(pointer))
            else plain or pointer,
        )
        for plain, pointer in split(text)
    )
    return format_html_join("", "{}", pieces)


@register.simple_tag
def plain_text(text: str, index: ReferenceIndex) -> str:
    """`text` with pointers as words, for places where there can be no links. Not marked safe."""
    return index.words(text)
