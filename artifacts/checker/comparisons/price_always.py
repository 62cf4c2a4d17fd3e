"""What costs nothing at first or up to somewhere, or has a price of its own, called free for ever;
and two things for the price of one.
"""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.bill_terms import per_of
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_times import prices_of_things
from artifacts.checker.cues.terms import FOR_BOTH, FROM_SO_MANY
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, PlaceMatch, SpanMatch

_ALWAYS = re.compile(
    r" (?:always|for ever|forever|for good|for life|every time|in every case|at any distance"
    r"|(?:in|from|also in) the (?:second|third|fourth) year(?: on)?|no matter how far|immer"
    r"|für immer|jedes mal|auf dauer|dauerhaft|in jedem fall|lebenslang|überall"
    r"|im (?:zweiten|dritten|vierten) jahr|toujours|à vie|chaque fois|dans tous les cas"
    r"|la (?:deuxième|troisième) année|altijd|voorgoed|telkens|levenslang"
    r"|in het (?:tweede|derde) jaar|siempre|para siempre|cada vez"
    r"|en el (?:segundo|tercer) año)(?= )"
)
"""Words by which something has no end."""
_WE_CHARGE_NOTHING = cues.Cue("""
    we charge nothing, we ask nothing, nothing is charged, costs nothing, is free, are free
    berechnen wir nichts, verlangen wir nichts, nehmen wir nichts, wird nichts berechnet
    kostet nichts, kosten nichts, ist gratis, ist kostenlos, sind kostenlos, ist umsonst
    ne coûte rien, est gratuit, est gratuite, sont gratuits, on ne facture rien, kost niets
    is gratis, zijn gratis, rekenen we niets, no cuesta nada, es gratis, son gratis
    """)
"""Phrases by which a thing has no price."""
_ALWAYS_FREE = cues.Cue("""
    always free, immer gratis, immer kostenlos, immer frei, immer umsonst, toujours gratuit*
    altijd gratis, altijd kosteloos, siempre gratis, siempre gratuit*
    """)
_BOTH = cues.Cue("""
    together, both, zusammen, beides, beide, ensemble, les deux, samen, allebei, juntos, juntas
    los dos, las dos
    """)
"""Words by which an amount is for two things."""


def free_without_end(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words on how long or how far something costs nothing, where a sentence
    has it cost nothing for ever; else "".
    """
    if not _ALWAYS.search(sentence.words) or (sentence.negated and not sentence.says(cues.FREE)):
        return ""
    for clause in sentence.clauses:
        if not _costs_nothing(clause) or _has_a_case(clause):
            continue
        own = clause.stems - SAY_LITTLE
        for told in known.told["price"]:
            if any(own & c.stems and is_free_within(c) for c in told.clauses):
                return told.text
    return ""


def _costs_nothing(clause: Clause) -> bool:
    return any(map(clause.says, (cues.FREE, cues.INCLUDED, _ALWAYS_FREE)))


def is_free_within(clause: Clause) -> bool:
    """Whether something costs nothing for a time, up to a number or within a place."""
    is_limited = clause.says(cues.FIRST_PERIOD) or any(
        any(clause.each(kind)) for kind in (NumberMatch, SpanMatch, PlaceMatch)
    )
    return _costs_nothing(clause) and is_limited


def priced_thing_free(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of a thing that a sentence says costs nothing; else ""."""
    for clause in sentence.clauses:
        if not clause.says(_WE_CHARGE_NOTHING) or any(clause.each(MoneyMatch)):
            continue
        if _has_a_case(clause) or sentence.says(cues.CONDITIONAL):
            continue
        own = clause.stems - SAY_LITTLE - _free_things(known)
        for said, about in prices_of_things(known):
            if about & own:
                return said.sentence.text
    return ""


def _has_a_case(clause: Clause) -> bool:
    """Whether a clause speaks of some time, number or place."""
    if clause.says(FROM_SO_MANY):
        return True
    return any(any(clause.each(kind)) for kind in (NumberMatch, SpanMatch, PlaceMatch))


def _free_things(known: Knowledge) -> frozenset[str]:
    """Return the stems of what costs nothing in some case."""
    told = (c for s in known.told["price"] for c in s.clauses if _costs_nothing(c))
    return frozenset().union(*(clause.stems for clause in told))


def thing_denied(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of a thing that a sentence says there is not; else ""."""
    for clause in sentence.clauses:
        found = _IS_NOT_THERE.search(clause.words)
        if found is None or sentence.says(cues.CONDITIONAL):
            continue
        words = (found["en"] or found["de"] or found["other"]).split()
        own = frozenset().union(*map(sentence.stems_of, words)) - SAY_LITTLE
        for said, about in prices_of_things(known):
            if own and (about == own or _ends_one(words, said.clause.words)):
                return said.sentence.text
    return ""


_IS_NOT_THERE = re.compile(
    r"(?: (?:there is|there are|we have|we offer) no (?P<en>(?:[^ .,;:]+ ){1,3}?)"
    r"| (?:ein|eine|einen) (?P<de>[^ .,;:]+ )(?:gibt es|haben wir|bieten wir) nicht "
    r"| (?:(?:gibt es|es gibt) keine?n?|il n' y a pas de|er is geen|no hay) (?P<other>[^ .,;:]+ ))"
    r"(?:(?:at all|with us|bei uns|chez nous|bij ons) )?[.;:!]? ?$"
)
"""Denials that there is a thing at all, and not only somewhere, of some kind or for some."""


def _ends_one(words: list[str], told: str) -> bool:
    """Whether a noun ends a German or Dutch compound of the founder: "Block", "Zehnerblock"."""
    nouns = [word for word in words if len(word) > _NOUN_LEAST]
    return any(one.endswith(noun) and one != noun for noun in nouns for one in told.split())


_NOUN_LEAST = 3


def both_for_one(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of one of two things, where a sentence gives both at the price of
    the other; else "".
    """
    amounts = list(sentence.each(MoneyMatch))
    if len(amounts) != 1 or not sentence.is_certain:
        return ""
    first, last = sentence.between_commas(amounts[0])
    if not sentence.says_between(_BOTH, first, last):
        return ""
    told = (k for k in known.money if k.amount == amounts[0].amount)
    if any(k.clause.says(FOR_BOTH) for k in told):
        return ""  # that is what both cost
    return _price_of_the_other(known, amounts[0], sentence.stems_between(first, last))


def _price_of_the_other(known: Knowledge, money: MoneyMatch, stems: frozenset[str]) -> str:
    """Return the founder's price of another thing that `stems` name beside the one that has a
    price of that amount; else "".
    """
    named = _thing_at(known, money) & stems - SAY_LITTLE
    others = ((k, about) for k, about in prices_of_things(known) if k.amount != money.amount)
    beside = (k for k, about in others if about <= stems - named)
    return next((k.sentence.text for k in beside), "") if named else ""


def _thing_at(known: Knowledge, money: MoneyMatch) -> frozenset[str]:
    """Return the stems of what has a price of that amount."""
    told = (k for k in known.money if k.answer == "price" and k.amount == money.amount)
    return frozenset().union(*(k.clause.stems | per_of(k) for k in told))
