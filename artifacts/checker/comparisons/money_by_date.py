"""Money that a text has in a month before the one it comes in, and money that is left though a part
of it is spent.
"""

from __future__ import annotations

from datetime import date

from artifacts.checker import cues
from artifacts.checker.claims import Sentence, read_text
from artifacts.checker.comparisons.awaited import is_whole_of_part
from artifacts.checker.comparisons.bare_amounts import ON_FUNDS
from artifacts.checker.comparisons.deadline import season_of
from artifacts.checker.comparisons.money_to_come import amounts_meant
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import DateMatch, MoneyMatch
from artifacts.facts.schema import Budget, LaterMoney

_IN_THE_END = cues.Cue("""
    report, receipts, invoices, final inspection, inspection, audit, the opening, is complete
    in arrears, reimburse*, after the event, afterwards, gegen rechnung, rechnungen, im nachhinein
    hinterher, nachträglich, belege, nachweis, verwendungsnachweis, abrechnung, endabrechnung
    schlussabrechnung, bericht, schlussbericht, abschlussbericht, abnahme, endabnahme
    der eröffnung, factures, justificatifs, rapport, bilan, l' ouverture, fin de travaux
    eindcontrole, eindverslag, facturen, de opening, oplevering, informe, facturas, la apertura
    """)
"""What money waits for that comes when it has been spent."""
_DEPOSIT = cues.Cue("""
    deposit, down payment, put down on, anzahlung, angezahlt, anzahlen, acompte, arrhes, aanbetaling
    aanbetaald, anticipo, entrada
    """)
"""Words by which something is paid for before anything can be reported."""
_LEFT = cues.Cue("""
    is left, are left, still left, be left, left over, remain, remains, still have, have still
    there is still, there are still, still there, bleiben, bleibt, übrig, verbleiben, immer noch
    sind noch, ist noch, haben noch, haben wir noch, habe ich noch, reste, restent, il reste
    il y a encore, blijft, blijven, over, is er nog, queda, quedan, sobra, sobran
    """)
_BOUGHT = cues.Cue("""
    bought, paid for, is paid, are paid, after buying, after paying, after the purchase, ordered
    has been paid, have been paid, nach dem kauf, nach kauf, nach der anschaffung, gekauft, bezahlt
    angeschafft, nach abzug, beglichen, achat, acheté*, payé*, aankoop, gekocht, betaald, compra
    comprad*, pagad*
    """)
_A_LIMIT = cues.Cue("""
    under, below, within, budget, limit, ceiling, frame, unter, unterhalb, rahmen, grenze
    obergrenze, im blick, sous, plafond, cadre, limite, onder, kader, bajo, tope, presupuesto
    """)
"""Words by which an amount is what we keep to, and not what lies there."""
_NEAR = 5
"""Words within which an amount is said to be left."""


def early_by_date(known: Knowledge, sentence: Sentence) -> str:
    """Return what a part of our money waits for where a sentence has it in an earlier month, or
    spends before the deadline what comes when all is done; else "".
    """
    budget = known.sheet.budget.value
    if budget is None or not budget.later or not _says_that_money_is_there(sentence):
        return ""
    month = _month_in(known, sentence)
    for later in budget.later:
        if not _is_meant(known, budget, later, sentence):
            continue
        pays_deposit = month is None and _pays_deposit(known, later, sentence)
        if pays_deposit or _is_before(known, later, month):
            return later.condition
    return ""


def has_come_by(known: Knowledge, sentence: Sentence) -> bool:
    """Return whether a sentence is about a month in which all of our money has come."""
    budget = known.sheet.budget.value
    month = _month_in(known, sentence) if budget and budget.later else None
    if budget is None or month is None:
        return False
    due = [_months_told(known, later) for later in budget.later]
    return all(due) and month >= max(max(months) for months in due)


def _says_that_money_is_there(sentence: Sentence) -> bool:
    if not sentence.has(MoneyMatch) or not sentence.is_certain or sentence.says(cues.LESS):
        return False
    return any(sentence.says(cue) for cue in _GETS_THERE)


_THERE = cues.Cue("da ., da und, bereit ., beisammen, zusammen ., eingegangen, gutgeschrieben")
"""The last words of a German clause by which money is there: "im März sind 5.000 € da"."""
_GETS_THERE = (cues.ARRIVES, cues.SPENT, cues.NOW, cues.HAVE_MONEY, _DEPOSIT, _THERE)


