"""Counts that follow from what the founder counts: what so many pieces hold, and what a share of a
count comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker.claims import Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import NumberMatch


def contents_counted(known: Knowledge, sentence: Sentence) -> Iterator[Decimal]:
    """Yield what the things that a sentence counts hold, by what the founder says of one."""
    for content, holders in known.contents:
        if holders & sentence.stems:
            yield from (number.value * content for number in sentence.each(NumberMatch))


def is_part_counted(known: Knowledge, sentence: Sentence, value: Decimal) -> bool:
    """Return whether a count is a share of one of the founder's, rounded, and a sentence speaks of
    the same.
    """
    stems = (about for part, about in known.parts_counted if abs(part - value) < 1)
    return any(about & sentence.stems for about in stems)
