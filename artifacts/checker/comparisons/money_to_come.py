"""Money that is not there yet: what comes later, and what the founder does not count on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from itertools import combinations, product

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence, read_text
from artifacts.checker.comparisons.awaited import is_whole_of_part, left_without
from artifacts.checker.comparisons.derivations import is_said
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.fractions import fractions_in, parts_named
from artifacts.checker.comparisons.price_cases import denies_now
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import (
    DateMatch,
    FractionMatch,
    Match,
    MoneyMatch,
    ShareMatch,
)

ComesLater = tuple[Sentence, frozenset[str], frozenset[Decimal]]
"""What says that money comes later, what it comes after, and how much."""


def there_already(sentence: Sentence, later: list[ComesLater], there: frozenset[Decimal]) -> str:
    """Return when an amount comes that a sentence says is there; else ""."""
    waiting = frozenset().union(*(values for _, _, values in later))
    amounts = {
        m.amount for m in amounts_meant(sentence) if not _is_there(sentence, m, waiting, there)
    }
    if not amounts or not _tells_of_now(sentence):
        return ""
    now, at_once = _stems_of_now(sentence), sentence.find(cues.NOW)
    for said, stems, values in later:
        if at_once and at_once.group() in said.words:
            continue  # both pay "in one go"
        is_meant = amounts & values or stems & now
        if is_meant and not _waits_for(sentence, _event_in(said.words, sentence)):
            return said.text
    return ""


def _tells_of_now(sentence: Sentence) -> bool:
    """Whether a sentence says that something is there now, on no condition and without denying
    it.
    """
    if not sentence.says(cues.NOW):
        return False
    return not sentence.says(cues.CONDITIONAL) and not denies_now(sentence)


def amounts_meant(sentence: Sentence) -> Iterator[MoneyMatch]:
    """Yield the amounts that a sentence says are there, and not those that follow, or that only
    others are a part of.
    """
    for match in sentence.each(MoneyMatch):
        clause = sentence.clause_of(match)
        if clause.says(_FOLLOWS) and not clause.says(cues.NOW):
            continue
        if not is_part_named(clause, match) and not is_whole_of_part(sentence, match):
            yield match


_FOLLOWS = cues.Cue("""
    follow, follows, to follow, come later, comes later, folgt, folgen, später, danach, suit
    suivent, suivront, plus tard, volgt, volgen, later, daarna, sigue, siguen, después, más tarde
    """)
"""Words for what comes behind what is there."""


def _is_there(
    sentence: Sentence, match: MoneyMatch, waiting: Collection[Decimal], there: frozenset[Decimal]
) -> bool:
    """Whether an amount is there, or a sum of what is there where it is that of a part that waits,
    too: "with our own 10,000 there are 25,000".
    """
    if match.amount not in there:
        return False
    parts = (m.amount for m in sentence.each(MoneyMatch) if m is not match)
    return match.amount not in waiting or any(p < match.amount for p in parts)


def _stems_of_now(sentence: Sentence) -> frozenset[str]:
    """Return the stems of what is said to be there now, and not of what comes after it: "before
    any reimbursement".
    """
    now = (c for c in sentence.clauses if c.says(cues.NOW) and not c.says(_BEFORE_ANY))
    words = (_NOT_COME_YET.sub(" ", clause.words) for clause in now)
    return frozenset().union(*(sentence.stems_of(one) for one in words))


_NOT_COME_YET = re.compile(
    r"^ (?:before|until|till|vor|bis|avant|jusqu' ?à|voor|tot|antes del?|hasta) (?:[^ .,;]+ ){1,8}?"
    r"(?:(?=there )|(?=we )|(?=i )|(?=is )|(?=are )|(?=sind )|(?=ist )|(?=haben )|(?=il y )"
    r"|(?=nous )|(?=on )|(?=er )|(?=hay )|(?=tenemos ))"
)
"""What is still to come at the time that a clause tells of: "before the last week of May there
is"."""
_BEFORE_ANY = cues.Cue(
    "before any, vor jeder, avant tout, avant toute, voor elke, antes de cualquier"
)


def _event_in(text: str, sentence: Sentence) -> frozenset[str]:
    """Return the stems of what money waits for, in the language of a `sentence`."""
    return sentence.stems_of(_behind(cues.EVENT, text))


def spent_before(known: Knowledge, sentence: Sentence) -> str:
    """Return when a part of the budget comes where a sentence spends it, or all, before that; else
    "".
    """
    if sentence.says(cues.LESS) or not sentence.says(cues.SPENT):
        return ""
    for match in sentence.each(MoneyMatch):
        if sentence.clause_of(match).says(cues.NEGATION):
            continue
        there = money_there(known)
        if is_whole_of_part(sentence, match) or match.amount in there - set(known.money_awaited):
            continue
        behind = _stems_behind_before(sentence, match)
        if told := _comes_after(known, sentence, match, behind):
            return told
    return ""


