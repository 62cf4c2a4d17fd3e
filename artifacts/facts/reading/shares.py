"""Shares of a sum, in per cent or in words: "30 %", "a fifth", "zwei Drittel"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from artifacts.facts.grammar.matches import ShareMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told

_PARTS = {
    "en": {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
           "tenth": 10, "tenths": 10},
    "de": {"drittel": 3, "viertel": 4, "fünftel": 5, "zehntel": 10},
    "fr": {"tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "dixième": 10},
    "nl": {"derde": 3, "kwart": 4, "vijfde": 5, "tiende": 10},
    "es": {"tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5, "décimo": 10},
}  # fmt: skip

_LAST = word_set(
    "last final remaining letzte letzten restliche restlichen dernier dernière restant laatste"
    " overige último última restante"
)
"""In front of the part that completes a sum: "two thirds at first and the last third later"."""


@dataclass(frozen=True, slots=True)
class ToldShare:
    percent: Decimal
    first: int
    last: int
    """Its tokens, `last` exclusive."""


def shares_in(told: Told, first: int, last: int) -> Iterator[ToldShare]:
    """Yield the shares that begin from token `first` on and before token `last`, in order."""
    known = {match.first: match for match in told.within(ShareMatch, first, last)}
    for index in range(first, last):
        if match := known.get(index):
            yield ToldShare(match.percent, match.first, match.last)
        elif share := _in_words(told, index):
            yield share


def _in_words(told: Told, index: int) -> ToldShare | None:
    """Return "a fifth", "two thirds" or "last quarter" at token `index`; "the first quarter" is
    none.
    """
    parts = _PARTS.get(told.source.lexicon.language, {})
    if told.source.word(index) in _LAST and told.source.word(index + 1) in parts:
        return ToldShare(Decimal(100) / parts[told.source.word(index + 1)], index, index + 2)
    if told.source.word(index) == "a" and told.source.lexicon.language == "en":
        times, at = Decimal(1), index + 1
    else:
        number = told.source.number(index)
        if number is None or number.last != index + 1 or not number.worded:
            return None
        times, at = number.value, number.last
    whole = parts.get(told.source.word(at))
    if not whole or times >= whole:
        return None
    return ToldShare(Decimal(100) * times / whole, index, at + 1)
