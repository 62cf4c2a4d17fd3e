"""What the rules know of language: quotations, sentences, figures, and the lists they go by.

Linear in their text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from artifacts.checker.number_words import NUMBERS

_QUOTES = re.compile('[“”„"«»]')
_CLOSES = {"“": "”", "”": "", "„": "“”", '"': '"', "«": "»", "»": "«"}
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n]")
WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list that is written down as text."""
    return frozenset(text.split())


NUMBER_VALUES = {name: f"{value:g}" for name, value in NUMBERS.items()}
_ONE = {"a", "an", "ein", "eine", "einen", "einem", "einer", "un", "une", "una", "uno"}

_AT_LEAST = {"mindestens", "wenigstens", "moins", "minstens", "menos"}
_BOTH = {"both", "beide", "beiden", "beides", "ambos", "ambas"}

_ENGLISH = words_of(
    "the of and to is that for with are this can each who has by when which not from be"
)
_GERMAN = words_of(
    "der die das und ist nicht mit ein eine den von zu für auf sich wird werden sind im dem"
)


def plain_digits(text: str) -> str:
    """Return the digits of a number as 0 to 9, without separators, leading zeros and empty
    cents.
    """
    if text[-3:] in (".00", ",00"):
        text = text[:-3]
    return str(int("".join(filter(str.isdecimal, text))))


def number_value(word: str) -> str:
    """Return the digits for a number in digits or in words."""
    return NUMBER_VALUES.get(word.casefold()) or plain_digits(word)


def has_number(text: str) -> bool:
    """Return whether `text` gives a number; an article is none, but in "at least one"."""
    if any(map(str.isnumeric, text)):
        return True
    words = WORD.findall(text.casefold())
    if any(word in _BOTH or (word in NUMBER_VALUES and word not in _ONE) for word in words):
        return True
    return any(before in _AT_LEAST and word in _ONE for before, word in pairwise(words))


def without_quotes(text: str) -> str:
    """Return `text` with blanks in the place of every quotation: what is quoted is somebody else's
    words.

    A quotation mark that is never closed opens nothing.
    """
    last = {mark[0]: mark.start() for mark in _QUOTES.finditer(text)}
    if not last:
        return text
    kept: list[str] = []
    start, closes = 0, ""
    for mark in _QUOTES.finditer(text):
        if not closes and any(last.get(close, 0) > mark.start() for close in _CLOSES[mark[0]]):
            kept.append(text[start : mark.start()])
            start, closes = mark.start(), _CLOSES[mark[0]]
        elif mark[0] in closes:
            kept.append(" " * (mark.end() - start))
            start, closes = mark.end(), ""
    return "".join([*kept, text[start:]])


def without(pattern: re.Pattern[str], words: str) -> str:
    """Return `words`, which have single spaces around, without what `pattern` finds in them."""
    return pattern.sub(" ", words)


def sentence_around(text: str, position: int) -> str:
    """Return about the sentence in which `position` stands; reads no further than it is long."""
    reach = 600
    before = text[max(0, position - reach) : position]
    after = text[position : position + reach]
    return _SENTENCE_END.split(before)[-1] + _SENTENCE_END.split(after)[0]


def language(text: str) -> str:
    """Return "en" or "de" where the small words of `text` leave no doubt, else ""."""
    words = WORD.findall(text.casefold())
    english, german = (
        sum(word in _ENGLISH for word in words),
        sum(word in _GERMAN for word in words),
    )
    if english > 2 * german:
        return "en"
    return "de" if german > 2 * english else ""


def either(phrases: str) -> re.Pattern[str]:
    """Return a pattern for any of the phrases, one to a line; a trailing * stands for any
    ending.
    """
    lines = [line.strip() for line in phrases.strip().splitlines() if line.strip()]
    ends = "|".join(re.escape(line).replace(r"\*", r"\w{0,12}") for line in lines)
    return re.compile(rf"(?<!\w)(?:{ends})(?!\w)", re.IGNORECASE)
