"""How a figure in a text follows from what the founder said, and from the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, product

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.arithmetic import Operands, derive, derive_share
from artifacts.checker.comparisons.counted import is_part_counted
from artifacts.checker.comparisons.extras_named import extras_named
from artifacts.checker.comparisons.figures_told import PERCENT, Known
from artifacts.checker.comparisons.fractions import ones_in, parts_in_words, parts_named
from artifacts.checker.comparisons.made_here import is_made_here
from artifacts.checker.comparisons.measures import conversions
from artifacts.checker.comparisons.multipliers import multipliers, periods
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.share_fees import fee_on, fees_told
from artifacts.checker.comparisons.supposed import is_supposed
from artifacts.checker.cues.sentences import MEASURED
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import (
    FractionMatch,
    HoursMatch,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)

_TRIED = 40
"""How many figures of one sentence are looked into."""
_RAND = "ZAR"
_HOURS = {
    "minute": Decimal(1) / 60, "hour": Decimal(1), "night": Decimal(24), "day": Decimal(24),
    "week": Decimal(168), "month": Decimal(730), "quarter": Decimal(2190), "year": Decimal(8760),
}  # fmt: skip
_UNITS = (Decimal(1000), Decimal(1_000_000))


def is_founded(known: Knowledge, sentence: Sentence, money: MoneyMatch, value: Decimal) -> bool:
    """Return whether an amount was said, follows from what was said, or is only an example."""
    unit = money.currency or known.home
    supposed = (
        m for m in sentence.each(MoneyMatch) if m.amount == value and is_supposed(sentence, m)
    )
    if is_said(known, value, unit) or any(supposed) or value in known.bundles:
        return True
    if _is_base_of_share(known, sentence, value):
        return True
    if unit == _RAND != known.home:
        return True  # "R12" is a version where nobody pays in rand
    return derivation(known, sentence, money, value) is not None


def _is_base_of_share(known: Knowledge, sentence: Sentence, value: Decimal) -> bool:
    """Whether an amount is supposed so that the sentence can show what our share of it is: "of an
    $80 booking $12 stays with us".
    """
    shares = _shares_of_price(known)
    if not shares:
        return False
    times = (Decimal(1), *multipliers(known, sentence)[0])
    others = [m.amount for m in sentence.each(MoneyMatch) if m.amount != value]
    made = [
        value * number * part / _HUNDRED
        for share, number in product(shares, times)
        for part in (share, _HUNDRED - share, _HUNDRED + share)
    ]
    fees = [fee_on(fee, value) for fee in fees_told(known)]
    made += [*fees, *(value - fee for fee in fees)]
    return any(abs(amount - other) < _CENT for amount in made for other in others)


def _shares_of_price(known: Knowledge) -> list[Decimal]:
    """Return the shares that the price consists of, each alone and any two together."""
    told = [share.amount for share in known.shares if share.answer == "price"]
    return [*told, *(one + other for one, other in combinations(told, 2))]


_HUNDRED, _CENT = Decimal(100), Decimal("0.01")


def is_said(known: Knowledge, value: Decimal, unit: str) -> bool:
    """Return whether the founder named this amount; a currency that is not told is any."""
    if (value, unit) in known.computed:
        return True
    if any(k.amount == value and (k.unit == unit or not k.unit or not unit) for k in known.money):
        return True
    return any(low <= value <= high for low, high, of in known.ranges if of == unit)


def is_amount_said(known: Knowledge, money: MoneyMatch) -> bool:
    """Return whether the founder named the amount of a text."""
    return is_said(known, money.amount, money.currency or known.home)


def derivation(
    known: Knowledge, sentence: Sentence, money: MoneyMatch, value: Decimal
) -> str | None:
    """Return how an amount follows from the sentence and from what is known, or None."""
    unit = money.currency or known.home
    if value > 0 and not _has_amounts(known, sentence, money, unit):
        return None  # an amount follows from amounts alone
    return derive(value, operands(known, sentence, money, unit))


def _has_amounts(known: Knowledge, sentence: Sentence, target: MoneyMatch, unit: str) -> bool:
    """Whether anything is told or named that `operands` makes other amounts from."""
    if _amounts_by_answer(known, sentence, unit) or _amounts_before(known, sentence, unit):
        return True
    return any(True for _ in _amounts_near(known, sentence, target, unit))


def operands(
    known: Knowledge, sentence: Sentence, target: MoneyMatch | None, unit: str
) -> Operands:
    """Return what an amount in `sentence` may be made from."""
    stated, named = multipliers(known, sentence)
    groups = _amounts_by_answer(known, sentence, unit)
    before = _amounts_before(known, sentence, unit)
    both = sentence.says(cues.TOGETHER) and 2 in stated
    return Operands(
        near=tuple(_amounts_near(known, sentence, target, unit)),
        groups=(before, *groups.values()) if before else tuple(groups.values()),
        sums=tuple(
            (*known.parts_of_money(answer, unit), *amounts)
            for answer, amounts in groups.items()
            if answer != "price" or both
        ),
        prices=groups.get("price", ()),
        tiers=known.tiers,
        in_steps=known.has_steps,
        extras=known.has_extras,
        joined=_is_joined(sentence, target),
        stated=tuple(stated),
        named=tuple(named),
        near_shares=(*(m.percent for m in sentence.each(ShareMatch)), *_ratios_near(sentence)),
        shares=tuple(dict.fromkeys((*_shares_of_money(known), *_parts_in_words(known)))),
        fees=fees_told(known),
        named_extras=extras_named(known, sentence, unit),
        periods=tuple(dict.fromkeys(periods(known, sentence))),
        conversions=conversions(sentence, known.told["price"]),
        compared=sentence.says(cues.COMPARED) or sentence.says(_EARNS),
        shared=sentence.says(cues.SHARED) or _is_per_counted(sentence, target),
        about=target is not None and _is_about(sentence, target),
    )


_EARNS = cues.Cue("""
    earn, earns, margin, profit, verdient, verdienen, spanne, gewinn, gagne, gagnent, marge, winst
    verdienste, gana, ganan, margen
    """)
"""Words for what is left between what somebody pays and what they are paid."""


def _amounts_by_answer(
    known: Knowledge, sentence: Sentence, unit: str
) -> dict[str, tuple[Decimal, ...]]:
    """Return the founder's amounts by answer, with those they do not count on where a sentence
    only tells what these would be, and spends nothing.
    """
    groups = known.amounts_by_answer(unit)
    hoped = tuple(amount for amount, of in known.not_counted if of == unit)
    return groups if not hoped or sentence.says(cues.SPENDS) else {**groups, "not counted": hoped}


def _amounts_near(
    known: Knowledge, sentence: Sentence, target: MoneyMatch | None, unit: str
) -> Iterator[Decimal]:
    """Yield the amounts beside `target`, the ends of ranges, and the bare numbers of our price that
    a sentence repeats: "of the 96 the lab gets 41".
    """
    for match in sentence.each(MoneyMatch):
        if match is not target and (match.currency or known.home) == unit:
            yield match.amount
            if match.high is not None:
                yield match.high
    for number in sentence.each(NumberMatch):
        if not number.noun and number.value in _bare_numbers_of_price(known):
            yield number.value


@remembered
def _bare_numbers_of_price(known: Knowledge) -> frozenset[Decimal]:
    """Return the numbers that the answer about the price names without what they count."""
    told = known.told["price"]
    return frozenset(n.value for s in told for n in s.each(NumberMatch) if not n.noun)


def _is_about(sentence: Sentence, match: MoneyMatch | ShareMatch | NumberMatch) -> bool:
    """Whether a figure is rounded: "about 40"."""
    return sentence.says_between(cues.APPROXIMATE, match.first - 3, match.first)


def _is_joined(sentence: Sentence, target: MoneyMatch | None) -> bool:
    """Whether the sentence puts several things on one bill before it names the amount."""
    if target is None or sentence.has(SpanMatch) or sentence.says(cues.IN_ALL):
        return target is not None
    clauses = [c for c in sentence.clauses if c.first <= target.first]
    begin = clauses[-2].first if len(clauses) > 1 else sentence.first
    return sentence.says_between(cues.JOINED, begin, target.first) or cues.JOINED(
        sentence.padded(target.last, sentence.last)
    )


def _is_per_counted(sentence: Sentence, target: MoneyMatch | None) -> bool:
    """Whether an amount is for each of what the sentence counts: "four visits, $37 a visit"."""
    if target is None or not target.per:
        return False
    each = sentence.stems_of(" ".join(target.per))
    counted = (sentence.stems_between(n.first, n.last) for n in sentence.each(NumberMatch))
    return any(each & stems for stems in counted)


def _shares_of_money(known: Knowledge) -> Iterator[Decimal]:
    """Yield the percentages that may be of an amount: not those that the test has to reach."""
    return (share.amount for share in known.shares if share.answer != "validation")


def _parts_in_words(known: Knowledge) -> Iterator[Decimal]:
    """Yield the percentages that the founder's price names as parts: a fifth, a third."""
    for sentence in known.told["price"]:
        yield from (part * 100 / whole for part, whole in parts_in_words(sentence))
        yield from (named.part * 100 / named.whole for named in parts_named(sentence))


