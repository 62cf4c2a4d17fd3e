"""The clauses of an answer about how far it is."""

from __future__ import annotations

from itertools import pairwise

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told
from artifacts.facts.reading.stage_tells import ONE_CLAUSE
from artifacts.facts.reading.stage_words import SURE_NEGATIONS


def limited(first: int, last: int) -> tuple[int, int]:
    """Return as much of a clause as is looked at."""
    return first, min(last, first + ONE_CLAUSE)


_BUTS = ("but", "aber", "mais", "maar", "pero")
_TURNS = word_set(
    "took did do does would never wanted asked wants want hopes will möchte möchten wollen veut"
    " veulent wil willen quiere quieren"
)
_ANDS = ("and", "und", "et", "en", "y")


def parts_of(told: Told, first: int, last: int) -> list[tuple[int, int]]:
    """Split a sentence at its commas and semicolons, because "three asked, nobody has paid" says
    two things.
    """
    cuts = [first]
    for index in range(first, last):
        token = told.source.tokens[index]
        behind = told.source.word(index + 1)
        joins = token.lower in _ANDS and (
            behind in SURE_NEGATIONS | _TURNS or told.source.word(index + 2) in SURE_NEGATIONS
        )
        if token.text in ",;:" or token.lower in _BUTS or joins:
            cuts.append(index + 1)
    cuts.append(last)
    return [(start, end) for start, end in pairwise(cuts) if end > start]
