"""What a finding says, in the language of whoever reads it: for pages and for exports."""

from __future__ import annotations

from django.utils.translation import gettext

from artifacts.coherence.findings import Finding, Place
from artifacts.text import InContext
from artifacts.words import translated

OURS = frozenset({"where", "field", "noun"})
"""The values of a message that are words of ours and not out of the documents."""


def message_of(finding: Finding) -> str:
    return gettext(finding.template) % {name: _in_words(name, value) for name, value in finding.values}


def place_words(place: Place) -> str:
    """Words for the place within its document."""
    section = place.artifact_type.content_class.section(place.section)
    title = gettext(section.title) if section else place.section
    return f"{title}, {place.item_id}" if place.item_id else title


def full_place_words(place: Place) -> str:
    """Words for the place among all documents."""
    document, words = translated(place.artifact_type.label), place_words(place)
    # A document may be named after its main section.
    return words if words.partition(",")[0] == document else f"{document}, {words}"


def _in_words(name: str, value: str | Place) -> str:
    if isinstance(value, Place):
        return full_place_words(value)
    if name in {"document", "documents"}:
        return ", ".join(translated(InContext(label, "document")) for label in value.split(", "))
    return gettext(value) if name in OURS else value
