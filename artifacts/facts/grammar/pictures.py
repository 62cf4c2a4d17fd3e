"""How many lines a film has, which is written like pence: "1080p"."""

from __future__ import annotations

from artifacts.facts.grammar.figures import Number
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_LINES = frozenset((360, 480, 720, 1080, 1440, 2160))
_SHOWN = word_set(
    "film films video videos screen screens camera cameras resolution streamed stream footage"
    " monitor display bildschirm auflösung kamera"
)
_WITHIN = 12
"""Tokens on either side of a number by which it is of a film."""


def counts_lines(source: Source, index: int, number: Number) -> bool:
    """Return whether a number in front of the "p" at `index` is the lines of a film that its
    sentence speaks of.
    """
    near = range(index - _WITHIN, index + _WITHIN)
    return number.value in _LINES and any(
        source.word(at) in _SHOWN and source.sentence(at) == source.sentence(index) for at in near
    )
