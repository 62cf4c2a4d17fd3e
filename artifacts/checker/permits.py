"""What has to come before anything begins: sentences that put a permit behind, or do without."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.needs import permit_words
from artifacts.facts.grammar.matches import SpanMatch

Permit = tuple[str, str]
"""The kind of a permit, and the word of the text for it."""

_SUBJECT = 40
"""Characters behind "before" that say what comes later than the rest."""


def permit_not_waited_for(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that has to come first, and that a sentence puts behind the beginning, does
    without, or begins without waiting for.
    """
    if not known.permits or any(
        clause.says(cues.CONDITIONAL) for clause in sentence.clauses if _needed_in(known, clause)
    ):
        return None
    return (
        _postponed(known, sentence)
        or _not_needed(known, sentence)
        or _done_without(known, sentence)
        or _begun_before(known, sentence)
        or _pending(known, sentence)
    )


def _postponed(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that is only asked for later."""
    if waits(sentence) or sentence.says(cues.RENEWAL):
        return None
    for clause in sentence.clauses:
        if clause.says(cues.NEGATION) or not clause.says(cues.OBTAINED):
            continue
        needed = _needed_in(known, clause)
        if needed and _is_later(clause) and _something_else_begins(clause):
            return needed[0]
    return None


def _not_needed(known: Knowledge, sentence: Sentence) -> Permit | None:
    for clause in sentence.clauses:
        if clause.says(cues.NEGATION) and clause.says(cues.NEEDED):
            denied = _needed_in(known, clause)
            if denied:
                return denied[0]
    return None


def _done_without(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that something is done without: "it is gathered without a licence"."""
    for clause in sentence.clauses:
        found = _WITHOUT.search(clause.words)
        if found is None or cues.NEGATION(clause.words.replace(found.group(), " ")):
            continue
        behind = clause.words[found.end() :][:_SUBJECT]
        begins = clause.words[: found.start()].strip()
        for permit in _needed_in(known, clause) if begins else ():
            if permit[1] in behind:
                return permit
    return None


_WITHOUT = re.compile(r" (?:without|ohne|sans|zonder|sin) ")


def _begun_before(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that something does not wait for: "it runs before the licence is there"."""
    before = cues.BEFORE_IT.search(sentence.words)
    if before is None or sentence.negated or not sentence.words[: before.start()].strip():
        return None
    first_words = sentence.words[before.end() :][:_SUBJECT]
    return next(
        (permit for permit in _needed_in(known, sentence) if permit[1] in first_words), None
    )


def _pending(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that is still asked for while something begins."""
    if not sentence.says(cues.APPLIED_FOR) or not sentence.says(cues.BEGINS):
        return None
    if sentence.negated or waits(sentence):
        return None
    return next(iter(_needed_in(known, sentence)), None)


def waits(sentence: Sentence) -> bool:
    """Whether a sentence says that something does not happen before."""
    denied = [c for c in sentence.clauses if c.says(cues.BEGINS) and c.says(cues.NEGATION)]
    return bool(denied) or sentence.says(cues.UNTIL)


def _needed_in(known: Knowledge, part: Sentence | Clause) -> list[Permit]:
    return [(kind, word) for kind, word in permit_words(part) if kind in known.permits]


def _is_later(clause: Clause) -> bool:
    if clause.says(cues.POSTPONED):
        return True
    return clause.says(cues.WITHIN) and any(m.weeks is not None for m in clause.each(SpanMatch))


def _something_else_begins(clause: Clause) -> bool:
    others = (c for c in clause.sentence.clauses if c.first != clause.first)
    return any(c.says(cues.SOON) or c.says(cues.BEGINS) for c in others)
