"""What looks like a bill of the things that a sentence counts, and comes to another amount."""

from __future__ import annotations

from itertools import combinations, permutations, product

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bare_amounts import ON_FUNDS
from artifacts.checker.comparisons.derivations import is_said
from artifacts.checker.comparisons.payers import amount_and_unit
from artifacts.checker.comparisons.price_minimum import is_bill_of_least
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, SpanMatch


def is_no_bill(known: Knowledge, sentence: Sentence, total: MoneyMatch) -> bool:
    """Return whether an amount is that of the least count, of parts at two prices, what is left,
    or what each of many bears.
    """
    return (
        _is_least(known, sentence, total)
        or _is_split(known, sentence, total)
        or is_rest(known, sentence, total)
        or _is_for_each(known, sentence, total)
    )


def _is_least(known: Knowledge, sentence: Sentence, total: MoneyMatch) -> bool:
    """Whether an amount is that of the least number, or of a count which the sentence repeats from
    our answer about the price: "25 are charged as 40".
    """
    if is_bill_of_least(known, sentence, total.amount):
        return True
    told = {n.value for said in known.told["price"] for n in said.each(NumberMatch)}
    named = told & {n.value for n in sentence.each(NumberMatch)}
    prices = [k.amount for k in known.money if k.answer == "price"]
    return any(one * price == total.amount for one, price in product(named, prices))


def _is_split(known: Knowledge, sentence: Sentence, total: MoneyMatch) -> bool:
    """Whether some of what is counted is at one price and the rest at another: "60 workers, 20 of
    them after 6 p.m.".
    """
    numbers = [*sentence.each(NumberMatch)]
    prices = [k.amount for k in known.money if k.answer == "price"]
    for whole, part in combinations(numbers, 2):
        if not sentence.begins_at(cues.OF_THEM, part.last):
            continue
        rest = whole.value - part.value
        if any(
            rest * one + part.value * other == total.amount
            for one, other in permutations(prices, 2)
        ):
            return True
    return False


def is_rest(known: Knowledge, sentence: Sentence, total: MoneyMatch) -> bool:
    """Return whether an amount is what so many of a thing leave of one that the founder named: "15
    repairs, and has R100 left".
    """
    if not _LEFT(sentence.behind(total)):
        return False
    _, unit = amount_and_unit(known, total)
    counts = [n.value for n in sentence.each(NumberMatch)]
    counts += [span.amount for span in sentence.each(SpanMatch)]
    told = [k for k in known.money if k.unit == unit and k.answer not in ON_FUNDS]
    prices = [k.amount for k in told if k.answer == "price"]
    made = {count * price + total.amount for count, price in product(counts, prices)}
    return any(k.amount in made for k in told)


_LEFT = cues.Cue("left, over, übrig, de reste, de sobra")


def _is_for_each(known: Knowledge, sentence: Sentence, total: MoneyMatch) -> bool:
    """Whether an amount is what one of those counted bears of a price: "a college with 75 students
    pays 40 per student" of 3,000.
    """
    each = sentence.stems_of(" ".join(total.per))
    _, unit = amount_and_unit(known, total)
    return any(
        is_said(known, total.amount * number.value, unit)
        for number in sentence.each(NumberMatch)
        if each & sentence.stems_between(number.first, number.last)
    )
