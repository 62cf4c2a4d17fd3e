"""What the founders did for years before, and no longer: "I led a choir for 10 years"."""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, SpanMatch
from artifacts.facts.reading.context import Told

_FEWEST_YEARS = 4
"""A shorter time may be that of the product itself."""


def is_career(told: Told, first: int, last: int, words: str) -> bool:
    """Return whether the clause of the tokens from `first` to `last` only tells what somebody did
    for years; `words` are its words.
    """
    spans = (span for span in told.within(SpanMatch, first, last) if span.unit == "year")
    if not any(_is_over(told, span) for span in spans):
        return False
    return _GOES_ON.search(words) is None and not _is_paid_for(told, first, last)


def _is_paid_for(told: Told, first: int, last: int) -> bool:
    """Whether a clause of ours counts what was paid or sold: "for five years 40 guests paid"."""
    words = told.padded(first, last)
    has_paid = any(told.within(MoneyMatch, first, last)) or _PAID.search(words) is not None
    counted = any(number.noun for number in told.within(NumberMatch, first, last))
    return has_paid and counted and not _I.match(words)


_PAID = re.compile(r" (?:paid|pay|sold|bezahlt|gezahlt|verkauft|payé|vendu|betaald|verkocht) ")
_I = re.compile(r" (?:(?:and|und) )?(?:i|ich|je|ik|my|meine?|he|she|er|sie) ")


def _is_over(told: Told, span: SpanMatch) -> bool:
    """Whether a span is how long somebody did a thing, and not how long ago or how old."""
    if span.amount < _FEWEST_YEARS:
        return False
    before, behind = told.before(span), told.after(span)
    if _LASTED.search(before):
        return True
    return _LONG.match(behind) is not None or _WAS.search(before) is not None


_LASTED = re.compile(
    r" (?:for|over|during|after|spent|did|pendant|durant|durante|gedurende)"
    r"(?: (?:about|over|almost|nearly|some))? $"
)
_LONG = re.compile(r" (?:lang|hinweg|jaar lang|long) | (?:habe|haben|hat|war|waren) ")
_WAS = re.compile(r" (?:war|waren|habe|haben|hat)(?: (?:ich|wir|sie|er))?(?: (?:fast|über|gut))? $")
_GOES_ON = re.compile(
    r" (?:have|has|had been|i've|we've|she's|he's|been|since|now|already|still|today|ago|seit|schon"
    r"|noch|heute|inzwischen|mittlerweile|depuis|encore|aujourd'hui|sinds|nog|desde|todavía|old) "
)
"""What is said of something that goes on."""
