"""Whether a text is about another permit than the one that is needed, or about others."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.requirements import Needed
from artifacts.checker.cues.waived import EXTRA, FOR_OTHERS_IT_IS, OF_ITS_OWN
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stem

_NEAR = 60
"""Characters behind a phrase in which what it is about is named."""


def is_about_another(known: Knowledge, clause: Clause, one: Needed) -> bool:
    """Return whether a clause that calls a thing needless is about another one, or about somebody
    of whom the founder does not ask it: "passengers need no check, the driver does".
    """
    return is_another_case(clause, one) or (not one.is_law and _is_theirs(known, clause, one))


def is_another_case(clause: Clause, one: Needed) -> bool:
    """Return whether a clause that calls a thing needless is about another one or another case."""
    others = [c for c in clause.sentence.clauses if c.first != clause.first]
    if any(FOR_OTHERS_IT_IS.search(c.words) and not c.says(cues.NEGATION) for c in others):
        return True
    if EXTRA(words_in_front(clause, one)) or clause.says(OF_ITS_OWN):
        return True
    return _is_case_denied(others, one)


def _is_theirs(known: Knowledge, clause: Clause, one: Needed) -> bool:
    """Whether a clause is about somebody whom the founder names elsewhere, and not here."""
    subject = _subject(clause) - one.stems - SAY_LITTLE
    if not subject and clause.sentence.source.word(clause.first - 1) in _ANDS:
        subject = _subject(clause_before(clause) or clause) - SAY_LITTLE
    is_named = bool(subject) and known.stems.issuperset(subject) and not subject & one.told.stems
    is_ours = _WE.search(clause.words) is not None or _DOING.search(clause.words) is not None
    return is_named and not is_ours


_DOING = re.compile(r"^ [a-z]{3,}ing (?!of )(?:[^ .,;:]+ ){0,6}(?:needs?|requires?|calls) ")
"""An act as the subject is ours: "shredding bines needs no exemption"."""


_ANDS = frozenset(("and", "und", "et", "en", "y"))
_WE = re.compile(r" (?:we|us|i|wir|uns|ich|nous|wij|nosotros) ")


def words_in_front(clause: Clause, one: Needed) -> str:
    """Return the words right before what names a permit, with spaces around."""
    source = clause.sentence.source
    language = source.lexicon.language
    for at in range(clause.first, clause.last):
        word = source.word(at)
        if word == one.word or (one.stems and stem(word, language) in one.stems):
            return clause.sentence.padded(max(at - _IN_FRONT, clause.first), at)
    return " "


_IN_FRONT = 3
"""Words in front of a permit that say which one it is."""


def _is_case_denied(others: list[Clause], one: Needed) -> bool:
    """Whether another part denies the case for which the founder asks it: "as no line is
    crossed".
    """
    if _BECAUSE(one.told.words):
        return False  # "because they are health data" is no case but how it is
    told = one.told.stems - one.stems
    return any(
        clause.says(cues.NEGATION) and len(clause.stems & told) >= _SAME_CASE for clause in others
    )


_BECAUSE = cues.Cue("because, since, weil, da, car, parce que, omdat, porque")
_SAME_CASE = 2


def _subject(clause: Clause) -> frozenset[str]:
    """Return the stems in front of the verb of a clause, or behind "for" in it."""
    found = _VERB.search(clause.words)
    before = clause.words[: found.start()] if found else ""
    return clause.sentence.stems_of(before)


_VERB = re.compile(
    r" (?:needs?|need not|do|does|don't|doesn't|has|have|is|are|must|may|can|cannot|will|get|gets"
    r"|braucht|brauchen|muss|müssen|ist|sind|darf|dürfen|benötigt|benötigen|hat|haben|kommt|kommen"
    r"|wird|werden)(?= )"
)


def is_near(clause: Clause, at: int, one: Needed) -> bool:
    """Return whether the words of a clause from `at` on soon name what has to be there."""
    return bool(one.stems & clause.sentence.stems_of(clause.words[at : at + _NEAR]))


def clause_before(clause: Clause) -> Clause | None:
    """Return the clause in front of another one of its sentence."""
    clauses = clause.sentence.clauses
    at = clause.place
    return clauses[at - 1] if at else None
