"""What a law makes of something, and who alone may do a thing: whether a text denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import LawMatch

_UNDER = r"(?:under|within|by|nach|unter|gemäß|laut|im sinne|au sens|selon|volgens|según|in the)"
_IS_OF = re.compile(
    r" (?:are|is|count as|counts as|classed as|sind|ist|gelten als|gilt als|sont|est|zijn|is"
    r"|gelden als|son|es|cuentan como) (?P<kind>(?:[^ .,;:]+ ){1,5}?)"
    rf"(?={_UNDER} |$|[.,;])"
)
"""What the founder says that something is: "are health data under UK GDPR"."""
_IS_NOT_OF = re.compile(
    r" (?:(?:does|do|will) not count as|(?:doesn't|don't) count as|(?:is|are) not|(?:is|are) no"
    r"|(?:gilt|gelten|zählt|zählen)(?: [^ .,;:]+){0,3} nicht (?:als|zu)"
    r"|(?:ist|sind)(?: [^ .,;:]+){0,2} keine?r?|(?:ist|sind) nicht"
    r"|(?:n'|ne) (?:est|sont) pas(?: des| de| une| un)?|(?:is|zijn) geen|(?:geldt|gelden) niet als"
    r"|no (?:es|son)(?: un| una)?) (?P<kind>[^.,;:]+) "
)
"""What a text says that something is not."""
_REASON = cues.Cue("""
    since, because, as, so, for, da, weil, denn, car, puisque, comme, want, omdat, aangezien, porque
    puesto que, ya que
    """)
"""Words in front of the reason of what a sentence says before."""


def class_denied(known: Knowledge, sentence: Sentence) -> Sentence | None:
    """Return the founder's sentence that a law makes something of a kind ("health data") which a
    text says that it is not.
    """
    if sentence.says(cues.CONDITIONAL):
        return None
    for clause in sentence.clauses if sentence.negated else ():
        found = _IS_NOT_OF.search(clause.words)
        if found is None:
            continue
        kind = sentence.stems_of(found["kind"])
        about = sentence.stems_of(clause.words[: found.start()])
        about = sentence.stems if _REASON.begin(clause.words) else about
        for told, things, told_kind in _kinds_told(known):
            is_named = len(kind) > 1 or _COMPOUND.search(found["kind"])
            if is_named and kind <= told_kind and things & about:
                return told
    return None


_COMPOUND = re.compile(r"\b[^\W\d_]{11,}\b")
"""A kind in one word: "Gesundheitsdaten"."""


def _kinds_told(known: Knowledge) -> Iterator[tuple[Sentence, frozenset[str], frozenset[str]]]:
    """Yield the founder's sentences that say under a law what something is: with the stems of
    the thing and of the kind.
    """
    for told in known.told["constraint"]:
        for clause in told.clauses if told.has(LawMatch) else ():
            found = _IS_OF.search(clause.words)
            if found and not clause.says(cues.NEGATION):
                listed = _listed_before(clause)
                things = told.stems_of(clause.words[: found.start()]) | listed
                yield told, things - SAY_LITTLE, told.stems_of(found["kind"])


def _listed_before(clause: Clause) -> frozenset[str]:
    """Return the stems of a clause that is but a noun in front of this one."""
    before = [c for c in clause.sentence.clauses if c.last == clause.first - 1]
    return frozenset().union(*(c.stems for c in before if c.last - c.first <= _NOUN))


_NOUN = 2
"""Most words of a noun in a list."""


# -- who alone may
# --------------------------------------------------------------------------------------------------

_ALONE = re.compile(
    r" only (?P<who>(?:[^ .;:]+ ){1,10})(?:may|can|is allowed to|are allowed to) (?P<does>[^.;:]+)"
    r"| (?P<does_de>(?:[^ .,;:]+ )?(?:darf|dürfen)(?: [^ .,;:]+){0,3}) nur (?P<who_de>[^.;:]+)"
    r"| nur (?P<who_de2>(?:[^ .;:]+ ){1,10})(?:darf|dürfen) (?P<does_de2>[^.;:]+)"
    r"| (?:seul|seule|seuls|seules) (?P<who_fr>(?:[^ .;:]+ ){1,10})(?:peut|peuvent)"
    r" (?P<does_fr>[^.;:]+)"
    r"| (?:alleen|enkel) (?P<who_nl>(?:[^ .;:]+ ){1,10})(?:mag|mogen) (?P<does_nl>[^.;:]+)"
    r"| (?:sólo|solo) (?:puede|pueden) (?P<does_es>(?:[^ .,;:]+ ){1,4})(?P<who_es>quien[^.;:]+)"
)
"""Who alone may do something: "only somebody with a certificate may sign the form"."""
_OTHERS_TOO = cues.Cue("""
    can also be, may also be, can also, may also, can be * by anybody, anybody can, anyone can
    anybody may, anyone may, everybody can, everyone can, kann auch, können auch, darf auch
    dürfen auch, kann jeder, darf jeder, jeder kann, jeder darf, kann jede, darf jede
    peut aussi, peuvent aussi, chacun peut, n' importe qui peut, kan ook, mag ook, iedereen kan
    iedereen mag, también puede, también pueden, cualquiera puede
    """)
"""Phrases by which somebody else may do something, too."""


def open_to_others(known: Knowledge, sentence: Sentence) -> Sentence | None:
    """Return the founder's sentence that only some may do a thing, where a text lets somebody else
    do it.
    """
    if not sentence.says(_OTHERS_TOO) or sentence.says(cues.CONDITIONAL):
        return None
    for clause in sentence.clauses:
        if not clause.says(_OTHERS_TOO) or clause.says(cues.NEGATION):
            continue
        for told, does, who in _done_by_some(known):
            if does and does <= clause.stems and not who & clause.stems:
                return told
    return None


def _done_by_some(known: Knowledge) -> Iterator[tuple[Sentence, frozenset[str], frozenset[str]]]:
    """Yield the founder's sentences on who alone may do something, with the stems of what they do
    and of what makes them those.
    """
    for told in known.told["constraint"]:
        found = _ALONE.search(told.words)
        if found is None:
            continue
        parts = [(key, text) for key, text in found.groupdict().items() if text]
        does = next(text for key, text in parts if key.startswith("does"))
        who = next(text for key, text in parts if key.startswith("who"))
        yield told, told.stems_of(does) - _MAY, told.stems_of(who)


_MAY = frozenset(("darf", "durfen"))
