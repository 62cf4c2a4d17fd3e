"""Sums that a sentence carries out in another order: the price before what is counted, a share
before what is added to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.derivations import is_amount_said
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.checker.comparisons.stated_sums import is_made
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import Match, MoneyMatch, NumberMatch, ShareMatch
from artifacts.facts.grammar.per import per_phrases

_CENT = Decimal("0.01")


def wrong_totals_turned_round(known: Knowledge, sentence: Sentence) -> Iterator[MoneyMatch]:
    """Yield the results in a sentence that the figures in front of them do not make."""
    if not sentence.has(MoneyMatch):
        return
    match list(filter(_is_figure, sentence.matches)):
        case [MoneyMatch() as price, NumberMatch() as counted, MoneyMatch() as total]:
            yield from _wrong_bill(known, sentence, price, counted, total)
        case [
            MoneyMatch() as whole,
            ShareMatch() as share,
            MoneyMatch() as extra,
            MoneyMatch() as total,
        ] if not sentence.has(NumberMatch):
            yield from _wrong_share_and_extra(sentence, share, whole, extra, total)


def _is_figure(match: Match) -> bool:
    """Whether a match is one amount, a share, or several things."""
    if isinstance(match, NumberMatch):
        return bool(match.noun) and match.value > 1
    return isinstance(match, ShareMatch) or (isinstance(match, MoneyMatch) and match.high is None)


def _wrong_bill(
    known: Knowledge,
    sentence: Sentence,
    price: MoneyMatch,
    counted: NumberMatch,
    total: MoneyMatch,
) -> Iterator[MoneyMatch]:
    """Yield a total that things behind their price do not come to: "at £3 a bag, 40 bags make
    £130".
    """
    things = sentence.stems_of(" ".join(price.per))
    if not things & sentence.stems_between(counted.first, counted.last):
        return
    if not _is_calculated(sentence, price, total) or _in_another_period(sentence, counted, total):
        return
    is_right = is_made(sentence, total, counted.value * price.amount, (counted, price))
    if not is_right and not is_amount_said(known, total):
        yield total


def _in_another_period(sentence: Sentence, counted: NumberMatch, total: MoneyMatch) -> bool:
    """Whether things are counted in one period and their total in another: "20 a week make £1,120 a
    month".
    """
    rate, _ = per_phrases(sentence.source, counted.last)
    one, other = PRICE_PERIODS.intersection(rate), PRICE_PERIODS.intersection(total.per)
    return bool(one and other) and one != other


def _is_calculated(sentence: Sentence, price: MoneyMatch, total: MoneyMatch) -> bool:
    """Whether a word like "make" stands between a price and a total, and none that compares."""
    between = sentence.padded(price.last, total.first)
    is_other = any(cue(between) for cue in (cues.NEGATION, cues.APPROXIMATE, cues.JOINED))
    return cues.RESULT(between) and not is_other and not sentence.says(cues.COMPARED)


def _wrong_share_and_extra(
    sentence: Sentence, share: ShareMatch, whole: MoneyMatch, extra: MoneyMatch, total: MoneyMatch
) -> Iterator[MoneyMatch]:
    """Yield what a share and an amount do not come to: "on 400 euros the 7 % and the 5 euros,
    together 35 euros".
    """
    is_joined = sentence.says_between(cues.PLUS, share.last, extra.first)
    if (
        share.worded
        or not is_joined
        or not sentence.says_between(cues.IN_SUM, extra.last, total.first)
    ):
        return
    made = whole.amount * share.percent / 100 + extra.amount
    possible = (made, whole.amount + made, whole.amount - made)
    if not any(abs(total.amount - value) < _CENT for value in possible):
        yield total
