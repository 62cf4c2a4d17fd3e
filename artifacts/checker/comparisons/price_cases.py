"""Which case of the price a text speaks of: how many, how long, what the price depends on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.arithmetic import derive
from artifacts.checker.comparisons.derivations import derivation, is_said, operands
from artifacts.checker.comparisons.figures_told import PERCENT, Known
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, PlaceMatch

SEVERAL_PRICES = 2

_WORDS_OF_CASE = 3
"""How many words a sentence shares with a case that it names."""

PRICE_PERIODS = frozenset({"hour", "day", "week", "month", "quarter", "year"})


def case_of(
    known: Knowledge, prices: list[Known], sentence: Sentence, match: MoneyMatch
) -> Known | None:
    """Return the one price whose case the sentence names best, if the amount is made from
    others.
    """
    unit = match.currency or known.home
    if is_said(known, match.amount, unit) or _is_saved(sentence, match):
        return None
    if derivation(known, sentence, match, match.amount) is None:
        return None
    told = _best_case([k for k in prices if k.unit == unit], sentence)
    if told and any(m.amount == told.amount for m in sentence.each(MoneyMatch)):
        return None
    return told


def _is_saved(sentence: Sentence, match: MoneyMatch) -> bool:
    """Whether an amount is what one case costs less than another one, and so made from both."""
    before = sentence.padded(match.first - _SAVED_WITHIN, match.first)
    return _SAVES(before) or sentence.says_between(_LESS, match.last, match.last + 1)


_SAVED_WITHIN = 3
_SAVES = cues.Cue("""
    save, saves, saving, spart, sparen, erspart, ersparnis, économise*, épargne*, bespaart, besparen
    ahorra, ahorran
    """)
_LESS = cues.Cue("less, cheaper, weniger, billiger, günstiger, moins, minder, goedkoper, menos")


def _best_case(prices: list[Known], sentence: Sentence) -> Known | None:
    """Return the price that shares most words with a sentence; None if two do, or too few."""
    mine = _keys_of(sentence, frozenset())
    scored = [(len(_keys_of(k.clause, _unit_stems(k)) & mine), k) for k in prices]
    best = max((_WORDS_OF_CASE, *(score for score, _ in scored)))
    first = [k for score, k in scored if score == best]
    return first[0] if len({k.amount for k in first}) == 1 else None


def nearer_cases(
    prices: list[Known], sentence: Sentence, match: MoneyMatch, told: Known
) -> Iterator[Known]:
    """Yield the other prices that share as many words with the clause of an amount as `told` does,
    which shares most with its sentence.
    """
    own = sentence.clause_of(match).stems - SAY_LITTLE
    least = max(len(told.clause.stems & own), 1)
    yield from (k for k in prices if k is not told and len(k.clause.stems & own) >= least)


def _unit_stems(known: Known) -> frozenset[str]:
    return known.sentence.stems_of(" ".join(known.per))


def _keys_of(part: Sentence | Clause, units: frozenset[str]) -> frozenset[str]:
    """Return what tells a case: its words, and "all N" of something; not what the price is per."""
    return (part.stems - SAY_LITTLE - units) | {f"{value:f}" for value in _bundles(part)}


def _bundles(part: Sentence | Clause) -> set[Decimal]:
    """Return the numbers of pieces that make up all of something: "all six"."""
    sentence = part.sentence if isinstance(part, Clause) else part
    return {
        number.value
        for number in part.each(NumberMatch)
        if sentence.says_between(cues.ALL_OF, number.first - 3, number.first)
    }


def follows_from(known: Knowledge, sentence: Sentence, match: MoneyMatch, told: Known) -> bool:
    """Whether an amount is made from the price of the case, alone or with others."""
    given = operands(known, sentence, match, told.unit)
    without = tuple(tuple(a for a in group if a != told.amount) for group in given.groups)
    others = replace(
        given,
        groups=without,
        sums=tuple(tuple(a for a in group if a != told.amount) for group in given.sums),
        prices=tuple(a for a in given.prices if a != told.amount),
    )
    if derive(match.amount, others) is None:
        return True
    alone = replace(given, groups=((told.amount,),), sums=(), prices=(told.amount,))
    return derive(match.amount, alone) is not None


def depends_on_it(known: Knowledge, sentence: Sentence, told: Known) -> bool:
    """Whether a price changes with what the sentence says that it does not change with."""
    flat = sentence.find(cues.FLAT)
    assert flat is not None
    behind = sentence.stems_of(sentence.words[flat.end() :])
    if flat.group().endswith(_OR_NOT):
        behind = sentence.stems_of(" ".join(sentence.words[: flat.start()].split()[-_NEAR:]))
    pieces = sentence.stems_of(" ".join(unit for unit in told.per if unit not in PRICE_PERIODS))
    others = _other_prices(known, told)
    if pieces and _is_for_each(sentence, pieces, others):
        return False
    if behind & pieces or any(behind & (k.clause.stems - SAY_LITTLE) for k in others):
        return True
    return bool(others) and _is_beyond_tier(sentence, told)


def _is_for_each(sentence: Sentence, pieces: frozenset[str], others: list[Known]) -> bool:
    """Whether a sentence has the price for each piece, of which no other price is: "$9 for each
    table, no matter how many tables".
    """
    named = " ".join(unit for money in sentence.each(MoneyMatch) for unit in money.per)
    has_tier = any(pieces & k.clause.stems for k in others)
    return not has_tier and pieces <= sentence.stems_of(named)


_OR_NOT = (" not", " nicht", " non", " niet", " no")
_NEAR = 3
"""Words in front of "or not" that the price does not depend on."""


def _other_prices(known: Knowledge, told: Known) -> list[Known]:
    prices = (k for k in known.money if k.answer == "price" and k.unit == told.unit)
    return [k for k in prices if k.amount != told.amount]


def flat_price(known: Knowledge) -> str:
    """Return the founder's sentence that sets a price for any number or for several; else ""."""
    for sentence in known.told["price"]:
        if sentence.has(MoneyMatch) and (_bundles(sentence) or sentence.says(cues.AS_MANY)):
            return sentence.text
    return ""


