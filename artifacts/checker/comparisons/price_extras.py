"""What is in a price and what comes on top of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_minimum import prices_of
from artifacts.checker.comparisons.price_times import is_with_extra, prices_of_things
from artifacts.checker.cues.terms import ALL_INCLUDED, EXCEPT, NOT_INCLUDED
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch
from artifacts.facts.grammar.sets import word_set


def other_extras(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of a thing that is in the price there and comes on top in a
    sentence, or the reverse.
    """
    if not sentence.says(cues.INCLUDED) and not sentence.says(cues.ON_TOP):
        return ""
    for clause in sentence.clauses:
        included, extra = _is_included(clause), _is_extra(clause)
        if included is extra:
            continue
        told = said_extra(known) if included else said_included(known)
        own = _in_front_of(cues.INCLUDED if included else cues.ON_TOP, clause)
        for said, about in told:
            is_told = about & own
            if is_told and not any(
                is_with_extra(known, sentence, m, said) for m in sentence.each(MoneyMatch)
            ):
                return said.text
    return ""


def priced_apart(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of a thing that a sentence has in the price of another; else
    "".
    """
    if not sentence.says(cues.INCLUDED) or sentence.negated:
        return ""
    if sentence.says(EXCEPT) or sentence.says(NOT_INCLUDED):
        return ""
    amounts = {money.amount for money in sentence.each(MoneyMatch)}
    if not amounts <= _bills_of_one_price(known, sentence):
        return ""
    included = frozenset().union(*(about for _, about in said_included(known)))
    own = frozenset().union(*map(_included_in, sentence.clauses)) - included
    everything = _all_included_in(sentence) - included
    for told, about in _paid_apart(known, amounts):
        if about & own or _begin_with(about, own) or _is_named_among(everything, about, told):
            return told.text
    return ""


def _paid_apart(
    known: Knowledge, amounts: set[Decimal]
) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Yield what has another price than `amounts`, or is in none, with the stems of that."""
    things = ((k, about) for k, about in prices_of_things(known) if k.amount not in amounts)
    yield from ((k.sentence, about) for k, about in things)
    yield from said_excluded(known)


def _is_named_among(everything: frozenset[str], about: frozenset[str], told: Sentence) -> bool:
    """Whether a thing is named among all that is included, and not only what it is a kind of:
    "firing" is no "glaze firing".
    """
    shared = about & everything
    words = [told.stems_of(word) for word in told.words.split()]
    kinds = (one & about - shared and other & shared for one, other in pairwise(words))
    return bool(shared) and not any(kinds)


def _begin_with(about: frozenset[str], own: frozenset[str]) -> bool:
    """Whether the words for a thing begin one word of a text: "Klauen schneiden"."""
    long = (one for one in about if len(one) >= _BEGINS_LEAST)
    return any(other.startswith(one) for one in long for other in own)


_BEGINS_LEAST = 4


_NOT_INCLUDED = cues.Cue("""
    not included, not part of, nicht dabei, nicht enthalten, nicht inbegriffen, nicht drin
    nicht im preis, pas compris*, pas inclus*, niet inbegrepen, niet inbegrip, no incluid*
    """)
"""Phrases by which a thing is paid beside the price."""


def said_excluded(known: Knowledge) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Yield what the founder says is not in the price, with the stems of that."""
    for sentence in known.told["price"]:
        for clause in sentence.clauses:
            is_denied = clause.says(cues.INCLUDED) and clause.says(cues.NEGATION)
            if is_denied or clause.says(_NOT_INCLUDED):
                yield sentence, clause.stems - SAY_LITTLE


def _bills_of_one_price(known: Knowledge, sentence: Sentence) -> set[Decimal]:
    """Return what each price comes to for one, or for as many as a sentence names."""
    counts = {Decimal(1), *(number.value for number in sentence.each(NumberMatch))}
    return {k.amount * count for k in prices_of(known) for count in counts}


def _all_included_in(sentence: Sentence) -> frozenset[str]:
    """Return the stems of all that a sentence names where it has everything in the price."""
    return sentence.stems - SAY_LITTLE if sentence.says(ALL_INCLUDED) else frozenset()


def _included_in(clause: Clause) -> frozenset[str]:
    """Return the stems of the thing that a clause has in the price; none where everything is."""
    if clause.says(ALL_INCLUDED):
        return frozenset()
    own = _in_front_of(cues.INCLUDED, clause) if _is_included(clause) else None
    if own is None or own:
        return own or frozenset()
    at = clause.sentence.clauses.index(clause)
    return clause.sentence.clauses[at - 1].stems - SAY_LITTLE if at else frozenset()


def _in_front_of(cue: cues.Cue, clause: Clause) -> frozenset[str]:
    """Return the stems of the thing that is said to be in the price, or on top of it."""
    found = cue.search(clause.words)
    before = clause.words[: found.start()].split()[-_THING:] if found else []
    return (clause.sentence.stems_of(" ".join(before)) or clause.stems) - SAY_LITTLE


_THING = 4
"""Words in front of "is included" that name what is."""


def _is_included(clause: Clause) -> bool:
    if clause.says(cues.NEGATION):
        return clause.says(cues.ON_TOP)
    return clause.says(cues.INCLUDED) and not clause.says(NOT_INCLUDED)


def _is_extra(clause: Clause) -> bool:
    if clause.says(cues.NEGATION):
        return clause.says(cues.INCLUDED)
    return clause.says(cues.ON_TOP) or clause.says(NOT_INCLUDED)


def said_included(known: Knowledge) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Yield the founder's sentences on what is in the price, with the stems of that."""
    for sentence in known.told["price"]:
        before: Clause | None = None
        for clause in sentence.clauses:
            if _is_included(clause) and not any(clause.each(MoneyMatch)):
                listed = before.stems if before and _is_noun_before(before, clause) else frozenset()
                yield sentence, (clause.stems | listed) - SAY_LITTLE
            before = clause


def _is_noun_before(before: Clause, clause: Clause) -> bool:
    """Whether a clause is but a noun in a list with the next one: "parts and VAT included"."""
    is_joined = clause.sentence.source.word(clause.first - 1) in _ANDS
    is_short = before.last - before.first <= _NOUN_MOST
    return is_joined and is_short and not any(before.each(MoneyMatch))


_ANDS = frozenset(("and", "und", "et", "en", "y"))
_NOUN_MOST = 2
"""Most words of a noun in a list."""


def _priced_thing(sentence: Sentence, match: MoneyMatch) -> frozenset[str]:
    """Return the stems of a thing with a price in a sentence of its own: "Shoes are €2"."""
    thing, _, verb = sentence.padded(sentence.first, match.first).strip().rpartition(" ")
    is_short = len(thing.split()) < _THING and verb in _IS
    return sentence.stems_of(thing) - SAY_LITTLE if is_short else frozenset()


_IS = word_set("macht machen fait sale comes is are costs cost ist sind kostet kosten est kost")


def said_extra(known: Knowledge) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Yield the founder's sentences on what is paid beside the price, with the stems of that."""
    for sentence in known.told["price"]:
        money = list(sentence.each(MoneyMatch))
        for match in money[1:]:
            before = sentence.in_front(match)
            if cues.ON_TOP(before) or " plus " in before:
                last = sentence.clause_of(match).last
                per = frozenset().union(*map(sentence.stems_of, match.per))
                stems = sentence.stems_between(match.first, last) - SAY_LITTLE
                yield sentence, (stems - per) or stems
        if len(money) == 1 and (about := _priced_thing(sentence, money[0])):
            yield sentence, about
        elif len(money) == 1 and sentence.says(cues.ON_TOP):
            yield sentence, sentence.stems - SAY_LITTLE
