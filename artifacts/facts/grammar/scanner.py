"""Find all typed values in a text, each character at most once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from artifacts.facts.grammar import currencies, dates, platforms
from artifacts.facts.grammar.dates import date_at, join_ranges
from artifacts.facts.grammar.figures import Number, joined_number
from artifacts.facts.grammar.laws import laws_in
from artifacts.facts.grammar.lexicon import lexicon
from artifacts.facts.grammar.matches import Match
from artifacts.facts.grammar.money import money_at
from artifacts.facts.grammar.named_spans import first_words, named_span_at
from artifacts.facts.grammar.places import place_at
from artifacts.facts.grammar.platforms import platform_at
from artifacts.facts.grammar.source import Source, source
from artifacts.facts.grammar.spans import HALF, count_at, fraction_at, other_at, share_at, span_at
from artifacts.facts.grammar.tokens import TokenKind


def scan(text: str, language: str, *, home: str = "") -> list[Match]:
    """Return the typed values of `text` in order, without overlaps.

    `language` is one of en, de, fr, nl and es; other texts are read by the tables of English.
    `home` is the currency that people pay in (ISO 4217): it settles "$", "pesos" and "cents".
    """
    return scan_source(source(text, language, home))


def scan_source(found_in: Source) -> list[Match]:
    """Return what `scan` does, for a text that is cut into tokens already."""
    laws = {law.first: law for law in laws_in(found_in)}
    language = found_in.lexicon.language
    matches: list[Match] = []
    behind = 0
    for index, token in enumerate(found_in.tokens):
        if index < behind:
            continue
        match: Match | None = laws.get(index)
        if match is None and (find := _recogniser(token.text, token.kind, language)):
            match = find(found_in, index)
        if match is not None:
            matches.append(match)
            behind = match.last
    return join_ranges(found_in, matches)


@cache
def _starters(language: str) -> frozenset[str]:
    """Return the words that something can begin with, whatever their first letter."""
    tables = lexicon(language)
    edged = {f"{edge}-{month}" for edge in dates.EDGES for month in tables.months}
    numbers = {phrase.split(" ", 1)[0] for phrase in tables.numbers}
    return frozenset(
        numbers
        | edged
        | set(tables.months)
        | set(dates.EDGES)
        | set(dates.NTH)
        | set(dates.WEEK_WORDS)
        | set(platforms.FIRST_WORDS)
        | platforms.NONE_OF
        | set(HALF[tables.language])
        | first_words(tables.language)
        | set(currencies.NOTES)
        | {"last", "first", "kr"}
    )


_Recogniser = Callable[[Source, int], Match | None]


@lru_cache(maxsize=8_192)
def _recogniser(text: str, kind: TokenKind, language: str) -> _Recogniser | None:
    """Return what finds a value that begins with a token; None for most, with which none can
    begin.
    """
    if kind == "sign":
        return _value_at if text in currencies.SIGNS or text == "$" else None
    if kind in ("time", "date"):
        return _date_or_time_at
    word = text.lower().replace("’", "'")
    if kind != "word" or _can_begin_value(word, language):
        return _value_at
    return None if text[0].islower() else _by_its_capital


def _date_or_time_at(found_in: Source, index: int) -> Match | None:
    return date_at(found_in, index) or money_at(found_in, index) or other_at(found_in, index)


def _value_at(found_in: Source, index: int) -> Match | None:
    return (
        date_at(found_in, index)
        or money_at(found_in, index)
        or named_span_at(found_in, index)
        or _figure_or_name_at(found_in, index)
    )


def _figure_or_name_at(found_in: Source, index: int) -> Match | None:
    number = found_in.number(index)
    if value := share_at(found_in, index, number) or other_at(found_in, index):
        return value
    if number:
        return _counted_by(found_in, number)
    if not found_in.is_word(index):
        return None
    return platform_at(found_in, index) or place_at(found_in, index)


def _counted_by(found_in: Source, number: Number) -> Match | None:
    return fraction_at(found_in, number) or span_at(found_in, number) or count_at(found_in, number)


def _can_begin_value(word: str, language: str) -> bool:
    """Whether something can begin with a word, whatever its first letter."""
    return word in _starters(language) or joined_number(word, lexicon(language)) is not None


def _by_its_capital(found_in: Source, index: int) -> Match | None:
    """Return what can begin with any word that has a capital: a place, and an amount behind the
    letters of its currency.
    """
    money = None if found_in.is_word(index + 1) else money_at(found_in, index)
    return money or place_at(found_in, index)
