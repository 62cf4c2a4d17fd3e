"""The words of ours that belong to a document: titles, labels, levels, units, and what its marks
say.

They follow the language that the document was written in, and not the reader's.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cache

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, ngettext, override

from artifacts.language import DOCUMENT_LANGUAGES
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import ItemField, Section
from artifacts.schemas.fields import NOT_GIVEN
from artifacts.schemas.marks import Mark
from artifacts.schemas.units import PluralForms, Unit
from artifacts.text import InContext, fold_title
from artifacts.translation import translated


def in_language(language: str) -> AbstractContextManager[None]:
    """Return a context in which gettext and dates speak the language of a document."""
    is_ours = language == settings.LANGUAGE_CODE.partition("-")[0]
    wanted = settings.LANGUAGE_CODE if is_ours else language
    # Most documents are read in their own language, and a page asks for dozens of labels.
    return nullcontext() if get_language() == wanted else override(wanted)


def document_title(artifact_type: ArtifactType, language: str) -> str:
    with in_language(language):
        return translated(artifact_type.label)


def document_purpose(artifact_type: ArtifactType, language: str) -> str:
    with in_language(language):
        return gettext(artifact_type.content_class.purpose)


@cache
def section_in(section: Section, language: str) -> Section:
    """Return `section` with its title and purpose in `language`."""
    with in_language(language):
        return replace(
            section, title=translated(section.title), purpose=translated(section.purpose)
        )


@cache
def field_in(field: ItemField, language: str) -> ItemField:
    """Return `field` with its label in `language`."""
    with in_language(language):
        return replace(field, label=translated(field.label))


def word_in(word: str, language: str) -> str:
    """Return a word of ours that is declared with a document: a title, the noun of an item, a
    level, a choice.
    """
    return _word_in(word, word.context if isinstance(word, InContext) else "", language)


@cache
def _word_in(word: str, _context: str, language: str) -> str:
    # A word is equal to one of another context, which may read otherwise.
    with in_language(language):
        return translated(word)


def value_in(field: ItemField, value: object, language: str) -> str:
    """Return a choice or a number of an item as it is read by itself: "high", "5 weeks"."""
    if value is None:
        return word_in(NOT_GIVEN, language)
    if field.unit and isinstance(value, int):
        with in_language(language):
            return field.unit.amount(value, ngettext)
    return word_in(value, language) if field.choices and isinstance(value, str) else str(value)


def unit_in(unit: Unit | None, number: object, language: str) -> str:
    """Return the declared name of a unit as it stands behind `number`; empty if nothing is
    counted.
    """
    with in_language(language):
        return unit.name(number, ngettext) if unit and isinstance(number, int) else ""


def plural_forms(language: str) -> PluralForms:
    """Return what chooses the form of a unit in `language`."""

    def forms(singular: str, plural: str, number: int) -> str:
        with in_language(language):
            return ngettext(singular, plural, number)

    return forms


@cache
def all_titles(title: str) -> frozenset[str]:
    """Return how a title, a label or a word of ours reads in any language of documents, as titles
    are compared.
    """
    return frozenset(fold_title(word_in(title, language)) for language in DOCUMENT_LANGUAGES)


@cache
def all_units(unit: Unit) -> frozenset[str]:
    """Return how a unit reads behind one and behind many, in any language of documents."""
    return frozenset(
        unit_in(unit, number, language) for language in DOCUMENT_LANGUAGES for number in (1, 2)
    )


def read_choice(field: ItemField, text: str) -> str:
    """Return the choice that `text` names in any language of documents, else `text`."""
    return next(
        (choice for choice in field.choices if fold_title(text) in all_titles(choice)), text
    )


def title_in_prose(section: Section, language: str) -> str:
    """Return a section's title as it stands inside a sentence: English nouns begin small there,
    German ones do not.
    """
    title = section_in(section, language).title
    return title[:1].lower() + title[1:] if language == "en" else title


@cache
def mark_label(mark: Mark, language: str) -> str:
    """Return what a mark says."""
    with in_language(language):
        return {
            Mark.SUGGESTED: gettext("suggested"),
            Mark.COMPUTED: gettext("computed"),
            Mark.OPEN: gettext("open"),
        }[mark]


@cache
def mark_meaning(mark: Mark, language: str) -> str:
    """Return what a mark means, for those who meet it for the first time."""
    with in_language(language):
        return {
            Mark.SUGGESTED: gettext("our proposal, to be decided"),
            Mark.COMPUTED: gettext("worked out from figures that were given"),
            Mark.OPEN: gettext("not known yet"),
        }[mark]


def marks_legend(marks: Iterable[Mark], language: str, *, own: bool = False) -> str:
    """Return what `marks` mean and what a text without one is, for its founder or for others; empty
    for none.
    """
    said = [
        f"{capfirst(mark_label(mark, language))}: {mark_meaning(mark, language)}." for mark in marks
    ]
    return " ".join([*said, _unmarked(language, own=own)]) if said else ""


@cache
def _unmarked(language: str, *, own: bool) -> str:
    """Return what a text without a mark is, for its founder or for others."""
    with in_language(language):
        if own:
            return gettext("Text without a mark is what you said, or follows from it.")
        return gettext("Text without a mark is what was said about the idea, or follows from it.")


@cache
def taken_out(language: str) -> str:
    """Return what is said of an item that is gone, beside its title."""
    with in_language(language):
        return gettext("taken out")
