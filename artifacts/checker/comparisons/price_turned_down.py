"""Prices and discounts that the founder has thought of and does not want."""

from __future__ import annotations

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch

_TURNED_DOWN = cues.Cue("""
    i thought about, we thought about, thought of asking, said to ask, told me to, told us to
    advised me, advised us, i tried, we tried, hung up, i laughed at, deserve a slap, i refused
    we refused, i said no, we said no, turned that down, hab ich nein gesagt, habe ich nein gesagt
    haben wir nein gesagt, haben wir verworfen, habe ich verworfen, hätte gern, hätt gern
    hat mir geraten, j'ai refusé, m'a conseillé, nous avons refusé, heb ik nee gezegd
    hebben we verworpen, me aconsej*, dije que no, dijimos que no
    """)
"""Phrases by which a price was only an idea."""
_LESS_FOR_SOME = cues.Cue("""
    cheaper, discount, discounts, reduced price, a lower price, less for, billiger, günstiger
    rabatt, nachlass, ermäßigung, remise, moins cher, réduction, korting, goedkoper, descuento
    más barato, rebaja
    """)
"""Words by which somebody pays less than others."""


def price_turned_down(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of a price they do not ask, where a sentence asks it; else
    "".
    """
    if not _asks_a_price(sentence):
        return ""
    for money in sentence.each(MoneyMatch):
        unit = money.currency or known.home
        told = [k for k in known.money if (k.amount, k.unit) == (money.amount, unit)]
        if told and all(k.answer == "price" and k.sentence.says(_TURNED_DOWN) for k in told):
            return told[0].sentence.text
    return ""


def _asks_a_price(sentence: Sentence) -> bool:
    """Whether a sentence has something paid for, and neither compares prices nor turns one down."""
    if not sentence.is_certain or sentence.says(_TURNED_DOWN) or sentence.says(cues.COMPARED):
        return False
    return sentence.says(cues.PAY) or sentence.says(cues.BILLED)


def discount_though_none(known: Knowledge, sentence: Sentence) -> str:
    """Return where the founder says that some pay no less, where a sentence gives it to them for
    less; else "".
    """
    if not sentence.says(_LESS_FOR_SOME) or not sentence.is_certain:
        return ""
    for told in known.told["price"]:
        for clause in told.clauses:
            is_denied = clause.says(_LESS_FOR_SOME) and clause.says(cues.NEGATION)
            if is_denied and (clause.stems - SAY_LITTLE) & sentence.stems:
                return told.text
    return ""