def _ratios_near(sentence: Sentence) -> Iterator[Decimal]:
    """Yield the percentages that a sentence names in words: "one shop in ten", "a ninth of it"."""
    yield from (part * 100 / whole for part, whole in ones_in(sentence))
    yield from (named.part * 100 / named.whole for named in parts_named(sentence))


def _amounts_before(known: Knowledge, sentence: Sentence, unit: str) -> tuple[Decimal, ...]:
    """Return the amounts of the sentence before, which "three of that size" may mean."""
    if sentence.before is None:
        return ()
    amounts = (m for m in sentence.before.each(MoneyMatch) if (m.currency or known.home) == unit)
    return tuple(m.amount for m in amounts)


def is_share_founded(known: Knowledge, sentence: Sentence, share: ShareMatch) -> bool:
    if sentence.says_between(cues.PHYSICAL, share.last, share.last + 2) or _is_measured(
        sentence, share
    ):
        return True
    said = tuple(k.amount for k in known.shares)
    if share.percent in said or (share.percent, PERCENT) in known.computed:
        return True
    of_price = sentence.says(cues.PAY) and not sentence.says(cues.TOGETHER)
    given = Operands(
        near_shares=tuple(m.percent for m in sentence.each(ShareMatch) if m is not share),
        shares=() if of_price else said,
        near=tuple(m.amount for m in sentence.each(MoneyMatch)),
        about=_is_about(sentence, share),
    )
    return derive_share(share.percent, given, _parts(known, sentence)) is not None


