"""Prices by the piece and what a share is taken of: whether a text has one price for any number,
the first piece paid that is free, or all of it kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.checker.comparisons.price_times import is_count_of
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stem
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, ShareMatch

ANY_NUMBER = cues.Cue("""
    however many, however much, as many as, as many * as, no matter how many, any number of
    regardless of how many, unlimited, without limit, ganz gleich wie viele, ganz gleich , wie viele
    egal wie viele, egal , wie viele, wie viele * auch, so viele * wie, beliebig viele, unbegrenzt
    gleichgültig wie viele, gleichgültig , wie viele, quel que soit le nombre, autant de, illimité*
    peu importe le nombre, ongeacht hoeveel, hoeveel * ook, onbeperkt, zoveel * als
    sin importar cuánt*, ilimitad*, da igual cuánt*, tantos * como, tantas * como
    """)
"""Phrases by which a price is the same for any number."""
_FIRST_TOO = cues.Cue("""
    the first one included, the first included, including the first, the first one too
    the first too, from the first one on, from the first on, the first as well, as for the first
    auch für den ersten, auch für die erste, auch für das erste, auch im ersten, auch in der ersten
    auch der erste, auch die erste, auch das erste, schon ab dem ersten, schon ab der ersten
    vom ersten an, von der ersten an, schon für das erste, schon für den ersten, schon für die erste
    dès le premier, dès la première, y compris le premier, y compris la première, premier compris
    première comprise, ook de eerste, ook het eerste, ook voor de eerste, ook voor het eerste
    vanaf de eerste, vanaf het eerste, desde el primer, desde el primero, desde la primera
    incluido el primero, incluida la primera, también el primero, también la primera
    """)
"""Phrases by which the first of several is paid like the others."""
_LIKE_OTHERS = cues.Cue("""
    like every other, like all others, like any other, like the others, wie jede andere
    wie jeder andere, wie jedes andere, wie alle anderen, comme les autres, comme toutes les autres
    zoals elke andere, zoals alle andere, como las demás, como los demás, como cualquier otra
    """)
"""The same, of what was named before."""
_KEEPS_ALL = cues.Cue("""
    keep every penny, keeps every penny, keep every cent, keeps every cent, behält jeden cent
    behalten jeden cent, garde chaque centime, houdt elke cent
    keep the whole, keeps the whole, keep all, keeps all, keep everything, keeps everything
    keep the full, keeps the full, keep the entire, keeps the entire, gets the whole, get the whole
    behält alles, behalten alles, behält den ganzen, behalten den ganzen, behält die ganze
    behalten die ganze, behält den vollen, behalten den vollen, behält die vollen, behält das ganze
    garde tout, gardent tout, garde la totalité, gardent la totalité, garde l' intégralité
    houdt alles, houden alles, houdt het hele, houden het hele, se queda con todo
    se quedan con todo
    """)
"""Phrases by which somebody gives nothing of what they get."""


def same_for_any_number(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for each of something, or for so many of it, where a sentence has
    it be the same for any number; else "".
    """
    if not _speaks_of_any_number(sentence) or sentence.negated:
        return ""
    for money in sentence.each(MoneyMatch):
        for said in _prices(known):
            if said.amount != money.amount or _speaks_of_any_number(said.sentence):
                continue
            own = _stems_of_pieces(money.per, sentence)
            pieces = _pieces_of_tiers(known, said) | (frozenset() if own else _pieces(said))
            if pieces & sentence.stems and not _counts_something_else(sentence, pieces):
                return said.sentence.text
    return ""


def _counts_something_else(sentence: Sentence, pieces: frozenset[str]) -> bool:
    """Whether what there may be any number of is none of the pieces: "however many trucks",
    "whether two or ten people".
    """
    found = sentence.find(ANY_NUMBER)
    if found is None:
        counted = [sentence.stems_of(n.noun) for n in sentence.each(NumberMatch) if n.noun]
        return bool(counted) and not any(nouns & pieces for nouns in counted)
    noun = sentence.words[found.end() :].split()[:1]
    named = frozenset().union(*map(sentence.stems_of, noun))
    return bool(named) and not named & pieces


def _prices(known: Knowledge) -> Iterator[Known]:
    return (k for k in known.money if k.answer == "price" and not k.is_bare)


def _speaks_of_any_number(sentence: Sentence) -> bool:
    """Whether a sentence says "however many", or "whether two or ten"."""
    if sentence.says(ANY_NUMBER):
        return True
    either = _EITHER.search(sentence.words)
    return bool(either) and sum(1 for _ in sentence.each(NumberMatch)) > 1


