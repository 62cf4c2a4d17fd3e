"""Prices that come on top of another one in a case that a text names: "the tank, if there's no
water, is 390" for "a house without water pays 1,840".
"""

from __future__ import annotations

from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered

Extra = tuple[Decimal, str, frozenset[str]]
"""An amount with its currency, and the stems that no other sentence on the price has."""


def extras_named(known: Knowledge, sentence: Sentence, unit: str) -> tuple[Decimal, ...]:
    """Return the prices for a case whose own words a sentence has."""
    if sentence.mark:
        return ()
    found = (one for one in _extras(known) if one[1] == unit and one[2] & sentence.stems)
    return tuple(dict.fromkeys(amount for amount, _, _ in found))


@remembered
def _extras(known: Knowledge) -> tuple[Extra, ...]:
    """Return the prices that our answers name for a case, each with the stems that tell it."""
    told = known.told["price"]
    found: list[Extra] = []
    for said in (k for k in known.money if k.answer == "price"):
        if said.sentence.says(_IN_A_CASE):
            others = (one.stems for one in told if one is not said.sentence)
            own = said.sentence.stems.difference(*others) - SAY_LITTLE
            found.append((said.amount, said.unit, own))
    return tuple(found)


_IN_A_CASE = cues.Cue("""
    if, where there is no, where there's no, falls, wenn, sofern, si, s' il, als er, indien
    si no hay, si hay
    """)
"""Words by which a price is for a case that may not be there."""
