"""Lengths of time that have a name of their own, "half a year", and halves behind a unit, "a year
and a half".
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from artifacts.facts.grammar.matches import SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_NAMES = {
    "en": {
        "half a year": (6, "month"),
        "half year": (6, "month"),
        "half an hour": (30, "minute"),
        "half hour": (30, "minute"),
        "half-hour": (30, "minute"),
        "fortnight": (2, "week"),
    },
    "de": {
        "halbjahr": (6, "month"),
        "halbes jahr": (6, "month"),
        "vierteljahr": (3, "month"),
        "halbe stunde": (30, "minute"),
        "halben stunde": (30, "minute"),
        "viertelstunde": (15, "minute"),
    },
    "fr": {"semestre": (6, "month"), "demi-heure": (30, "minute"), "quinzaine": (2, "week")},
    "nl": {
        "half jaar": (6, "month"),
        "halfjaar": (6, "month"),
        "half uur": (30, "minute"),
        "kwartier": (15, "minute"),
    },
    "es": {
        "medio año": (6, "month"),
        "semestre": (6, "month"),
        "media hora": (30, "minute"),
        "quincena": (2, "week"),
    },
}
_LONGEST = 3
_HALF_MORE = {
    "en": (("and", "a", "half"),),
    "fr": (("et", "demi"), ("et", "demie")),
    "nl": (("en", "een", "half"),),
    "es": (("y", "medio"), ("y", "media")),
}
_HOW_OFTEN = word_set("every each per pro je jede jedes jeden chaque par elk elke per cada por al")


@cache
def first_words(language: str) -> frozenset[str]:
    """Return the words that such a name can begin with."""
    return frozenset({name.split(" ")[0] for name in _NAMES[language]})


def named_span_at(source: Source, index: int) -> SpanMatch | None:
    """Return the length of time named at token `index`, None if that says how often: "every
    fortnight".
    """
    language = source.lexicon.language
    if source.word(index) not in first_words(language) or source.word(index - 1) in _HOW_OFTEN:
        return None
    names = _NAMES[language]
    for length in range(_LONGEST, 0, -1):
        words = (source.word(at) for at in range(index, index + length))
        if named := names.get(" ".join(words)):
            tokens, last = source.tokens, index + length
            return SpanMatch(
                start=tokens[index].start,
                end=tokens[last - 1].end,
                first=index,
                last=last,
                amount=Decimal(named[0]),
                unit=named[1],
            )
    return None


def behind_half(source: Source, index: int) -> int:
    """Return the index behind "and a half" at token `index`, `index` if that stands elsewhere."""
    for half in _HALF_MORE.get(source.lexicon.language, ()):
        if tuple(source.word(at) for at in range(index, index + len(half))) == half:
            return index + len(half)
    return index
