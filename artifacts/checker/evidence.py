"""How far the documents rest on what somebody has confirmed.

No figure here says that they are true.
"""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Evidence
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.documents.testing import (
    AssumptionOutcome,
    AssumptionOutcomes,
    Standing,
    decisive,
    standing,
)
from artifacts.text import gettext_noop
from artifacts.tiers import Gate

FREE_TEXT = gettext_noop("what sentences say beyond figures, dates, places, prices and names")
OTHER_LANGUAGE = gettext_noop(
    "the finer rules of language: we know the words of English and German best"
)
UNKNOWN_LANGUAGE = gettext_noop("figures and dates in words: we do not know this language")
UNMARKED = gettext_noop("whose words these are: the texts carry no marks")

_KNOWN_BEST = frozenset({"en", "de"})


def evidence(context: CheckContext, outcomes: AssumptionOutcomes = ()) -> Evidence:
    """Return what has been confirmed in a project, by its founder or by tests with these
    outcomes.
    """
    stands = list(_standings(context, list(outcomes)))
    facts, facts_confirmed = _facts_told(context.knowledge)
    ours = _ours_percent(context)
    return Evidence(
        assumptions=len(stands),
        assumptions_confirmed=sum(one.holds for one in stands),
        assumptions_disproved=stands.count(Standing.DISPROVED),
        facts=facts,
        facts_confirmed=facts_confirmed,
        ours_percent=ours,
        unchecked=tuple(_unchecked(context, ours)),
    )


@remembered
def _facts_told(known: Knowledge) -> tuple[int, int]:
    """Return how many facts there are, and how many of them the founder confirmed."""
    facts = [fact for _, fact in known.sheet.each() if fact]
    return len(facts), sum(fact.state == "confirmed" for fact in facts)


def _standings(context: CheckContext, outcomes: list[AssumptionOutcome]) -> Iterator[Standing]:
    for artifact_type, content in context.contents.items():
        if isinstance(content, ProductBriefContent):
            for one in content.assumptions:
                key = f"{artifact_type.value}.{one.id}"
                yield standing(one, decisive(key, one.text, outcomes))


def _ours_percent(context: CheckContext) -> int | None:
    """Return how much of the text is marked as ours, None where nothing is."""
    ours = total = 0
    for passage in context.passages:
        if passage.section.gate is Gate.CORE:
            for sentence in context.sentences(passage):
                total += len(sentence.text)
                ours += len(sentence.text) if sentence.mark in ("+", "=") else 0
    return ours * 100 // total if ours else None


def _unchecked(context: CheckContext, ours: int | None) -> Iterator[str]:
    yield FREE_TEXT
    if not context.knowledge.sheet.language:
        yield UNKNOWN_LANGUAGE
    elif context.main_language not in _KNOWN_BEST:
        yield OTHER_LANGUAGE
    if ours is None:
        yield UNMARKED
