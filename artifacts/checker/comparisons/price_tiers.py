"""Which of several prices holds for so many: "29 a shop, from four shops on 24 each"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bill_terms import PRICED_AT, nouns_of, per_of
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch

_BEYOND = cues.Cue("over, above, more than, über, mehr als, plus de, meer dan, boven, más de")
_BIGGER = cues.Cue("""
    above that, over that, beyond that, anything bigger, anything larger, anything above, bigger
    ones, darüber, alles darüber, au-delà, au-dessus, daarboven, por encima
    """)
"""Words for what is more than the number that the price before holds up to."""
_BELOW = cues.Cue("""
    below that, under that, fewer, anything below, anything smaller, darunter, alles darunter
    en dessous, au-dessous, daaronder, por debajo
    """)
"""Words for what is less than the number that the price before holds from."""
_AT_LEAST = cues.Cue("""
    from, at least, ab, ab der, mindestens, dès, à partir de, vanaf, minstens, desde, a partir de
    al menos, takes at least
    """)


@dataclass(frozen=True)
class PriceTier:
    """A price that holds from `least` on, or up to `most`, of what `nouns` name."""

    price: Known
    least: Decimal
    most: Decimal | None
    nouns: frozenset[str]

    def holds(self, count: Decimal) -> bool:
        return count >= self.least and (self.most is None or count <= self.most)


def price_of_other_tier(known: Knowledge, sentence: Sentence) -> tuple[MoneyMatch, Known] | None:
    """Return an amount that a sentence has for so many, and the price that holds for them; None
    where it may be right.
    """
    tiers = _tiers_of(known)
    if not tiers or not says_what_is_paid(sentence):
        return None
    amounts = [match for match in sentence.each(MoneyMatch) if match.high is None]
    for tier, count in _holding(tiers, sentence):
        right = (tier.price.amount, tier.price.amount * count)
        if any(match.amount in right for match in amounts):
            return None
        wrong = _price_beside(tiers, tier, count) | _at_same_time(known, tier, amounts)
        found = (m for m in amounts if m.amount in wrong and not _is_of_others(sentence, m, tier))
        match = next(found, None)
        if match is not None:
            return match, tier.price
    return None


def _is_of_others(sentence: Sentence, match: MoneyMatch, tier: PriceTier) -> bool:
    """Whether an amount is the price of so many that a tier is not for: "..., nine at £2.40"."""
    if sentence.source.word(match.first - 1) not in PRICED_AT:
        return False
    counts = (n.value for n in sentence.each(NumberMatch) if n.last == match.first - 1)
    return any(not tier.holds(count) for count in counts)


def _at_same_time(known: Knowledge, right: PriceTier, amounts: list[MoneyMatch]) -> set[Decimal]:
    """Return those amounts that are other prices of ours for the same time as that of a tier."""
    times = PRICE_PERIODS.intersection(right.price.per)
    same = {m.amount for m in amounts if times and times == PRICE_PERIODS.intersection(m.per)}
    return same & {k.amount for k in known.money if k.answer == "price" and not k.is_bare}


def _holding(
    tiers: tuple[PriceTier, ...], sentence: Sentence
) -> Iterator[tuple[PriceTier, Decimal]]:
    """Yield the tiers that what a sentence counts falls into, each with the count."""
    for number in sentence.each(NumberMatch):
        for tier in tiers:
            if tier.nouns & _names(sentence, number) and tier.holds(number.value):
                yield tier, number.value


def says_what_is_paid(sentence: Sentence) -> bool:
    """Whether a sentence says plainly what so many cost, and neither compares nor supposes."""
    if sentence.mark or sentence.negated or not any(sentence.each(MoneyMatch)):
        return False
    return not (
        sentence.says(cues.COMPARED) or sentence.says(cues.CONDITIONAL) or sentence.says(cues.UP_TO)
    )


def _price_beside(tiers: tuple[PriceTier, ...], right: PriceTier, count: Decimal) -> set[Decimal]:
    """Return what the prices of other tiers come to for so many, each and together."""
    others = {
        tier.price.amount
        for tier in tiers
        if tier.price.unit == right.price.unit and not tier.holds(count)
    }
    return others | {amount * count for amount in others}


def _names(sentence: Sentence, number: NumberMatch) -> frozenset[str]:
    """Return what a number counts: its nouns, or its unit of measure."""
    measure = {number.noun.casefold()} if number.measure else frozenset[str]()
    return nouns_of(sentence, number) | measure


@remembered
def _tiers_of(known: Knowledge) -> tuple[PriceTier, ...]:
    """Return the prices that hold for some numbers only, and those that hold for the others."""
    return tuple(_tiers(known))


def _tiers(known: Knowledge) -> Iterator[PriceTier]:
    prices = [k for k in known.money if k.answer == "price"]
    for price in prices:
        for number in price.sentence.each(NumberMatch):
            tier = _tier_at(price, number)
            if tier is not None and not _is_for_another(prices, price, number):
                yield tier
                yield from _counterparts(prices, tier)


def _is_for_another(prices: list[Known], price: Known, number: NumberMatch) -> bool:
    """Whether a number counts what another price of its sentence is for one of: "7.80 per walker,
    at least 30 walkers, and 240 per home".
    """
    counted = _names(price.sentence, number)
    beside = (k for k in prices if k.sentence is price.sentence)
    is_own = counted & per_of(price) or not per_of(price)
    return not is_own and any(counted & per_of(k) for k in beside)


def _tier_at(price: Known, number: NumberMatch) -> PriceTier | None:
    """Return the tier that a number in the sentence of a price begins or ends; None where the
    number belongs to another price.
    """
    sentence = price.sentence
    if number.value <= 1:
        return None
    # A bare number is where a price for the same begins: "185 à partir de vingt".
    near = 2 if number.noun else 3
    before = sentence.padded(max(sentence.first, number.first - near), number.first)
    behind = sentence.behind(number)
    names = _names(sentence, number) | per_of(price)
    if cues.UP_TO(before):
        return (
            PriceTier(price, Decimal(0), number.value, names) if _is_behind(price, number) else None
        )
    if not _is_nearest(price, number):
        return None
    if cues.AND_MORE(behind) or _AT_LEAST(before):
        return PriceTier(price, number.value, None, names)
    if _BEYOND(before):
        return PriceTier(price, number.value + _LEAST_MORE, None, names)
    return None


_LEAST_MORE = Decimal("0.001")


def _is_behind(price: Known, number: NumberMatch) -> bool:
    """Whether a number stands behind a price and no later one, or in front of the first."""
    amounts = list(price.sentence.each(MoneyMatch))
    before = [m.amount for m in amounts if m.first < number.first]
    nearest = before[-1:] or [m.amount for m in amounts[:1]]
    return nearest == [price.amount]


def _is_nearest(price: Known, number: NumberMatch) -> bool:
    """Whether a number stands in the clause of a price, or no other price nearer to it."""
    if number in price.clause.each(NumberMatch):
        return True
    source = price.sentence
    if any(source.clause_of(number).each(MoneyMatch)):
        return False  # it belongs to the price beside it: "24 from 500 pieces, below that 27"
    places = [(abs(m.first - number.first), m.amount) for m in source.each(MoneyMatch)]
    if price.is_bare:
        return not places
    return not places or min(places)[1] == price.amount


def _counterparts(prices: list[Known], tier: PriceTier) -> Iterator[PriceTier]:
    """Yield the prices that hold where `tier` does not, as one before a "from" and the one behind
    an "up to" do, and `tier` again with what these are for.
    """
    at = prices.index(tier.price)
    unit, amount = tier.price.unit, tier.price.amount
    others = [k if k.unit == unit and k.amount != amount else None for k in prices]
    behind = next(iter(others[at + 1 :]), None)
    if tier.most is not None:
        if behind and behind.sentence.says(_BIGGER):
            yield PriceTier(behind, tier.most + _LEAST_MORE, None, tier.nouns)
        return
    if behind and _is_below(behind, tier):
        yield PriceTier(behind, Decimal(0), tier.least - _LEAST_MORE, tier.nouns)
        return
    before = _price_before(tier, list(filter(None, reversed(others[:at]))))
    if before:
        names = tier.nouns | per_of(before)
        yield PriceTier(before, Decimal(0), tier.least - _LEAST_MORE, names)
        yield replace(tier, nouns=names)


def _is_below(price: Known, tier: PriceTier) -> bool:
    """Whether a price is for fewer than a tier begins with: "24 from 500, below that 27"."""
    return price.sentence is tier.price.sentence and price.clause.says(_BELOW)


def _price_before(tier: PriceTier, earlier: list[Known]) -> Known | None:
    """Return the price below a tier: the last one for the same things, else the last one."""
    same = (k for k in earlier if per_of(k) & per_of(tier.price))
    return next(same, None) or next(filter(per_of, earlier), None) or next(iter(earlier), None)
