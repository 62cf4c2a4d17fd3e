"""Lengths of time, hours of work in a week, shares, "four of the six", and counts with their
nouns.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypedDict

from artifacts.facts.grammar.counted_nouns import MEASURES, noun_after
from artifacts.facts.grammar.figures import Number
from artifacts.facts.grammar.matches import (
    FractionMatch,
    HoursMatch,
    NumberMatch,
    OtherMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.facts.grammar.named_spans import behind_half
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_RANGE = word_set("to bis à tot a - – — or oder ou of")
_BETWEEN_UNIT = word_set(
    "consecutive full whole more good straight volle ganze weitere knappe consécutives pleines -"
    " volledige hele long working premières premiers primeras primeros eerste"
)
_COUNT_RANGE = word_set("to bis à tot a – -")
_BEFORE_YEARS = word_set("in since seit en depuis sinds desde of im jahr until bis , (")
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
_PER_WEEK = word_set(
    "a per each every / the die pro in der de je jede par la à chaque per elke por cada al ."
)
_EACH_WEEK = word_set("a per each every pro je jede der par chaque per elke por cada la")
"""Words in front of "week" in front of its hours: "in der Woche 38 Stunden"."""
_OF_WORK = ("of work", "arbeit", "de travail", "werk", "de trabajo")
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
_BEFORE_IDS = word_set(
    "port page seite version v nr § §§ art article artikel artículo section abschnitt"
    " chapter kapitel step schritt room raum zimmer iso iec din en rfc norm norme line zeile exit"
    " programma programm kamer pagina página paso puerto number nummer # id level platform gate"
    " bus road route highway"
)
_SHORT_BEFORE_IDS = word_set("no nr art n")
_ID_SIGNS = word_set(". ° º")
"""Behind those: "No. 5", "n° 5"."""
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")


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
    if token.kind == "time" or token.kind == "date":
        return OtherMatch(**_placed(source, index, index + 1), what=token.kind)
    if token.kind != "number":
        return None
    if _is_id(source, index):
        return OtherMatch(**_placed(source, index, index + 1), what="id")
    if _is_on_the_clock(source, index):
        return OtherMatch(**_placed(source, index, index + 2), what="time")
    if token.text.count(".") > 1 and source.number(index) is None:
        return OtherMatch(**_placed(source, index, index + 1), what="version")
    return None


def _is_id(source: Source, index: int) -> bool:
    """Whether a number names one thing: "page 12", "no. 5"."""
    before = source.word(index - 1)
    if before in _ID_SIGNS and source.word(index - 2) in _SHORT_BEFORE_IDS:
        return True
    if before == "en" and source.lexicon.language in ("fr", "nl", "es"):
        return False
    return before in _BEFORE_IDS


def _is_on_the_clock(source: Source, index: int) -> bool:
    behind = source.word(index + 1)
    if behind in ("uhr", "o'clock"):
        return True
    return behind in ("am", "pm") and source.touches(index + 1)


def span_at(source: Source, number: Number) -> SpanMatch | HoursMatch | None:
    """Return the length of time that `number` begins, or the hours of work in a week."""
    high, at = _upper_end(source, number, _RANGE)
    at = source.skip(at, _BETWEEN_UNIT, 2)
    word = source.word(at)
    if word == "wochenstunden":
        return HoursMatch(**_placed(source, number.first, at + 1), hours=number.value, high=high)
    unit = "hour" if word == "arbeitsstunden" else _unit_of(source, word)
    if unit is None:
        return _days_in_a_row(source, number)
    if unit == "quarter" and _is_part_of_a_time(source, number):
        return None
    if word in ("h", "u") and high is None and at != number.last:
        return None
    last = _end_of_weekly(source, number, at + 1) if unit == "hour" else None
    if last is not None:
        return HoursMatch(**_placed(source, number.first, last), hours=number.value, high=high)
    end = behind_half(source, at + 1)
    amount = number.value + (_HALF if end > at + 1 else 0)
    return SpanMatch(**_placed(source, number.first, end), amount=amount, unit=unit, high=high)


def _is_part_of_a_time(source: Source, number: Number) -> bool:
    """Whether quarters are those of an hour or a year: "three hours and three quarters"."""
    joined = source.word(number.first - 1) == "and"
    return joined and source.word(number.first - 2) in source.lexicon.units


_HALF = Decimal("0.5")


def _upper_end(source: Source, number: Number, joins: frozenset[str]) -> tuple[Decimal | None, int]:
    """Return the other end of a range that `number` begins, if there is one, and the index behind
    it.
    """
    upper = source.number(number.last + 1) if source.word(number.last) in joins else None
    if upper and upper.value > number.value:
        return upper.value, upper.last
    return None, number.last


def _unit_of(source: Source, word: str) -> str | None:
    unit = source.lexicon.units.get(word)
    if unit is None and "-" in word:
        return source.lexicon.units.get(word.partition("-")[0])
    return unit


def _end_of_weekly(source: Source, number: Number, index: int) -> int | None:
    """Return the index behind hours of each week, None if they are no such hours: those of "in der
    Woche 38 Stunden" end at `index`.
    """
    work = next((w for w in _OF_WORK if source.words(index, index + 2).startswith(w)), "")
    return _behind_a_week(source, index + len(work.split())) or (
        index if _behind_each_week(source, number.first) else None
    )


def _behind_each_week(source: Source, index: int) -> bool:
    """Whether "each week" or "weekly" stands right in front of `index`."""
    if source.word(index - 1) in _WEEKLY:
        return True
    is_week = source.lexicon.units.get(source.word(index - 1)) == "week"
    return is_week and source.word(index - 2) in _EACH_WEEK


def _behind_a_week(source: Source, index: int) -> int | None:
    """Return the index behind "a week" or "weekly" at `index`, None if neither stands there."""
    if source.word(index) in _WEEKLY:
        return index + 1
    week = source.skip(index, _PER_WEEK, 3)
    is_week = week > index and source.lexicon.units.get(source.word(week)) == "week"
    return week + 1 if is_week else None


def _days_in_a_row(source: Source, number: Number) -> SpanMatch | None:
    if source.word(number.last) not in source.lexicon.weekdays:
        return None
    behind = source.words(number.last + 1, number.last + 4)
    if not (behind.startswith(_IN_A_ROW) or _leads_to_a_day(source, number.last + 1)):
        return None
    return SpanMatch(
        **_placed(source, number.first, number.last + 1), amount=number.value, unit="week"
    )


def _leads_to_a_day(source: Source, index: int) -> bool:
    """Whether "from" and a date stand at `index`: "eight Saturdays from 2 October"."""
    if source.word(index) not in _FROM_DAY:
        return False
    near = source.words(index + 1, index + 6).split()
    return any(word in source.lexicon.months or _DATE.fullmatch(word) for word in near)


_FROM_DAY = word_set("from starting beginning ab seit vom à dès vanaf desde")
_DATE = re.compile(r"[0-3]?[0-9]\.[01]?[0-9]\.(?:20)?[0-9]{0,2}")


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
        if tuple(source.word(number.last + step) for step in range(len(of))) == of:
            whole = _whole_at(source, number.last + len(of), number)
            if whole is None:
                return None
            return FractionMatch(
                **_placed(source, number.first, whole.last), part=number.value, whole=whole.value
            )
    return _one_in_so_many(source, number)


def _one_in_so_many(source: Source, number: Number) -> FractionMatch | None:
    """Return "three in five", said of people or things: both in words, and no time behind them."""
    if source.lexicon.language != "en" or source.word(number.last) != "in" or not number.worded:
        return None
    whole = source.number(number.last + 1)
    if whole is None or not whole.worded or not number.value < whole.value <= _MOST_IN:
        return None
    if source.word(whole.last) in source.lexicon.units:
        return None
    return FractionMatch(
        **_placed(source, number.first, whole.last), part=number.value, whole=whole.value
    )


_MOST_IN = 20


def _whole_at(source: Source, index: int, part: Number) -> Number | None:
    """Return the number at `index` that `part` can be a part of: no year, price or day."""
    at = source.skip(index, _ARTICLES, 2)
    whole = source.number(at)
    if whole is None or (whole.article and not part.article):
        return None
    if whole.value < part.value or whole.value < 2:
        return None
    if not whole.worded and _YEAR.fullmatch(source.tokens[at].text):
        return None
    behind = source.word(whole.last)
    return None if behind in ("%", "€", "$") or behind in source.lexicon.months else whole


def count_at(source: Source, number: Number) -> NumberMatch | OtherMatch | None:
    """Return the number with the noun it counts; a year and a number with letters stuck to it count
    nothing.
    """
    high, after = _upper_end(source, number, frozenset() if number.worded else _COUNT_RANGE)
    if _has_letters_stuck(source, number):
        return OtherMatch(**_placed(source, number.first, number.last + 1), what="id")
    noun, last = noun_after(source, after)
    if _is_year(source, number, noun):
        return OtherMatch(**_placed(source, number.first, number.last), what="year")
    if number.article:
        return None
    return NumberMatch(
        **_placed(source, number.first, last),
        value=number.value,
        noun=noun,
        worded=number.worded,
        high=high,
        measure=noun.lower() in MEASURES,
    )


def _has_letters_stuck(source: Source, number: Number) -> bool:
    """Whether letters that are no measure touch the digits: "4x", "12b"."""
    if number.worded or number.last != number.first + 1 or not source.touches(number.last):
        return False
    is_word = source.tokens[number.last].kind == "word"
    return is_word and source.word(number.last) not in MEASURES


def _is_year(source: Source, number: Number, noun: str) -> bool:
    if number.worded or not _YEAR.fullmatch(source.tokens[number.first].text):
        return False
    return not noun or source.word(number.first - 1) in _BEFORE_YEARS
