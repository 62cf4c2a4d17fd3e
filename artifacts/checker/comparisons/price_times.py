"""For how long something is free, what it costs at first, and fees that our answers deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.derivations import derivation, is_said
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.fractions import parts_named
from artifacts.checker.comparisons.paying import SAY_LITTLE, charges_nothing
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.checker.comparisons.price_minimum import prices_of
from artifacts.checker.cues.money import PAID_ONCE
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, SpanMatch

_DAYS_OFF = Decimal(3)
_DAYS_A_WEEK = 7
_SHORT = 9
"""Most words of a clause that does nothing but deny a fee."""


def free_time_differs(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of how long it is free, where a sentence names another time."""
    named = None if sentence.negated else _free_days(sentence)
    if named is None:
        return ""
    for told in known.told["price"]:
        days = _free_days(told)
        if days is not None:
            return told.text if abs(days - named) > _DAYS_OFF else ""
    return ""


def _free_days(sentence: Sentence) -> Decimal | None:
    """Return for how many days a sentence has something be free."""
    for clause in sentence.clauses:
        weeks = [span.weeks for span in clause.each(SpanMatch) if span.weeks is not None]
        if len(weeks) == 1 and clause.says(cues.FREE):
            return weeks[0] * _DAYS_A_WEEK
    return None


