"""Lengths of time, hours of work in a week, shares, "four of the six", and counts with their
nouns.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypedDict

from artifacts.facts.grammar.figures import Number
from artifacts.facts.grammar.matches import (
    FractionMatch,
    HoursMatch,
    NumberMatch,
    OtherMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_RANGE = word_set("to bis à tot a - – — or oder ou of")
_BETWEEN_UNIT = word_set(
    "consecutive full whole more good straight volle ganze weitere knappe consécutives pleines -"
    " volledige hele long working"
)
_IN_A_ROW = (
    "in a row",
    "hintereinander",
    "nacheinander",
    "in folge",
    "running",
    "de suite",
    "op rij",
    "seguidos",
    "achter elkaar",
    "consecutive",
)
_PER_WEEK = word_set("a per each every / the die pro in der je par la à per elke por cada al .")
_WEEKLY = word_set("weekly wöchentlich wekelijks semanales hebdomadaires")
_PERCENT = frozenset(("%", "percent", "prozent", "procent", "％"))
HALF = {
    "en": ("half",),
    "de": ("hälfte", "halbe"),
    "fr": ("moitié",),
    "nl": ("helft",),
    "es": ("mitad",),
}
_OF = {
    "en": (("out", "of"), ("of",)),
    "de": (("von",), ("aus",), ("der",)),
    "fr": (("sur",), ("des",), ("de",)),
    "nl": (("van",), ("op",)),
    "es": (("de",), ("sobre",)),
}
_ARTICLES = word_set(
    "the our these those den unseren diesen die der les nos ces de onze deze las los nuestras"
    " nuestros estas all"
)
_MEASURES = word_set(
    "kg g mg t ton tons tonne tonnen tonnes tonnen km m cm mm mi mile miles meile meilen l liter"
    " litre litres liters litros litro ml acre acres hectare hectares hektar ha hectáreas hectaren"
    " ° c °c w kw kwh watt mb gb pound pounds lb lbs oz feet ft inches inch metres meters meter"
    " mètres metros m² qm grad degrees mbit dpi gramm grams grammes gramos kilo kilos kilometer"
    " kilometers kilometres kilómetros"
)
_NOT_NOUNS = word_set(
    "of the a an and or to in on at by for from with is are was were be has have had do does did"
    " not no but if so then than that which who when as it its they we i you he she more less per"
    " each every all will would can could may must should out up still yet only also even just over"
    " under after before since until into von der die das den dem des und oder zu im in an am auf"
    " bei für mit ist sind war waren hat haben hatte nicht aber wenn so dann als dass wer wie es"
    " sie wir ich er mehr weniger je pro alle wird werden kann können noch nur auch erst ab bis aus"
    " nach vor seit über unter ein eine einen de la le les des du et ou à au aux en dans sur pour"
    " par avec est sont a ont ne pas mais si que qui il elle nous je plus moins chaque sera het een"
    " en of te op bij voor met is zijn was waren heeft hebben niet maar als dan dat die er wij ik"
    " meer per van om uit naar el los las y o con por para es son no pero que se lo más cada del al"
    " entre"
)
_BEFORE_IDS = word_set(
    "port page seite version v nr no n° nº § §§ art article artikel section abschnitt chapter"
    " kapitel step schritt room raum zimmer iso iec din en rfc norm norme line zeile exit programma"
    " programm kapitel kamer pagina página paso puerto number nummer # id level platform gate bus"
    " road route highway"
)
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_IRREGULAR = word_set("people children men women sheep mice staff police salespeople craftspeople")


class _Placed(TypedDict):
    start: int
    end: int
    first: int
    last: int


def _placed(source: Source, first: int, last: int) -> _Placed:
    tokens = source.tokens
    return {"start": tokens[first].start, "end": tokens[last - 1].end, "first": first, "last": last}


def other_at(source: Source, index: int) -> OtherMatch | None:
    """Return a number at `index` that counts nothing: an id, a time of day, a year."""
    token = source.tokens[index]
    if token.kind == "time":
        return OtherMatch(**_placed(source, index, index + 1), what="time")
    if token.kind == "date":
        return OtherMatch(**_placed(source, index, index + 1), what="date")
    if token.kind != "number":
        return None
    before = source.word(index - 1)
    if before == "." and source.word(index - 2) in ("no", "nr", "art", "n"):
        before = source.word(index - 2)
    small_word = before == "en" and source.lexicon.language in ("fr", "nl", "es")
    if (
        before in _BEFORE_IDS
        and not small_word
        and (before != "no" or source.word(index - 1) == ".")
    ):
        return OtherMatch(**_placed(source, index, index + 1), what="id")
    if source.word(index + 1) in ("uhr", "o'clock") or (
        source.word(index + 1) in ("am", "pm") and source.touches(index + 1)
    ):
        return OtherMatch(**_placed(source, index, index + 2), what="time")
    if token.text.count(".") > 1:
        return OtherMatch(**_placed(source, index, index + 1), what="version")
    return None


def span_at(source: Source, number: Number) -> SpanMatch | HoursMatch | None:
    """Return the length of time that `number` begins, or the hours of work in a week."""
    high, at = None, number.last
    if source.word(at) in _RANGE:
        upper = source.number(at + 1)
        if upper and upper.value > number.value:
            high, at = upper.value, upper.last
    at = source.skip(at, _BETWEEN_UNIT, 2)
    word = source.word(at)
    if word == "wochenstunden":
        return HoursMatch(**_placed(source, number.first, at + 1), hours=number.value, high=high)
    unit = source.lexicon.units.get(word)
    if unit is None and "-" in word:
        unit = source.lexicon.units.get(word.split("-")[0])
    if unit is None:
        return _days_in_a_row(source, number)
    if word in ("h", "m", "u") and at != number.last:
        return None
    if unit == "hour":
        week = source.skip(at + 1, _PER_WEEK, 3)
        if (source.lexicon.units.get(source.word(week)) == "week" and week > at + 1) or source.word(
            at + 1
        ) in _WEEKLY:
            last = week + 1 if source.word(at + 1) not in _WEEKLY else at + 2
            return HoursMatch(**_placed(source, number.first, last), hours=number.value, high=high)
    return SpanMatch(
        **_placed(source, number.first, at + 1), amount=number.value, unit=unit, high=high
    )


def _days_in_a_row(source: Source, number: Number) -> SpanMatch | None:
    if source.word(number.last) not in source.lexicon.weekdays:
        return None
    if not source.words(number.last + 1, number.last + 4).startswith(_IN_A_ROW):
        return None
    return SpanMatch(
        **_placed(source, number.first, number.last + 1), amount=number.value, unit="week"
    )


def share_at(source: Source, index: int, number: Number | None) -> ShareMatch | None:
    """Return the percentage at `index`; "half" is 50."""
    language = source.lexicon.language
    if number:
        at = number.last
        if source.word(at) in _PERCENT:
            return ShareMatch(**_placed(source, index, at + 1), percent=number.value)
        if source.words(at, at + 2) in ("per cent", "pour cent", "por ciento", "pro cent"):
            return ShareMatch(**_placed(source, index, at + 2), percent=number.value)
    token = source.tokens[index]
    if token.kind == "number" and source.word(index + 1) in _PERCENT and number is None:
        # before a percent sign nobody writes thousands
        value = (
            Decimal(token.text.replace(",", "."))
            if re.fullmatch(r"[0-9]+[.,][0-9]{1,3}", token.text)
            else None
        )
        return (
            ShareMatch(**_placed(source, index, index + 2), percent=value)
            if value is not None
            else None
        )
    if token.lower in HALF[language] and source.word(index + 1) not in ("a", "an", "-"):
        return ShareMatch(**_placed(source, index, index + 1), percent=Decimal(50), worded=True)
    return None


def fraction_at(source: Source, number: Number) -> FractionMatch | None:
    """Return "m of n" where `number` is its m."""
    for of in _OF[source.lexicon.language]:
        if tuple(source.word(number.last + step) for step in range(len(of))) != of:
            continue
        at = source.skip(number.last + len(of), _ARTICLES, 2)
        whole = source.number(at)
        if (
            whole is None
            or (whole.article and not number.article)
            or whole.value < number.value
            or whole.value < 2
        ):
            return None
        if not whole.worded and _YEAR.fullmatch(source.tokens[at].text):
            return None
        if (
            source.word(whole.last) in ("%", "€", "$")
            or source.word(whole.last) in source.lexicon.months
        ):
            return None
        return FractionMatch(
            **_placed(source, number.first, whole.last), part=number.value, whole=whole.value
        )
    return None


def count_at(source: Source, number: Number) -> NumberMatch | OtherMatch | None:
    """Return the number with the noun it counts; a year and a number with letters stuck to it count
    nothing.
    """
    token = source.tokens[number.first]
    single = number.last == number.first + 1
    high, after = None, number.last
    if source.word(after) in ("to", "bis", "à", "tot", "a", "–", "-") and not number.worded:
        upper = source.number(after + 1)
        if upper and upper.value > number.value:
            high, after = upper.value, upper.last
    stuck = single and source.touches(number.last) and source.tokens[number.last].kind == "word"
    if not number.worded and stuck and source.word(number.last) not in _MEASURES:
        return OtherMatch(**_placed(source, number.first, number.last + 1), what="id")
    noun, last = noun_after(source, after)
    if not noun and not number.worded and _YEAR.fullmatch(token.text):
        return OtherMatch(**_placed(source, number.first, number.last), what="year")
    if (
        not number.worded
        and _YEAR.fullmatch(token.text)
        and source.word(number.first - 1)
        in (
            "in",
            "since",
            "seit",
            "en",
            "depuis",
            "sinds",
            "desde",
            "of",
            "im",
            "jahr",
            "until",
            "bis",
            ",",
            "(",
        )
    ):
        return OtherMatch(**_placed(source, number.first, number.last), what="year")
    if number.article:
        return None
    return NumberMatch(
        **_placed(source, number.first, last),
        value=number.value,
        noun=noun,
        worded=number.worded,
        high=high,
        measure=noun.lower() in _MEASURES,
    )


def noun_after(source: Source, index: int) -> tuple[str, int]:
    """Return the noun that a number in front of `index` counts, with the words between, and the
    index behind it.
    """
    language = source.lexicon.language
    found: list[str] = []
    at = index
    if source.word(at) == "-" and source.touches(at):
        at += 1
    for step in range(at, min(at + 4, len(source.tokens))):
        token = source.tokens[step]
        if (
            token.kind != "word"
            or token.lower in _NOT_NOUNS
            or token.sentence != source.sentence(index - 1)
        ):
            break
        if token.lower in source.lexicon.numbers and found:
            break
        found.append(token.text)
        if token.lower in _MEASURES and step == at:
            break
        if _is_head(token.text, language):
            return " ".join(found)[:80], step + 1
    if not found or (language == "de" and not any(word[0].isupper() for word in found)):
        return "", index
    if language == "de":
        return "", index
    return found[0][:80], at + 1


def _is_head(word: str, language: str) -> bool:
    if language == "de":
        return word[0].isupper()
    if language == "en":
        return (word.endswith("s") and not word.endswith("ss")) or word.lower() in _IRREGULAR
    if language == "nl":
        return word.endswith(("en", "s"))
    return True
