"""How far the documents rest on what somebody has confirmed. No figure here says that they are true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from artifacts.checker.context import CheckContext
from artifacts.schemas.brief import Assumption, ProductBriefContent
from artifacts.text import gettext_noop
from artifacts.tiers import Gate

CHECKED = gettext_noop("We checked links, figures, dates, scope and language. We cannot know whether it is true.")
FREE_TEXT = gettext_noop("what sentences say beyond figures, dates, places, prices and names")
OTHER_LANGUAGE = gettext_noop("the finer rules of language: we know the words of English and German best")
UNKNOWN_LANGUAGE = gettext_noop("figures and dates in words: we do not know this language")
UNMARKED = gettext_noop("whose words these are: the texts carry no marks")

_KNOWN_BEST = frozenset({"en", "de"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What has been confirmed. It is counted in what every reader may see."""

    assumptions: int
    assumptions_confirmed: int
    facts: int
    facts_confirmed: int
    ours_percent: int | None
    """How much of the text is ours and not the founder's; None where nothing marks it."""
    unchecked: tuple[str, ...]
    """What was not checked, for translation."""

    @property
    def percent(self) -> int:
        """The mean of what is confirmed of the assumptions and of the facts, and of the founder's share of the text."""
        shares = [
            confirmed * 100 / total
            for confirmed, total in (
                (self.assumptions_confirmed, self.assumptions),
                (self.facts_confirmed, self.facts),
                (None if self.ours_percent is None else 100 - self.ours_percent, 100),
            )
            if total and confirmed is not None
        ]
        return round(sum(shares) / len(shares)) if shares else 0


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
