"""Money whose currency no word names: "four grand", "nine lakh of ours", "38,000 Canadian"."""

from __future__ import annotations

from decimal import Decimal

from artifacts.facts.grammar import currencies
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source


def unnamed_currency(source: Source, index: int, value: Decimal) -> tuple[str, int] | None:
    """Return the currency of a number in front of token `index`, and the token behind what tells
    it.
    """
    if _is_counted_money(source, index):
        return source.home, index
    nation = _nation(source, index) if value >= _SURELY_MONEY else ""
    return (nation, index + 1) if nation else None


_SURELY_MONEY = 100


def _nation(source: Source, index: int) -> str:
    """Return the currency of a nation that stands for its money: "38,000 Canadian, most of it"."""
    if not source.is_word(index) or not source.tokens[index].text[0].isupper():
        return ""
    if source.is_word(index + 1) and source.word(index + 1) not in _NO_NOUN:
        return ""
    return currencies.NATIONAL.get(source.word(index), "")


def _is_counted_money(source: Source, index: int) -> bool:
    """Whether the word in front of token `index` alone makes the number money: "four grand", and
    "nine lakh" where no noun follows.
    """
    multiplier = source.word(index - 1)
    if multiplier == currencies.THOUSAND:
        return bool(source.home)
    if multiplier not in currencies.COUNTED_MONEY or source.home not in currencies.LAKH_COUNTRIES:
        return False
    return not source.is_word(index) or source.word(index) in _NO_NOUN


_NO_NOUN = word_set(
    "is are was from of mine ours for in on to per a an each at by and or but which that with we i"
    " already only more there has have comes goes came put lent we've i've together total"
)
"""Words behind a number that it does not count."""
