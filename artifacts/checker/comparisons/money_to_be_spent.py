"""Money that has to be spent by a day, and that a text keeps for later."""

from __future__ import annotations

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.awaited import amounts_named
from artifacts.checker.comparisons.bare_amounts import ON_FUNDS
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge

_TO_BE_SPENT = cues.Cue("""
    has to be spent, have to be spent, must be spent, to be spent by, or it goes back, goes back
    lapses, it lapses, is lost, auszugeben, ausgegeben sein, ausgegeben werden, sonst sind sie weg
    sonst ist es weg, verfällt, verfallen, à dépenser avant, doit être dépensé*, doivent être
    dépensé*, moet op, moeten op, moet besteed, vervalt, rendir*, hay que gastar*, se pierde
    """)
_CARRIED_OVER = cues.Cue("""
    carried over, carries over, carry over, carried into, set aside for, put aside for, put by for
    kept for the following, kept for next, saved for the next, rolled over, übertragen, als rücklage
    zurückgelegt, ins nächste jahr, ins folgejahr, in das folgejahr, reporté*, mis en réserve
    doorgeschoven, overgedragen, opzijgezet, volgend jaar, se guarda*, traspas*, para el año
    siguiente
    """)


def kept_too_long(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that money has to be spent by a day, where a sentence keeps a part
    of it for later; else "".
    """
    if not sentence.says(_CARRIED_OVER) or sentence.negated:
        return ""
    told = (s for key in ON_FUNDS for s in known.told[key] if s.says(_TO_BE_SPENT))
    return next((s.text for s in told if _speaks_of_funds(known, sentence, s)), "")


def _speaks_of_funds(known: Knowledge, sentence: Sentence, told: Sentence) -> bool:
    """Whether a sentence names an amount of the founder's sentence, or whose money it is."""
    funds = [k for k in known.money if k.answer in ON_FUNDS and k.sentence is told]
    if {k.amount for k in funds} & amounts_named(sentence):
        return True
    givers = (k.clause.stems - SAY_LITTLE for k in funds)
    return bool(frozenset().union(*givers) & sentence.stems)
