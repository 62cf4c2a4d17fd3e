"""Words that stand beside every price, and clauses that say that somebody does not pay."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause
from artifacts.checker.stems import stem
from artifacts.facts.grammar.lexicon import LANGUAGES
from artifacts.facts.grammar.matches import MoneyMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set

SAY_LITTLE = word_set("""
    pay pays preis price prix prijs precio cost costs kost kosten kostet zahl zahlen zahlt paie
    paient paye
    payent pagar paga pagan betaal betalen betaalt bill rechnung factur factura card karte carte buy
    kauf kaufen
    money geld argent free gratis umsonst kostenlos gratuit frei give gives gibt geben nothing
    nichts rien costs
    coute cuesta charge fee einmalig whole ganze gesamt only bar cash euro euros pound pounds dollar
    dollars peso pesos dólares franken franc francs shilling shillings rupees rand
    """)
"""Words that stand beside every price."""
SAY_LITTLE = SAY_LITTLE | frozenset(
    stem(word, language) for word in SAY_LITTLE for language in LANGUAGES
)


def paying_stems(clause: Clause) -> frozenset[str]:
    found = clause.find(cues.PAY)
    return clause.sentence.stems_of(found[0]) if found else frozenset()


def spoken_of(clause: Clause) -> frozenset[str]:
    """Return the stems at the head of the sentence before, which a pronoun stands for.

    "Farmers mow the meadows. They pay nothing." is about farmers.
    """
    clauses = clause.sentence.clauses
    at = clause.place
    if at and clause.sentence.source.word(clause.first - 1) in _ANDS:
        # "The hall lends us the stage and pays nothing" is about the hall.
        return _stems_of_head(clauses[at - 1])
    if clause.sentence.has(SpanMatch):
        return frozenset()  # what is free for two months is the time
    before = clause.sentence.before
    if before is None or clause.first != clause.sentence.first:
        return frozenset()
    return _stems_of_head(before.clauses[0])


def _stems_of_head(clause: Clause) -> frozenset[str]:
    """Return the stems of the first words of a clause."""
    return clause.sentence.stems_between(clause.first, min(clause.first + _HEAD, clause.last))


_ANDS = frozenset(("and", "und", "et", "en", "y"))
_HEAD = 3
"""Words at the beginning of a sentence that say whom it is about."""


def pays_not(clause: Clause) -> bool:
    """Return whether somebody is said not to pay: "they buy nothing", "we do not charge"; what we
    do not buy is said of no payer.
    """
    if any(clause.each(MoneyMatch)):
        return False
    words = _PAID_ONE.sub(" ", clause.words)
    if cues.PAY(words) and cues.NEGATION(words):
        if _OTHERS_CHARGE.search(words) and not cues.OURSELVES(words):
            return False
        is_ours = cues.OURSELVES.begin(words) and _BUY.search(words)
        return not is_ours and not _WITHOUT.begin(words)
    return is_elliptic(clause)


_WITHOUT = cues.Cue("without, ohne, sans, zonder, sin")
"""What begins a clause that says when somebody does not pay: "without a permit no fund pays"."""


_PAID_ONE = re.compile(r" (?:an?|any|no|the|without|their|its) paid(?= [a-z])")
"""Words that say of somebody that they work for money: "without a paid archivist"."""
_BUY = re.compile(r" buys? ")
_OTHERS_CHARGE = re.compile(
    r" (?:does not|doesn't|don't|do not|never) charges? "
    r"| (?:verlangt|verlangen|berechnet) (?:[^ .,;]+ ){0,3}(?:nichts|kein|keine|keinen) "
    r"| ne (?:facture|demande|facturent|demandent) "
    r"| (?:rekent|rekenen) (?:niets|geen) | no (?:cobra|cobran) "
)
"""Words by which somebody asks nothing, who is not the one who would pay."""


def charges_nothing(words: str) -> bool:
    """Return whether we deny that we charge something: a term of the price, and nothing that is
    left out.
    """
    return _CHARGE(words) and cues.OURSELVES(words) and cues.NEGATION(words)


_CHARGE = cues.Cue("""
    charge, bill, berechnen, berechne, verrechnen, verrechne, verlangen, verlange, in rechnung
    facturons, facturer, demandons, rekenen, reken, cobramos, cobro
    """)


def is_elliptic(clause: Clause) -> bool:
    """Return whether a clause denies, without a verb, what the one before it says of paying: "the
    giver nothing".
    """
    at = clause.place
    is_short = clause.last - clause.first <= _ELLIPSIS
    if not at or not is_short or not _NOT_AT_ALL.search(clause.words):
        return False
    return clause.sentence.clauses[at - 1].says(cues.PAY)


_ELLIPSIS = 5
_NOT_AT_ALL = re.compile(r" (?:nichts?|not|nothing|rien|pas|niets?|no|nada) (?:\. )?$")
"""What ends a clause that takes its verb from the one before: "the receiver pays, the giver
nothing".
"""
