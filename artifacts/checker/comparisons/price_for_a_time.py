"""Prices for a length of time, as 54 for two weeks: whether a text gives another time for it."""

from __future__ import annotations

import re
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.price_counts import prices_of_amount
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import WEEKS_OF, MoneyMatch, SpanMatch

_STAYS = cues.Cue("""
    stays, stay, keeps, keep, lasts, has it, have it, bleibt, bleiben, behält, behalten, reicht
    steht, reste, restent, garde, gardent, dure, blijft, blijven, houdt, houden, se queda, dura
    """)
"""Verbs of how long somebody has something."""
_WHOLE_PERIOD = re.compile(
    r" (?:whole|full|entire|ganzen|ganze|ganzes|vollen|volle|volles|un|une|hele|heel"
    r"|todo el|toda la) (?P<unit>[^ .,;:]+)(?= )"
)
"""One whole period in words: "a whole month"."""
_FOR_A_TIME = (" for ", " für ", " pour ", " voor ", " por ", " per ")
_SLACK = Decimal("0.15")
"""How much of a time may be rounded away: four weeks are a month."""


def other_time_for_price(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for a time ("54 for two weeks"), where a sentence gives more or
    less time for it; else "".
    """
    if not sentence.is_certain or sentence.says(cues.CHEAPER):
        return ""
    for money in sentence.each(MoneyMatch):
        weeks = None if money.per else _time_given(sentence.clause_of(money))
        if weeks is None:
            continue
        told = prices_of_amount(known, money)
        if told and all(_is_for_other_time(said, weeks) for said in told):
            return told[0].sentence.text
    return ""


def _time_given(clause: Clause) -> Decimal | None:
    """Return for how many weeks a clause gives something for its amount; None if it says not."""
    if not clause.says(_STAYS) or sum(1 for _ in clause.each(MoneyMatch)) > 1:
        return None
    spans = [span.weeks for span in clause.each(SpanMatch) if span.weeks is not None]
    units = clause.sentence.source.lexicon.units
    whole = (units.get(found["unit"]) for found in _WHOLE_PERIOD.finditer(clause.words))
    weeks = [*spans, *(WEEKS_OF[unit] for unit in whole if unit in WEEKS_OF)]
    return weeks[0] if len(weeks) == 1 else None


def _is_for_other_time(said: Known, weeks: Decimal) -> bool:
    """Whether a price is for another time than so many weeks."""
    bought = _time_bought(said)
    return bought is not None and abs(bought - weeks) > bought * _SLACK


def _time_bought(said: Known) -> Decimal | None:
    """Return for how many weeks a price is, by the time right behind it."""
    money = next((m for m in said.clause.each(MoneyMatch) if m.amount == said.amount), None)
    spans = [span for span in said.clause.each(SpanMatch) if span.weeks is not None]
    if money is None or money.per or len(spans) != 1:
        return None
    between = said.sentence.padded(money.last, spans[0].first)
    return spans[0].weeks if between in _FOR_A_TIME else None
