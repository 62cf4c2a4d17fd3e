"""Shares of a price that are ours: what we take of one or put on one."""

from __future__ import annotations

from artifacts.facts.grammar.matches import Match, ShareMatch
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.price_words import (
    CUT,
    CUT_AFTER,
    INSTALMENT,
    KEPT,
    OTHERS_GET,
    OURSELVES,
    TAX,
    WE_TAKE,
)


def is_cut(told: Told, match: ShareMatch, before: ShareMatch | None) -> bool:
    """Whether a share is what we take of a price or put on one."""
    after = told.after(match, 4)
    if says(after, KEPT) or is_our_cut(told, match):
        return True
    around = told.around(match)
    if _is_no_cut(told, match, after, around):
        return False
    if _is_paid_by_others(told, match) or is_markup(told, match):
        return True
    if before and _goes_with(told, match, before):
        return True
    return says(around, CUT) or CUT_AFTER.begin(after) or says(told.before(match, 5), WE_TAKE)


def _is_no_cut(told: Told, match: ShareMatch, after: str, around: str) -> bool:
    """Whether a share is a tax, a part of another one, a discount, an instalment or what others
    get.
    """
    if says(_without_origin(around), TAX) or says(told.after(match, 3), _OF_THAT_OR_LESS):
        return True
    return INSTALMENT.begin(after) or OTHERS_GET.end(told.before(match))


_OF_THAT_OR_LESS = ("of that", "davon", "cheaper", "weniger", "less")


def _is_paid_by_others(told: Told, match: ShareMatch) -> bool:
    """Whether somebody but us is said to pay a share."""
    if not _PAY.end(told.before(match)):
        return False
    return OURSELVES.isdisjoint(told.before(match, 4).split())


_PAY = Cues("pays; pay; zahlt; zahlen; paie; paient; betaalt; betalen; paga; pagan")


def _without_origin(words: str) -> str:
    """Cut out "off the yard", which says who gives it and no discount."""
    for origin in (" of the ", " of every ", " of each "):
        at = words.find(origin)
        if at >= 0:
            return words[:at] + words[at:].replace(" off the ", " from the ")
    return words


_AT_COST = Cues(
    "at cost; price; cost; preis; einkaufspreis; selbstkostenpreis; prix; precio; coste; costo;"
    " prijs; inkoopprijs; kostprijs"
)


def is_our_cut(told: Told, match: Match) -> bool:
    """Whether a share is what we say that we take: "we keep 18 % of that"."""
    return WE_TAKE.end(told.before(match))


def is_markup(told: Told, match: Match) -> bool:
    """Whether a share is put on what something costs: "parts at cost plus 10 %"."""
    words = told.before(match)
    leads = words.split()[-1:]
    return leads in (["plus"], ["más"], ["+"]) and says(words, _AT_COST)


def _goes_with(told: Told, match: ShareMatch, before: ShareMatch) -> bool:
    """Whether a share is the other side's, beside one in its sentence: "7 % from the seller and 4 %
    on top from the buyer".
    """
    if told.source.sentence(match.first) != told.source.sentence(before.first):
        return False
    return _FROM.begin(told.after(match).replace(" on top ", " ", 1))


_FROM = Cues("from the; vom; von den; von der; du; de la; des; van de; van het; del; de los")
