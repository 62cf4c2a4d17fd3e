"""How certain money is: what is promised or there and called uncertain, late or not needed, and
what is borrowed and said not to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.bare_amounts import ON_FUNDS
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import MoneyMatch

_PROMISED = cues.Cue("""
    sanctioned, approved, granted, signed, in writing, promised, minuted, voted, agreed to
    paperwork's filed, paperwork is filed, said yes, sanctioned order, confirmed, contract
    zugesagt, zugesichert, bewilligt, genehmigt, unterschrieben, abgeschlossen, überwiesen
    ist durch, schriftlich, bescheid
    a dit oui, ont dit oui, signé*, accordé*, promis*, voté*, toegezegd, getekend, goedgekeurd
    gestort, firmad*, aprobad*, concedid*, prometid*, acordad*
    """)
"""Words by which money is sure to come."""
_IS_HERE = cues.Cue("""
    already paid, already in the bank, already here, it's here, it is here, all of it here, all here
    schon überwiesen, bereits überwiesen, schon auf dem konto, bereits auf dem konto
    alles überwiesen, déjà versé*, déjà sur le compte, al gestort, al overgemaakt, staat er al
    ya está en la cuenta, ya están en la cuenta, ya ingresad*
    """)
"""Words by which money is there already."""
_UNCERTAIN = cues.Cue("""
    only hoped for, hoped for, not promised, not yet promised, not approved, not yet approved
    not granted, not yet granted, not yet signed, not certain, uncertain, is open, still open
    not confirmed, not yet confirmed, is doubtful, yet to be decided, yet to be approved
    not been promised, not been approved, not been granted, not been decided
    nicht zugesagt, noch nicht zugesagt, nicht bewilligt, noch nicht bewilligt, nicht genehmigt
    noch nicht genehmigt, nur erhofft, noch offen, ist offen, ungewiss, unsicher, nicht sicher
    noch nicht entschieden, steht nicht fest, steht noch nicht fest, fraglich, noch nicht da
    pas accordé*, pas encore accordé*, pas promis*, pas encore promis*, pas encore décidé*
    pas acquis*, pas encore acquis*, incertain*, pas sûr*
    niet toegezegd, nog niet toegezegd, niet goedgekeurd, nog niet goedgekeurd, onzeker
    niet zeker, nog niet beslist, no está aprobad*, no está concedid*, no está firmad*
    todavía no está, aún no está, no es segur*, incierto, incierta, sin confirmar
    """)
"""Words by which money may not come."""
_ONLY_LATER = cues.Cue("""
    only after, only when, only once, only at the end, not before the end, afterwards
    erst nach, erst wenn, erst am ende, erst hinterher, im nachhinein, seulement après
    seulement quand, qu' après, pas avant la fin, pas na, pas als, pas wanneer, sólo después
    solo después, sólo cuando, solo cuando
    """)
"""Words by which money comes when something is over."""
_NOT_BORROWED = cues.Cue("""
    none * * is borrowed, none of it is borrowed, none of this is borrowed, none of that is borrowed
    none of the * is borrowed, none of the * * is borrowed, not borrowed, nothing is borrowed
    no loan, without a loan, without any loan, without borrowing, no debt, no debts, free of debt
    kein kredit, keinen kredit, kein darlehen, ohne kredit, ohne darlehen, nichts geliehen
    nichts davon ist geliehen, nicht geliehen, schuldenfrei, ohne schulden
    aucun prêt, sans prêt, sans emprunt, aucun emprunt, pas de prêt, geen lening, zonder lening
    niets geleend, sin préstamo, sin crédito, ningún préstamo, nada prestado, sin deudas
    """)
"""Words by which nobody has lent anything."""


ON_CERTAINTY = (_UNCERTAIN, _ONLY_LATER, _NOT_BORROWED)
"""What a sentence says one of that makes money less certain."""


@dataclass(frozen=True)
class _Sure:
    """Money that the founder can count on: who it is from, and the sentence that says so."""

    giver: frozenset[str]
    told: Sentence
    is_here: bool


def certainty_denied(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of money that a sentence calls less certain, later or not
    borrowed; else "".
    """
    if sentence.mark or (sentence.says(cues.CONDITIONAL) and not sentence.says(_OPEN_IF)):
        return ""
    return _said_to_be_unsure(known, sentence) or _said_not_to_be_borrowed(known, sentence)


_OPEN_IF = cues.Cue("whether, ob, si, of")
"""Words by which it is left open if money comes: "whether it ever comes is open"."""


def _said_to_be_unsure(known: Knowledge, sentence: Sentence) -> str:
    for clause in sentence.clauses:
        is_unsure = clause.says(_UNCERTAIN)
        is_late = clause.says(_ONLY_LATER) and clause.says(cues.GIVES_MONEY)
        if not is_unsure and not is_late:
            continue
        for one in _sure(known):
            if one.giver & clause.stems and (is_unsure or one.is_here):
                return one.told.text
    return ""


@remembered
def _sure(known: Knowledge) -> tuple[_Sure, ...]:
    told = (sentence for key in ON_FUNDS for sentence in known.told[key])
    return tuple(one for sentence in told for one in _sure_in(known, sentence))


def _sure_in(known: Knowledge, sentence: Sentence) -> Iterator[_Sure]:
    """Yield the parts of the money that a sentence says are sure, each with the words from its
    amount to the next one.
    """
    for clauses in _clauses_by_amount(known, sentence):
        if any(c.says(cues.NOT_COUNTED) for c in clauses):
            continue
        is_here = any(c.says(_IS_HERE) for c in clauses)
        if is_here or any(_promises(c) for c in clauses):
            stems = frozenset().union(*(c.stems for c in clauses))
            yield _Sure(stems - SAY_LITTLE, sentence, is_here)


def _clauses_by_amount(known: Knowledge, sentence: Sentence) -> Iterator[list[Clause]]:
    """Yield the clauses of a sentence from each that names an amount up to the next such one."""
    amounts = [k for k in known.money if k.sentence is sentence]
    begins = sorted({k.clause.first for k in amounts})
    for first, last in pairwise([*begins, sentence.last]):
        yield [c for c in sentence.clauses if first <= c.first < last]


def _promises(clause: Clause) -> bool:
    return clause.says(_PROMISED) and not clause.says(cues.NEGATION)


def _said_not_to_be_borrowed(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder borrows where a sentence has nothing of it borrowed."""
    if not sentence.says(_NOT_BORROWED):
        return ""
    loans = [k for k in known.money if k.answer in ON_FUNDS and _is_loan(k.clause)]
    return loans[0].sentence.text if loans and not _is_of_own_part(known, sentence) else ""


def _is_of_own_part(known: Knowledge, sentence: Sentence) -> bool:
    """Whether all that a sentence names and calls not borrowed is the founder's own part of the
    money, and not the whole budget.
    """
    denying = [c for c in sentence.clauses if c.says(_NOT_BORROWED)]
    named = {money.amount for clause in denying for money in clause.each(MoneyMatch)}
    own = {k.amount for k in known.money if k.answer in ON_FUNDS and not _is_loan(k.clause)}
    budget = known.sheet.budget.value
    return bool(named) and named <= own - {budget.amount if budget else None}


def _is_loan(clause: Clause) -> bool:
    return clause.says(cues.KINDS_OF_FUNDS[0]) and not clause.says(cues.NEGATION)
