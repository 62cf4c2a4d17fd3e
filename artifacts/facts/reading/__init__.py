"""Read the fact sheet from a founder's words, without a model and without a network.

Importing this costs nothing: the reader, a hundred modules of words and patterns, is loaded when
something is first read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from artifacts.facts.schema import Facts

__all__ = ["read_facts"]


def read_facts(texts: Mapping[str, str], *, today: date) -> Facts:
    """Return what `texts` say, by the key of the answer ("idea" for the idea).

    `today` gives a year to dates that were told without one. What the words leave in doubt stays
    open.
    """
    from artifacts.facts.reading.whole_sheet import read_sheet

    return read_sheet(texts, today=today)
