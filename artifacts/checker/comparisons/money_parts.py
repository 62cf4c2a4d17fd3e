"""The parts that the money there is comes in: who gives which, of what kind it is and when it
comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.fractions import fractions_in
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_cases import denies_now
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import DateMatch, MoneyMatch

_ON_FUNDS = ("constraint", "budget")
_KINDS = (
    cues.Cue("""
    loan, loans, lent, borrowed, *darlehen, *kredit, geliehen, prêt, emprunt*, *lening, geleend
    préstamo, prestad*
    """),
    cues.Cue("""
    savings, saved, own money, savings account, sparbuch, sparkonto, erspart*, ersparnis*
    eigenes geld, eigenem geld, économies, épargne, spaargeld, spaarrekening, ahorros, ahorrad*
    """),
)
"""What is borrowed, and what is one's own."""
_COMES = cues.Cue("""
    land, lands, come, comes, arrive, arrives, see, get, draw, due, paid, pays, is in, kommt, kommen
    fließt, fällig, ausgezahlt, zahlt, bekommen, bekomme, tombe, arrive, versé*, touche, touchons
    komt, komen, gestort, uitbetaald, llega*, cobr*, recib*, entra
    """)
"""Verbs of money that gets to us on a day that is named."""
_TODAY = cues.Cue("today, now, heute, jetzt, aujourd' hui, vandaag, nu, hoy, ahora")
_IN_FULL = cues.Cue("""
    in full, the full, in one go, in one sum, all at once, in voller höhe, den vollen, die vollen
    in einer summe, auf einmal, en totalité, en entier, en une fois, volledig, in één keer, íntegr*
    de una vez
    """)


def parts_differ(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of a part of our money where a sentence has it be of another
    kind, has one of several give all, or all be there before it comes; else "".
    """
    if known.sheet.budget.value is None:
        return ""
    told = _all_from_one(known, sentence)
    if told or sentence.negated:
        return told
    return (
        _of_another_kind(known, sentence)
        or _all_there(known, sentence)
        or _in_full_though_in_parts(known, sentence)
    )


def _funds(known: Knowledge) -> list[Known]:
    return [k for k in known.money if k.answer in _ON_FUNDS]


def _told_of(known: Knowledge, fund: Known) -> Iterator[Clause]:
    """Yield the clause that names a part of the money, and those behind it up to the next part."""
    begins = {k.clause.first for k in _funds(known) if k.sentence is fund.sentence}
    for clause in fund.sentence.clauses:
        if clause.first > fund.clause.first and clause.first in begins:
            break
        if clause.first >= fund.clause.first:
            yield clause


def _is_all(known: Knowledge, part: Sentence | Clause) -> bool:
    """Whether a text names the whole of our money, as all of it and with no other amount."""
    budget = known.sheet.budget.value
    amounts = [m.amount for m in part.each(MoneyMatch)]
    return budget is not None and amounts == [budget.amount] and part.says(cues.ALL_OF_IT)


def _parts(known: Knowledge) -> list[Known]:
    """Return the amounts of our money that are less than all of it."""
    budget = known.sheet.budget.value
    return [k for k in _funds(known) if budget is not None and k.amount < budget.amount]


def _all_from_one(known: Knowledge, sentence: Sentence) -> str:
    """Return what somebody gives of our money where a sentence has them give the whole of it."""
    for clause in sentence.clauses:
        whence = _giver_in(clause)
        if not whence or clause.says(cues.NEGATION) or not _is_all(known, clause):
            continue
        giver = sentence.stems_of(whence) - SAY_LITTLE
        told = [k for k in _funds(known) if giver & k.clause.stems]
        if told and all(k in _parts(known) for k in told):
            return told[0].sentence.text
    return ""


def _giver_in(clause: Clause) -> str:
    """Return the words of a clause that name whom money comes from, "" if there are none."""
    behind = clause.find(_COMES_FROM)
    if behind is not None:
        return clause.words[behind.end() :]
    gives = clause.find(cues.GIVES_MONEY)
    return clause.words[: gives.start()] if gives else ""


_COMES_FROM = cues.Cue("""
    comes from, come from, is from, are from, kommt von, kommt vom, kommen von, kommen vom
    stammt von, stammt vom, stammen von, stammen vom, vient de, viennent de, provient de, komt van
    viene de
    """)


def _of_another_kind(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words where an amount is called a loan, or one's own, that is not, while
    another one is.
    """
    for clause in sentence.clauses:
        amounts = {m.amount for m in clause.each(MoneyMatch)}
        for kind in _KINDS if amounts else ():
            if clause.says(kind) and (told := _kept_apart(known, amounts, kind)):
                return told
    return ""


def _kept_apart(known: Knowledge, amounts: set[Decimal], kind: cues.Cue) -> str:
    """Return what the founder says of amounts of another kind, if some are of this one."""
    of_kind = {k.amount for k in _funds(known) if _is_of(known, k, kind)}
    if not of_kind or of_kind & amounts:
        return ""
    told = (k for k in _funds(known) if k.amount in amounts)
    of_other = (k for k in told if any(_is_of(known, k, other) for other in _KINDS))
    return next((k.sentence.text for k in of_other), "")


def _is_of(known: Knowledge, fund: Known, kind: cues.Cue) -> bool:
    return any(clause.says(kind) for clause in _told_of(known, fund))


def _all_there(known: Knowledge, sentence: Sentence) -> str:
    """Return when a part of our money comes where a sentence has all of it be there."""
    if not _is_all(known, sentence) or any(sentence.each(DateMatch)) or denies_now(sentence):
        return ""
    if not sentence.says(cues.NOW) and not sentence.says(_TODAY):
        return ""
    for part in _parts(known):
        clauses = list(_told_of(known, part))
        is_dated = any(any(clause.each(DateMatch)) for clause in clauses)
        if is_dated and any(clause.says(_COMES) for clause in clauses):
            return part.sentence.text
    return ""


def _in_full_though_in_parts(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words on a sum of which a part comes later where a sentence has it come
    in full at the start.
    """
    is_early = sentence.says(cues.AHEAD) or sentence.says(cues.NOW)
    if not is_early or not sentence.says(_IN_FULL) or not sentence.says(cues.ARRIVES):
        return ""
    amounts = {m.amount for m in sentence.each(MoneyMatch) if not _is_in_part(sentence, m)}
    told = (k for k in _funds(known) if k.amount in amounts and fractions_in(k.sentence))
    return next((k.sentence.text for k in told if _waits(known, k)), "")


def _is_in_part(sentence: Sentence, match: MoneyMatch) -> bool:
    """Whether only a part of an amount is spoken of: "half of the 12,000"."""
    return cues.PART_OF(sentence.in_front(match))


def _waits(known: Knowledge, fund: Known) -> bool:
    """Whether a clause behind that of an amount says that a part of it comes later."""
    behind = (c for c in _told_of(known, fund) if c.first > fund.clause.first)
    return any(clause.says(cues.NOT_YET) for clause in behind)
