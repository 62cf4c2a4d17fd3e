"""What has to come before anything begins: sentences that put a permit behind, or do without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.needs import permit_words
from artifacts.checker.comparisons.other_duties import is_about_another
from artifacts.checker.comparisons.requirements import Needed
from artifacts.checker.cues.limits import BY_A_SEASON
from artifacts.checker.cues.needless import NEEDLESS
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of
from artifacts.checker.text import without
from artifacts.facts.grammar.matches import SpanMatch

Permit = tuple[str, str]
"""The kind of a permit, and the word of the text for it."""

_NAME = 70
"""Characters behind "without" that name a permit: "a licence of the Department of Agriculture"."""
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
        or _there_already(known, sentence)
        or _needed_by_some(known, sentence)
        or _turned_round(known, sentence)
        or _done_without(known, sentence)
        or _begun_before(known, sentence)
        or _pending(known, sentence)
    )


def _postponed(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that is only asked for later, or may be."""
    if (waits(sentence) and not sentence.says(cues.CAN_WAIT)) or sentence.says(cues.RENEWAL):
        return None
    for clause in sentence.clauses:
        if clause.says(cues.NEGATION) or not clause.says(cues.OBTAINED):
            continue
        needed = _needed_in(known, clause)
        if needed and _is_later(clause) and _something_else_begins(clause):
            return needed[0]
    return next(filter(None, map(partial(_that_can_wait, known), sentence.clauses)), None)


def _that_can_wait(known: Knowledge, clause: Clause) -> Permit | None:
    """Return the permit that a clause says has time."""
    found = clause.find(cues.CAN_WAIT)
    if found is None or clause.says(cues.NEGATION):
        return None
    before = clause.words[: found.start()]
    return next((one for one in _needed_in(known, clause) if one[1] in before), None)


def _not_needed(known: Knowledge, sentence: Sentence) -> Permit | None:
    for clause in sentence.clauses:
        is_denied = clause.says(cues.NEGATION) and clause.says(cues.NEEDED)
        is_denied = is_denied or _is_no_need(clause) or clause.says(NEEDLESS)
        for kind, word in _needed_in(known, clause) if is_denied else ():
            permit = Needed(word, known.permits[kind], stems_of(word, known.language))
            if not is_about_another(known, clause, permit):
                return kind, word
    return None


def _is_no_need(clause: Clause) -> bool:
    """Whether a clause says that something need not be, and not that it has to wait."""
    return bool(_NO_NEED.search(clause.words)) and not _WAITED_FOR.search(clause.words)


_NO_NEED = re.compile(
    r" (?:nobody|no one|none of us) (?:has to|needs to|needs) "
    r"| (?:do|does|did) not (?:have to|need) | don't (?:have to|need) | doesn't (?:have to|need) "
    r"| need not | needs? no "
    r"| (?:brauchen|braucht) (?:wir |es |man |dafür )*(?:kein|keine|keinen) "
    r"| (?:muss|müssen|braucht|brauchen) (?:[^ ]+ ){0,4}nicht "
)
"""Denials of a need, of which the verb is not one of those for what is needed."""
_WAITED_FOR = re.compile(r" (?:wait|warten|before|without|until|vor|bevor|ohne|bis) ")


