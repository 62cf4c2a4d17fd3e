"""Things that are said to cost the same though each has a price of its own."""

from __future__ import annotations

import re
from decimal import Decimal

from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_minimum import prices_of
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch

_SAME = re.compile(
    r" (?P<one>(?:[^ .;:]+ ){1,8})(?:(?:at|for) the same (?:price|rate|fee|amount|[^ ]*[0-9][^ ]*)"
    r"|(?:costs?|pays?|paid) the same|zum (?:selben|gleichen) preis|(?:kostet|kosten) (?:dasselbe"
    r"|gleich viel)|au même (?:prix|tarif)|voor (?:dezelfde prijs|hetzelfde)|al mismo precio"
    r"|(?:cuesta|cuestan|(?:pagan?)(?: por (?:la|el|los|las) [^ ]+)?) lo mismo"
    r"|(?:zahlt|zahlen)(?: [^ .;:,]+){0,2} dasselbe|(?:paie|paient) (?:la même chose|autant)"
    r"|(?:betaalt|betalen)(?: [^ .;:,]+){0,2} hetzelfde)"
    r" (?:[^ .;:,]+ ){0,5}?(?:as|wie|que|als) (?P<other>[^.;:,]+)"
)
"""One thing and another one that it is as dear as."""


def priced_alike(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of a thing where a sentence says that it costs as much as one
    that has another price; else "".
    """
    found = _SAME.search(sentence.words)
    if found is None or sentence.negated:
        return ""
    one, other = (_amounts(known, sentence.stems_of(found[name])) for name in ("one", "other"))
    one = one or _of_its_sentence(known, sentence.stems_of(found["one"]))
    other = other or _of_the_same_thing(known, set(one))
    if not one or not other or set(one) & set(other):
        return ""
    return next(iter(one.values()))


def _of_its_sentence(known: Knowledge, named: frozenset[str]) -> dict[Decimal, str]:
    """Return the prices whose sentence names those who pay them, and no other amount."""
    named -= SAY_LITTLE
    told = (k for k in prices_of(known) if not k.is_bare and k.sentence.stems & named)
    return {
        k.amount: k.sentence.text for k in told if sum(1 for _ in k.sentence.each(MoneyMatch)) == 1
    }


def _of_the_same_thing(known: Knowledge, one: set[Decimal]) -> dict[Decimal, str]:
    """Return the other prices of the thing that one of ours is for: of "10.50 a skein" those of a
    skein.
    """
    prices = [k for k in prices_of(known) if not k.is_bare]
    things = frozenset().union(*(_things(k) for k in prices if k.amount in one))
    others = (k for k in prices if k.amount not in one and _things(k) & things)
    return {k.amount: k.sentence.text for k in others}


def _things(said: Known) -> frozenset[str]:
    """Return the stems right around a price, which name what it is for."""
    money = next((m for m in said.clause.each(MoneyMatch) if m.amount == said.amount), None)
    if money is None:
        return frozenset()
    sentence = said.sentence
    first = max(sentence.first, money.first - _NEAR)
    last = min(sentence.last, money.last + _NEAR)
    return sentence.stems_between(first, last) - SAY_LITTLE


_NEAR = 5
"""Words around a price that may name what it is for."""


def _amounts(known: Knowledge, named: frozenset[str]) -> dict[Decimal, str]:
    """Return the prices of what is named, each with the sentence that tells it."""
    named -= SAY_LITTLE
    return {
        said.amount: said.sentence.text
        for said in prices_of(known)
        if not said.is_bare and said.clause.stems & named
    }
