"""Places that are named for somebody else: where a laboratory or a supplier is, where a thing is
bought, where guests come from.
"""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import PlaceMatch
from artifacts.facts.reading.context import Told

_WORKS = (
    r"(?:lab|laboratory|supplier|wholesaler|factory|distributor|manufacturer|printer|foundry"
    r"|data cent(?:er|re)|server|subcontractor|test house"
    r"|labor|laboratorium|labors|lieferant|lieferanten|zulieferer|großhändler|hersteller"
    r"|fabrik|druckerei|gießerei|rechenzentrum|prüfstelle|prüfanstalt"
    r"|laboratoire|fournisseur|grossiste|imprimerie|groothandel|leverancier|drukkerij"
    r"|laboratorio|proveedor|mayorista|imprenta)"
)
"""Who does a part of the work, or sells what it takes."""
_WORKS_IN = re.compile(
    rf" {_WORKS}(?: (?:is|sits|stands|sitzt|ist|steht|liegt))? (?:in|at|near|à|en|bei|aus|from)"
    r"(?: (?:the|der|dem))? $"
)
_OURS_OR_USERS = re.compile(
    r" (?:our own|my own|(?:we|i) (?:run|have|own|open) an?|(?:for|für) [^ .;:]+"
    r"|(?:wir|ich) (?:haben|habe|betreiben|betreibe|eröffnen|eröffne) ein(?:e|en)?)"
    r" (?:[^ .;:]+ )?$"
)
"""In front of a laboratory or a shop that is the founders' own, or that it is for."""
_TAKEN_TO = re.compile(
    r"^ (?:, )?(?:ins|zum|zu einem|an das|an ein|in ein|in das|to the|to a|au|naar het|al|a un)"
    rf" (?:[a-zäöüß]+ )?{_WORKS}(?= |$)"
)
_BOUGHT_FROM = re.compile(
    r" (?:buys?|bought|gets?|orders?|imports?|kaufen|kauft|beziehen|bezieht|bestellen|bestellt"
    r"|achètent|achète|commandent|kopen|koopt|bestelt|compran|compra|traen)"
    r" (?:[^ .;:]+ ){0,3}(?:from|aus|von|en provenance de|uit|van|desde) $"
)
"""Where people get a thing from today."""
_GUESTS_FROM = re.compile(
    r" (?:(?:many|most|mostly|lots|some)(?: of (?:them|whom|these))?|guests|visitors|tourists"
    r"|holidaymakers|(?:viele|manche|einige)(?: davon)?|meist|meistens|gäste|besucher|urlauber"
    r"|touristen|beaucoup|touristes|veel|toeristen|muchos|turistas)"
    r" (?:from|aus|von|de|uit)(?: (?:the|der|dem))? $"
)
_WHO_COME = re.compile(
    r"^ (?:[^ .;:]+ ){0,3}?(?:who|that|die) (?:[^ .;:]+ ){0,2}?(?:come|visit|drive up|travel|kommen"
    r"|anreisen|herkommen)(?= )"
)


def is_of_others(told: Told, match: PlaceMatch, before: str, *, known: bool) -> bool:
    """Return whether a place is told of others than those whom it is for; `before` are the words
    in front of the list it stands in, and `known` says that a place is told already.
    """
    if _BOUGHT_FROM.search(before) or _is_where_others_work(told, match, before):
        return True
    return _GUESTS_FROM.search(before) is not None or (known and _come_from_there(told, match))


def _is_where_others_work(told: Told, match: PlaceMatch, before: str) -> bool:
    behind = told.padded(match.last, match.last + 5)
    if _TAKEN_TO.search(behind):
        return True
    found = _WORKS_IN.search(before)
    return found is not None and not _OURS_OR_USERS.search(before[: found.start() + 1])


def _come_from_there(told: Told, match: PlaceMatch) -> bool:
    """Whether people come from a place to another: "people from Leeds who come on Sundays"."""
    before = told.before(match, 2)
    return (
        before.endswith((" from ", " aus ")) and _WHO_COME.search(told.after(match, 8)) is not None
    )