def _there_already(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that is said to be there, though our answers say that it has to come."""
    if waits(sentence) or sentence.says(cues.LATER):
        return None
    for clause in sentence.clauses:
        if clause.says(cues.NEGATION) or not clause.says(cues.GRANTED):
            continue
        needed = _needed_in(known, clause) or _needed_in(known, sentence)
        missing = [one for one in needed if not known.permits[one[0]].says(cues.GRANTED)]
        if missing and not any(s.says(cues.GRANTED) for s in known.sentences):
            return missing[0]
    return None


def _needed_by_some(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit of all that a sentence asks of some alone."""
    for clause in sentence.clauses:
        if clause.says(cues.ONLY_FOR) and not clause.says(cues.NEGATION):
            for permit in _needed_in(known, clause):
                if any(map(_holds_for_all, _told_of(known, permit))):
                    return permit
    return None


def _holds_for_all(told: Sentence) -> bool:
    """Whether a permit is needed by all, or before the first of them."""
    return told.says(cues.EVERYBODY) or told.says(cues.BEFORE_IT)


def _turned_round(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that comes after what it has to come before."""
    after = sentence.find(cues.EVENT)
    if after is None or sentence.negated or not _AFTER.search(after.group()):
        return None
    front, behind = sentence.words[: after.start()], sentence.words[after.end() :]
    if not front.strip() and "after" not in after.group():
        # "Once the names are stored, the registration is applied for."
        behind, _, front = behind.partition(" , ")
    behind = behind[:_SUBJECT]
    event = sentence.stems_of(behind)
    for permit in _needed_in(known, sentence):
        is_late = permit[1] in front and permit[1] not in behind
        told_of = _told_of(known, permit) if is_late else ()
        if any(event & _stems_it_precedes(told, permit) for told in told_of):
            return permit
    return None


def _told_of(known: Knowledge, permit: Permit) -> Iterator[Sentence]:
    """Yield the founder's sentences that name a kind of permit."""
    return (s for s in known.sentences if permit[0] in dict(permit_words(s)))


def _stems_it_precedes(told: Sentence, permit: Permit) -> frozenset[str]:
    """Return the stems of what a permit comes before in a sentence that says nothing else of when:
    those behind "before", or in front of it where nothing is done before the permit is there.
    """
    before = told.find(cues.BEFORE_IT)
    if before is None or told.says(cues.EVENT):
        return frozenset()
    front, behind = told.words[: before.start()], told.words[before.end() :]
    if permit[0] in behind and cues.NEGATION(told.words[: before.end()]):
        return told.stems_of(front)
    return told.stems_of(behind[:_SUBJECT])


_AFTER = re.compile(r"after|once|nach|sobald|après|na|zodra|después")


def _done_without(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that something is done without: "it is gathered without a licence", or the
    consent of somebody who is not asked.
    """
    if unasked := _done_unasked(known, sentence):
        return unasked
    for clause in sentence.clauses:
        found = _WITHOUT.search(clause.words)
        if found is None or _is_denied_before(clause, found) or sentence.says(_CANNOT):
            continue
        behind = clause.words[found.end() :][:_NAME]
        begins = clause.words[: found.start()].strip()
        for permit in _needed_in(known, clause) if begins else ():
            if permit[1] in behind:
                return permit
    return None


def _done_unasked(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the consent that has to be there, where something is done without asking somebody."""
    consent = next((kind for kind in known.permits if kind in _CONSENT), None)
    if consent is None or sentence.says(_CANNOT):
        return None
    for clause in sentence.clauses:
        found = _UNASKED.search(clause.words)
        if found and not _is_denied_before(clause, found):
            behind = sentence.stems_of(clause.words[found.end() :])
            if behind & known.permits[consent].stems:
                return consent, found.group().strip()
    return None


_CONSENT = ("conse", "einwi", "zusti", "toest")
"""Kinds of permits that those give whom it is about."""
_UNASKED = re.compile(
    r" (?:without|ohne|sans|zonder|sin) (?:[^ .,;]+ ){0,4}?"
    r"(?:asking|(?:zu )?fragen|demander|(?:te )?vragen|preguntar)(?= )"
)
_CANNOT = cues.Cue("""
    cannot, can't, may not, must not, out of the question, kann nicht, darf nicht, dürfen nicht
    ausgeschlossen, est exclu, sont exclus, hors de question, uitgesloten, queda excluido, excluido
    """)
"""Denials by which another part takes back what is done without."""


def _is_denied_before(clause: Clause, found: re.Match[str]) -> bool:
    """Whether nothing is done "without": "nobody is treated without consent"."""
    before = without(_WHO_NOT, clause.words[: found.start()] + " ")
    return cues.NEGATION(before + without(_IN_NONE, clause.words[found.end() :]))


_IN_NONE = re.compile(
    r" (?:in|dans|bij|en) (?:none|neither|keine[rmns]?|aucune?|geen|ningun[ao]|ningún)(?= )"
)
"""A denial that only repeats the "without": "sin patente en ninguna de las dos comunas"."""
_WHO_NOT = re.compile(r" (?:who|which|that) (?:cannot|do not|don't|can not|have no|are not) ")
"""A denial that is about some of them."""
_WITHOUT = re.compile(r" (?:without|ohne|sans|zonder|sin) ")


def _begun_before(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that something does not wait for: "it runs before the licence is there"."""
    before = sentence.find(cues.BEFORE_IT) or sentence.find(_AHEAD)
    if before is None or not sentence.words[: before.start()].strip():
        return None
    clauses = [c for c in sentence.clauses if before.group() in c.words]
    parts: list[Clause | Sentence] = [*clauses] or [sentence]
    if any(part.says(cues.NEGATION) for part in parts):
        return None
    first_words = sentence.words[before.end() :][:_SUBJECT]
    if _ALL_ELSE.begin(f" {first_words.strip()} "):
        return None  # what goes in "before anything else" waits for nothing
    return next(
        (permit for permit in _needed_in(known, sentence) if permit[1] in first_words), None
    )


_ALL_ELSE = cues.Cue("""
    anything, everything, all else, all the rest, allem, allen anderen, tout, toute autre, alles
    cualquier, todo
    """)
_AHEAD = cues.Cue("""
    in advance of, ahead of, prior to, noch vor, schon vor, bereits vor, im vorgriff auf
    en amont de, préalablement à, vooruitlopend op, nog vóór, con anterioridad a, previo a
    """)
"""Other words for "before"."""


def _pending(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit that is still asked for while something begins."""
    if not sentence.says(cues.BEGINS) or sentence.negated or waits(sentence):
        return None
    if sentence.says(cues.APPLIED_FOR):
        return next(iter(_needed_in(known, sentence)), None) or _awaited_from(known, sentence)
    for clause in sentence.clauses:
        others = (c for c in sentence.clauses if c.first != clause.first)
        if clause.says(cues.PENDING) and any(c.says(cues.BEGINS) for c in others):
            return next(iter(_needed_in(known, clause)), None)
    return None


def _awaited_from(known: Knowledge, sentence: Sentence) -> Permit | None:
    """Return the permit of an authority that a clause says is still at it."""
    for clause in sentence.clauses:
        for kind, told in known.permits.items() if clause.says(cues.APPLIED_FOR) else ():
            names = {word for word in _NAMES.findall(told.text) if word in _text_of(clause)}
            if len(names) > 1:
                return kind, " ".join(sorted(names))
    return None


_NAMES = re.compile(r"\b[A-ZÄÖÜ][\w-]{3,}")
"""Words with a capital, as an authority is named by."""


def _text_of(clause: Clause) -> str:
    """Return the text of a clause as it was written."""
    source = clause.sentence.source
    return source.text[source.tokens[clause.first].start : source.tokens[clause.last - 1].end]


def waits(sentence: Sentence) -> bool:
    """Whether a sentence says that something does not happen before."""
    denied = [c for c in sentence.clauses if c.says(cues.BEGINS) and c.says(cues.NEGATION)]
    return bool(denied) or cues.UNTIL(BY_A_SEASON.without(sentence.words))


def _needed_in(known: Knowledge, part: Sentence | Clause) -> list[Permit]:
    return [(kind, word) for kind, word in permit_words(part) if kind in known.permits]


def _is_later(clause: Clause) -> bool:
    if clause.says(cues.POSTPONED) or clause.says(BY_A_SEASON):
        return True
    return clause.says(cues.WITHIN) and any(m.weeks is not None for m in clause.each(SpanMatch))


def _something_else_begins(clause: Clause) -> bool:
    others = (c for c in clause.sentence.clauses if c.first != clause.first)
    return any(c.says(cues.SOON) or c.says(cues.BEGINS) for c in others)
