"""Laws of the founder's of which a text says that they do not hold, or does not wait for them."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.needs import called_needless, permit_words
from artifacts.checker.comparisons.other_duties import is_another_case
from artifacts.checker.comparisons.permits import waits
from artifacts.checker.comparisons.requirements import Needed
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import LawMatch, MoneyMatch

_DENIED_APART = re.compile(
    r" (?:gilt|gelten|fällt|fallen|greift|greifen|betrifft|betreffen|braucht|brauchen)"
    r" (?:[^ .;:]+ ){1,12}(?:nicht|keine|keinen)(?: unter)? "
)
"""A German denial that holds the verb and its "not" apart."""


def broken_law(known: Knowledge, sentence: Sentence) -> str:
    """Return the law that a sentence says does not hold, or does not wait for; "" if none."""
    denied = _denies_a_law(sentence) or any(map(_says_law, called_needless(sentence)))
    for name, stems in known.law_stems if denied or _begins_early(sentence) else ():
        is_broken = denied or _begins_beside(sentence, stems)
        if is_broken and _names(sentence, name, stems) and _is_ours(known, sentence, name, stems):
            return name
    return ""


def _is_ours(known: Knowledge, sentence: Sentence, name: str, stems: frozenset[str]) -> bool:
    """Whether a sentence speaks of the law as the founder does, and not of another case."""
    told = known.law_sentences.get(name)
    if told is None:
        return True
    law = Needed(name, told, stems, is_law=True)
    clauses = [c for c in sentence.clauses if stems & c.stems]
    return not any(is_another_case(clause, law) for clause in clauses)


def _begins_early(sentence: Sentence) -> bool:
    if not sentence.says(cues.PENDING) or not sentence.says(cues.BEGINS) or waits(sentence):
        return False
    # "the last 60,000 follows once it is inspected": money is what comes later
    return any(c.says(cues.PENDING) and not any(c.each(MoneyMatch)) for c in sentence.clauses)


def _denies_a_law(sentence: Sentence) -> bool:
    return sentence.says(cues.DENIED) or _DENIED_APART.search(sentence.words) is not None


def _says_law(clause: Clause) -> bool:
    return any(clause.each(LawMatch)) or bool(permit_words(clause))


def _begins_beside(sentence: Sentence, stems: frozenset[str]) -> bool:
    """Whether something begins in a part of a sentence that does not speak of the law: not the
    asking for it.
    """
    return (
        any(c.says(cues.BEGINS) for c in sentence.clauses if not stems & c.stems)
        or len(sentence.clauses) == 1
    )


def _names(sentence: Sentence, name: str, stems: frozenset[str]) -> bool:
    """Whether a sentence names a law: by the words that tell it, or as the grammar reads it."""
    if stems and (stems <= sentence.stems or len(stems & sentence.stems) > 1):
        return True
    name = name.casefold()
    return any(
        name in (other := m.name.casefold()) or other in name for m in sentence.each(LawMatch)
    )
