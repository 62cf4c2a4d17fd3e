"""What the rules know of language: quotations, sentences, figures, and the lists they go by. Linear in their text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from artifacts.coherence.number_words import NUMBERS

_QUOTES = re.compile('[“”„"«»]')
_CLOSES = {"“": "”", "„": "“”", '"': '"', "«": "»", "»": "«"}
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+|[\u00a0\u202f ’']\d{3}(?!\d))*")
_UNIT = re.compile(r"[ \u00a0]?[^\W\d_]+(?![^\W_])")
_CENTS = re.compile(r"[.,](\d{1,2})$")
WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list that is written down as text."""
    return frozenset(text.split())


NUMBER_VALUES = {name: f"{value:g}" for name, value in NUMBERS.items()}
_ZEROS = {
    **dict.fromkeys(("k", " thousand", " tausend"), 3),
    **dict.fromkeys(("m", "mn", "mio", " mn", " mio", " million", " millions", " millionen"), 6),
    **dict.fromkeys(("b", "bn", "mrd", " bn", " mrd", " billion", " billions", " milliarde", " milliarden"), 9),
}
"""What stands for so many zeros behind a figure."""
_UNITS = {"x", "ms", "min", "h", "km", "kg", "mb", "gb", "tb", *_ZEROS}
"""What makes no word of the figure that it is written to, as 3D is one."""
_FACTORS = (4, 5, 7, 12, 30, 52)
"""Weeks of a month, days of a week at work and in full, months of a year, days of a month, weeks of a year."""
_CONVERTED_UP_TO = 4
"""Longer numbers are no spans of time or prices that somebody would convert."""
_ONE = {"a", "an", "ein", "eine", "einen", "einem", "einer", "un", "une", "una", "uno"}

_ENGLISH = words_of("the of and to is that for with are this can each who has by when which not from be")
_GERMAN = words_of("der die das und ist nicht mit ein eine den von zu für auf sich wird werden sind im dem")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits as it stands in a text."""

    text: str
    start: int
    end: int
    unit: str
    """The word behind it, with the space before it where there is one."""

    @property
    def value(self) -> str:
        """The digits alone: 3,000 and 3.000 and 3000 are the same."""
        return plain_digits(self.text)

    @property
    def amount(self) -> str:
        """The digits with all their zeros: 50k is 50,000, and 3.2 billion is 3,200,000,000."""
        cents = _CENTS.search(self.text)
        return self.value + "0" * (_ZEROS.get(self.unit, 0) - (len(cents[1]) if cents else 0))

    @property
    def is_counted(self) -> bool:
        """True where the word behind it is a unit: 50k and 300ms, but not 3D."""
        return self.unit in _UNITS


def figures(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        unit = _UNIT.match(text, match.end())
        yield Figure(match[0], match.start(), match.end(), unit[0].replace("\u00a0", " ").casefold() if unit else "")


def plain_digits(text: str) -> str:
    """Return the digits of a number as 0 to 9, without separators, leading zeros and empty cents."""
    if text[-3:] in (".00", ",00"):
        text = text[:-3]
    digits = "".join(char if char in "0123456789" else str(unicodedata.digit(char, "")) for char in text)
    return digits.lstrip("0") or "0"


def number_value(word: str) -> str:
    """Return the digits for a number in digits or in words, or ""."""
    return plain_digits(word) if word[:1].isdigit() else NUMBER_VALUES.get(word.casefold(), "")


def said_numbers(text: str) -> set[str]:
    """Return every number that `text` gives, in digits or in words."""
    found = {number for figure in figures(text) for number in (figure.value, figure.amount)}
    for match in re.finditer(r"\d+", text):
        found.add(plain_digits(match[0]))
    return found | {NUMBER_VALUES[word] for word in set(WORD.findall(text.casefold())) if word in NUMBER_VALUES}


def converted(numbers: set[str]) -> set[str]:
    """Return what `numbers` come to in other units of time: months in weeks, a month's price in a year's."""
    values = [int(number) for number in numbers if number.isdecimal() and len(number) <= _CONVERTED_UP_TO]
    exact = {str(value * factor) for value in values for factor in _FACTORS}
    return exact | {str(round(value * 52 / 12)) for value in values}


def has_number(text: str) -> bool:
    """Return whether `text` gives a number; an article is none."""
    if any(char.isnumeric() for char in text):
        return True
    return any(word in NUMBER_VALUES and word not in _ONE for word in WORD.findall(text.casefold()))


def without_quotes(text: str) -> str:
    """Return `text` with blanks in the place of every quotation: what is quoted is somebody else's words.

    A quotation mark that is never closed opens nothing.
    """
    last = {mark[0]: mark.start() for mark in _QUOTES.finditer(text)}
    kept: list[str] = []
    start, closes = 0, ""
    for mark in _QUOTES.finditer(text):
        if not closes and any(last.get(close, -1) > mark.start() for close in _CLOSES.get(mark[0], "")):
            kept.append(text[start : mark.start()])
            start, closes = mark.start(), _CLOSES[mark[0]]
        elif mark[0] in closes:
            kept.append(" " * (mark.end() - start))
            start, closes = mark.end(), ""
    return "".join([*kept, text[start:]])


def sentence_around(text: str, position: int) -> str:
    """Return about the sentence in which `position` stands; reads no further than it is long."""
    reach = 600
    before = text[max(0, position - reach) : position]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    end = _SENTENCE_END.search(text, position, position + reach)
    return before[starts[-1] if starts else 0 :] + text[position : end.start() if end else position + reach]


def language(text: str) -> str:
    """Return "en" or "de" where the small words of `text` leave no doubt, else ""."""
    words = WORD.findall(text.casefold())
    english, german = sum(word in _ENGLISH for word in words), sum(word in _GERMAN for word in words)
    if english > 2 * german:
        return "en"
    return "de" if german > 2 * english else ""


def either(phrases: str) -> re.Pattern[str]:
    """Return a pattern for any of the phrases, one to a line; a trailing * stands for any ending."""
    lines = [line.strip() for line in phrases.strip().splitlines() if line.strip()]
    ends = "|".join(re.escape(line).replace(r"\*", r"\w{0,12}") for line in lines)
    return re.compile(rf"(?<!\w)(?:{ends})(?!\w)", re.IGNORECASE)