def other_first_price(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for the first time, where a sentence has another one for it."""
    named = _amount_at_first(sentence)
    if named is None or any(sentence.each(NumberMatch)):
        return ""
    for told in known.told["price"]:
        amount = _amount_at_first(told)
        if amount is not None and is_said(known, named, known.home):
            return told.text if amount != named else ""
    return ""


def _amount_at_first(sentence: Sentence) -> Decimal | None:
    for clause in sentence.clauses:
        money = _only_price(clause)
        if money and clause.says(cues.FIRST_PERIOD):
            return money.amount
    return None


def _only_price(clause: Clause) -> MoneyMatch | None:
    """Return the one amount of a clause, None if there are several or if something is compared
    with it: "a third of the £1,900", "less than the £1,900".
    """
    amounts = list(clause.each(MoneyMatch))
    if len(amounts) != 1:
        return None
    sentence, money = clause.sentence, amounts[0]
    before_it = range(clause.first, money.first)
    is_part = any(part.first in before_it for part in parts_named(sentence))
    before = sentence.padded(max(clause.first, money.first - _COMPARED_WITHIN), money.first)
    return None if is_part or _COMPARED_WITH(before) else money


_COMPARED_WITHIN = 5
"""Words between "less than" and the amount that something is compared with."""
_COMPARED_WITH = cues.Cue("""
    than, instead of, against, compared with, compared to, als, statt, anstatt, gegenüber, gegen
    au lieu de, au lieu des, contre, que, in plaats van, tegen, dan, en vez de, frente a
    """)


def other_first_thing(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of the first of something where a sentence has it at that of the
    later ones: "the first visit at $70".
    """
    told = {key: value for s in known.told["price"] for key, value in _first_things(s)}
    for thing, (amount, _) in _first_things(sentence) if told else ():
        if thing in told and told[thing][0] != amount and is_said(known, amount, known.home):
            return told[thing][1]
    return ""


def _first_things(sentence: Sentence) -> Iterator[tuple[frozenset[str], tuple[Decimal, str]]]:
    """Yield the stems of each "first" thing with its one amount, and the sentence."""
    for clause in sentence.clauses:
        found = _FIRST_THING.search(clause.words)
        money = _only_price(clause) if found else None
        if found and money:
            # An hour and a day have no stem, as words that say little elsewhere.
            stems = sentence.stems_of(found["thing"]) or frozenset((found["thing"],))
            yield stems, (money.amount, sentence.text)


_FIRST_THING = re.compile(
    r" (?:the first|der erste|die erste|das erste|den ersten|le premier|la première|de eerste|het"
    r" eerste|el primer|la primera) (?P<thing>[^ ]{3,}) "
)


def for_each_of_several(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for several, where a sentence has it paid for each of them."""
    if not sentence.is_certain:
        return ""
    for money in sentence.each(MoneyMatch):
        each = _paid_for_each(sentence, money)
        said = (k for k in known.money if k.answer == "price" and k.amount == money.amount)
        if several := next((k for k in said if each & _stems_of_several(k)), None):
            return several.sentence.text
    return ""


def _paid_for_each(sentence: Sentence, money: MoneyMatch) -> frozenset[str]:
    """Return the stems of what an amount is for each of."""
    behind = (m.first for m in sentence.each(MoneyMatch) if m.first > money.first)
    each = _FOR_EACH.search(sentence.padded(money.last - 1, next(behind, sentence.last)))
    per = "" if PRICE_PERIODS.intersection(money.per) else " ".join(money.per)
    return sentence.stems_of(f"{per} {each['thing'] if each else ''}")


def _stems_of_several(said: Known) -> frozenset[str]:
    """Return the stems of what a price alone in its clause counts more than one of."""
    if sum(1 for _ in said.clause.each(MoneyMatch)) > 1:
        return frozenset()
    counts = (number for number in said.clause.each(NumberMatch) if number.value > 1)
    several = (number for number in counts if not begins_tier(said.sentence, number))
    return frozenset().union(*(said.sentence.stems_between(n.first, n.last) for n in several))


def begins_tier(sentence: Sentence, number: NumberMatch) -> bool:
    """Whether a number is where a price for each begins: "from 25 knives on"."""
    is_more = cues.AND_MORE(sentence.behind(number))
    return is_more or cues.FROM_COUNT(sentence.in_front(number))


def is_count_of(said: Known, number: NumberMatch) -> bool:
    """Return whether a number in the clause of a price counts what that price is for, and not one
    beside it: "$9 a ride or $80 for ten rides".
    """
    amounts = list(said.clause.each(MoneyMatch))
    before = [money for money in amounts if money.first <= number.first]
    nearest = before[-1:] or amounts[:1]
    return all(money.amount == said.amount for money in nearest)


_FOR_EACH = re.compile(
    r" (?:for each|for every|per|je|pro|für jeden|für jede|für jedes|pour chaque|par|voor elke|voor"
    r" elk|por cada) (?P<thing>[^ ]{3,}) "
)


def other_price_of_thing(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder says a thing costs, where a sentence lets it cost something else."""
    if not sentence.is_certain or any(n.value > 1 for n in sentence.each(NumberMatch)):
        return ""
    for clause in sentence.clauses:
        money = _only_price(clause)
        costs = clause.find(cues.COSTS) if money else None
        if money is None or costs is None or any(map(clause.says, _NOT_OF_ONE)):
            continue
        thing = sentence.stems_of(clause.words[: costs.start()])
        if said := _price_of(known, thing, money):
            return "" if _is_ours(known, sentence, money, said) else said.sentence.text
    return ""


def _is_ours(known: Knowledge, sentence: Sentence, money: MoneyMatch, said: Known) -> bool:
    """Whether a sentence names our price of the thing too, what it makes of a longer time, or of as
    many as it holds from: "from a pallet of 42 bags on €10.20 a bag".
    """
    named = {match.amount for match in sentence.each(MoneyMatch)}
    several = {said.amount * number.value for number in said.clause.each(NumberMatch)}
    return said.amount in named or money.amount in several or _is_for_longer(known, sentence, money)


def _is_for_longer(known: Knowledge, sentence: Sentence, money: MoneyMatch) -> bool:
    """Whether an amount follows from our prices for a time or a measure that its sentence names:
    "for 8 days", where more is paid from the sixth on, "a kilo" of what is sold by the jar.
    """
    is_longer = any(span.amount > 1 for span in sentence.each(SpanMatch))
    is_measured = any(number.measure for number in sentence.each(NumberMatch))
    is_other = is_longer or is_measured or sentence.says(_A_MEASURE)
    return is_other and derivation(known, sentence, money, money.amount) is not None


_A_MEASURE = cues.Cue("""
    a kilo, a kilogram, a pound, a litre, a liter, ein kilo, ein kilogramm, ein pfund, ein liter
    un kilo, un litre, een kilo, een liter, un litro
    """)


_NOT_OF_ONE = (cues.JOINED, cues.COMPARED, cues.TOGETHER)
"""Words by which an amount may be for more than the thing that is named."""


def _price_of(known: Knowledge, thing: frozenset[str], money: MoneyMatch) -> Known | None:
    """Return the price that a thing has for the same time, if `money` is another one."""
    for said, own in prices_of_things(known):
        is_same_time = _times_of(said) == PRICE_PERIODS.intersection(money.per)
        is_other = money.amount not in (said.amount, *known.bundles) and money.high is None
        if own <= thing and is_same_time and is_other:
            return said
    return None


def _times_of(said: Known) -> frozenset[str]:
    """Return the period that a price is for; a bare number has that of the amount before it."""
    per = said.per
    if said.is_bare:
        per = next((money.per for money in said.sentence.each(MoneyMatch)), ())
    return PRICE_PERIODS.intersection(per)


def prices_of_things(known: Knowledge) -> Iterator[tuple[Known, frozenset[str]]]:
    """Yield the prices whose clause names a thing that no other price is for, with its stems."""
    prices = [k for k in known.money if k.answer == "price" and k.unit == known.home]
    for said in prices:
        others = frozenset().union(*(k.clause.stems for k in prices if k.amount != said.amount))
        own = said.clause.stems - others - SAY_LITTLE - said.sentence.stems_of(" ".join(said.per))
        is_alone = sum(k.clause is said.clause for k in prices) == 1
        if 0 < len(own) <= _FEW_WORDS and is_alone and not _is_limit(said):
            yield said, own
            if listed := _listed_before(said) - others - SAY_LITTLE:
                yield said, listed


def _listed_before(said: Known) -> frozenset[str]:
    """Return the stems of the thing in front of "and" that has the same price: "Plums and pears are
    €3".
    """
    clauses = said.sentence.clauses
    at = next((i for i, clause in enumerate(clauses) if clause.first == said.clause.first), 0)
    before = clauses[at - 1] if at else None
    if (
        before is None
        or before.last - before.first > _FEW_WORDS
        or before.last + 1 != said.clause.first
    ):
        return frozenset()
    is_joined = said.sentence.source.word(before.last) in _ANDS
    return before.stems if is_joined else frozenset()


def _is_limit(said: Known) -> bool:
    return any(said.clause.says(cue) for cue in (cues.CAP, cues.FLOOR, cues.CONDITIONAL, cues.FREE))


_ANDS = frozenset(("and", "und", "et", "en", "y"))
_FEW_WORDS = 2
"""Most words that name a thing with a price of its own."""


def denied_fee(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that there is no such fee as a sentence charges: "no booking
    fee", "nothing per loan".
    """
    if sentence.negated or not (sentence.says(cues.PAY) or sentence.says(cues.ON_TOP)):
        return ""
    amounts = [m for m in sentence.each(MoneyMatch) if not is_said(known, m.amount, m.currency)]
    for money in amounts:
        if _is_worked_out(known, sentence, money):
            continue
        clause = sentence.clause_of(money)
        for told, fee in _fees_denied(known):
            is_charged = fee & (_charged_for(clause, money) - known.paying)
            if is_charged and not is_with_extra(known, sentence, money, told):
                return told.text
    return ""


def _is_worked_out(known: Knowledge, sentence: Sentence, money: MoneyMatch) -> bool:
    """Whether an amount is what so many come to that a sentence counts, and no fee."""
    is_counted = sentence.has(NumberMatch) or sentence.has(SpanMatch)
    return is_counted and derivation(known, sentence, money, money.amount) is not None


def is_with_extra(known: Knowledge, sentence: Sentence, money: MoneyMatch, told: Sentence) -> bool:
    """Whether an amount is a price with what `told` puts on top of it, once or twice: "60 with
    bringing and fetching", at 42 and 9 a trip; or that of as many as are named.
    """
    extras = [extra.amount for extra in told.each(MoneyMatch)]
    counts = {Decimal(1), *(number.value for number in sentence.each(NumberMatch))}
    prices = {k.amount * count for k in prices_of(known) for count in counts}
    return any(money.amount - n * extra in prices for extra in extras for n in (1, 2))


def _charged_for(clause: Clause, money: MoneyMatch) -> frozenset[str]:
    """Return the stems of what an amount is for: what it is per, or what costs it."""
    per = clause.sentence.stems_of(" ".join(money.per))
    before = clause.sentence.stems_of(clause.sentence.padded(clause.first, money.first))
    return (per | before) - SAY_LITTLE


def _fees_denied(known: Knowledge) -> Iterator[tuple[Sentence, frozenset[str]]]:
    for told in known.told["price"]:
        for clause in told.clauses:
            is_short = clause.last - clause.first <= _SHORT
            is_denied = clause.says(cues.NEGATION) or clause.says(cues.INCLUDED)
            if clause.says(cues.FIRST_PERIOD) or clause.says(cues.NO_LATER):
                continue  # what is free at first is charged afterwards
            if _names_no_fee(clause) or _is_included_up_to(clause):
                continue
            if is_short and is_denied and not any(clause.each(MoneyMatch)):
                yield told, clause.stems - SAY_LITTLE


def _names_no_fee(clause: Clause) -> bool:
    """Whether a clause says of an amount in front of it when it is not charged: "which we don't
    charge in the first season".
    """
    is_relative = clause.sentence.source.word(clause.first) in _RELATIVE
    return is_relative and charges_nothing(clause.words)


def _is_included_up_to(clause: Clause) -> bool:
    """Whether so many of something are in the price, and more are not."""
    return clause.says(cues.INCLUDED) and any(clause.each(NumberMatch))


_RELATIVE = frozenset(("which", "that", "die", "den", "que", "qui", "dat"))


def _periods_of(sentence: Sentence, match: MoneyMatch) -> frozenset[str]:
    """Return the periods that an amount is for, or that it is paid once."""
    periods = PRICE_PERIODS.intersection(match.per)
    is_once = not periods and sentence.clause_of(match).says(PAID_ONCE)
    return frozenset({"once"}) if is_once else periods


def said_for_another_time(known: Knowledge, sentence: Sentence, match: MoneyMatch) -> Known | None:
    """Return where the founder names an amount, if it is for another time each time."""
    periods = _periods_of(sentence, match)
    unit = match.currency or known.home
    said = [k for k in known.money if k.amount == match.amount and k.unit == unit]
    if not periods or not all(PRICE_PERIODS.intersection(k.per) for k in said):
        return None
    return said[0] if said and not any(periods.intersection(k.per) for k in said) else None
