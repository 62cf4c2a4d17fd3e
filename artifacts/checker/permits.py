"""What has to come before anything begins: sentences that put a permit behind, or do without."""

from __future__ import annotations

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.needs import permit_words
from artifacts.facts.grammar.matches import SpanMatch

Permit = tuple[str, str]
"""The kind of a permit, and the word of the text for it."""

_SUBJECT = 40
"""Characters behind "before" that say what comes later than the rest."""


def postponed_permit(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that a sentence puts behind the beginning though it has to come first."""
    if not known.permits:
        return None
    if waits(sentence) or sentence.says(cues.RENEWAL) or sentence.says(cues.CONDITIONAL):
        return None
    for clause in sentence.clauses:
        if clause.says(cues.NEGATION) or not clause.says(cues.OBTAINED):
            continue
        needed = _needed_in(known, clause)
        if needed and _is_later(clause) and _something_else_begins(clause):
            return needed[0]
    return None


def skipped_permit(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that is said not to be needed, or that something does not wait for, though
    it has to.
    """
    if not known.permits or sentence.says(cues.CONDITIONAL):
        return None
    for clause in sentence.clauses:
        if clause.says(cues.NEGATION) and clause.says(cues.NEEDED):
            denied = _needed_in(known, clause)
            if denied:
                return denied[0]
    before = cues.BEFORE_IT.search(sentence.words)
    if before is None or sentence.negated or not sentence.words[: before.start()].strip():
        return None
    first_words = sentence.words[before.end() :][:_SUBJECT]
    return next(
        (permit for permit in _needed_in(known, sentence) if permit[1] in first_words), None
    )


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
