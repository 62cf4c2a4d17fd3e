"""Days, months with a year, ranges of days and weeks of a year."""

from __future__ import annotations

import re
from calendar import monthcalendar
from collections.abc import Sequence
from datetime import date

from artifacts.facts.grammar.matches import (
    DateMatch,
    DateRangeMatch,
    Match,
    MonthEdge,
    WeekOfYearMatch,
)
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ORDINALS = word_set("st nd rd th er e de")
_BEFORE_YEAR = frozenset((",", "de", "del", "of"))
NTH = {
    **dict.fromkeys(word_set("first ersten erster erste premier eerste primer"), 0),
    **dict.fromkeys(word_set("second zweiten zweiter zweite deuxième second tweede segundo"), 1),
    **dict.fromkeys(word_set("third dritten dritter dritte troisième derde tercer"), 2),
    **dict.fromkeys(word_set("fourth vierten vierter vierte quatrième vierde cuarto"), 3),
    **dict.fromkeys(word_set("last letzten letzter letzte dernier laatste último"), -1),
}
_OF_MONTH = word_set("in of im des de d' du van del the")
EDGES: dict[str, MonthEdge] = {
    **dict.fromkeys(
        word_set("early anfang début debut begin principios beginning start inicios"), "begin"
    ),
    **dict.fromkeys(word_set("mid mitte mi- mi half medio mediados middle mid-"), "middle"),
    **dict.fromkeys(word_set("late end ende fin eind finales einde fines"), "end"),
}
_WEEKS: dict[str, MonthEdge] = {
    **dict.fromkeys(word_set("first erste ersten première eerste primera"), "first week"),
    **dict.fromkeys(word_set("second zweite zweiten deuxième tweede segunda"), "second week"),
    **dict.fromkeys(word_set("third dritte dritten troisième derde tercera"), "third week"),
    **dict.fromkeys(word_set("last letzte letzten dernière laatste última"), "last week"),
}
_ONE_WEEK = ("week", "woche", "semaine", "semana")
WEEK_WORDS = ("kw", "kalenderwoche", "week", "semaine")
_BETWEEN_EDGE = word_set("of the de von del d' du")
_BETWEEN_WEEK = _BETWEEN_EDGE | word_set("in im")
RANGE_JOINS = word_set(
    "to until till through and bis zum und à au jusqu' jusqu'au et tot en t m hasta al y a el le"
    " the dem den - – — on met"
)
_DAY_ARTICLES = word_set("the dem den le el")
_SINGLE_MONTH_BEFORE = word_set(
    "in of until by till before since from to for mid early late through end im bis ab seit ende"
    " anfang mitte en de d' fin début avant depuis jusqu'en vanaf van met tot in eind begin and und"
    " von vom des zwischen between entre desde hasta"
)


def date_at(source: Source, index: int) -> DateMatch | WeekOfYearMatch | None:
    """Return the day, the month or the week of a year that begins at token `index`."""
    token = source.tokens[index]
    if token.kind == "date":
        return _numeric(source, index)
    if token.kind == "number":
        return _day_first(source, index)
    if token.kind != "word":
        return None
    return (
        _week(source, index)
        or _month_first(source, index)
        or _nth_weekday(source, index)
        or _edge(source, index)
    )


def _made(
    source: Source,
    first: int,
    last: int,
    *,
    year: int | None,
    month: int,
    day: int | None,
    edge: MonthEdge = "",
) -> DateMatch | None:
    if day is not None:
        try:
            date(year or 2024, month, day)
        except ValueError:
            return None
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    return DateMatch(
        start=start, end=end, first=first, last=last, year=year, month=month, day=day, edge=edge
    )


def _numeric(source: Source, index: int) -> DateMatch | None:
    parts = _day_month_year(source.tokens[index].text, source.lexicon.language)
    if parts is None:
        return None
    day, month, year = parts
    if not 1 <= month <= 12 or (year is not None and not 1900 <= year <= 2200):
        return None
    return _made(source, index, index + 1, year=year, month=month, day=day)


