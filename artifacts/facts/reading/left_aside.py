"""Clauses that leave something out without a denied verb: "Horses stay out of it", "Den Versand
lassen wir weg", "auf eine App verzichten wir"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.facts.reading.context import Told, cut, says
from artifacts.facts.reading.left_passive import ENGLISH_PASSIVE, GERMAN_PASSIVE, PASSIVE_MARKS
from artifacts.facts.reading.refusals import FOR_NOW
from artifacts.facts.schema import Span

_FEW = r"(?:[\w'’äöüß-]+ ){0,4}"
_THING = r"[\w'’äöüÄÖÜß-]{3,40}"
_ONE_THING = rf"(?:[a-zäöüß-]+e[nrs]? |the |any )?{_THING}"
"""A thing with an adjective at most: "Neither Ann nor Bob has a licence" leaves nobody out."""
_ENGLISH = (
    r"(?:we|i)(?: will|'ll|’ll)?(?: also| always)? (?:stay away from|keep away from|stay clear of"
    r"|keep clear of|steer clear of|do without|go without|stay out of|keep out of|leave out) .+"
    rf"|(?:we|i)(?: will|'ll|’ll)? leave {_FEW}{_THING} (?:out|out of it|aside)"
    rf"|{_FEW}{_THING} (?:stays?|remains?|is|are) (?:left out|out of it|out of scope|off the list"
    r"|left aside|not part of it|not part of this)"
    rf"|neither {_ONE_THING} nor {_ONE_THING}"
    rf"|(?:we|i)(?: will|'ll|’ll)?(?: also| just)? (?:skip|forgo|forego|leave off) {_FEW}{_THING}"
    rf"|(?:we|i)(?: are|'re|’re|'m|’m)? (?:give|giving) {_FEW}{_THING} a miss"
    rf"|{ENGLISH_PASSIVE}"
)
_GERMAN = (
    rf"{_FEW}{_THING} (?:bleibt|bleiben) (?:vorerst |ganz |auch )*(?:außen vor|draußen|weg)"
    rf"|(?:außen vor|draußen) (?:bleibt|bleiben) {_FEW}{_THING}"
    rf"|{_FEW}{_THING} (?:bleibt|bleiben) (?:der|die|das|den|alle) {_FEW}{_THING} (?:außen vor"
    r"|draußen)"
    rf"|{_FEW}{_THING} (?:entfällt|entfallen)(?: vorerst| ganz)?"
    rf"|{_FEW}{_THING} (?:ist|sind) (?:bei uns |vorerst )*nicht (?:vorgesehen|geplant|enthalten)"
    rf"|{_FEW}{_THING} (?:lassen wir|lasse ich) (?:[a-zäöüß]+ ){{0,2}}(?:weg|sein|bleiben|aus)"
    rf"|auf {_FEW}{_THING} (?:verzichten wir|verzichte ich)(?: ganz| bewusst)*"
    rf"|auf {_FEW}{_THING} (?:wird (?:vorerst |bewusst |ganz )*verzichtet"
    r"|(?:können|wollen|möchten) wir verzichten)"
    rf"|verzichtet wird (?:vorerst |bewusst )*auf {_FEW}{_THING}"
    r"|(?:wir|ich) (?:verzichten|verzichte) (?:[a-zäöü]+ ){0,3}auf .+"
    rf"|{GERMAN_PASSIVE}"
    rf"|von {_FEW}{_THING} (?:lassen wir|lasse ich) die finger"
    rf"|weder {_ONE_THING} noch {_ONE_THING}"
    rf"|weder {_FEW}{_THING} noch {_FEW}{_THING} [a-zäöüß]{{4,}} (?:wir|ich)(?: an)?"
)
_FRENCH = rf"{_FEW}{_THING} (?:reste|restent) en dehors|(?:nous|on) (?:laisse|laissons) de côté .+"
_DUTCH = rf"{_FEW}{_THING} (?:laten we|laat ik) (?:weg|achterwege)|{_FEW}{_THING} blijft buiten .+"
_SPANISH = rf"{_FEW}{_THING} (?:queda|quedan) fuera|(?:dejamos|dejo) fuera .+"
_LEFT = re.compile(
    rf"(?:and |und |et |en |y |but |aber )?"
    rf"(?:{_ENGLISH}|{_GERMAN}|{_FRENCH}|{_DUTCH}|{_SPANISH})",
    re.IGNORECASE,
)
_MARKS = (
    "away from", "clear of", "do without", "go without", "out of", "left out", "leave ", "aside",
    "off the list", "not part", "neither ", "außen vor", "draußen", "lassen wir", "lasse ich",
    "verzicht", "weder ", "bleibt weg", "bleiben weg", "entfäll", "entfallen",
    "nicht vorgesehen", "nicht geplant", "nicht enthalten", " skip ", " forgo ", " forego ",
    "leave off", " a miss", *PASSIVE_MARKS, "dehors", "de côté", "laten we", "laat ik",
    "blijft buiten", "fuera",
)  # fmt: skip
"""Letters without which no clause leaves anything out: patterns are slow to look for."""
_CLAUSE = re.compile(r"[^.;:!?\n]+")
_VERBS = re.compile(
    r"(?<!\w)(?:we|i|wir|ich|nous|on|wij|ik|is|are|has|have|ist|sind|hat|haben|muss|must|est|sont)"
    r"(?!\w)",
    re.IGNORECASE,
)
_NO_OFFER = re.compile(
    r"(?<!\w)(?:it|that|this|them|him|her|us|es|das|dies|ihn|sie|uns|damit|home|hause|bed|school"
    r"|work|trouble|danger|debts?|schulden|geld|money|loans?|kredit\w*|bank|urlaub|lohn|gehalt)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""What is left to itself without being an offer."""