def _is_measured(sentence: Sentence, share: ShareMatch) -> bool:
    """Whether a share is of what one measures in percent, which is named beside it, and neither of
    money nor of many: "the battery is at 15 %".
    """
    if sentence.has(MoneyMatch):
        return False
    if sentence.says_between(MEASURED, share.last, share.last + _MEASURED_BEHIND):
        return True
    clause = sentence.clause_of(share)
    before = sentence.padded(max(clause.first, share.first - _MEASURED_BEFORE), share.first)
    opening = sentence.padded(sentence.first, sentence.first + _OPENING)
    named = MEASURED(before) or (_IT(before) and MEASURED(opening))
    return named and not sentence.begins_at(_OF_MANY, share.last)


_MEASURED_BEFORE, _MEASURED_BEHIND = 7, 4
"""Words beside a share that what is measured is among: "Die Feuchte liegt unter 12 %"."""
_OPENING = 3
"""Words of a sentence that may name what "it" is behind them."""
_IT = cues.Cue("it, sie, er, es, elle, il, ze, het, ella, él")
_OF_MANY = cues.Cue("""
    of all, of the, of our, of these, aller, der, unserer, dieser, de tous, de toutes, des, de nos
    van alle, van de, van onze, de los, de las, de todos, de todas
    """)