_EITHER = re.compile(r" (?:whether|ob|que ce soit|of het er) .* (?:or|oder|ou|of) ")


def _stems_of_pieces(per: tuple[str, ...], sentence: Sentence) -> frozenset[str]:
    language = sentence.source.lexicon.language
    pieces = (unit.casefold() for unit in per if unit not in PRICE_PERIODS)
    # "Man" has no stem, as it says nothing in German.
    return frozenset(stem(piece, language) or piece for piece in pieces)


def _pieces(said: Known) -> frozenset[str]:
    """Return the stems of what a price is for each of beside a time, or for several of."""
    source = said.sentence
    counted = [n for n in said.clause.each(NumberMatch) if is_count_of(said, n)]
    counted += _included(said)
    several = frozenset().union(*(source.stems_between(n.first, n.last) for n in counted))
    has_period = PRICE_PERIODS.intersection(said.per)
    return several | (_stems_of_pieces(said.per, source) if has_period else frozenset())


def _included(said: Known) -> Iterator[NumberMatch]:
    """Yield what a clause beside a price says that it holds so many of: "$79 a month, and that has
    30 proofs in it".
    """
    for clause in said.sentence.clauses:
        if clause is not said.clause and (clause.says(cues.INCLUDED) or clause.says(_HOLDS)):
            yield from clause.each(NumberMatch)


_HOLDS = cues.Cue("in it, in that, für das geld, dafür gibt es, darin, drin, dedans, erin, por eso")


def _pieces_of_tiers(known: Knowledge, said: Known) -> frozenset[str]:
    """Return the stems of what another price holds for so many of."""
    found: frozenset[str] = frozenset()
    for other in _prices(known):
        if other.amount == said.amount or other.unit != said.unit:
            continue
        for number in other.clause.each(NumberMatch):
            before = other.sentence.in_front(number)
            behind = other.sentence.behind(number)
            if number.noun and (cues.FROM_COUNT(before) or cues.AND_MORE(behind)):
                found |= other.sentence.stems_between(number.first, number.last)
    return found


def first_is_charged(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that the first of something is free, where a sentence has it paid
    like the others; else "".
    """
    if not _is_paid_like_others(sentence) or sentence.negated or sentence.says(cues.FREE):
        return ""
    for told in known.told["price"]:
        for clause in told.clauses:
            first = _FIRST_OF.search(clause.words)
            is_included = clause.says(cues.INCLUDED) and not clause.says(cues.NEGATION)
            if not first or not (is_included or clause.says(cues.FREE)):
                continue
            if told.stems_of(first["thing"]) & sentence.stems:
                return told.text
    return ""


def _is_paid_like_others(sentence: Sentence) -> bool:
    if sentence.says(_FIRST_TOO):
        return True
    return sentence.says(_LIKE_OTHERS) and _FIRST_OF.search(sentence.words) is not None


_FIRST_OF = re.compile(
    r" (?:the first|der erste|die erste|das erste|le premier|la première|de eerste|het eerste|el"
    r" primer|la primera) (?P<thing>[^ ]{3,}) "
)


def other_share_kept(known: Knowledge, sentence: Sentence) -> str:
    """Return the share of a price that we keep where a sentence has us keep another; else ""."""
    told = next((s for s in known.shares if s.answer == "price" and s.clause.says(_WE_KEEP)), None)
    if told is None or sentence.negated:
        return ""
    ours, kept = {s.amount for s in known.shares}, set(_shares_kept(sentence))
    rests = {100 - amount for amount in ours & kept}
    return told.sentence.text if kept - ours - rests else ""


def _shares_kept(sentence: Sentence) -> Iterator[Decimal]:
    for clause in sentence.clauses:
        if clause.says(_WE_KEEP):
            yield from (share.percent for share in clause.each(ShareMatch) if not share.worded)


_WE_KEEP = cues.Cue("""
    we keep, we retain, i keep, is ours, stays with us, behalten wir, wir behalten, behalte ich
    ich behalte, bleiben bei uns, bleiben uns, nous gardons, on garde, je garde, wij houden
    houden we, houden wij, we houden, nos quedamos con, me quedo con
    """)


def all_is_kept(known: Knowledge, sentence: Sentence) -> str:
    """Return the share that somebody gives us where a sentence has them keep all; else ""."""
    shares = [share for share in known.shares if share.answer == "price"]
    for clause in sentence.clauses if shares else ():
        kept = clause.find(_KEEPS_ALL)
        if kept is None or clause.says(cues.NEGATION):
            continue
        owner = sentence.stems_of(clause.words[: kept.start()]) - SAY_LITTLE
        for share in shares:
            if owner & share.clause.stems:
                return share.sentence.text
    return ""
