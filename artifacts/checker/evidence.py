"""How far the documents rest on what somebody has confirmed.

No figure here says that they are true.
"""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Evidence
from artifacts.document_types.brief.schema import Assumption, ProductBriefContent
from artifacts.text import gettext_noop
from artifacts.tiers import Gate

CHECKED = gettext_noop(
    "We checked links, figures, dates, scope and language. We cannot know whether it is true."
)
FREE_TEXT = gettext_noop("what sentences say beyond figures, dates, places, prices and names")
OTHER_LANGUAGE = gettext_noop(
    "the finer rules of language: we know the words of English and German best"
)
UNKNOWN_LANGUAGE = gettext_noop("figures and dates in words: we do not know this language")
UNMARKED = gettext_noop("whose words these are: the texts carry no marks")

_KNOWN_BEST = frozenset({"en", "de"})


def is_confirmed(assumption: Assumption) -> bool:
    """Return whether the founder has vouched for an assumption."""
    return assumption.basis == "answer" and assumption.confidence == "high"


def evidence(dossier: CheckContext) -> Evidence:
    """Return what has been confirmed in a project."""
    brief = next((c for c in dossier.contents.values() if isinstance(c, ProductBriefContent)), None)
    assumptions = brief.assumptions if brief else []
    facts = [fact for _, fact in dossier.knowledge.sheet.each() if fact]
    ours = _ours_percent(dossier)
    return Evidence(
        assumptions=len(assumptions),
        assumptions_confirmed=sum(map(is_confirmed, assumptions)),
        facts=len(facts),
        facts_confirmed=sum(fact.state == "confirmed" for fact in facts),
        ours_percent=ours,
        unchecked=tuple(_unchecked(dossier, ours)),
    )


def _ours_percent(dossier: CheckContext) -> int | None:
    ours = total = 0
    for passage in dossier.passages:
        if passage.section.gate is Gate.CORE:
            for sentence in dossier.sentences(passage):
                total += len(sentence.text)
                ours += len(sentence.text) if sentence.mark in ("+", "=") else 0
    return ours * 100 // total if ours else None


def _unchecked(dossier: CheckContext, ours: int | None) -> Iterator[str]:
    yield FREE_TEXT
    if not dossier.knowledge.sheet.language:
        yield UNKNOWN_LANGUAGE
    elif dossier.main_language not in _KNOWN_BEST:
        yield OTHER_LANGUAGE
    if ours is None:
        yield UNMARKED