def _is_beyond_tier(sentence: Sentence, told: Known) -> bool:
    """Whether a sentence names more than a price holds for: 120 m where it holds up to 50 m."""
    limits = {
        n.noun.casefold(): n.value
        for n in told.sentence.each(NumberMatch)
        if n.noun and cues.UP_TO(told.sentence.in_front(n))
    }
    return any(
        n.value > limits[n.noun.casefold()]
        for n in sentence.each(NumberMatch)
        if n.noun.casefold() in limits
    )


def price_limits(known: Knowledge) -> Iterator[tuple[Decimal, bool, Known]]:
    """Yield the most and the least that one sale can cost: amount, whether it is the most, and how
    it was said.
    """
    for said in known.money:
        if said.answer != "price" or said.unit == PERCENT:
            continue
        for match in said.clause.each(MoneyMatch):
            if match.amount != said.amount:
                continue
            begin = min(match.first - 4, max(match.first - 6, said.clause.first))
            before = said.sentence.padded(begin, match.first)
            behind = said.sentence.padded(match.first + 1, match.last + 6)
            if cues.CAP(before) or cues.CAP_BEHIND(behind):
                yield said.amount, True, said
            elif cues.FLOOR(before) or cues.FLOOR_BEHIND(behind):
                yield said.amount, False, said


def is_same_case(sentence: Sentence, said: Known, *, is_floor: bool = False) -> bool:
    """Whether a sentence speaks of one of what the limit holds for: one day, one visit, one
    family. Who pays for so many, pays the least of one visit.
    """
    if is_floor and _is_one_bill(sentence, said):
        return True
    units: set[str] = set()
    for match in said.clause.each(MoneyMatch):
        units |= {unit.casefold() for unit in match.per}
    words = sentence.words
    if any(form in words for unit in units for form in cues.ONE_OF.get(unit, ())):
        return True
    if units & set(cues.ONE_OF):
        return False
    own = sentence.stems_of(" ".join(units))
    if own:
        return bool(own & sentence.stems)
    numbers = [n for n in sentence.each(NumberMatch) if n.value > 1]
    return len(numbers) == 1


def _is_one_bill(sentence: Sentence, said: Known) -> bool:
    """Whether a sentence says what one of them pays for so many at a price beside a limit."""
    if not _ONE_PAYS.match(sentence.words):
        return False
    amounts = {money.amount for money in sentence.each(MoneyMatch)}
    counts = [number.value for number in sentence.each(NumberMatch)]
    counts += [Decimal(1)] if sentence.says(cues.ONE_ALONE) else []
    prices = [money.amount for money in said.sentence.each(MoneyMatch)]
    return any(price * count in amounts for price in prices for count in counts)


_ONE_PAYS = re.compile(
    r" (?:(?:for|on|with|für|bei|mit|an|pour|avec|voor|bij|por|con) )?"
    r"(?:somebody|someone|a|an|one|wer|jemand|eine?|einem|einen|einer|qui|un|une|celui|celle|wie"
    r"|iemand|een|quien|una) (?:[^ .,;:]+ ){1,12}(?:pays|zahlt|bezahlt|paie|paye|betaalt|paga"
    r"|(?:gets|has|is sent) (?:a|the) (?:bill|invoice) (?:of|for|over)"
    r"|is (?:billed|charged|invoiced)"
    r"|(?:bekommt|erhält) eine rechnung über|reçoit une facture de|krijgt een factuur van"
    r"|recibe una factura de) "
)
"""Beginnings of a sentence on what one of them pays."""


def is_of_another_price(
    known: Knowledge, sentence: Sentence, match: MoneyMatch, said: Known
) -> bool:
    """Return whether the clause of an amount speaks of what has a price elsewhere in our answers,
    and of nothing that the limit `said` is told with.
    """
    own = sentence.clause_of(match).stems - SAY_LITTLE
    if own & said.sentence.stems:
        return False
    others = (k for k in known.money if k.answer == "price" and k.sentence is not said.sentence)
    return any(own & k.clause.stems for k in others)


def is_no_price(known: Knowledge, sentence: Sentence, match: MoneyMatch) -> bool:
    """Return whether an amount is what so many cost us, or what is left of our money: "the screens
    for four villages are 7,800".
    """
    if sentence.clause_of(match).says(cues.COMPARED):
        return True
    counts = [number.value for number in sentence.each(NumberMatch)]
    costs = [k.amount for k in known.money if k.answer != "price"]
    return any(cost * count == match.amount for cost in costs for count in counts)


def denies_now(sentence: Sentence) -> bool:
    """Whether the clause that says when denies it: "not all of it is there from the start"."""
    for clause in sentence.clauses:
        found = clause.find(cues.NOW)
        if found:
            return cues.NEGATION(clause.words.replace(found[0], " "))
    return False


def prices_by_place(known: Knowledge) -> list[Known]:
    """Return our prices for one place, where there are others."""
    prices = [k for k in known.money if k.answer == "price"]
    if len({k.amount for k in prices}) < SEVERAL_PRICES:
        return []
    return [k for k in prices if any(k.clause.each(PlaceMatch))]
