"""The words of each language that carry numbers, months, units of time and currencies: Babel's
tables and ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product

from babel import Locale

from artifacts.facts.grammar import words

LANGUAGES = ("en", "de", "fr", "nl", "es")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language, by lower-case word or by words joined with single spaces."""

    language: str
    numbers: dict[str, Decimal]
    articles: frozenset[str]
    """Words that are also the number one."""
    multipliers: dict[str, Decimal]
    months: dict[str, int]
    units: dict[str, str]
    weekdays: dict[str, int]
    """The days of the week by name, singular and plural; Monday is 0."""
    decimal: str
    group: str


def pick(language: str) -> str:
    """Return `language` where we have tables for it, else English."""
    return language if language in LANGUAGES else "en"


@cache
def lexicon(language: str) -> Lexicon:
    """Return the tables of `language`, those of English for a language that we do not know."""
    language = pick(language)
    locale = Locale(language)
    months: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in locale.months["format"][width].items():
            months[name.lower().rstrip(".")] = number
    months |= words.MONTHS.get(language, {})
    for name in words.NOT_MONTHS.get(language, "").split():
        months.pop(name, None)
    days = {name.lower(): number for number, name in locale.days["format"]["wide"].items()}
    endings = words.WEEKDAY_ENDINGS[language]
    return Lexicon(
        language=language,
        numbers=_numbers(language),
        articles=frozenset(words.ARTICLES[language].split()),
        multipliers={word: Decimal(value) for word, value in words.MULTIPLIERS[language].items()},
        months=months,
        units={
            form: unit for unit, forms in words.UNITS[language].items() for form in forms.split()
        },
        weekdays={day + ending: days[day] for day, ending in product(days, endings)},
        decimal="." if language == "en" else ",",
        group="," if language == "en" else ".",
    )


def _joined(table: dict[str, float], hundred: str, thousand: str) -> dict[str, float]:
    """Return the numbers that are one word with "hundred" or "thousand": "zwölftausend"."""
    small = {word: value for word, value in table.items() if 2 <= value <= 99 and " " not in word}
    whole = {word: value for word, value in small.items() if value == int(value)}
    hundreds = {word + hundred: value * 100 for word, value in whole.items()}
    return hundreds | {
        word + thousand: value * 1000 for word, value in (whole | hundreds).items() if value < 1000
    }


def _by_scores(units: list[str]) -> dict[str, float]:
    """Return the French numbers that are counted from sixty and from eighty: "soixante-douze"."""
    table: dict[str, float] = {}
    for more, unit in enumerate(units[1:], start=1):
        table[f"quatre-vingt-{unit}"] = 80 + more
        if more >= 10:
            table[f"soixante-{unit}"] = 60 + more
    return table


def _tens(language: str) -> dict[str, float]:
    tens = enumerate(words.TENS[language].split(), start=1)
    return {word: 10 * value for value, word in tens if word != "-"}


def _numbers(language: str) -> dict[str, Decimal]:
    units = words.ONES[language].split()
    table: dict[str, float] = {word: value for value, word in enumerate(units) if word != "-"}
    tens = _tens(language)
    table |= tens
    for (ten, value), one in product(tens.items(), range(1, 10)):
        if value >= 20:
            for form in words.COMPOUNDS[language](ten, units[one], one):
                table[form] = value + one
    table |= words.MORE_NUMBERS[language]
    if language == "de":  # Switzerland writes no "ß"
        table |= {word.replace("ß", "ss"): value for word, value in table.items() if "ß" in word}
    if language == "fr":
        table |= _by_scores(units)
    if language in words.JOINED:
        table |= _joined(table, *words.JOINED[language])
    return {word: Decimal(str(value)) for word, value in table.items()}
