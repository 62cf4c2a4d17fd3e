"""Find all typed values in a text, each character at most once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from artifacts.facts.grammar import currencies, dates, platforms
from artifacts.facts.grammar.dates import date_at, join_ranges
from artifacts.facts.grammar.figures import Number, begins_number, joined_number
from artifacts.facts.grammar.laws import laws_in
from artifacts.facts.grammar.lexicon import lexicon
from artifacts.facts.grammar.matches import Match
from artifacts.facts.grammar.money import begins_note, counted_money_at, money_at, names_currency
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
        match: Match | None = laws.get(index) if laws else None
        if match is None:
            for find in _recognisers(token.text, token.kind, language):
                if match := find(found_in, index):
                    break
        if match is not None:
            matches.append(match)
            behind = match.last
    return join_ranges(found_in, matches)


_Recogniser = Callable[[Source, int], Match | None]


@lru_cache(maxsize=8_192)
def _recognisers(text: str, kind: TokenKind, language: str) -> tuple[_Recogniser, ...]:
    """Return what may find a value that begins with a token, in the order in which it is tried:
    nothing for most words.
    """
    if kind == "sign":
        return (money_at,) if text in currencies.SIGNS or text == "$" else ()
    if kind in ("time", "date"):
        return date_at, other_at
    if kind == "number":
        return date_at, counted_money_at, _figure_at
    word = text.lower().replace("’", "'")
    if not _can_begin_value(word, language):
        return tuple(_by_its_capital(text, word))
    return tuple(_by_its_word(text, word, language))


def _by_its_capital(text: str, word: str) -> Iterator[_Recogniser]:
    """Yield what can begin with any word that has a capital: an amount behind the letters of its
    currency, and a place.
    """
    if not text[0].islower():
        if names_currency(text, word):
            yield _money_behind_letters
        yield place_at


def _by_its_word(text: str, word: str, language: str) -> Iterator[_Recogniser]:
    """Yield what can begin with one of the words that values of a language begin with."""
    is_number = begins_number(word, language)
    if word in _first_words_of_dates(language):
        yield date_at
    if names_currency(text, word):
        yield money_at
    elif is_number or begins_note(word):
        yield counted_money_at
    if word in first_words(language):
        yield named_span_at
    if is_number:
        yield _figure_or_name_at
        return
    if word in HALF[language]:
        yield _half_at
    if platforms.can_begin(word):
        yield platform_at
    yield place_at


@cache
def _first_words_of_dates(language: str) -> frozenset[str]:
    months = lexicon(language).months
    edged = {f"{edge}-{month}" for edge in dates.EDGES for month in months}
    fixed = {*dates.EDGES, *dates.NTH, *dates.WEEK_WORDS, "last", "first"}
    return frozenset(edged | fixed | set(months))


@cache
def _starters(language: str) -> frozenset[str]:
    """Return the words that something can begin with, whatever their first letter."""
    return frozenset(
        {phrase.partition(" ")[0] for phrase in lexicon(language).numbers}
        | _first_words_of_dates(language)
        | set(platforms.FIRST_WORDS)
        | platforms.NONE_OF
        | set(HALF[language])
        | first_words(language)
        | set(currencies.NOTES)
        | {"kr"}
    )


def _figure_at(found_in: Source, index: int) -> Match | None:
    number = found_in.number(index)
    if value := share_at(found_in, index, number) or other_at(found_in, index):
        return value
    return _counted_by(found_in, number) if number else None


def _half_at(found_in: Source, index: int) -> Match | None:
    return share_at(found_in, index, None)


def _figure_or_name_at(found_in: Source, index: int) -> Match | None:
    """Return what a word that may be a number counts, else the platform or place that it names."""
    number = found_in.number(index)
    if value := share_at(found_in, index, number):
        return value
    if number:
        return _counted_by(found_in, number)
    return platform_at(found_in, index) or place_at(found_in, index)


def _counted_by(found_in: Source, number: Number) -> Match | None:
    return fraction_at(found_in, number) or span_at(found_in, number) or count_at(found_in, number)


def _can_begin_value(word: str, language: str) -> bool:
    """Whether something can begin with a word, whatever its first letter."""
    return word in _starters(language) or joined_number(word, lexicon(language)) is not None


def _money_behind_letters(found_in: Source, index: int) -> Match | None:
    return None if found_in.is_word(index + 1) else money_at(found_in, index)
