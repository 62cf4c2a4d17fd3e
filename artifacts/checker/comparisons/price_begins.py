"""From when on a price is paid: whether a text asks for it though it is free at first."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, SpanMatch

_FIRST_PAYMENT = cues.Cue("""
    first payment, first instalment, first bill, first invoice, first fee, first charge
    billed from, charged from, erste rate, erste beitrag, erster beitrag, erste zahlung
    erste rechnung, erste abbuchung, beitrag von, premier paiement, première facture
    eerste betaling, eerste factuur, primer pago, primera factura
    """)
_AT_SIGN_UP = cues.Cue("""
    starting with the first, beginning with the first, begins on the day, starts on the day
    begins with the first, starts with the first, beginnt mit dem ersten, beginnt am tag
    beginnend mit dem ersten, dès le jour, begint op de dag, empieza el día
    starting in the first, beginning in the first, from month one, from the day the, from the day a
    from the day it, vom tag an, ab dem tag, ab monat eins, à partir du premier, vanaf dag één
    day of signing up, on signing up, when signing up, with the registration, at sign-up
    on registration, when they register, from the first day, from day one, from the day of
    from delivery, on delivery, from the first month, mit der anmeldung, bei der anmeldung
    bei anmeldung, am tag der anmeldung, ab dem ersten tag, vom ersten tag, ab lieferung
    ab der lieferung, vom ersten monat, ab dem ersten monat, à l' inscription, dès l' inscription
    dès le premier, bij de inschrijving, bij aanmelding, vanaf de eerste, al inscribirse
    desde el primer
    """)


def paid_from_the_start(known: Knowledge, sentence: Sentence) -> str:
    """Return for how long it is free at first where a sentence has the first payment at once."""
    if not _is_paid_at_once(sentence) and not _denies_trial(sentence):
        return ""
    for told in known.told["price"]:
        if FROM_A_LATER.search(told.words):
            return told.text
        for clause in told.clauses:
            begins = clause.says(cues.FIRST_PERIOD) or any(clause.each(SpanMatch))
            is_free = clause.says(cues.FREE) or clause.says(cues.INCLUDED) or clause.says(_IN_IT)
            if begins and is_free:
                return told.text
    return ""


FROM_A_LATER = re.compile(
    r" (?:only from|starting with|beginning with|starts? with|begins? with|starts? in|begins? in"
    r"|beginnt mit|beginnt im|not before|erst ab|à partir|pas avant|pas vanaf"
    r"|sólo desde|solo a partir)(?: (?:the|dem|der|du|de la|de|het|el|la))?"
    r" (?:second|third|fourth|sixth|seventh|[0-9]+(?:nd|rd|th|\.)|zweiten|dritten|siebten|deuxième"
    r"|troisième|septième|tweede|derde|zevende|segundo|tercer|séptimo)"
    r" (?:week|month|quarter|year|woche|monat|quartal|jahr|semaine|mois|année|maand|kwartaal|jaar"
    r"|mes|año) "
)
"""From which period on something is paid: "only from the seventh month"."""


def _is_paid_at_once(sentence: Sentence) -> bool:
    """Whether a clause has the first payment, or all of it, from the beginning."""
    if not sentence.says(_AT_SIGN_UP):
        return False
    is_again = any(not PRICE_PERIODS.isdisjoint(m.per) for m in sentence.each(MoneyMatch))
    is_paid = sentence.says(_IS_PAID)
    for clause in sentence.clauses:
        is_payment = is_again or (is_paid and any(clause.each(MoneyMatch)))
        is_payment = is_payment or clause.says(_FIRST_PAYMENT) or clause.says(_IS_PAID)
        if is_payment and clause.says(_AT_SIGN_UP) and not clause.says(cues.NEGATION):
            return True
    return False


_IS_PAID = cues.Cue("""
    is due, are due, fällig, pay, pays, is paid, are charged, is charged, gezahlt, bezahlt, zahlt
    zahlen, kassiert, paie, paient, payé, betaalt, betaald, betalen, paga, pagan
    """)


def _denies_trial(sentence: Sentence) -> bool:
    """Whether a sentence says that there is no time at first in which nothing is paid, and not that
    there is none of another length or for something else.
    """
    return not sentence.has(SpanMatch) and _NO_TRIAL.search(sentence.words) is not None


_NO_TRIAL = re.compile(
    r" without (?:a|any) (?:free )?(?:trial|trial period|free month|free period) "
    r"| (?:ohne (?:probezeit|probemonat|testphase|gratismonat|freimonat)|zonder proefperiode"
    r"|zonder gratis maand|sans période d' essai|sans mois gratuit|sin prueba) "
    r"| (?:no (?:free )?(?:trial|trial period|free month|free period)"
    r"|(?:kein|keine|keinen) (?:probezeit|probemonat|testphase|gratismonat|freimonat)"
    r"|(?:probezeit|probemonat|testphase) gibt es (?:nicht|keine)"
    r"|(?:pas de|aucune?) (?:période d' essai|mois gratuit|essai gratuit)"
    r"|geen (?:proefperiode|gratis maand)|no hay (?:prueba|mes gratis)) (?=[.,;:!] |$)"
)
"""Denials of a time in which nothing is paid."""
_IN_IT = cues.Cue("in the price, im preis, dans le prix, in de prijs, en el precio")
