"""Money that the founder could have, and does not want or count on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.cues.funds import DECLINED
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch


def amounts_declined(sentences: Iterable[Sentence], home: str) -> dict[tuple[Decimal, str], str]:
    """Return what is said of each amount, by amount and currency, that is not counted on."""
    found: dict[tuple[Decimal, str], str] = {}
    for sentence in sentences:
        tokens = sentence.source.tokens
        denied = next((clause for clause in sentence.clauses if _is_not_taken(clause)), None)
        for first, amount, unit in _amounts_named(sentence, home) if denied else ():
            assert denied is not None
            same_part = tokens[first].clause == tokens[denied.first].clause
            if same_part and first < denied.last:
                found[amount, unit] = sentence.text
    return found


def _is_not_taken(clause: Clause) -> bool:
    """Whether a clause says that money is not counted on, or that it is declined."""
    return clause.says(cues.NOT_COUNTED) or clause.says(DECLINED)


def _amounts_named(sentence: Sentence, home: str) -> Iterator[tuple[int, Decimal, str]]:
    """Yield the amounts of a sentence with their currency and first token, also of one that goes
    on without a currency: "talks of another 8,000".
    """
    for money in sentence.each(MoneyMatch):
        yield money.first, money.amount, money.currency or home
    for number in sentence.each(NumberMatch):
        if number.value >= _SURELY_MONEY and not number.noun and not number.worded:
            yield number.first, number.value, home


_SURELY_MONEY = 1000
"""From here on a number that counts nothing is money, in a sentence about money."""
