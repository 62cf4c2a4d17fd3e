"""Prices for one of a thing, and for so many of it: whether a text asks the price of one for
several, or has no end where our answers count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bill_terms import nouns_of, per_of
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.price_times import begins_tier, is_count_of
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, SpanMatch

_FOR = (
    r" (?:for|covers?|buys?|für|kosten|kostet|decken|deckt|pour|couvre|voor|dekt|por|para|cubre)"
    r" (?:(?:all|its|the|their|those|these|alle|seine|ihre|die|diese|les|ses|ces|de|alle|zijn|los"
    r"|las|sus) )?$"
)
_BEHIND_AMOUNT = re.compile(f"^{_FOR}")
"""Words between an amount and what it is asked for: "£48 for its three chimneys"."""
_BEFORE_AMOUNT = re.compile(
    r"^ (?:(?:[^ .,;:]+ ){0,2})(?:cost|costs|come to|comes to|are|kosten|kostet|machen|coûtent"
    r"|coûte|kost|cuestan|cuesta|son|sont|zijn|sind) (?:(?:a household|together|in all|zusammen"
    r"|insgesamt|en tout|samen|en total) )?$"
)
"""Words between what is counted and an amount: "three chimneys cost £48"."""
_EACH = cues.Cue("""
    each, apiece, every, per, a piece, je, jeweils, jede, jeder, jedes, pro, chacun, chacune, pièce
    par, elk, per stuk, ieder, cada, cada uno, cada una, por
    """)
"""Words by which an amount is for each of several."""
_AS_OFTEN = cues.Cue("""
    as often as, as many times as, as frequently as, so oft, beliebig oft, so häufig
    aussi souvent que, autant de fois que, zo vaak, zo dikwijls, tantas veces como
    todas las veces que, cuantas veces
    """)
"""Phrases by which something is done any number of times."""


def price_of_one_for_several(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for one of something, where a sentence asks it for several of
    them; else "".
    """
    money = _sum_asked_for(sentence)
    told = _told_of(known, money) if money else []
    if money is None or any(_has_a_count(said) for said in told):
        return ""
    counted = [match for match in _several(sentence) if _is_asked_for(sentence, money, match)]
    found = (k for k in told for match in counted if _is_for_one(k, sentence, match))
    return next((said.sentence.text for said in found), "")


def _sum_asked_for(sentence: Sentence) -> MoneyMatch | None:
    """Return the only amount of a sentence that says plainly what something costs, and not what
    each of it does.
    """
    if not sentence.is_certain or any(map(sentence.says, (cues.COMPARED, cues.UP_TO, _EACH))):
        return None
    amounts = list(sentence.each(MoneyMatch))
    is_sum = len(amounts) == 1 and amounts[0].high is None and not amounts[0].per
    return amounts[0] if is_sum else None


def _told_of(known: Knowledge, money: MoneyMatch) -> list[Known]:
    """Return where the founder names an amount as a price, if they name it as nothing else."""
    unit = money.currency or known.home
    told = [k for k in known.money if (k.amount, k.unit) == (money.amount, unit)]
    return told if all(k.answer == "price" and not k.is_bare for k in told) else []


def _has_a_count(said: Known) -> bool:
    """Whether a price is, or may be, for more than one: "£85 for two sweeps"."""
    return any(number.value > 1 for number in said.clause.each(NumberMatch))


def _several(sentence: Sentence) -> Iterator[NumberMatch | SpanMatch]:
    """Yield what a sentence has more than one of: things, and short times.

    "£18 for three months" may well be £18 in each of them.
    """
    yield from (number for number in sentence.each(NumberMatch) if number.value > 1)
    spans = sentence.each(SpanMatch)
    yield from (span for span in spans if span.amount > 1 and span.unit in _SHORT_TIMES)


_SHORT_TIMES = ("hour", "day", "week")


def _is_asked_for(sentence: Sentence, money: MoneyMatch, counted: NumberMatch | SpanMatch) -> bool:
    """Whether an amount is what so many cost, by the words between the two."""
    if counted.first >= money.last:
        return _BEHIND_AMOUNT.search(sentence.padded(money.last, counted.first)) is not None
    return _BEFORE_AMOUNT.search(sentence.padded(counted.last, money.first)) is not None


def _is_for_one(said: Known, sentence: Sentence, counted: NumberMatch | SpanMatch) -> bool:
    """Whether a price is for one of what is counted."""
    if isinstance(counted, SpanMatch):
        return counted.unit in said.per
    measure = {counted.noun.casefold()} if counted.measure else frozenset[str]()
    named = nouns_of(sentence, counted) | measure
    return bool(named & (per_of(said) | {unit.casefold() for unit in said.per}))


def as_often_as_wanted(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for so many of something, where a sentence gives it as often as
    somebody wants; else "".
    """
    if not sentence.says(_AS_OFTEN) or sentence.negated:
        return ""
    named = {match.value for match in sentence.each(NumberMatch)}
    told = (k for money in sentence.each(MoneyMatch) for k in _told_of(known, money))
    return next((k.sentence.text for k in told if _is_limited_otherwise(k, named)), "")


def _is_limited_otherwise(said: Known, named: set[Decimal]) -> bool:
    """Whether a price is for so many of something, and not for one of the numbers `named`."""
    if said.sentence.says(cues.AS_MANY) or said.sentence.says(_AS_OFTEN):
        return False
    numbers = (n for n in said.clause.each(NumberMatch) if n.noun and n.value > 1)
    counts = (n for n in numbers if not n.measure and is_count_of(said, n))
    own = {n.value for n in counts if not begins_tier(said.sentence, n)}
    return bool(own) and not own & named