def _day_month_year(text: str, language: str) -> tuple[int, int, int | None] | None:
    """Return the numbers of a date as their language orders them; None if it leaves two readings
    or wants a year.
    """
    parts = [int(part) for part in re.split(r"[./-]", text) if part]
    if len(parts) == 2:
        day, month = parts
        return (day, month, None) if language == "de" else None
    if len(text.split("-", 1)[0]) == 4:
        year, month, day = parts
        return day, month, year
    day, month, year = parts
    year += 2000 if year < 100 else 0
    if "." in text or language != "en" or day == month:
        return day, month, year
    if max(day, month) <= 12:
        return None
    return (month, day, year) if month > 12 else (day, month, year)


def _month(source: Source, index: int) -> int | None:
    """Return the month named at `index`; English and German write it with a capital."""
    if not source.is_word(index):
        return None
    token = source.tokens[index]
    if source.lexicon.language in ("en", "de") and not token.text[0].isupper():
        return None
    return source.lexicon.months.get(token.lower)


def _year(source: Source, index: int) -> tuple[int | None, int]:
    at = source.skip(index, _BEFORE_YEAR, 1)
    if (
        at < len(source.tokens)
        and source.tokens[at].kind == "number"
        and _YEAR.fullmatch(source.tokens[at].text)
    ):
        return int(source.tokens[at].text), at + 1
    return None, index


def _day(source: Source, index: int) -> tuple[int, int] | None:
    """Return a day of the month at `index` and the index behind it and its ordinal ending."""
    if index >= len(source.tokens) or source.tokens[index].kind != "number":
        return None
    text = source.tokens[index].text
    if not (text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31):
        return None
    last = index + 1
    if (source.word(last) in _ORDINALS or source.word(last) in (".", "º")) and source.touches(last):
        last += 1
    return int(text), last


def _day_first(source: Source, index: int) -> DateMatch | None:
    found = _day(source, index)
    if found is None:
        return None
    day, last = found
    last = source.skip(last, ("of", "de", "the"), 2)
    month = _month(source, last)
    if month is None:
        return None
    if (
        source.lexicon.language == "en"
        and source.tokens[last].lower in ("may", "march")
        and not source.tokens[last].spaced
    ):
        return None
    year, end = _year(source, _after_dot(source, last + 1))
    return _made(source, index, end if year else last + 1, year=year, month=month, day=day)


def _after_dot(source: Source, index: int) -> int:
    """Return the index behind the dot of an abbreviated month, where a year follows it."""
    if source.word(index) == "." and source.touches(index) and _year(source, index + 1)[0]:
        return index + 1
    return index


def _month_first(source: Source, index: int) -> DateMatch | None:
    month = _month(source, index)
    if month is None:
        return None
    found = _day(source, source.skip(index + 1, ("the", "."), 1))
    if found and source.lexicon.language == "en":
        day, last = found
        year, end = _year(source, last)
        return _made(source, index, end if year else last, year=year, month=month, day=day)
    year, end = _year(source, _after_dot(source, index + 1))
    is_in_time = source.word(index - 1) in _SINGLE_MONTH_BEFORE
    if year is None and not (is_in_time or _is_of_season(source, index)):
        return None
    full = len(source.tokens[index].text) > 3 or source.tokens[index].lower in ("may", "mai", "mei")
    return _made(source, index, end, year=year, month=month, day=None) if year or full else None


def _is_of_season(source: Source, index: int) -> bool:
    """Whether the month at `index` begins or ends a season: "April to October"."""
    is_begin = source.word(index + 1) in _TO and _month(source, index + 2) is not None
    return is_begin or (source.word(index - 1) in _TO and _month(source, index - 2) is not None)


_TO = word_set("to until till through bis à tot hasta a – -")


