"""Completeness: every section says something, and says it about this project."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Location, Severity
from artifacts.checker.rules.registry import Violation, rule, shorten
from artifacts.checker.text import WORD
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, ShareMatch, SpanMatch
from artifacts.schemas.base import SectionKind
from artifacts.text import gettext_noop
from artifacts.tiers import Gate

_WORDS_MIN = 3
"""Words below which a section of prose says nothing: "Time.", "To follow"."""


@rule(
    severity=Severity.IMPORTANT,
    message=gettext_noop("%(section)s says nothing yet."),
    hint=gettext_noop("Write it, or have the document regenerated."),
    writer_hint="Write this section: the founder's plan includes it.",
    good={},
    bad={"brief.market_analysis": None},
)
def section_empty(context: CheckContext) -> Iterator[Violation]:
    """A section that only larger plans open is not empty where it is opened."""
    for artifact_type, content in context.contents.items():
        if not context.looks_at(artifact_type):
            continue
        for section in content.sections():
            if (
                section.gate is Gate.CORE
                or section.kind is not SectionKind.PROSE
                or section.computed
            ):
                continue
            words = WORD.finditer(getattr(content, section.name) or "")
            if next(islice(words, _WORDS_MIN - 1, None), None) is None:
                place = Location(artifact_type, section.name)
                yield Violation(place, "", {"section": place})


@rule(
    severity=Severity.MINOR,
    needs=(cues.GENERIC,),
    message=gettext_noop("“%(sentence)s” would fit any project."),
    hint=gettext_noop("Say what it means for us, with a name, a number or a day, or leave it out."),
    writer_hint="Replace it by what is special about this project, or leave it out.",
    good={
        "how_it_works.architecture": (
            "A phone keeps the counts of Shelfwise, and a server has a modern stack."
        )
    },
    bad={
        "how_it_works.architecture": (
            "We use best practices and a modern technology stack. Shelfwise is an app."
        )
    },
)
def sentence_generic(context: CheckContext) -> Iterator[Violation]:
    """No sentence is made of set phrases that fit any project."""
    own = context.told.stems
    for passage, sentence in context.claims_with(cues.GENERIC):
        if not passage.is_prose or passage.pointers:
            continue
        if sentence.stems.isdisjoint(own) and not _has_figure(sentence):
            yield Violation(
                passage.place,
                sentence.text,
                {"sentence": shorten(sentence.text)},
                passage=sentence.text,
            )


def _has_figure(sentence: Sentence) -> bool:
    return any(sentence.has(kind) for kind in (NumberMatch, MoneyMatch, ShareMatch, SpanMatch))
