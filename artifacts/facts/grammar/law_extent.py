"""How far the name of a law reaches behind its last word: its number, its year, where it holds."""

from __future__ import annotations

import re

from artifacts.facts.grammar.source import Source

Extent = tuple[int, int]
"""The first character of a name and the one behind its last."""

_NUMBERED = re.compile(
    r"\s?(?:\((?:EC|EU|EG|CE|UE|EEC)\)\s)?(?:(?:No|Nr|n°|nº)\.?\s)?[0-9]{2,4}/[0-9]{1,4}(?:/[A-Z]{2,3})?"
)
YEAR = re.compile(r",?\s(?:19|20)[0-9]{2}(?![0-9])")
_COUNTRY = re.compile(r"\s\((?:Northern Ireland|(?:[A-Z][a-z]+ and )?[A-Z][a-z]+)\)")
"""Where a law holds, between its name and its year."""


def extended(source: Source, end: int) -> int:
    """Return `end` behind the number or the year that follows a law's name, and where it holds."""
    if country := _COUNTRY.match(source.text, end):
        end = country.end()
    for pattern in (_NUMBERED, YEAR):
        if found := pattern.match(source.text, end):
            return found.end()
    return end
