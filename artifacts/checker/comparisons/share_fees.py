"""Fees of two parts, as others take them of a payment: a share of it, and an amount each time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import MoneyMatch, ShareMatch

_BETWEEN = 2
"""Most words between a share and what is added to it: "2.9 % plus 30 cents"."""

Fee = tuple[Decimal, Decimal]
"""The share in per cent, and the amount that is added to it."""


@remembered
def fees_told(known: Knowledge) -> tuple[Fee, ...]:
    """Return the fees of two parts that the answer about the price names, ours and others'."""
    told = known.told["price"]
    return tuple(dict.fromkeys(fee for sentence in told for fee in _fees_in(sentence)))


def _fees_in(sentence: Sentence) -> Iterator[Fee]:
    for share, extra in pairwise(sentence.matches):
        if not isinstance(share, ShareMatch) or not isinstance(extra, MoneyMatch):
            continue
        is_beside = extra.first - share.last <= _BETWEEN
        if is_beside and cues.PLUS(sentence.padded(share.last, extra.first)):
            yield share.percent, extra.amount


def fee_on(fee: Fee, amount: Decimal) -> Decimal:
    """Return what a fee of two parts comes to on an amount."""
    share, extra = fee
    return amount * share / 100 + extra