def paid_early(known: Knowledge, sentence: Sentence) -> str:
    """Return what a part of the budget comes after, where a sentence has it paid as the first
    thing, or before what it comes after; else "".
    """
    conditions = known.money_awaited
    if not conditions or sentence.says(cues.CONDITIONAL):
        return ""
    for match in sentence.each(MoneyMatch):
        condition = conditions.get(match.amount)
        if condition is None or _is_held_back(sentence, match):
            continue
        if _is_there(sentence, match, conditions, money_there(known)):
            continue
        event = _event_in(condition.casefold(), sentence)
        if _waits_for(sentence, event):
            continue
        if event & _stems_behind_before(sentence, match):
            return condition
        if sentence.says(cues.ARRIVES) and _comes_ahead(known, sentence, condition):
            return condition
    return _share_paid_early(known, sentence)


def _share_paid_early(known: Knowledge, sentence: Sentence) -> str:
    """Return what a share of the budget comes after, where a sentence has it paid before that: "the
    state pays its 30 % before the kiln is bought".
    """
    if not sentence.says(cues.ARRIVES):
        return ""
    for match in sentence.each(ShareMatch):
        # One half is like the other.
        if match.percent == _HALF or sentence.clause_of(match).says(cues.NEGATION):
            continue
        behind = cues.BEFORE.search(sentence.padded(match.last, sentence.last))
        for condition in known.money_awaited.values() if behind else ():
            shares = (m for part in _read(known, condition) for m in part.each(ShareMatch))
            if any(m.percent == match.percent for m in shares):
                return condition
    return ""


def _read(known: Knowledge, condition: str) -> tuple[Sentence, ...]:
    return read_text(condition, known.language, known.home)


_HALF = 50


def _behind(cue: cues.Cue, text: str) -> str:
    """Return what follows the first of the phrases of `cue`, all of it where there is
    none.
    """
    words = f" {text} "
    found = cue.search(words)
    return words[found.end() :] if found else words


def _comes_ahead(known: Knowledge, sentence: Sentence, condition: str) -> bool:
    """Whether a sentence has money come as the first thing that waits for something, or in one sum
    though it comes in parts.
    """
    read = _read(known, condition)
    # A day may come before the first of anything.
    waits_for_day = any(any(part.each(DateMatch)) for part in read)
    if sentence.says(cues.AHEAD) and not waits_for_day:
        return True
    in_parts = any(fractions_in(part) or part.says(cues.IN_EQUAL_PARTS) for part in read)
    return sentence.says(cues.IN_ONE_SUM) and in_parts


def _is_held_back(sentence: Sentence, match: MoneyMatch) -> bool:
    """Whether an amount is denied, only a part of it meant, or what is left without it."""
    clause = sentence.clause_of(match)
    is_less = sentence.says(cues.LESS) and not (
        clause.says(cues.AHEAD) and not clause.says(cues.LESS)
    )
    if clause.says(cues.NEGATION) or is_less or is_part_named(clause, match):
        return True
    return is_whole_of_part(sentence, match)


def is_part_named(clause: Clause, match: MoneyMatch) -> bool:
    """Return whether a share or a part of an amount stands in front of it: "80 % of the 15,000",
    and not in "80 % 12,000", which are the same.
    """
    parts: list[Match] = [*clause.each(ShareMatch), *clause.each(FractionMatch)]
    named = parts_named(clause.sentence)
    ends = [part.last for part in parts] + [n.last for n in named if n.first >= clause.first]
    return any(last < match.first for last in ends)


def _waits_for(sentence: Sentence, event: frozenset[str]) -> bool:
    """Whether a sentence says that something comes only after an event."""
    if not sentence.says(cues.EVENT):
        return False
    behind = _behind(cues.EVENT, sentence.words.strip())
    return bool(event & sentence.stems_of(behind))


def _stems_behind_before(sentence: Sentence, match: MoneyMatch) -> frozenset[str]:
    """Return the stems of what an amount is spent before: "4,000 euros before the report"."""
    tokens = sentence.source.tokens
    others = [m.first for m in sentence.each(MoneyMatch) if m.first > match.first]
    # "Both the 5,000 and the 2,600 before the report" are two amounts at one time.
    end = sentence.last if sentence.says(cues.BOTH_OF) else min([*others, sentence.last])
    last = next((i for i in range(match.first, end) if tokens[i].text in _ENDS), end)
    rest = sentence.padded(match.first, last)
    found = cues.BEFORE.search(rest)
    return sentence.stems_of(rest[found.end() :]) if found else frozenset()