_BY_US = re.compile(r" of it$| (?:(?:by|with) us|(?:bei|von) uns)(?!\w)|^es wird ", re.IGNORECASE)
"""Words of the clause itself that are no such thing."""


def left_aside(told: Told) -> Iterator[tuple[str, Span]]:
    """Yield the clauses of an answer that leave something out, with where they stand."""
    lower = told.lower
    if not any(mark in lower for mark in _MARKS):
        return
    money = [told.source.tokens[index].start for index in told.money_begins]
    for clause in _CLAUSE.finditer(told.source.text):
        start, end = clause.span()
        if not any(start <= at < end for at in money):
            for begin, stop in _parts_left(told.source.text, start, end):
                yield cut(told.source.text[begin:stop]), told.span(begin, stop)


def _parts_left(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where what is left out begins and ends between `start` and `end`: at a comma, but for
    those of a list: "Horses, donkeys and mules stay out of it".
    """
    begin = start
    left: tuple[int, int] | None = None
    for part in _PART.finditer(text, start, end):
        words = text[part.start() : part.end()]
        if left and _GOES_ON.match(words) and not _VERBS.search(words):
            left = left[0], part.end()
            begin = part.end() + 1
            continue
        if left:
            yield left
            left = None
        if _leaves(words):
            first = min(begin, part.start())
            first += len(text[first : part.end()]) - len(text[first : part.end()].lstrip(_OPENS))
            left = first, part.end()
            begin = part.end() + 1
        elif _VERBS.search(words) or _A_VERB.search(words):
            begin = part.end() + 1
    if left:
        yield left


_GOES_ON = re.compile(
    r" *(?:(?:and|or|nor|und|oder) )?(?:from|of|ebenso|ebenfalls|auch|sowie) ", re.IGNORECASE
)
"""How a list goes on behind the verb: "we stay away from bats, from drones and from birds"."""
_PART = re.compile(r"[^,]+")
_OPENS = " \t\"'“„(-–•*,"
_A_VERB = re.compile(r"(?<!\w)[a-zäöüß]{3,}(?:en|t|s|ed)(?!\w)")
"""What may be a verb, so that the words are no list of things."""


def _leaves(clause: str) -> bool:
    words = clause.strip(_OPENS)
    if not _LEFT.fullmatch(words) or _NO_OFFER.search(_BY_US.sub("", words)):
        return False
    lower = " ".join(words.lower().split()).replace("do without ", "").replace("go without ", "")
    return not says(f" {lower} ", FOR_NOW)