def _nth_weekday(source: Source, index: int) -> DateMatch | None:
    """Read "the first Saturday in September 2027", the last one too; without a year it is no
    day.
    """
    place = NTH.get(source.word(index))
    weekday = source.lexicon.weekdays.get(source.word(index + 1))
    if place is None or weekday is None:
        return None
    at = source.skip(index + 2, _OF_MONTH, 2)
    month = _month(source, at)
    year, end = _year(source, at + 1) if month else (None, at)
    if month is None or year is None:
        return None
    days = [day for week in monthcalendar(year, month) if (day := week[weekday])]
    return _made(source, index, end, year=year, month=month, day=days[place])


def _edge(source: Source, index: int) -> DateMatch | None:
    """Read "end of April", "Mitte Mai", "mid-March", "last week of May"."""
    word = source.word(index)
    if "-" in word and source.lexicon.language in ("en", "fr", "nl"):
        part, _, name = word.partition("-")
        month = source.lexicon.months.get(name)
        if part in EDGES and month:
            year, end = _year(source, index + 1)
            return _made(source, index, end, year=year, month=month, day=None, edge=EDGES[part])
    edge: MonthEdge = EDGES.get(word, "")
    between = _BETWEEN_EDGE
    if word in _WEEKS and source.word(index + 1) in _ONE_WEEK:
        edge, index_of, between = _WEEKS[word], index + 2, _BETWEEN_WEEK
    elif word == "last" and source.word(index + 1) == "day":
        edge, index_of = "end", index + 2
    else:
        index_of = index + 1
    if not edge:
        return None
    at = source.skip(index_of, between, 2)
    month = _month(source, at)
    if month is None:
        return None
    year, end = _year(source, at + 1)
    return _made(source, index, end, year=year, month=month, day=None, edge=edge)


def _week(source: Source, index: int) -> WeekOfYearMatch | None:
    if source.word(index) not in WEEK_WORDS:
        return None
    number = source.number(index + 1)
    if number is None or number.worded or not 1 <= number.value <= 53:
        return None
    at = source.skip(number.last, ("of", "/", "de", "van"), 1)
    year, end = _year(source, at)
    if source.word(index) in ("week", "semaine") and year is None:
        return None
    tokens = source.tokens
    last = end if year else number.last
    return WeekOfYearMatch(
        start=tokens[index].start,
        end=tokens[last - 1].end,
        first=index,
        last=last,
        week=int(number.value),
        year=year,
    )


def join_ranges(source: Source, matches: Sequence[Match]) -> list[Match]:
    """Return `matches` with each pair of days that are the two ends of one stretch made into a
    range.
    """
    joined: list[Match] = []
    for match in matches:
        before = joined[-1] if joined else None
        if (
            isinstance(match, DateMatch)
            and isinstance(before, DateMatch)
            and _is_range(source, before, match)
        ):
            begin, end = before, match
            if begin.year is None and end.year is not None:
                year = (
                    end.year - 1
                    if (begin.month, begin.day or 1) > (end.month, end.day or 31)
                    else end.year
                )
                begin = DateMatch(
                    start=begin.start,
                    end=begin.end,
                    first=begin.first,
                    last=begin.last,
                    year=year,
                    month=begin.month,
                    day=begin.day,
                    edge=begin.edge,
                )
            joined[-1] = DateRangeMatch(
                start=begin.start,
                end=end.end,
                first=begin.first,
                last=end.last,
                begin=begin,
                end_date=end,
            )
        else:
            joined.append(match)
    return joined


def _is_range(source: Source, before: DateMatch, after: DateMatch) -> bool:
    between = source.tokens[before.last : after.first]
    if not between or len(between) > 3 or between[0].sentence != source.sentence(before.first):
        return False
    if any(token.lower not in RANGE_JOINS for token in between):
        return False
    if between[0].lower in ("and", "und", "et", "en", "y"):
        lead = source.word(source.back(before.first - 1, _DAY_ARTICLES, 1))
        return lead in ("between", "zwischen", "entre", "tussen")
    return between[0].lower in RANGE_JOINS
