"""Plain sums of our prices where the founder names another price for the whole: for two things
together, for a night with its day, for the brother of somebody, and with the first pieces free.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bill_terms import first_free, nouns_of, per_of
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.price_minimum import prices_of
from artifacts.checker.cues.terms import FOR_BOTH
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch

_WITH_IT = cues.Cue("""
    included, inbegriffen, inklusive, mit drin, enthalten, compris, comprise, inclus, incluse
    inbegrepen, incluido, incluida
    """)
"""Words behind a thing that is in a price."""
_OF_ONE_FAMILY = cues.Cue("""
    family, families, household, siblings, brother*, sister*, familie, familien, geschwister*
    famille, gezin, gezinnen, familia
    """)
_SIBLINGS = cues.Cue("""
    brother*, sister*, sibling*, bruder, schwester, geschwister*, geschwisterkind, frère*, sœur*
    broer*, zus, zusje*, hermano*, hermana*, second child, zweites kind, zweite kind
    """)


def sum_though_priced(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of a whole that a sentence makes up from the prices of its parts;
    else "".
    """
    if sentence.negated or sentence.says(_COMPARED) or sentence.says(_INSTEAD):
        return ""
    amounts = {m.amount for m in sentence.each(MoneyMatch) if m.high is None}
    prices = [k for k in prices_of(known) if not k.is_bare]
    summed = _made_from_parts(prices, sentence, amounts)
    return summed or _charged_from_the_first(prices, sentence, amounts)


_COMPARED = cues.Cue("""
    less than, more than, cheaper, dearer, save, saves, difference, weniger, mehr als, billiger
    günstiger, teurer, spart, unterschied, moins, plus cher, épargne*, économise*, minder, goedkoper
    duurder, bespaart, menos, más barato, más caro, ahorra*
    """)
_INSTEAD = cues.Cue("""
    instead of, rather than, separately, on their own, each alone, statt, anstatt, einzeln, getrennt
    au lieu de, séparément, in plaats van, los van elkaar, apart, en vez de, por separado
    """)
"""Words by which a sum is only what it would be for each alone."""


def _made_from_parts(prices: list[Known], sentence: Sentence, amounts: set[Decimal]) -> str:
    """Return the founder's price of a whole where one of the `amounts` of a sentence is what the
    parts come to; else "".
    """
    of_some = (*_of_families(prices, sentence), *_of_halves(prices, sentence))
    for right, wrong in (*_wholes(prices), *of_some):
        is_made_up = wrong in amounts - {right.amount}
        if is_made_up and (right.amount not in amounts or _adds_up(sentence, wrong)):
            return right.sentence.text
    return ""


def _wholes(prices: list[Known]) -> Iterator[tuple[Known, Decimal]]:
    """Yield the prices of a whole, each with what its parts come to one by one."""
    for whole in prices:
        beside = [k for k in prices if k.sentence is whole.sentence and k.amount < whole.amount]
        if whole.clause.says(FOR_BOTH) and len(beside) == _BOTH:
            one, other = beside
            yield whole, one.amount + other.amount
        included = _included_in(whole)
        for part in beside if included else ():
            if f" {included} " in part.clause.words:
                yield whole, whole.amount + part.amount


_BOTH = 2


def _included_in(price: Known) -> str:
    """Return what the founder says is in a price, "" if nothing: "150 for the night, day
    included".
    """
    for clause in price.sentence.clauses[price.clause.place + 1 :]:
        found = clause.find(_WITH_IT)
        if found and not any(clause.each(MoneyMatch)):
            return clause.words[: found.start()].rpartition(" ")[2]
    return ""


def _adds_up(sentence: Sentence, wrong: Decimal) -> bool:
    """Whether a sentence names the price of the whole only to add a part of it once more."""
    return next(sentence.each(MoneyMatch)).amount == wrong and sentence.says(cues.PLUS)


def _of_families(prices: list[Known], sentence: Sentence) -> Iterator[tuple[Known, Decimal]]:
    """Yield the prices of a brother or a sister, each with what several come to at the full one."""
    if not sentence.says(_OF_ONE_FAMILY):
        return
    counts = [n.value for n in sentence.each(NumberMatch) if n.value > 1]
    for less in prices:
        if not less.clause.says(_SIBLINGS) and not less.sentence.says(_SIBLINGS):
            continue
        full = [k for k in prices if k.sentence is less.sentence and k.amount > less.amount]
        yield from ((less, count * k.amount) for k in full for count in counts)


def _of_halves(prices: list[Known], sentence: Sentence) -> Iterator[tuple[Known, Decimal]]:
    """Yield the prices of half of a thing, each with half of what a whole one costs."""
    for half in prices if sentence.says(_HALF) else ():
        beside = (k for k in prices if k.sentence is half.sentence and k.amount > half.amount)
        yield from ((half, k.amount / 2) for k in beside if half.clause.says(_HALF))


_HALF = cues.Cue("""
    half, halber, halbe, halben, halbes, hälfte, demi, demie, moitié, halve, helft, medio, media
    mitad
    """)


def _charged_from_the_first(prices: list[Known], sentence: Sentence, amounts: set[Decimal]) -> str:
    """Return the founder's price where a sentence charges the first pieces, too, that are free."""
    for said in prices:
        free = next(first_free(said), None)
        for number in sentence.each(NumberMatch) if free else ():
            is_counted = bool(nouns_of(sentence, number) & per_of(said))
            if is_counted and number.value * said.amount in amounts:
                return said.sentence.text
    return ""
