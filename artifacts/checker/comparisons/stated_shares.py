"""What shares of an amount come to, where a sentence says so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.facts.grammar.matches import MoneyMatch, ShareMatch

_CENT = Decimal("0.01")
_WHOLE_AND_PART = 2


def wrong_shares(sentence: Sentence) -> Iterator[MoneyMatch]:
    """Yield what a share of an amount does not come to: "on 50 euros 8 % of it, so 5 euros"."""
    amounts = [m for m in sentence.each(MoneyMatch) if m.high is None]
    shares = list(sentence.each(ShareMatch))
    if len(amounts) == _WHOLE_AND_PART and len(shares) == _TWO_SHARES:
        yield from _wrong_sum_of_shares(sentence, amounts, shares)
    if len(amounts) != _WHOLE_AND_PART or len(shares) != 1 or shares[0].worded:
        return
    whole, part = amounts
    if not whole.first < shares[0].first < part.first:
        return
    is_of_it = cues.OF_IT(sentence.padded(shares[0].last, shares[0].last + 3))
    is_result = cues.THAT_IS(sentence.padded(shares[0].last, part.first))
    made = whole.amount * shares[0].percent / 100
    if is_of_it and is_result and abs(made - part.amount) >= _CENT:
        yield part


def _wrong_sum_of_shares(
    sentence: Sentence, amounts: list[MoneyMatch], shares: list[ShareMatch]
) -> Iterator[MoneyMatch]:
    """Yield what two shares of an amount do not make: "of a fare of 140 we keep 9 % and 4 %, 24 in
    all".
    """
    whole, part = amounts
    is_whole = cues.EXAMPLE_OF(sentence.padded(whole.first - 5, whole.first))
    is_split = sentence.says(cues.TOGETHER) or sentence.says(cues.THAT_IS) or sentence.says(_NAMELY)
    if not is_whole or not is_split or part.amount >= whole.amount:
        return
    parts = [whole.amount * share.percent / 100 for share in shares]
    if all(abs(made - part.amount) >= _CENT for made in (*parts, sum(parts))):
        yield part


_TWO_SHARES = 2
_NAMELY = cues.Cue("namely, that is to say, nämlich, und zwar, à savoir, namelijk, es decir")
