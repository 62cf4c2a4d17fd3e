"""What shares of an amount come to, where a sentence says so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, ShareMatch

_CENT = Decimal("0.01")
_HALF_OFF = Decimal("0.5")
_WHOLE_AND_PART = 2


def wrong_shares(sentence: Sentence) -> Iterator[MoneyMatch]:
    """Yield what a share of an amount does not come to: "on 50 euros 8 % of it, so 5 euros"."""
    amounts = [m for m in sentence.each(MoneyMatch) if m.high is None]
    shares = list(sentence.each(ShareMatch))
    if len(amounts) == _WHOLE_AND_PART and len(shares) == _TWO_SHARES:
        yield from _wrong_sum_of_shares(sentence, amounts, shares)
    if len(shares) == 1:
        match [m for m in sentence.matches if m in amounts or m in shares]:
            case [MoneyMatch() as whole, ShareMatch() as share, MoneyMatch() as part, *_]:
                yield from _wrong_share(sentence, whole, share, part)


def _wrong_share(
    sentence: Sentence, whole: MoneyMatch, share: ShareMatch, part: MoneyMatch
) -> Iterator[MoneyMatch]:
    """Yield what "that is" says a share comes to where it neither makes nor leaves nor adds it to
    the one amount in front.
    """
    is_rough = sentence.says_between(cues.APPROXIMATE, share.last, part.first)
    made = [whole.amount * one / 100 for one in _percents_said(sentence, share, part)]
    if share.worded or not made or is_rough or whole.currency != part.currency:
        return
    if not _is_any(sentence, part, made):
        yield part


def _is_any(sentence: Sentence, part: MoneyMatch, made: list[Decimal]) -> bool:
    """Whether a part is one of some amounts, or so many times one."""
    counts = [Decimal(1), *(number.value for number in sentence.each(NumberMatch))]
    possible = (one * count for one, count in product(made, counts))
    return any(abs(one - part.amount) <= _off(part.amount) for one in possible)


def _percents_said(sentence: Sentence, share: ShareMatch, part: MoneyMatch) -> list[Decimal]:
    """Return which per cents of the whole a sentence may say that a part is: the share "of it", or
    it, what it leaves and both together behind "that is"; none where it says nothing.
    """
    is_of_it = sentence.says_between(cues.OF_IT, share.last, share.last + 3)
    if is_of_it and sentence.says_between(cues.THAT_IS, share.last, part.first):
        return [share.percent]
    if sentence.says_between(cues.THAT_IS, part.first - 3, part.first):
        return [share.percent, 100 - share.percent, 100 + share.percent]
    return []


def _off(part: Decimal) -> Decimal:
    """Return how far a sentence may round a part: to the unit where it is whole."""
    return _HALF_OFF if part == part.to_integral_value() else _CENT


def _wrong_sum_of_shares(
    sentence: Sentence, amounts: list[MoneyMatch], shares: list[ShareMatch]
) -> Iterator[MoneyMatch]:
    """Yield what two shares of an amount do not make: "of a fare of 140 we keep 9 % and 4 %, 24 in
    all".
    """
    whole, part = amounts
    is_whole = sentence.says_between(cues.EXAMPLE_OF, whole.first - 5, whole.first)
    is_split = sentence.says(cues.TOGETHER) or sentence.says(cues.THAT_IS) or sentence.says(_NAMELY)
    if not is_whole or not is_split or part.amount >= whole.amount:
        return
    parts = [whole.amount * share.percent / 100 for share in shares]
    if all(abs(made - part.amount) >= _CENT for made in (*parts, sum(parts))):
        yield part


_TWO_SHARES = 2
_NAMELY = cues.Cue("namely, that is to say, nämlich, und zwar, à savoir, namelijk, es decir")
