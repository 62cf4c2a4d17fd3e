"""Parts of an amount as people name them: a quarter, 80 %, three equal instalments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import FractionMatch, NumberMatch, ShareMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

Part = tuple[Decimal, Decimal]
"""How much of how much: (1, 3) is a third."""

_HUNDRED = Decimal(100)
_EQUAL_MOST = 12


_WHOLES = {
    2: "half halves hälfte hälften moitié moitiés helft helften mitad mitades",
    3: "third thirds drittel dritteln tiers derde derden tercio tercios tercera terceras",
    4: "quarter quarters viertel vierteln quart quarts kwart kwarten cuarto cuartos cuarta cuartas",
    5: "fifth fifths fünftel fünfteln cinquième cinquièmes vijfde vijfden quinto quintos quinta"
    " quintas",
    6: "sixth sixths sechstel sechsteln sixième sixièmes zesde zesden sexto sextos sexta sextas",
    7: "seventh sevenths siebtel siebteln septième septièmes zevende zevenden séptimo séptimos"
    " séptima",
    8: "eighth eighths achtel achteln huitième huitièmes achtste achtsten octavo octavos octava",
    9: "ninth ninths neuntel neunteln neuvième neuvièmes negende negenden noveno novenos novena",
    10: "tenth tenths zehntel zehnteln dixième dixièmes tiende tienden décimo décimos décima",
    12: "twelfth twelfths zwölftel zwölfteln douzième douzièmes twaalfde twaalfden doceavo"
    " doceavos",
    20: "twentieth twentieths zwanzigstel vingtième vingtièmes twintigste",
}
_PARTS_ONLY = ("ha", "hä", "moi", "hel", "mit", "tier", "quar", "kwar", "tercio")
_WHOLE_OF = {name: Decimal(whole) for whole, names in _WHOLES.items() for name in names.split()}
_NTH_IN_GERMAN = {"achte": 8, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7}
NTH = {
    **{name: whole for name, whole in _WHOLE_OF.items() if not name.startswith(_PARTS_ONLY)},
    **{name + end: Decimal(n) for name, n in _NTH_IN_GERMAN.items() for end in ("", "n", "r")},
}
"""Words for a place in a row, by its number: "the eighth guest"."""
_ONE = word_set("a an one ein eine einem einen der die un une la een de het una the nearly almost")
_OF = word_set("of von vom der des de du d' van del")
"""Words behind "a fifth" by which it is a part, and not the one behind the fourth."""
_JOINED = ("zwei", "drei", "drie")


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A part in words; `first` and `last` are its tokens, `last` exclusive."""

    part: Decimal
    whole: Decimal
    first: int
    last: int


@remembered
def parts_named(sentence: Sentence) -> tuple[NamedPart, ...]:
    """Return the parts that a sentence names in words, of any whole up to twentieths."""
    return tuple(_parts_at(sentence))


def _parts_at(sentence: Sentence) -> Iterator[NamedPart]:
    for index in range(sentence.first, sentence.last):
        word = sentence.source.word(index)
        count, _, name = word.rpartition("-")
        whole = _WHOLE_OF.get(name)
        if whole is None:
            joined = next((one for one in _JOINED if word.startswith(one)), "")
            count, whole = joined, _WHOLE_OF.get(word.removeprefix(joined))
        if whole is None:
            continue
        part = _part_before(sentence, index, count)
        if part is not None and part < whole:
            yield NamedPart(part, whole, index if count else index - 1, index + 1)


def _part_before(sentence: Sentence, index: int, count: str) -> Decimal | None:
    """Return how many parts of its kind the word at `index` names, None if it names a place in a
    row.
    """
    source = sentence.source
    before = count or source.word(index - 1)
    number = source.lexicon.numbers.get(before) or _digits(before)
    if number is not None and number > 1:
        return number
    is_one = number == 1 or before in _ONE or source.word(index) in _HALVES
    return Decimal(1) if is_one and _is_part(source, index) else None


def _is_part(source: Source, index: int) -> bool:
    behind = source.word(index + 1)
    if behind in _STOPS and source.word(index - 1) in _ARTICLES:
        return True
    return behind in _OF or behind in ("part", "parte") or source.word(index) in _ALWAYS_PARTS


def _digits(word: str) -> Decimal | None:
    return Decimal(word) if word.isdecimal() and word.isascii() else None


_HALVES = word_set("half hälfte moitié helft mitad")


_STOPS = frozenset(("", ".", ",", ";", ":", "!"))
_ARTICLES = word_set("a an one ein eine einem einen un une een una")
_ALWAYS_PARTS = word_set(
    "half hälfte moitié helft mitad quarter quart kwart drittel viertel fünftel sechstel achtel"
    " zehntel tercio tiers"
)


def fractions_in(sentence: Sentence) -> tuple[Part, ...]:
    """Return the parts that a sentence names, and what they leave of the whole."""
    found = dict.fromkeys(_named(sentence))
    return tuple(dict.fromkeys((*found, *((whole - part, whole) for part, whole in found))))


def parts_in_words(sentence: Sentence) -> Iterator[Part]:
    """Yield the parts that a sentence names in words: two thirds."""
    for (part, whole), names in cues.PARTS_OF.items():
        if sentence.says(names):
            yield Decimal(part), Decimal(whole)


def ones_in(sentence: Sentence) -> Iterator[Part]:
    """Yield "one shop in ten" and "eine von neun" as 1 of so many."""
    numbers = sentence.source.lexicon.numbers
    for found in _ONE_IN.finditer(sentence.words):
        word = found["whole"]
        whole = Decimal(word) if word.isdecimal() and word.isascii() else numbers.get(word)
        if whole and 1 < whole <= _HUNDRED:
            yield Decimal(1), whole


_ONE_IN = re.compile(
    r" (?:one|eine?[rsnm]?|une?|een|één|uno|una)(?: [^ ]{3,})? (?:in|out of|in every|von|unter|sur"
    r"|op de|van de|de cada) (?P<whole>[^ ]+)(?= )"
)


def _named(sentence: Sentence) -> Iterator[Part]:
    for share in sentence.each(ShareMatch):
        yield share.percent, _HUNDRED
    for fraction in sentence.each(FractionMatch):
        yield fraction.part, fraction.whole
    yield from parts_in_words(sentence)
    yield from ((named.part, named.whole) for named in parts_named(sentence))
    if sentence.says(cues.HALF):
        yield Decimal(1), Decimal(2)
    if sentence.says(cues.IN_EQUAL_PARTS):
        for number in sentence.each(NumberMatch):
            if number.value <= _EQUAL_MOST and number.value == number.value.to_integral_value():
                parts = range(1, int(number.value))
                yield from ((Decimal(part), number.value) for part in parts)
