"""Money that is not there yet: what comes later, and what the founder does not count on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.derivations import is_said
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.price_cases import denies_now
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import MoneyMatch

ComesLater = tuple[Sentence, frozenset[str], frozenset[Decimal]]
"""What says that money comes later, what it comes after, and how much."""


def there_already(sentence: Sentence, later: list[ComesLater], there: set[Decimal]) -> str:
    """Return when an amount comes that a sentence says is there; else ""."""
    amounts = {m.amount for m in sentence.each(MoneyMatch)}
    if not amounts or not sentence.says(cues.NOW):
        return ""
    if sentence.says(cues.CONDITIONAL) or denies_now(sentence):
        return ""
    now = frozenset().union(*(c.stems for c in sentence.clauses if c.says(cues.NOW)))
    for said, stems, values in later:
        if amounts & values or (stems & now and not amounts <= there):
            return said.text
    return ""


def spent_before(known: Knowledge, sentence: Sentence) -> str:
    """Return when a part of the budget comes where a sentence spends it, or all, before that; else
    "".
    """
    if sentence.says(cues.LESS) or sentence.negated or not sentence.says(cues.SPENT):
        return ""
    for match in sentence.each(MoneyMatch):
        if cues.PART_OF(sentence.padded(match.first - 2, match.first)):
            continue
        behind = _stems_behind_before(sentence, match)
        if told := _comes_after(known, match.amount, behind, sentence.source.lexicon.language):
            return told
    return ""


def _stems_behind_before(sentence: Sentence, match: MoneyMatch) -> frozenset[str]:
    """Return the stems of what an amount is spent before: "4,000 euros before the report"."""
    tokens = sentence.source.tokens
    last = next(
        (i for i in range(match.first, sentence.last) if tokens[i].text in ";:"), sentence.last
    )
    rest = sentence.padded(match.first, last)
    found = cues.BEFORE.search(rest)
    return stems_of(rest[found.end() :], sentence.source.lexicon.language) if found else frozenset()


def _comes_after(known: Knowledge, amount: Decimal, event: frozenset[str], language: str) -> str:
    """Return what the founder said if `amount` is there only after an `event`; else ""."""
    budget = known.sheet.budget.value
    for part in budget.later if budget else ():
        assert budget is not None
        if amount in (part.amount, budget.amount) and event & stems_of(part.condition, language):
            return part.condition
    for said, stems, amounts in known.later:
        if amount in amounts and event & stems:
            return said.text
    return ""


def budget_later(known: Knowledge) -> Iterator[ComesLater]:
    """Yield the whole budget where a part of it comes later, with the sentence that says so."""
    budget = known.sheet.budget.value
    if budget is None or not (budget.later or known.later):
        return
    amounts = {budget.amount, *(part.amount for part in budget.later)}
    for sentence in known.sentences:
        said = {m.amount for m in sentence.each(MoneyMatch)}
        if budget.amount in said:
            yield sentence, frozenset(), frozenset(amounts)
            return


def hoped_for(known: Knowledge, sentence: Sentence, match: MoneyMatch) -> Decimal | None:
    """Return the money we do not count on that is spent, alone or within `match`, or None."""
    unit = match.currency or known.home
    if match.amount and sentence.says(cues.SPENDS) and (match.amount, unit) in known.not_counted:
        return match.amount
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
