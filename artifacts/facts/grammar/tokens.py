"""Cut a text into words, numbers and signs, with the sentence and clause that each is part of.

One pass with patterns that cannot go back over what they have read: linear in the length of the
text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Literal

from artifacts.facts.grammar.sets import word_set

TokenKind = Literal["word", "number", "date", "time", "sign"]

_TOKEN = re.compile(
    # Between two words nothing else is tried, and what begins with a digit only at one: most of a
    # text are words and spaces.
    r"(?!\s)(?:"
    r"(?P<word>(?:[cdjlmnst]|qu|jusqu|lorsqu)['’](?=[^\W\d_])|[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    r"|(?=[0-9])(?:"
    r"(?P<date>(?<![0-9.])(?:[0-9]{1,2}(?P<sep>[./-])[0-9]{1,2}(?P=sep)[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
    r"|(?<![0-9.$€£₹₦¥])(?<![$€£₹₦¥] )(?<!CHF )[0-9]{1,2}\.(?:0?[1-9]|1[0-2])\.(?![0-9]))"
    r"|(?P<time>(?<![0-9:])[0-9]{1,2}(?::|h(?=[0-9]))[0-9]{2}(?![0-9:]))"
    r"|(?P<number>[0-9]{1,3}(?:[ \u00a0\u202f'’][0-9]{3})+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]+(?:[.,][0-9]+)*))"
    r"|(?P<sign>[^\s\w]|_))",
    re.IGNORECASE,
)
_SPACE = frozenset(" \t\n\r\u00a0\u202f\u2009")
_ABBREVIATIONS = word_set(
    "st mr mrs ms dr prof ca bzw nr no art fr max min approx inkl incl evtl ggf usw etc vs abs inc"
    " ltd co bijv o.a. mio mrd tsd env m mme p zb str bspw vgl sog u z d h i e g a b jan feb apr"
    " aug sep sept okt oct nov dez dec"
)
_CLAUSE_SIGNS = frozenset(";:")


@dataclass(slots=True)
class Token:
    kind: TokenKind
    text: str
    lower: str
    start: int
    end: int
    spaced: bool
    """Whether white space, or nothing, comes before it."""
    sentence: int = 0
    clause: int = 0
    """The part of the sentence between semicolons and colons."""


def tokenize(text: str, months: frozenset[str] = frozenset()) -> list[Token]:
    """Return the tokens of `text`.

    `months` are lower-case words after which "1." is a day and no end of a sentence.
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        kind: TokenKind = match.lastgroup or "sign"  # type: ignore[assignment]
        start, end = match.span()
        spaced = start == 0 or text[start - 1] in _SPACE
        word, lower = _in_both_cases(match.group())
        tokens.append(Token(kind, word, lower, start, end, spaced))
    _number_sentences(text, tokens, months)
    return tokens


@lru_cache(maxsize=16_384)
def _in_both_cases(word: str) -> tuple[str, str]:
    """Return a word as it is and in lower case, each the same object wherever it is said: texts
    that were read are kept, and say the same words over and over.
    """
    return intern(word), intern(word.lower().replace("’", "'"))


def _number_sentences(text: str, tokens: list[Token], months: frozenset[str]) -> None:
    sentence = clause = 0
    has_lines = "\n" in text
    for index, token in enumerate(tokens):
        if has_lines and index and "\n" in text[tokens[index - 1].end : token.start]:
            sentence += 1
            clause += 1
        token.sentence, token.clause = sentence, clause
        if token.kind in _END_NOTHING:
            continue
        if _is_end(tokens, index, months):
            sentence += 1
            clause += 1
        elif token.text in _CLAUSE_SIGNS:
            clause += 1


_END_NOTHING = frozenset(("word", "number", "time"))


def _is_end(tokens: Sequence[Token], index: int, months: frozenset[str]) -> bool:
    """Whether a sign, or a date with its full stop, ends a sentence."""
    token = tokens[index]
    if token.kind == "date":
        return token.text.endswith(".") and _begins_sentence(tokens, index + 1, months)
    return token.text in ".!?…。" and _ends_sentence(tokens, index, months)


def _ends_sentence(tokens: Sequence[Token], index: int, months: frozenset[str]) -> bool:
    token = tokens[index]
    if token.text != ".":
        return True
    if not index:
        return False
    before = tokens[index - 1]
    if token.spaced:
        return True
    if before.kind == "word" and (before.lower in _ABBREVIATIONS):
        return index + 1 == len(tokens)
    return _begins_sentence(tokens, index + 1, months)


def _begins_sentence(tokens: Sequence[Token], index: int, months: frozenset[str]) -> bool:
    if index >= len(tokens):
        return True
    after = tokens[index]
    if not after.spaced:
        return after.text in "\"'”“»)"
    if after.kind == "word":
        is_ordinal = after.lower in _NUMBERED and _is_number(tokens, index - 2)
        return after.lower not in months and not after.text[0].islower() and not is_ordinal
    return True


def _is_number(tokens: Sequence[Token], index: int) -> bool:
    return index >= 0 and tokens[index].text.isdigit()


_NUMBERED = word_set(
    "woche monat tag jahr quartal mal montag dienstag mittwoch donnerstag freitag samstag sonnabend"
    " sonntag termin stunde saison besuch abend"
)
"""German nouns that are counted by ordinals: "in der 41. Woche", "der 14. Sonntag"."""