def _parts(known: Knowledge, sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield pairs of which one may be a share of the other: the sentence's own numbers, the test's
    pass mark.
    """
    for fraction in sentence.each(FractionMatch):
        yield fraction.part, fraction.whole
        # "4.5 of the 11.5 million" names the unit of both once.
        yield from ((fraction.part * unit, fraction.whole) for unit in _UNITS)
    yield from _pass_mark(known)
    yield from _ones_told(known)
    amounts = [m.amount for m in sentence.each(MoneyMatch)][:_TRIED]
    numbers = [*_numbers_in(sentence), *amounts]
    yield from _smaller_and_larger(numbers[:_TRIED], numbers[:_TRIED])
    # "13,500, or 64 %" may be a share of an amount that only the answers name.
    said = [k.amount for k in known.money if k.unit != PERCENT][:_TRIED]
    yield from _smaller_and_larger(amounts, said)
    yield from _smaller_and_larger(said, amounts)
    yield from _spoken_of(known, sentence)
    lengths = [span.amount * _HOURS[span.unit] for span in sentence.each(SpanMatch)]
    yield from _smaller_and_larger(lengths[:_TRIED], lengths[:_TRIED])
    yield from known.counted_pairs
    yield from known.budget_pairs
    named = [c.number for c in known.counts if c.stems & sentence.stems][:_TRIED]
    for count in named:
        yield from _smaller_and_larger(numbers[:_TRIED], [count])


@remembered
def _ones_told(known: Knowledge) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return the ratios that our answers name in words: "one name in nine"."""
    return tuple(dict.fromkeys(pair for told in known.sentences for pair in ones_in(told)))


def _spoken_of(known: Knowledge, sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield pairs of amounts that a sentence speaks of without naming one."""
    if not sentence.has(MoneyMatch):
        named = [k.amount for k in known.money if _speaks_of(sentence, k)][:_TRIED]
        yield from _smaller_and_larger(named, named)


def _speaks_of(sentence: Sentence, said: Known) -> bool:
    """Whether a sentence speaks of what an amount is of: "a visit is 14 % of what he paid"."""
    before = said.sentence.before  # "A camp drained its lake. It cost $16,800."
    about = said.clause.stems | (before.stems if before else frozenset())
    return said.unit != PERCENT and bool((about - SAY_LITTLE) & sentence.stems)


def _pass_mark(known: Knowledge) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield how many of all have to do something, and how many need not."""
    test = known.test
    if test and test.pass_number and test.participants:
        whole = Decimal(test.participants)
        yield Decimal(test.pass_number), whole
        yield whole - test.pass_number, whole


def _numbers_in(sentence: Sentence) -> Iterator[Decimal]:
    """Yield the counts, times and hours of a sentence."""
    yield from (number.value for number in sentence.each(NumberMatch))
    yield from (span.amount for span in sentence.each(SpanMatch))
    yield from (match.hours for match in sentence.each(HoursMatch))


def _smaller_and_larger(
    ones: list[Decimal], others: list[Decimal]
) -> Iterator[tuple[Decimal, Decimal]]:
    return ((one, other) for one in ones for other in others if one < other)


def count_follows(
    known: Knowledge, sentence: Sentence, number: NumberMatch, value: Decimal
) -> bool:
    near = [n.value for n in sentence.each(NumberMatch) if n is not number]
    stated, named = multipliers(known, sentence)
    given = Operands(
        near=(*near, *named),
        stated=tuple(n for n in stated if n != number.value),
        near_shares=tuple(m.percent for m in sentence.each(ShareMatch)),
        shares=tuple(k.amount for k in known.shares) + known.ratios,
        about=_is_about(sentence, number),
    )
    if derive(value, given) is not None or _is_in_proportion(value, given):
        return True
    is_ours = value in _UNITS_OF_TIME or is_part_counted(known, sentence, value)
    return is_ours or is_made_here(sentence, number)


_UNITS_OF_TIME = frozenset(map(Decimal, (52, 60, 365, 1440, 3600, 8760, 86400)))
"""Counts of a calendar or a clock: "1,440 times a day" is once a minute."""


def _is_in_proportion(value: Decimal, given: Operands) -> bool:
    """Whether a number beside one shows a known share of it: "of 40 trees, 34" for 85 %."""
    return any(part * 100 / value in given.shares for part in given.near)
