"""What kind of product it is, preselected from words; what they do not tell stays open."""

from __future__ import annotations

from artifacts.facts.reading.context import Reading
from artifacts.facts.schema import Traits


def read_traits(reading: Reading) -> Traits:
    return Traits()
