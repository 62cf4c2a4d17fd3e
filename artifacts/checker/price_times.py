"""For how long something is free, what it costs at first, and fees that our answers deny."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.derivations import is_said
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.paying import SAY_LITTLE
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, SpanMatch

_DAYS_OFF = Decimal(3)
_DAYS_A_WEEK = 7
_SHORT = 9
"""Most words of a clause that does nothing but deny a fee."""


def free_time_differs(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of how long it is free, where a sentence names another time."""
    named = _free_days(sentence) if sentence.is_certain else None
    if named is None:
        return ""
    for told in known.told.get("price", ()):
        days = _free_days(told)
        if days is not None:
            return told.text if abs(days - named) > _DAYS_OFF else ""
    return ""


def _free_days(sentence: Sentence) -> Decimal | None:
    """Return for how many days a sentence has something be free."""
    for clause in sentence.clauses:
        spans = [span for span in clause.each(SpanMatch) if span.weeks is not None]
        if len(spans) == 1 and clause.says(cues.FREE):
            return (spans[0].weeks or Decimal(0)) * _DAYS_A_WEEK
    return None


def other_first_price(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for the first time, where a sentence has another one for it."""
    named = _amount_at_first(sentence)
    if named is None or any(sentence.each(NumberMatch)):
        return ""
    for told in known.told.get("price", ()):
        amount = _amount_at_first(told)
        if amount is not None and is_said(known, named, known.home):
            return told.text if amount != named else ""
    return ""


def _amount_at_first(sentence: Sentence) -> Decimal | None:
    for clause in sentence.clauses:
        amounts = [money.amount for money in clause.each(MoneyMatch)]
        if len(amounts) == 1 and clause.says(cues.FIRST_PERIOD):
            return amounts[0]
    return None


def denied_fee(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that there is no such fee as a sentence charges: "no booking
    fee", "nothing per loan".
    """
    if sentence.negated or not (sentence.says(cues.PAY) or sentence.says(cues.ON_TOP)):
        return ""
    amounts = [m for m in sentence.each(MoneyMatch) if not is_said(known, m.amount, m.currency)]
    for money in amounts:
        clause = sentence.clause_of(money)
        for told, fee in _fees_denied(known):
            if fee & (_charged_for(clause, money) - known.paying):
                return told.text
    return ""


def _charged_for(clause: Clause, money: MoneyMatch) -> frozenset[str]:
    """Return the stems of what an amount is for: what it is per, or what costs it."""
    language = clause.sentence.source.lexicon.language
    per = stems_of(" ".join(money.per), language)
    before = stems_of(clause.sentence.padded(clause.first, money.first), language)
    return (per | before) - SAY_LITTLE


def _fees_denied(known: Knowledge) -> Iterator[tuple[Sentence, frozenset[str]]]:
    for told in known.told.get("price", ()):
        for clause in told.clauses:
            is_short = clause.last - clause.first <= _SHORT
            is_denied = clause.says(cues.NEGATION) or clause.says(cues.INCLUDED)
            if is_short and is_denied and not any(clause.each(MoneyMatch)):
                yield told, clause.stems - SAY_LITTLE
