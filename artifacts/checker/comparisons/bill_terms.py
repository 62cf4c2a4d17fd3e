"""What a counted thing on a bill can cost: which of our prices are for it, for how long, how many
at the first price and how many at the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.fractions import NTH
from artifacts.checker.comparisons.measures import is_same_measure
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.facts.grammar.matches import Match, MoneyMatch, NumberMatch, SpanMatch

_ONE = Decimal(1)
PRICED_AT = frozenset(("at", "zu", "je", "à", "te", "tegen", "×", "x"))
"""Words between what is counted and the price of one."""

_SIBLINGS = cues.Cue("""
    sibling*, brother*, sister*, geschwister*, bruder, brüder, schwester*, fratrie*, frère*, sœur*
    broer*, zus, zusje*, zussen, hermano*, hermana*
    """)
"""Those who come beside a first one, and whose price is for some of all."""
_BEYOND = cues.Cue("""
    over, above, beyond, more than, über, mehr als, au-delà de, plus de, meer dan, boven, más de
    más allá de
    """)
"""Words in front of a number that is the last at its price."""


def prices_of(prices: list[Known], sentence: Sentence, number: NumberMatch) -> list[Known]:
    """Return the prices of what a number counts: those whose words name it, those of the sentence
    that name nothing, and those of another kind of it that the text names.
    """
    if number.value <= 1:
        return []
    at = price_at(sentence, number)
    if at is not None:
        return [k for k in prices if k.amount == at]
    told = [k for k in prices if is_named_by(k, sentence, number)]
    if not told and number.noun:
        return []
    kinds = _other_kinds(prices, told, sentence, number)
    own = list({k.amount: k for k in (*kinds, *told)}.values())
    return _at_their_tier(own, number.value) or own


def _at_their_tier(own: list[Known], count: Decimal) -> list[Known]:
    return [k for k in own if not _is_above_its_tier(k, own, count)]


def _other_kinds(
    prices: list[Known], told: list[Known], sentence: Sentence, number: NumberMatch
) -> Iterator[Known]:
    """Yield the prices that may be for another kind of what the `told` ones are for."""
    nouns = nouns_of(sentence, number)
    named = sentence.stems - nouns - SAY_LITTLE
    counted = nouns_counted(sentence) - nouns
    for said in prices:
        if _is_another_kind(said, told, named) and not per_of(said) & counted:
            yield said


def nouns_counted(sentence: Sentence) -> frozenset[str]:
    """Return the stems of what a sentence counts."""
    return frozenset().union(*(nouns_of(sentence, n) for n in sentence.each(NumberMatch)))


def _is_another_kind(said: Known, told: list[Known], named: frozenset[str]) -> bool:
    """Whether a price may be for what others are for: it is for nothing else and stands beside one
    of them, or is for a kind that the text names.
    """
    if said.clause.says(cues.CAP) or said.clause.says(cues.FLOOR):
        return False
    if (per_of(said) | said.clause.stems) & named:
        return True
    if per_of(said):
        return False
    beside = not told or any(said.sentence is k.sentence for k in told)
    steps = said.sentence.says(cues.STEPS) or said.sentence.says(cues.AND_MORE)
    return beside or steps or bool(said.sentence.stems & named)


def is_named_by(said: Known, sentence: Sentence, number: NumberMatch) -> bool:
    """Return whether the words of a price name what a number counts."""
    if nouns_of(sentence, number) & (said.about | per_of(said)):
        return True
    return number.measure and any(is_same_measure(number.noun, unit) for unit in said.per)


def nouns_of(sentence: Sentence, number: NumberMatch) -> frozenset[str]:
    return sentence.stems_between(number.first, number.last) - SAY_LITTLE


def per_of(said: Known) -> frozenset[str]:
    """Return the stems of the things that a price is for one of."""
    things = " ".join(unit for unit in said.per if unit not in PRICE_PERIODS)
    return said.sentence.stems_of(things)


def _is_above_its_tier(said: Known, own: list[Known], count: Decimal) -> bool:
    """Whether so many of a thing have another price, which the same sentence names: "84 for a set,
    from 100 sets on 71".
    """
    others = (k for k in own if k.sentence is said.sentence and k.amount != said.amount)
    tiers = (n for k in others for n in k.clause.each(NumberMatch) if n.noun)
    mine = list(said.clause.each(NumberMatch))
    return any(
        1 < tier.value <= count
        and tier not in mine
        and cues.FROM_COUNT(said.sentence.in_front(tier))
        for tier in tiers
    )


def price_at(sentence: Sentence, number: NumberMatch) -> Decimal | None:
    """Return the price that stands behind what is counted: "200 listeners at $5"."""
    for money in sentence.each(MoneyMatch):
        if money.first - number.last == 1 and sentence.source.word(number.last) in PRICED_AT:
            return money.amount
    return None


def may_be_for_each(own: list[Known], sentence: Sentence, number: NumberMatch) -> bool:
    """Return whether a price is for each of two things, as per place and term, or for who takes
    them.
    """
    nouns = nouns_of(sentence, number)
    things = (per_of(k) if len(per_of(k)) > 1 else k.clause.stems - per_of(k) for k in own)
    return any(nouns & stems for stems in things)


_FEW = 12
"""Up to so many things some may be at a price of which only the amount is told: "forty for a
sister".
"""


def in_steps(count: Decimal, one: Known, other: Known) -> Iterator[Decimal]:
    """Yield what so many come to of which the first are at one price and the rest at another, or
    for which one price holds up to a number.
    """
    tiers = list(_first_ones(one, other))
    is_for_some = other.is_bare or other.clause.says(_SIBLINGS)
    if not tiers and is_for_some and count <= _FEW:
        tiers = [*map(Decimal, range(1, int(count)))]
    for first in tiers:
        if first < count:
            rest = (count - first) * other.amount
            yield first * one.amount + rest
            yield one.amount + rest


def beyond_the_free(count: Decimal, said: Known) -> Iterator[Decimal]:
    """Yield what so many come to where the first ones cost nothing: "the first fifty free, then
    NZ$2.40 a trap".
    """
    yield from ((count - free) * said.amount for free in first_free(said) if free <= count)


def first_free(said: Known) -> Iterator[Decimal]:
    """Yield how many cost nothing before a price begins, by the sentence that names it."""
    for clause in said.sentence.clauses:
        if clause.says(cues.FREE) or clause.says(_NOTHING):
            for number in clause.each(NumberMatch):
                if _FIRST_ONES(clause.sentence.in_front(number)):
                    yield number.value


_FIRST_ONES = cues.Cue("""
    first, erste, ersten, erster, premiers, premières, eerste, primeros, primeras
    """)
"""Words in front of the number of those that come before all others."""
_NOTHING = cues.Cue("free, included, frei, inklusive, inbegriffen, gratuits, gratuites, inclus")


def up_to_so_many(count: Decimal, said: Known) -> Iterator[Decimal]:
    """Yield a price that is the same for any number up to one: "1,150 for a set of plans, up to
    three floors".
    """
    sentence = said.sentence
    for number in sentence.each(NumberMatch):
        is_most = number.noun and cues.UP_TO(sentence.in_front(number))
        if is_most and count <= number.value:
            yield said.amount


def with_surcharge(count: Decimal, one: Known, other: Known) -> Iterator[Decimal]:
    """Yield what so many come to at the price of their kind and another for each: "58 for steel,
    and the fetching 5 a bottle".
    """
    if per_of(other) and not per_of(one):
        yield count * (one.amount + other.amount)


def named_beside(said: Known) -> frozenset[str]:
    """Return the stems of a price's clause, and of what follows it up to the next amount: "95 on
    nights and Sundays".
    """
    sentence = said.sentence
    mine = next((m for m in said.clause.each(MoneyMatch) if m.amount == said.amount), None)
    if mine is None:
        return said.clause.stems
    ends = [m.first for m in sentence.each(MoneyMatch) if m.first > mine.first]
    return said.clause.stems | sentence.stems_between(mine.last, min([*ends, sentence.last]))


def _first_ones(one: Known, other: Known) -> Iterator[Decimal]:
    """Yield how many are at the first of two prices by the sentences that name them."""
    for source in {said.sentence.text: said.sentence for said in (one, other)}.values():
        for number in source.each(NumberMatch):
            yield from _ends_at(source, number, number.value)
        for span in source.each(SpanMatch):
            yield from _ends_at(source, span, span.amount)
        words = source.words.split()
        yield from (NTH[word] - step for word in words if word in NTH for step in (0, 1))
        if source.says(cues.STEPS) or source.says(cues.EXTRAS):
            yield _ONE


def _ends_at(source: Sentence, limit: Match, value: Decimal) -> Iterator[Decimal]:
    """Yield the last piece that a price is for by a number behind "up to", "above" or "from"."""
    before = source.in_front(limit)
    if cues.UP_TO(before) or _BEYOND(before):
        yield value
    elif cues.FROM_COUNT(before) or cues.AND_MORE(source.behind(limit)):
        yield from (value, value - 1)
    elif _BEYOND(source.behind(limit)) or source.says(cues.EXTRAS):
        yield value


def for_longer(said: Known, prices: list[Known], spans: tuple[SpanMatch, ...]) -> Iterator[Decimal]:
    """Yield what one thing costs that is taken for longer than a price holds: "up to 16 days, then
    50 for each day more".
    """
    for span, other in product(spans, prices):
        if other.amount == said.amount:
            continue
        for first in _first_ones(said, other):
            if span.amount > first:
                yield said.amount + (span.amount - first) * other.amount


def sizes(said: Known) -> Iterator[Decimal]:
    """Yield how many a price is for: ten of "£50 for ten"."""
    return (n.value for n in said.clause.each(NumberMatch) if n.value > 1)
