"""What never goes to somebody by our answers, and whether a text hands it to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE, spoken_of
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered

_GETS = (
    r"sees?|gets?|receives?|reads?|learns?|has access to|have access to|sieht|sehen|bekommt"
    r"|bekommen|erhält|erhalten|kriegt|kriegen|liest|lesen|erfährt|erfahren|voit|voient|reçoit"
    r"|reçoivent|obtient|lit|ziet|zien|krijgt|krijgen|ontvangt|ontvangen|leest|ve|ven|recibe"
    r"|reciben|obtiene|lee"
)
_GOES = (
    r"(?:goes|go|going|passed|passed on|sent|given|handed|handed over|shown|sold|shared|forwarded"
    r"|transmitted) (?:to|on to|with)"
    r"|(?:geht|gehen|gelangt|gelangen)(?: (?:nie|niemals|nicht|auch|direkt|sofort|dann))? an"
    r"|(?:va|vont|transmis|transmise|transmises|envoyé|envoyée|envoyées|donné|donnée|données|vendu"
    r"|vendues|communiqué|communiquées) (?:jamais |pas )?(?:à|au|aux)"
    r"|(?:gaat|gaan)(?: (?:nooit|niet|ook|meteen))? (?:naar|aan)"
    r"|(?:va|van|enviado|enviados|enviadas|dado|dados|dadas|vendido|vendidos|mostrado) (?:a|al)"
)
_PASSED_ON = (
    r"weitergegeben|weitergereicht|geschickt|gegeben|verkauft|übermittelt|gezeigt|verschickt"
    r"|doorgegeven|gestuurd|verkocht|getoond"
)
_SEES = re.compile(f" (?:{_GETS})(?= )")
_TO = re.compile(
    rf" (?:{_GOES})(?P<who>(?: [^ .,;:]+){{1,4}})(?= )"
    rf"| (?:an|aan)(?P<to>(?: [^ .,;:]+){{1,4}}) (?:{_PASSED_ON})(?= )"
)
_VERB_SECOND = ("de", "nl")


@dataclass(frozen=True)
class Withheld:
    """What somebody never gets, as stems, and the founder's sentence that says so."""

    what: frozenset[str]
    who: frozenset[str]
    told: Sentence


def hands_over_what_is_withheld(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that somebody never gets a thing, where a sentence gives it to
    them; else "".
    """
    if not (_SEES.search(sentence.words) or _TO.search(sentence.words)):
        return ""
    if sentence.says(cues.CONDITIONAL):
        return ""
    found = (one for one in kept_from_some(known) if one.what & _given_to(one.who, sentence))
    return next((one.told.text for one in found), "")


def _given_to(who: frozenset[str], sentence: Sentence) -> frozenset[str]:
    """Return the stems of what a sentence may give to `who`; none where it gives them nothing."""
    given = list(_not_denied(sentence))
    theirs = [clause for clause in given if who <= _who_gets(clause)]
    beside = (clause for clause in given if not _who_gets(clause)) if theirs else ()
    return frozenset().union(*(clause.stems for clause in (*theirs, *beside))) - who


def _not_denied(sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses that neither deny something nor go on with what is denied."""
    is_denied = False
    for clause in sentence.clauses:
        goes_on = is_denied and _GOES_ON.begin(clause.words)
        is_limited = _ONLY_SOMEWHERE.search(clause.words) is not None
        is_denied = clause.says(cues.NEGATION) or goes_on or is_limited
        if not is_denied:
            yield clause


_ONLY_SOMEWHERE = re.compile(
    r" (?:only|nur|seulement|uniquement|alleen|sólo|solo)"
    r" (?:at|on|in|when|after|if|auf|am|im|in|bei|beim|an|nach|wenn|dans|sur|au|quand"
    r"|op|bij|als|en|cuando)(?= )"
)
"""Words that limit where or when somebody gets something."""
_GOES_ON = cues.Cue("""
    who, what, which, that, whom, wer, was, wen, wem, welche, welcher, welches, dass, qui, ce qui
    ce que, quel, quelle, wie, wat, welke, dat, quién, qué, que, cuál
    """)


def _who_gets(clause: Clause) -> frozenset[str]:
    """Return the stems of who gets something by a clause: in front of "gets" or behind "goes to",
    and on either side of the verb where an object may come first.
    """
    language = clause.sentence.source.lexicon.language
    sees, to = _SEES.search(clause.words), _TO.search(clause.words)
    who = _receiver(to) if to else ""
    if sees:
        who += clause.words[: sees.start()]
        if language in _VERB_SECOND:
            who += f" {' '.join(clause.words[sees.end() :].split()[:_NEAR])}"
    return clause.sentence.stems_of(who)


_NEAR = 2
"""Words behind a verb that its subject is among."""


def _receiver(to: re.Match[str]) -> str:
    return to["who"] or to["to"]


@remembered
def kept_from_some(known: Knowledge) -> tuple[Withheld, ...]:
    """Return what the answers keep from somebody."""
    told = (s for key in _SAID_IN for s in known.told[key])
    clauses = (c for s in told for c in s.clauses if c.says(cues.NEGATION))
    return tuple(filter(None, map(_withheld_in, clauses)))


_SAID_IN = ("idea", "constraint", "left_out", "place")
"""Answers that say what we never do with what we know."""


def _withheld_in(clause: Clause) -> Withheld | None:
    """Return what a clause that denies something keeps from somebody; None if it keeps nothing."""
    sees, to = _SEES.search(clause.words), _TO.search(clause.words)
    if to:
        receiver, thing = _receiver(to), clause.words[: to.start()]
    elif sees:
        receiver, thing = clause.words[: sees.start()], clause.words[sees.end() :]
    else:
        return None
    who = clause.sentence.stems_of(receiver) - _NEVER
    what = clause.sentence.stems_of(thing) - _NEVER - SAY_LITTLE
    what = (what or (_behind(clause) if sees else _heads_before(clause))) - who
    return Withheld(what, who, clause.sentence) if who and what else None


def _behind(clause: Clause) -> frozenset[str]:
    """Return the stems of the clause behind one: "they never learn, who called"."""
    behind = (c for c in clause.sentence.clauses if c.first > clause.first)
    return next((c.stems for c in behind), frozenset())


def _heads_before(clause: Clause) -> frozenset[str]:
    """Return the stems of what a pronoun at the beginning of a clause stands for."""
    before = [c for c in clause.sentence.clauses if c.first < clause.first]
    heads = (c.sentence.stems_between(c.first, min(c.first + _HEAD, c.last)) for c in before)
    return frozenset().union(*heads) or spoken_of(clause)


_HEAD = 3
"""Words at the beginning of a clause that say what it is about."""
_NEVER = frozenset(("nie", "niemal", "not", "nooit", "nunca", "jamais"))
