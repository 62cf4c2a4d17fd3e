"""Things that are said to cost the same though each has a price of its own."""

from __future__ import annotations

import re
from decimal import Decimal

from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_minimum import prices_of
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of

_SAME = re.compile(
    r" (?P<one>(?:[^ .;:]+ ){1,8})(?:(?:at|for) the same (?:price|rate|fee|amount|[^ ]*[0-9][^ ]*)"
    r"|(?:costs?|pays?|paid) the same|zum (?:selben|gleichen) preis|(?:kostet|kosten) (?:dasselbe"
    r"|gleich viel)|au même (?:prix|tarif)|voor (?:dezelfde prijs|hetzelfde)|al mismo precio"
    r"|(?:cuesta|cuestan) lo mismo) (?:[^ .;:,]+ ){0,5}?(?:as|wie|que|als) (?P<other>[^.;:,]+)"
)
"""One thing and another one that it is as dear as."""


def priced_alike(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of a thing where a sentence says that it costs as much as one
    that has another price; else "".
    """
    found = _SAME.search(sentence.words)
    if found is None or sentence.negated:
        return ""
    one, other = (
        _amounts(known, stems_of(found[name], known.language)) for name in ("one", "other")
    )
    if not one or not other or set(one) & set(other):
        return ""
    return next(iter(one.values()))


def _amounts(known: Knowledge, named: frozenset[str]) -> dict[Decimal, str]:
    """Return the prices of what is named, each with the sentence that tells it."""
    named -= SAY_LITTLE
    return {
        said.amount: said.sentence.text
        for said in prices_of(known)
        if not said.is_bare and said.clause.stems & named
    }
