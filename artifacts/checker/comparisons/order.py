"""What the founder says must be there, or come first, and whether a text turns that round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.other_duties import is_about_another
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.requirements import Needed
from artifacts.checker.cues.needless import DUTY, NEEDLESS, NO_DUTY, UNDER
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch

_NEAR = 50
"""Characters behind "before" that say what comes later."""


def turned_round(known: Knowledge, sentence: Sentence) -> Sentence | None:
    """Return the founder's sentence that has one thing come before another, where a text has them
    the other way: "switched on before the electrician has signed".
    """
    parts = None if sentence.negated or sentence.says(cues.CONDITIONAL) else _parts(sentence)
    if parts is None:
        return None
    first, then = parts
    for told in _on_duties(known):
        order = _parts(told)
        if order is None:
            continue
        earlier, later = (stems - SAY_LITTLE for stems in order)
        is_turned = first & later and then & earlier
        if is_turned and not (first & earlier or then & later):
            return told
    return None


def _parts(sentence: Sentence) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the stems of what comes before and of what comes after."""
    before = sentence.find(cues.BEFORE_IT)
    if before is None:
        return None
    first = sentence.stems_of(sentence.words[: before.start()])
    then = sentence.stems_of(sentence.words[before.end() :][:_NEAR])
    return (first, then) if first and then else None


def needless_though_told(known: Knowledge, sentence: Sentence) -> Sentence | None:
    """Return the founder's sentence that needs a thing which a text calls needless."""
    for clause in sentence.clauses:
        if UNDER.begin(clause.words) or clause.says(cues.CONDITIONAL):
            continue
        if not clause.says(NEEDLESS) and not NO_DUTY.search(clause.words):
            continue
        about = _about(clause)
        for told in _on_duties(known):
            thing = Needed("", told, about)
            if (
                len(about) > 1
                and about <= told.stems
                and not is_about_another(known, clause, thing)
            ):
                return told
    return None


def _about(clause: Clause) -> frozenset[str]:
    """Return the stems of what a clause is about, in front of what it says of it."""
    found = clause.find(NEEDLESS)
    words = clause.words[: found.start()] if found else _DUTY_WORDS.sub(" ", clause.words)
    return clause.sentence.stems_of(words)


_DUTY_WORDS = re.compile(
    r" (?:(?:asks?|wants?|demands?|requires?) (?:us )?(?:for )?|verlangt|fordert|erwartet|niemand"
    r"|von uns|exige|demande|vraagt|eist|pide|nadie|personne|nobody|braucht|brauchen"
    r"|needed|required|necessary)(?= )"
)
"""Words of a duty that say nothing of what it is about."""


def _on_duties(known: Knowledge) -> Iterator[Sentence]:
    """Yield what the founder says has to be there or be done, but for money."""
    for key in ("constraint", "place"):
        for told in known.told[key]:
            if told.says(DUTY) and not any(told.each(MoneyMatch)):
                yield told