_ENDS = frozenset(";:")


def _comes_after(
    known: Knowledge, sentence: Sentence, match: MoneyMatch, event: frozenset[str]
) -> str:
    """Return what the founder said if an amount is there only after an `event`; else ""."""
    budget = known.sheet.budget.value
    for later, condition in known.money_awaited.items():
        assert budget is not None
        if match.amount in (later, budget.amount) and event & sentence.stems_of(condition):
            return condition
    for said, stems, amounts in money_later(known):
        if match.amount in amounts and event & stems:
            return said.text
    return ""


def money_later(known: Knowledge) -> list[ComesLater]:
    """Return what our answers say comes later; where the budget tells which amounts, only these."""
    typed = known.money_awaited.keys()
    told = [(said, stems, amounts & typed or amounts) for said, stems, amounts in known.later]
    return [*told, *budget_later(known)]


@remembered
def money_there(known: Knowledge) -> frozenset[Decimal]:
    """Return the amounts that our answers say are there, and what these make together."""
    return frozenset(_added_up(known, _there(known)))


def _added_up(known: Knowledge, there: set[Decimal]) -> Iterator[Decimal]:
    """Yield amounts that are there, and their sums up to what is there of the whole budget."""
    yield from there
    budget = known.sheet.budget.value
    if budget is None:
        return
    most = budget.amount - sum(part.amount for part in budget.later)
    yield from left_without(known)
    parts = sorted({*there, *_left_of_parts(known)})[:_PARTS_MOST]
    for count in range(1, len(parts) + 1):
        for first, *others in combinations(parts, count):
            if (made := sum(others, first)) <= most and made != budget.amount:
                yield made


_PARTS_MOST = 6


def _left_of_parts(known: Knowledge) -> Iterator[Decimal]:
    """Yield the parts of the money that wait for nothing, and what is left of the others."""
    budget = known.sheet.budget.value
    if budget is None or not budget.later:
        return
    later = {part.amount for part in budget.later}
    yield budget.amount - sum(later)
    funds = [k for k in known.money if k.answer in _ON_FUNDS and k.amount < budget.amount]
    yield from {k.amount for k in funds} - later - known.money_awaited.keys()
    for whole, part in product(funds, later):
        if part < whole.amount and _is_part_of_it(known, funds, whole, part):
            yield whole.amount - part


def _is_part_of_it(known: Knowledge, funds: list[Known], whole: Known, part: Decimal) -> bool:
    """Whether a sum waits for a part of it, or the part is named in the sentence of the sum."""
    if whole.amount in known.money_awaited:
        return True
    return any(k.amount == part for k in funds if k.sentence is whole.sentence)


def _there(known: Knowledge) -> set[Decimal]:
    """Return the amounts that our answers say are there, and the parts that these come in."""
    there = {k.amount for k in known.money if k.clause.says(cues.NOW)}
    for said in known.money:
        sentence = said.sentence
        if said.answer in _ON_FUNDS and _has_first_part(sentence):
            there |= {said.amount * part / whole for part, whole in fractions_in(sentence)}
    return there


def _has_first_part(sentence: Sentence) -> bool:
    """Whether the money of a sentence comes in parts of which one is there at the start."""
    return sentence.says(cues.IN_EQUAL_PARTS) or sentence.says(cues.AHEAD)


_ON_FUNDS = ("constraint", "budget")


def budget_later(known: Knowledge) -> Iterator[ComesLater]:
    """Yield the whole budget where a part of it comes later, with the sentence that says so."""
    budget = known.sheet.budget.value
    if budget is None or not (budget.later or known.later):
        return
    amounts = {budget.amount, *known.money_awaited}
    for sentence in known.sentences:
        said = {m.amount for m in sentence.each(MoneyMatch)}
        if budget.amount in said:
            yield sentence, frozenset(), frozenset(amounts)
            return


def hoped_for(known: Knowledge, sentence: Sentence, match: MoneyMatch) -> Decimal | None:
    """Return the money we do not count on that is spent, alone or within `match`, or None."""
    unit = match.currency or known.home
    if (match.amount, unit) in known.not_counted:
        spends = sentence.says(cues.SPENDS) and not sentence.negated
        return match.amount if spends else None
    if sentence.clause_of(match).says(cues.NEGATION):
        return None
    return _hoped_in(known, match.amount, unit)


def _hoped_in(known: Knowledge, amount: Decimal, unit: str) -> Decimal | None:
    """Return the money we do not count on that makes `amount` with the whole budget, or None."""
    budget = known.sheet.budget.value
    if budget is None or budget.currency != unit or is_said(known, amount, unit):
        return None
    return next(
        (
            value
            for value, of in known.not_counted
            if of == unit and budget.amount + value == amount
        ),
        None,
    )
