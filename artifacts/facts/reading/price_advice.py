"""Amounts that somebody else proposes, sets or caps, and sums that an order must reach."""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import Match
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.price_words import OURSELVES

_ADVICE = Cues(
    "advised me; advised us; advises me; advises us; suggested; suggests; suggestion; proposed;"
    " told me to; told us to; says we could; says i could; said to ask; says to ask; said to"
    " charge; looks better; sounds better; looks nicer; i refused; we refused; i said no;"
    " we said no; said no to; i declined; we declined; turned down; talked out of; laughed at;"
    " geraten; vorgeschlagen; vorschlag; schlug vor; schlägt vor; empfohlen; empfiehlt; rät uns;"
    " rät mir; riet mir; riet uns; hätt gern; hätte gern; hätten gern; hätte gerne; hätten gerne;"
    " nein gesagt; abgelehnt; abgewunken; conseillé; m'a conseillé; nous a conseillé;"
    " proposait; a proposé; j'ai refusé; nous avons refusé; on a refusé; j'ai dit non; on a dit"
    " non; raadde me aan; raadde ons aan; stelde voor; stelt voor; zei ik nee; zeiden we nee;"
    " afgewezen; me aconsejó; nos aconsejó; me aconsejaron; me propuso; nos propuso; propuso;"
    " sugirió; me negué; nos negamos; dije que no; dijimos que no"
)
"""How somebody speaks of a price that was only proposed."""
_CAPPED = Cues(
    "caps; capped at; a cap of; the cap is; legal maximum; the law allows; gedeckelt; deckelt;"
    " höchstsatz; plafonne; plafonné à; plafond de; maximumtarief; tope legal; tope de"
)
"""A bound that somebody else sets, which need not be what is charged."""


def is_of_somebody_else(told: Told, match: Match, before: str, following: str) -> bool:
    """Whether an amount was only proposed, is set by others, or is what an order must reach."""
    last = told.clause_of(match)[1]
    behind = told.padded(last, last + 6)
    return (
        _is_advice(told.clause(match), behind)
        or _is_set_by_others(before)
        or _is_order_minimum(before, following)
    )


def _is_advice(clause: str, next_clause: str) -> bool:
    """Whether an amount was only proposed by somebody, or was refused right behind it."""
    return says(clause, _ADVICE) or _REFUSED.match(next_clause) is not None


_REFUSED = re.compile(
    r"^ ?(?:so |but |and |aber |und |da |mais |maar |pero )?(?:i|we|ich|wir|hab ich|haben wir|je"
    r"|j'ai|on|ik|yo|le)? ?(?:refused|declined|said no|laughed|lehnte ab|lehnten ab"
    r"|habe abgelehnt|haben abgelehnt|ai refusé|a refusé|refusé|weigerde|weigerden|me negué"
    r"|nos negamos|dije que no) "
)


def _is_set_by_others(before: str) -> bool:
    """Whether the words in front of an amount say that somebody else caps it, or sets the price of
    which we take a part: "the society sets the hire, mostly".
    """
    if says(before, _CAPPED):
        return True
    found = _SETS.search(before)
    return found is not None and not OURSELVES & set(before[: found.start() + 1].split()[-3:])


_SETS = re.compile(
    r" (?:hire|fee|price|rent|rate|rates|fare|charge) (?:is|are) (?:up to (?:them|him|her|the)"
    r"|theirs|their own|their business) "
    r"| (?:preis|miete|gebühr|honorar) ist (?:ihre|deren|seine) sache "
    r"| (?:the big|the large|die großen|die teuren|les grands|los grandes|de grote)"
    r" (?:programs|programmes|systems|vendors|providers|chains|brands|manufacturers|packages"
    r"|programme|systeme|anbieter|ketten|marken|hersteller|pakete|logiciels|programas|systemen) "
    r"| (?:sets?|decides?|names?|fix(?:es)?) (?:the|their|its|his|her|an?|own)(?: [^ .,;]+){0,2}"
    r" (?:hire|fee|price|prices|rent|rate|rates|fare|charge) "
    r"| (?:setzt|setzen|legt|legen|bestimmt|bestimmen) (?:[^ .,;]+ ){1,5}(?:fest|selbst|selber) "
    r"| (?:den|die|das) [^ ]*(?:preis|gebühr|miete|geld|honorar)[^ ]* (?:setzt|legt|bestimmt) "
    r"| (?:fixe|fixent|décide|décident) (?:le|la|son|sa|leur) (?:prix|tarif|loyer) "
    r"| (?:bepaalt|bepalen) (?:de|het|zijn|haar|hun) (?:prijs|huur|tarief) "
    r"| (?:fija|fijan|decide|deciden|pone|ponen) (?:el|la|su) (?:precio|alquiler|tarifa) "
)


def _is_order_minimum(before: str, following: str) -> bool:
    """Whether an amount is what an order must reach for something: "ab 40 € Bestellwert frei"."""
    if _ORDER_UNDER.search(before):
        return True
    words = before.split()
    return bool(words) and words[-1] in _FROM and _OF_ORDER.match(following) is not None


_ORDER_UNDER = re.compile(
    r" (?:order|orders|basket|purchase|bestellung|bestellungen|einkauf|warenwert|rechnung|commande"
    r"|panier|bestelling|pedido|compra) (?:is |are |[^ .,;]+ )?(?:unter|über|von|ab|under|over"
    r"|below|above|of|moins de|plus de|onder|boven|menos de|más de) $"
)
_FROM = word_set("ab über from over above beyond dès vanaf boven desde exceeding")
_OF_ORDER = re.compile(
    r"^ (?:bestellwert|warenwert|einkaufswert|auftragswert|einkauf|d'achats?|de commande"
    r"|bestelwaarde|bestelling|de compra|de pedido|worth of|order|orders|spend)"
    r"|^ (?:(?:is|ist|it's|est|es|liefern wir|versenden wir|postage|delivery|shipping|versand"
    r"|porto) ){0,2}(?:frei|free|gratis|kostenlos|versandkostenfrei|portofrei|gratuit|offert"
    r"|franco) "
)
_CHARGED_POSTAGE = re.compile(
    r" (?:postage|shipping|delivery|porto|versand|frais de port|verzending|envío)(?: is| ist| :)? $"
)
_INCLUDED = re.compile(
    r" (?:(?:postage|shipping|fuel|petrol|material|materials|ingredients|porto|versand|benzin"
    r"|zutaten|matériel|materiaal|inkl?\.? [^ ,]+)(?: and [^ ,]+)? (?:included|inklusive|compris"
    r"|inbegriffen|inbegrepen|incluido|incluida)|(?:including|inklusive|inclusive) [^ ,]+) "
)


def without_included(before: str) -> str:
    """Cut out what a price includes or what it is for, which is no cost of ours: "postage
    included", "Porto Fr. 12 pro Paket".
    """
    kept = _INCLUDED.sub(" ", before)
    if OURSELVES & set(kept.split()):
        return kept
    return _CHARGED_POSTAGE.sub(" ", kept)
