"""Cut a text into words, numbers and signs, with the sentence and clause that each is part of.

One pass with patterns that cannot go back over what they have read: linear in the length of the
text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from typing import Literal

from artifacts.facts.grammar.sets import word_set

TokenKind = Literal["word", "number", "date", "time", "sign"]

_TOKEN = re.compile(
    r"(?P<word>(?:[cdjlmnst]|qu|jusqu|lorsqu)['’](?=[^\W\d_])|[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    r"|(?P<date>(?<![0-9.])(?:[0-9]{1,2}(?P<sep>[./-])[0-9]{1,2}(?P=sep)[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
    r"|(?<![0-9.$€£₹₦¥])(?<![$€£₹₦¥] )(?<!CHF )[0-9]{1,2}\.(?:0?[1-9]|1[0-2])\.(?![0-9]))"
    r"|(?P<time>(?<![0-9:])[0-9]{1,2}(?::|h(?=[0-9]))[0-9]{2}(?![0-9:]))"
    r"|(?P<number>[0-9]{1,3}(?:[ \u00a0\u202f'’][0-9]{3})+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<sign>[^\s\w]|_)",
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
        # Texts that were read are kept, and say the same words over and over.
        word = intern(match.group())
        lower = intern(word.lower().replace("’", "'"))
        tokens.append(Token(kind, word, lower, start, end, spaced))
    _number_sentences(text, tokens, months)
    return tokens


def _number_sentences(text: str, tokens: list[Token], months: frozenset[str]) -> None:
    sentence = clause = 0
    for index, token in enumerate(tokens):
        if index and "\n" in text[tokens[index - 1].end : token.start]:
            sentence += 1
            clause += 1
        token.sentence, token.clause = sentence, clause
        if (
            token.kind == "sign"
            and token.text in ".!?…。"
            and _ends_sentence(tokens, index, months)
        ) or (
            token.kind == "date"
            and token.text.endswith(".")
            and _begins_sentence(tokens, index + 1, months)
        ):
            sentence += 1
            clause += 1
        elif token.kind == "sign" and token.text in _CLAUSE_SIGNS:
            clause += 1


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