def _is_meant(known: Knowledge, budget: Budget, later: LaterMoney, sentence: Sentence) -> bool:
    """Whether a sentence names a part that comes later, a sum with it, or all of the money, and
    nothing that it waits for.
    """
    waiting = {a for a, condition in known.money_awaited.items() if condition == later.condition}
    waiting |= {later.amount, budget.amount}
    if not any(m.amount in waiting for m in amounts_meant(sentence)):
        return False
    event = cues.EVENT.search(f" {later.condition.casefold()} ")
    behind = later.condition[event.end() - 1 :] if event else ""
    return not stems_of(behind, known.language) & sentence.stems


Month = tuple[int, int]


def _is_before(known: Knowledge, later: LaterMoney, month: Month | None) -> bool:
    """Whether a month is before that of `later`, or money that comes in the end is there by the
    deadline.
    """
    if month is None:
        return False
    due = _months_told(known, later)
    if due:
        return month < min(due)
    deadline = known.sheet.deadline.value
    is_early = deadline is not None and month <= (deadline.year, deadline.month)
    return is_early and _comes_in_the_end(known, later)


def _pays_deposit(known: Knowledge, later: LaterMoney, sentence: Sentence) -> bool:
    return sentence.says(_DEPOSIT) and _comes_in_the_end(known, later)


def _comes_in_the_end(known: Knowledge, later: LaterMoney) -> bool:
    return any(one.says(_IN_THE_END) for one in _read(known, later))


def _read(known: Knowledge, later: LaterMoney) -> tuple[Sentence, ...]:
    return read_text(later.condition, known.language, known.home)


def _months_told(known: Knowledge, later: LaterMoney) -> list[Month]:
    return [_month_of(known.today, m) for one in _read(known, later) for m in one.each(DateMatch)]


def _month_in(known: Knowledge, sentence: Sentence) -> Month | None:
    """Return the first month that a sentence names, by its name or by that of its season."""
    months = [_month_of(known.today, m) for m in sentence.each(DateMatch)]
    if months:
        return min(months)
    season = season_of(sentence.words)
    if season is None:
        return None
    month, year = season
    return year or _year_of(known.today, month), month


def _month_of(today: date, match: DateMatch) -> Month:
    return match.year or _year_of(today, match.month), match.month


def _year_of(today: date, month: int) -> int:
    """Return the year of the next such month."""
    return today.year + (month < today.month)


# -- what is left
# --------------------------------------------------------------------------------------------------


def all_left(known: Knowledge, sentence: Sentence) -> MoneyMatch | None:
    """Return the amount where a sentence has all of the money be left when something is bought."""
    budget = known.sheet.budget.value
    if budget is None or not sentence.says(_LEFT) or sentence.negated or sentence.says(_A_LIMIT):
        return None
    for match in sentence.each(MoneyMatch):
        near = sentence.padded(match.first - _NEAR, match.last + _NEAR)
        is_ours = (match.currency or known.home) == budget.currency
        if not is_ours or match.amount != budget.amount or not _LEFT(near):
            continue
        if not is_whole_of_part(sentence, match) and _is_spent_on(known, budget, sentence):
            return match
    return None


def _is_spent_on(known: Knowledge, budget: Budget, sentence: Sentence) -> bool:
    """Whether a sentence says that something is bought, or that it is behind what the founder names
    a cost of.
    """
    if sentence.says(_BOUGHT) or _is_gone(known, budget):
        return True
    after = sentence.find(_AFTER)
    behind = sentence.words[after.end() :].split()[:_NEAR] if after else []
    things = sentence.stems_of(" ".join(behind)) - SAY_LITTLE
    costs = (k for k in known.money if k.answer in ON_FUNDS and k.amount < budget.amount)
    return any(things & k.clause.stems for k in costs)


def _is_gone(known: Knowledge, budget: Budget) -> bool:
    """Whether the founder says that a part of the money is spent."""
    told = (k for k in known.money if k.answer in ON_FUNDS and k.amount < budget.amount)
    return any(k.sentence.says(_GONE) for k in told)


_GONE = cues.Cue("""
    already gone, is gone, are gone, already spent, is spent, are spent, schon weg, ist weg
    sind weg, weg ., weg ,, bereits weg, schon ausgegeben, bereits ausgegeben, schon verbraucht
    déjà dépens*, déjà partis, al uitgegeven, al weg, ya gastad*, ya están gastad*
    """)
_AFTER = cues.Cue("after, less, minus, nach, abzüglich, après, na, después de, tras")
