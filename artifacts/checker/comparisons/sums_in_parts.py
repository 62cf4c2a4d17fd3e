"""Sums of which a part waits: a grant whose second third comes later, donations of which some are
only promised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.fractions import fractions_in
from artifacts.facts.grammar.matches import Match, MoneyMatch, NumberMatch
from artifacts.facts.schema import LaterMoney

_HALF = Decimal("0.5")


def sums_by_share(
    funds: Sequence[Known], later: LaterMoney, language: str, home: str
) -> list[Decimal]:
    """Return the sums of which `later` is a share that its words name."""
    read = read_text(later.condition, language, home)
    shares = {part / whole for one in read for part, whole in fractions_in(one)}
    if any(one.says(cues.IN_EQUAL_PARTS) or one.says(cues.HALF) for one in read):
        shares.add(_HALF)
    return [k.amount for k in funds if any(k.amount * s == later.amount for s in shares)]


def sums_with_part(funds: Sequence[Known], later: LaterMoney, whole: Decimal) -> Iterator[Decimal]:
    """Yield the sums, less than the `whole` money, that the founder says `later` is a part of:
    "22,000, of which 7,000 when the van is sold", "26,000: 19,000 are there and 7,000 promised".
    """
    for place, part in enumerate(funds):
        if part.amount != later.amount:
            continue
        before = [k for k in funds[:place] if k.sentence is part.sentence]
        if before and _names_part(part):
            yield from (k.amount for k in before[-1:] if later.amount < k.amount < whole)
        yield from _sums_of(before, part.amount, whole)


def _names_part(part: Known) -> bool:
    """Whether "of which" stands right beside an amount."""
    here: list[Match] = [m for m in part.clause.each(MoneyMatch) if m.amount == part.amount]
    here += (n for n in part.clause.each(NumberMatch) if n.value == part.amount)
    near = (part.sentence.padded(m.first - 2, m.first + _BEHIND) for m in here)
    return any(_OF_WHICH(words) for words in near)


_BEHIND = 5
"""Words from the beginning of an amount on among which "of which" stands."""


_OF_WHICH = cues.Cue("""
    of which, of that, of it, of this, out of that, davon, hiervon, darunter, von denen, dont
    waarvan, hiervan, de los cuales, de las cuales, de eso
    """)


def _sums_of(before: Sequence[Known], amount: Decimal, whole: Decimal) -> Iterator[Decimal]:
    """Yield an amount that those behind it add up to with `amount` as the last one."""
    made = amount
    for known in reversed(before):
        if known.amount == made and made != amount:
            if made < whole:
                yield made
            return
        made += known.amount
