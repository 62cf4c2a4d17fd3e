"""Several counts of one thing in a row: "with 190, 120 and 70 plots"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker.claims import Sentence
from artifacts.facts.grammar.matches import NumberMatch
from artifacts.facts.grammar.sets import word_set

_JOINS = word_set(", and und et en y or oder ou of o")


def enumerations(sentence: Sentence) -> Iterator[tuple[Decimal, ...]]:
    """Yield the numbers of each row that only its last number has a noun for."""
    row: list[NumberMatch] = []
    for number in sentence.each(NumberMatch):
        if row and not _goes_on(sentence, row[-1], number):
            row = []
        row.append(number)
        if number.noun and len(row) > 1:
            yield tuple(each.value for each in row)
            row = []


def _goes_on(sentence: Sentence, before: NumberMatch, number: NumberMatch) -> bool:
    between = sentence.padded(before.last, number.first).split()
    return not before.noun and bool(between) and _JOINS.issuperset(between)
