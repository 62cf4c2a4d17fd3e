"""Funds: what money there is, whose it is and what it waits for is what our answers say."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.awaited import awaited_of, comes_early
from artifacts.checker.comparisons.derivations import is_said
from artifacts.checker.comparisons.money_by_date import all_left, early_by_date, has_come_by
from artifacts.checker.comparisons.money_certainty import ON_CERTAINTY
from artifacts.checker.comparisons.money_sources import funds_differ, funds_of
from artifacts.checker.comparisons.money_to_be_spent import kept_too_long
from artifacts.checker.comparisons.money_to_come import (
    hoped_for,
    money_later,
    money_there,
    paid_early,
    spent_before,
    there_already,
)
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.rules.registry import Violation, contradiction, rule
from artifacts.facts.grammar.matches import MoneyMatch, ShareMatch
from artifacts.facts.schema import Budget
from artifacts.text import gettext_noop


@rule(
    severity=Severity.BROKEN,
    needs=(MoneyMatch,),
    told=lambda known: known.sheet.budget.value and known.sheet.budget.said,
    message=gettext_noop("%(figure)s is not the money we said we have: “%(told)s”"),
    hint=gettext_noop("Name the budget of our answers, or change it there."),
    writer_hint="Name the budget of the interview.",
    good={
        "answers.budget": "4,000 euros from savings; the phone costs 600 euros.",
        "brief.key_constraint": (
            "The whole budget is 4,000 euros, of which the phone takes 600 euros."
        ),
    },
    bad={
        "answers.budget": "4,000 euros from savings; the phone costs 600 euros.",
        "brief.key_constraint": "The whole budget is 600 euros.",
    },
)
def budget_differs(context: CheckContext) -> Iterator[Violation]:
    """What is called the whole budget is the budget of our answers."""
    known = context.knowledge
    budget = known.sheet.budget
    assert budget.value is not None
    told = next(
        (s.text for s in known.sentences if budget.said[0].text in s.text), budget.said[0].text
    )
    for passage, sentence in context.claims_with(MoneyMatch):
        on_money = passage.section.name in _ON_MONEY
        if other := _wrong_whole(known, budget.value, sentence, on_money=on_money):
            figure = sentence.source.text[other.start : other.stem_end]
            yield contradiction(passage, sentence, told, of=figure, figure=figure)


_ON_FUNDS = (MoneyMatch, ShareMatch, *cues.KINDS_OF_FUNDS, *ON_CERTAINTY)
"""What a sentence has that is about money which we get."""
_ON_MONEY = frozenset({"resource_plan", "key_constraint", "risk_mitigation_timeline"})
"""Sections whose amounts are about the money that we have."""


def _wrong_whole(
    known: Knowledge, budget: Budget, sentence: Sentence, *, on_money: bool
) -> MoneyMatch | None:
    """Return the amount that a sentence takes for all of our money though it is not, or None."""
    left = all_left(known, sentence) if on_money else None
    if left or not sentence.is_certain:
        return left
    other = sentence.says(cues.WHOLE_BUDGET) and _other_budget(budget, sentence, known.home)
    return other or (_more_than_all(known, budget, sentence) if on_money else None)


def _more_than_all(known: Knowledge, budget: Budget, sentence: Sentence) -> MoneyMatch | None:
    """Return the amount that a sentence says there is, if it is more than the whole budget."""
    for match in sentence.each(MoneyMatch):
        is_ours = (match.currency or known.home) == budget.currency
        if not is_ours or PRICE_PERIODS.intersection(match.per):
            continue
        if match.amount <= budget.amount or is_said(known, match.amount, budget.currency):
            continue
        near = sentence.padded(match.first - _NEAR, match.last + _NEAR)
        if cues.HAVE_MONEY(near):
            return match
    return None


_NEAR = 4
"""Words within which it is said that an amount is there."""


def _other_budget(budget: Budget, sentence: Sentence, home: str) -> MoneyMatch | None:
    """Return the first amount of a sentence that names `budget` nowhere, with or without what
    comes later.
    """
    whole = {budget.amount, budget.amount + sum(part.amount for part in budget.later)}
    amounts = [m for m in sentence.each(MoneyMatch) if (m.currency or home) == budget.currency]
    if not amounts or amounts[0].high is not None or any(m.amount in whole for m in amounts):
        return None
    return amounts[0]


@rule(
    severity=Severity.BROKEN,
    told=lambda known: known.sheet.budget.value,
    message=gettext_noop("“%(sentence)s” comes too early: “%(told)s”"),
    hint=gettext_noop("Say when it comes as our answers do, or change that there."),
    writer_hint="Say when it comes as the interview does.",
    good={
        "answers.constraint": (
            "One developer. 9,000 euros, of which 4,000 euros come only after the report."
        ),
        "milestones.resource_plan": (
            "We begin with 5,000 euros; the other 4,000 euros follow the report."
        ),
    },
    bad={
        "answers.constraint": (
            "One developer. 9,000 euros, of which 4,000 euros come only after the report."
        ),
        "milestones.resource_plan": "The 4,000 euros are already in the bank before the start.",
    },
)
def money_too_early(context: CheckContext) -> Iterator[Violation]:
    """Money that comes only later is not there from the start, and a price holds from when we
    said.
    """
    known = context.knowledge
    later, there = money_later(known), money_there(known)
    waiting = awaited_of(known)
    for passage, sentence in context.claims:
        told = kept_too_long(known, sentence)
        if not told and not has_come_by(known, sentence):
            told = (
                (waiting and sentence.mark != "+" and comes_early(known, sentence))
                or spent_before(known, sentence)
                or paid_early(known, sentence)
                or there_already(sentence, later, there)
                or early_by_date(known, sentence)
            )
        if told:
            yield contradiction(passage, sentence, told)


@rule(
    severity=Severity.BROKEN,
    needs=(MoneyMatch,),
    told=lambda known: known.not_counted,
    message=gettext_noop("“%(sentence)s” counts on money that we do not count on: “%(told)s”"),
    hint=gettext_noop("Take that money out, or say in our answers that we can count on it."),
    writer_hint="Take that money out.",
    good={
        "answers.constraint": (
            "9,000 euros. An aunt talks about 2,000 euros, I do not count on that."
        ),
        "milestones.resource_plan": "We have 9,000 euros.",
    },
    bad={
        "answers.constraint": (
            "9,000 euros. An aunt talks about 2,000 euros, I do not count on that."
        ),
        "milestones.resource_plan": "We spend 9,000 euros and the 2,000 euros from the aunt.",
    },
)
def money_not_counted(context: CheckContext) -> Iterator[Violation]:
    """Money that our answers do not count on is not spent."""
    known = context.knowledge
    for passage, sentence in context.claims_with(MoneyMatch):
        if sentence.says(cues.CONDITIONAL):
            continue
        for match in sentence.each(MoneyMatch):
            if hoped := hoped_for(known, sentence, match):
                told = known.not_counted[hoped, match.currency or known.home]
                yield contradiction(passage, sentence, told)


def _tells_of_funds(known: Knowledge) -> bool:
    budget = known.sheet.budget
    return bool(budget.said or funds_of(known))


@rule(
    severity=Severity.BROKEN,
    needs=_ON_FUNDS,
    told=_tells_of_funds,
    message=gettext_noop("“%(sentence)s” is not where our money comes from: “%(told)s”"),
    hint=gettext_noop("Say whose money it is as our answers do, or change that there."),
    writer_hint="Say whose money it is as the interview does.",
    good={
        "answers.constraint": (
            "9,000 euros: 6,000 euros from savings and 3,000 euros from the town's fund."
        ),
        "milestones.resource_plan": "The town's fund gives 3,000 euros of the 9,000 euros.",
    },
    bad={
        "answers.constraint": (
            "9,000 euros: 6,000 euros from savings and 3,000 euros from the town's fund."
        ),
        "milestones.resource_plan": "The town's fund gives 6,000 euros.",
    },
)
def source_of_money_differs(context: CheckContext) -> Iterator[Violation]:
    """Each amount comes from whom our answers name, and no kind of source is invented."""
    known = context.knowledge
    for passage, sentence in context.claims_with(*_ON_FUNDS):
        if sentence.mark in ("+", "?"):
            continue
        if passage.section.name not in _ON_MONEY and not _has_amount(sentence):
            continue
        if told := funds_differ(known, sentence):
            yield contradiction(passage, sentence, told)


def _has_amount(sentence: Sentence) -> bool:
    return sentence.has(MoneyMatch) or sentence.has(ShareMatch)
