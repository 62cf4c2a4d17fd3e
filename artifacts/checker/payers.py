"""Who pays whom: whether a text turns round what the founder says."""

from __future__ import annotations

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.paying import SAY_LITTLE
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import MoneyMatch


def swapped_payer(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's sentence where we pay somebody an amount that is said to be paid by
    them; else "".
    """
    for match in sentence.each(MoneyMatch):
        clause = sentence.clause_of(match)
        payer = _in_front_of_pay(clause)
        if not payer or clause.says(cues.NEGATION):
            continue
        for said in known.money:
            receiver = _paid_by_us(said.clause) if said.amount == match.amount else frozenset()
            if receiver and payer <= receiver:
                return said.sentence.text
    return ""


def paid_by_another(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's sentence where an amount is somebody's, and the text has somebody else
    pay it who pays another amount or nothing; else "".
    """
    for match in sentence.each(MoneyMatch):
        clause = sentence.clause_of(match)
        payer = _in_front_of_pay(clause) - SAY_LITTLE
        if not payer or clause.says(cues.NEGATION) or clause.says(cues.WE_PAY):
            continue
        said = [k for k in known.money if k.answer == "price" and k.amount == match.amount]
        payers = [_in_front_of_pay(k.clause) - SAY_LITTLE for k in said]
        if said_by_us := [k for k in known.money if k.amount == match.amount]:
            ours = all(k.clause.says(cues.WE_PAY) for k in said_by_us)
            if ours and not cues.OURSELVES.begin(clause.words):
                return said_by_us[0].sentence.text
        others = (
            known.payers_denied
            | known.free
            | frozenset().union(
                *(
                    _in_front_of_pay(k.clause)
                    for k in known.money
                    if k.answer == "price" and k.amount != match.amount
                )
            )
        )
        if said and all(one and not one & payer for one in payers) and payer & others:
            return said[0].sentence.text
        if said and payer & known.payers_denied and not payer & known.paying:
            return said[0].sentence.text
    return ""


def _in_front_of_pay(clause: Clause) -> frozenset[str]:
    """Return the stems of who pays, where a clause names them first: "each rink pays"."""
    found = cues.PAY.search(clause.words)
    return (
        stems_of(clause.words[: found.start()], clause.sentence.source.lexicon.language)
        if found
        else frozenset()
    )


def _gets(clause: Clause) -> frozenset[str]:
    """Return the stems of who gets an amount: "the neighbours get 40p a kilo"."""
    found = cues.GETS.search(clause.words)
    money = next(clause.each(MoneyMatch), None)
    if found is None or money is None or clause.says(cues.FREE):
        return frozenset()
    before = clause.words[: found.start()]
    if not before.strip() and clause.first > clause.sentence.first:
        # "17 neighbours bring us their wool and get 40p": the subject is that of the clause before.
        before = clause.sentence.padded(
            clause.sentence.first, clause.sentence.first + _SUBJECT_WORDS
        )
    return stems_of(before, clause.sentence.source.lexicon.language)


_SUBJECT_WORDS = 3


def _paid_by_us(clause: Clause) -> frozenset[str]:
    """Return the stems of whom we pay: "I pay each rink $25"."""
    found = cues.WE_PAY.search(clause.words)
    if not found:
        return _gets(clause)
    money = next(clause.each(MoneyMatch), None)
    if money is None:
        return frozenset()
    before = clause.sentence.padded(clause.first, money.first)
    return stems_of(before[found.end() :], clause.sentence.source.lexicon.language)
