"""What has to come first and is got when we have begun, or is said to be there already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.requirements import Needed, requirements_in
from artifacts.checker.comparisons.things_needed import bodies_in
from artifacts.checker.cues.waived import (
    ALONGSIDE,
    AT_ONCE,
    EVEN_IF,
    GETS,
    HELD,
    LATE,
    ONCE_MORE,
    SO_WE,
    SOME_TIME,
    STANDS_STILL,
    STILL_OPEN,
)
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import DateMatch, SpanMatch

# -- late
# --------------------------------------------------------------------------------------------------


def is_late(known: Knowledge, clause: Clause, one: Needed) -> bool:
    """Return whether a clause has a thing be got when we have begun that has to come first."""
    if not one.comes_first or clause.says(cues.NEGATION) or clause.says(ONCE_MORE):
        return False
    if any(_waits_until(c) for c in clause.sentence.clauses):
        return False
    if _is_by_the_way(clause) or _is_behind_in_time(known, clause, one):
        return True
    return clause.says(GETS) and _is_got_late(clause, one)


def _waits_until(clause: Clause) -> bool:
    """Whether nothing is done until something; "until then they go without" is no waiting."""
    is_until = clause.says(cues.UNTIL) and not _UNTIL_THEN.begin(clause.words)
    return is_until and clause.says(cues.NEGATION)


_UNTIL_THEN = cues.Cue("""
    until then, till then, up to then, bis dahin, so lange, solange, d' ici là, tot dan
    hasta entonces
    """)


def _is_got_late(clause: Clause, one: Needed) -> bool:
    """Whether a clause, or what follows it, puts what is got behind the beginning."""
    found = LATE.search(clause.words)
    if found is None and _is_some_time(clause):
        others = (c for c in clause.sentence.clauses if c.first < clause.first)
        return any(_begins(c, one) for c in others)
    behind = next((c for c in clause.sentence.clauses if c.first > clause.first), None)
    found = found or (LATE.match(behind.words) if behind else None)
    return found is not None and not _is_what_comes_first(clause, found.group(), one)


def _is_what_comes_first(clause: Clause, found: str, one: Needed) -> bool:
    """Whether it is the thing that others come after: "once the inspection is over"."""
    return found.startswith(_BEHIND) and bool(one.stems & clause.sentence.stems_of(found))


_BEHIND = (" after ", " once ", " when ", " nach ", " sobald ", " wenn ")


def _is_by_the_way(clause: Clause) -> bool:
    """Whether a clause has something be got while another one begins at once."""
    if not clause.says(ALONGSIDE) and not (clause.says(GETS) and not clause.says(AT_ONCE)):
        return False
    if clause.sentence.says(cues.UNTIL) or clause.sentence.says(STANDS_STILL):
        return False
    return any(c.says(AT_ONCE) and not c.says(cues.NEGATION) for c in _others(clause))


def _others(clause: Clause) -> list[Clause]:
    """Return the other clauses of its sentence."""
    return [c for c in clause.sentence.clauses if c.first != clause.first]


def _is_behind_in_time(known: Knowledge, clause: Clause, one: Needed) -> bool:
    """Whether a clause has something be got in a month behind the one in which another begins."""
    sentence = clause.sentence
    if not sentence.has(DateMatch) or not clause.says(GETS) or sentence.says(cues.UNTIL):
        return False
    months = [_month_of(match, known) for match in clause.each(DateMatch)]
    others = [c for c in _others(clause) if _begins(c, one) or _is_on_the_offer(known, c)]
    begun = [_month_of(match, known) for c in others for match in c.each(DateMatch)]
    return bool(months and begun) and min(months) > max(begun)


def _is_on_the_offer(known: Knowledge, clause: Clause) -> bool:
    is_denied = clause.says(cues.NEGATION) or clause.says(STANDS_STILL)
    return not is_denied and bool(clause.stems & known.offer_stems)


def _month_of(match: DateMatch, known: Knowledge) -> tuple[int, int]:
    """Return the year and month of a date, in the year from today on where none was said."""
    this = known.today
    return match.year or this.year + (match.month < this.month), match.month


def _is_some_time(clause: Clause) -> bool:
    is_span = clause.says(cues.WITHIN) and any(m.weeks for m in clause.each(SpanMatch))
    return is_span or SOME_TIME.search(clause.words) is not None


def is_begun_before(known: Knowledge, clause: Clause, one: Needed) -> bool:
    """Return whether something happens before a thing is there that has to come first."""
    found = clause.find(cues.BEFORE_IT)
    if found is None or not one.comes_first or clause.says(ONCE_MORE):
        return False
    front = clause.sentence.stems_of(clause.words[: found.start()])
    behind = clause.sentence.stems_of(clause.words[found.end() :])
    of_ours = (one.told.stems | known.offer_stems) - one.stems
    if clause.says(cues.NEGATION):
        # "Nobody looks at the licence before the first booking."
        is_turned = one.stems <= front and one.stems.isdisjoint(behind)
        return is_turned and bool(behind & of_ours) and not one.is_law
    return bool(one.stems & behind) and bool(front & (one.told.stems - one.stems))


# -- there already, or on its way
# --------------------------------------------------------------------------------------------------


def is_held(known: Knowledge, clause: Clause, one: Needed) -> bool:
    """Return whether a clause has us hold what the founder says has to be got first."""
    if one.is_law or clause.says(cues.NEGATION) or clause.sentence.says(_NOT_YET):
        return False
    if _is_told_held(known, one):
        return False
    if HELD.search(clause.words):
        return True
    others = (c for c in clause.sentence.clauses if c.first > clause.first)
    is_there = _IS_THERE.search(clause.words) is not None
    return is_there and any(SO_WE.match(c.words) for c in others)


def _is_told_held(known: Knowledge, one: Needed) -> bool:
    return any(_TOLD_HELD.search(s.words) for s in known.sentences if one.stems & s.stems)


_IS_THERE = re.compile(r" (?:is|are|ist|sind|liegt|liegen)(?: [^ .,;]+){0,4} (?:[^ .,;]+)(?= )")
_NOT_YET = cues.Cue("""
    once, when, until, till, before, by, as soon as, after, only then, from then on, will, sobald
    wenn, bis, bevor, ehe, erst, nach, dann, wird, werden, une fois, quand, avant, zodra, als, tot
    cuando, hasta, antes
    """)
_TOLD_HELD = re.compile(
    r" (?:we|i|he|she|they|wir|ich) (?:have|has|hold|am|are|haben|habe|sind|bin) (?:[^ .,;]+ ){0,3}"
    r"(?:registered|licensed|certified|vetted|approved|registriert|zugelassen|eingetragen|schon"
    r"|bereits|already)"
)


def pending(known: Knowledge, sentence: Sentence) -> Needed | None:
    """Return what is not there yet while a thing begins that has to wait for it."""
    if one := _begun_on_applying(known, sentence):
        return one
    if sentence.says(cues.UNTIL) or not sentence.says(STILL_OPEN):
        return None
    is_even_so = sentence.says(EVEN_IF)
    for clause in sentence.clauses:
        if not clause.says(STILL_OPEN) or (clause.says(cues.CONDITIONAL) and not is_even_so):
            continue
        for one in _awaited_in(known, clause):
            if one.comes_first and (_is_begun_beside(clause, one) or _is_done_even_so(clause, one)):
                return one
    return None


def _begun_on_applying(known: Knowledge, sentence: Sentence) -> Needed | None:
    """Return what has to come first where a sentence begins when it is applied for: "we start as
    soon as the form is posted to the council".
    """
    applied = _APPLIED.search(sentence.words)
    if applied is None or sentence.negated or not sentence.says(cues.BEGINS):
        return None
    needed = (one for clause in sentence.clauses for one in _awaited_in(known, clause))
    return next((one for one in needed if one.comes_first), None)


_APPLIED = re.compile(
    r" (?:as soon as|once|when|the day|sobald|wenn|dès que|zodra|en cuanto) (?:[^ .,;]+ ){0,2}"
    r"(?:form|forms|application|papers|request|antrag|formular|unterlagen|anmeldung|demande|dossier"
    r"|aanvraag|solicitud) (?:[^ .,;]+ ){1,4}?(?:posted|filed|lodged|submitted|handed in|sent"
    r"|sent off|in the post|gestellt|eingereicht|abgeschickt|abgegeben|unterwegs|déposée?|envoyée?"
    r"|ingediend|verstuurd|presentada|enviada)(?= )"
)


def _is_begun_beside(clause: Clause, one: Needed) -> bool:
    return any(_begins(other, one) for other in _others(clause))


def _is_done_even_so(clause: Clause, one: Needed) -> bool:
    """Whether a clause does something "although" a thing is not there that it names behind it."""
    found = clause.find(EVEN_IF)
    front = clause.words[: found.start()] if found else ""
    if len(front.split()) < _IN_FRONT or cues.NEGATION(front + " ") or STANDS_STILL(front + " "):
        return False
    return one.stems.isdisjoint(clause.sentence.stems_of(front))


_IN_FRONT = 3
"""Least words in front of "although" or "before" that say what is done."""


def _awaited_in(known: Knowledge, clause: Clause) -> Iterator[Needed]:
    """Yield what a clause names that has to be there, by itself or by who grants it."""
    yield from requirements_in(known, clause)
    for told in {**known.permits, **known.law_sentences}.values():
        named = [word for word in bodies_in(told) if f" {word} " in clause.words]
        if named:
            yield Needed(min(named), told, frozenset())


def _begins(clause: Clause, one: Needed) -> bool:
    if clause.says(cues.NEGATION) or clause.says(STANDS_STILL):
        return False
    if clause.says(cues.SOON) or clause.says(cues.BEGINS):
        return True
    return bool(clause.stems & (one.told.stems - one.stems - SAY_LITTLE))
