"""What others charge by our answers, and whether a text asks it for what we have a price for."""

from __future__ import annotations

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bill_terms import per_of
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_tiers import says_what_is_paid
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch

_OF_OTHERS = ("workaround", "problem")
"""Answers on what people do, and pay, without us."""
_THEY_CHARGE = cues.Cue("""
    charges, charged, quoted, quotes, asks, wants, nimmt, nehmen, verlangt, verlangen, wollen
    berechnet, demande, demandent, prend, prennent, facture, vraagt, vragen, rekent, pide
    piden, cobra, cobran
    """)
"""Verbs of what somebody charges, who stands in front of them."""
_WILL = {"de": cues.Cue("will")}
"""Those of one language, which another one has for something else."""
_WITHOUT_US = cues.Cue("""
    today, now, so far, until now, currently, elsewhere, in the shop, new, otherwise, heute, bisher
    derzeit, sonst, anderswo, neu, neue, neuer, neues, neuen, im laden, aujourd'hui, aujourd' hui
    jusqu' ici, ailleurs, neuf, neuve, vandaag, tot nu toe, elders, nieuw, nieuwe, hoy, hasta ahora
    nuevo, nueva, a loss of, is lost, are lost, loses, verlust von, verliert, verloren, une perte
    perd, verlies van, verliest, una pérdida, pierde
    """)
"""Words by which a text tells what something costs without us, or what is lost that way."""

_WITH_US = cues.Cue("""
    with us, from us, ours costs, our price, bei uns, von uns, unser preis, chez nous, avec nous
    notre prix, bij ons, van ons, onze prijs, con nosotros, con nosotras, nuestro precio
    """)
"""Words by which a text tells what something costs with us."""


def price_of_somebody_else(known: Knowledge, sentence: Sentence) -> tuple[MoneyMatch, Known] | None:
    """Return an amount that is paid for one of what we have a price for, and our price, where the
    founder told that amount of somebody else: what people pay today.
    """
    if not sentence.says(cues.PAY) or not says_what_is_paid(sentence):
        return None
    for match in sentence.each(MoneyMatch):
        theirs = _told_of_others(known, match)
        ours = (
            _our_price_of_one(known, sentence, match, theirs)
            or _our_price_for_us(known, sentence, match, theirs)
            if theirs
            else None
        )
        if ours is not None:
            return match, ours
    return None


def _told_of_others(known: Knowledge, match: MoneyMatch) -> list[Known]:
    """Return where the founder told an amount, if only of what people pay without us."""
    unit = match.currency or known.home
    told = [k for k in known.money if (k.amount, k.unit) == (match.amount, unit)]
    return told if all(k.answer in _OF_OTHERS or _is_charged_by_others(k) for k in told) else []


def _is_charged_by_others(said: Known) -> bool:
    """Whether the answer on the price says of an amount that somebody else charges it."""
    clause = said.clause
    will = _WILL.get(clause.sentence.source.lexicon.language)
    found = clause.find(_THEY_CHARGE) or (will.search(clause.words) if will else None)
    before = clause.words[: found.start()] if found else ""
    is_ours = clause.says(cues.OURSELVES) or clause.says(cues.PAYS)
    return bool(before.strip()) and not any(map(str.isdigit, before)) and not is_ours


def _our_price_of_one(
    known: Knowledge, sentence: Sentence, match: MoneyMatch, theirs: list[Known]
) -> Known | None:
    """Return our price for each of what an amount is for each of, if nothing names the others."""
    things = sentence.stems_of(" ".join(match.per)) - SAY_LITTLE
    about_them = _stems_of(theirs) - things
    ours = (k for k in _our_prices(known, match) if things & per_of(k))
    return None if about_them & sentence.stems else next(ours, None)


def _our_price_for_us(
    known: Knowledge, sentence: Sentence, match: MoneyMatch, theirs: list[Known]
) -> Known | None:
    """Return our price where a clause has an amount be paid by those, or in the case, that the
    answer on the price names with none of the others.
    """
    clause = sentence.clause_of(match)
    if clause.says(_WITH_US) and not sentence.says(_WITHOUT_US):
        return next(iter(_our_prices(known, match)), None)
    if sentence.says(_WITHOUT_US) or clause.stems & _only_theirs(known, theirs):
        return None
    counts = [number.value for number in sentence.each(NumberMatch)]
    if any(k.amount * n == match.amount for k in _our_prices(known, match) for n in counts):
        return None
    told = known.told["price"]
    ours = frozenset().union(*(s.stems for s in told if not _is_of(s, theirs))) - SAY_LITTLE
    is_ours = (ours - _stems_of(theirs)) & clause.stems
    return next(iter(_our_prices(known, match)), None) if is_ours else None


def _only_theirs(known: Knowledge, theirs: list[Known]) -> frozenset[str]:
    """Return the stems that the founder has of the others alone."""
    ours = [k.clause.stems for k in known.money if k.answer == "price" and k not in theirs]
    return _stems_of(theirs) - frozenset().union(*ours)


def _is_of(sentence: Sentence, theirs: list[Known]) -> bool:
    return any(k.sentence is sentence for k in theirs)


def _stems_of(theirs: list[Known]) -> frozenset[str]:
    return frozenset().union(*(k.clause.stems for k in theirs)) - SAY_LITTLE


def _our_prices(known: Knowledge, match: MoneyMatch) -> list[Known]:
    unit = match.currency or known.home
    prices = (k for k in known.money if k.answer == "price" and k.unit == unit)
    return [k for k in prices if not _is_charged_by_others(k)]
