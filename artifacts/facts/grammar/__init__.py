"""Typed values in any text: money, dates, spans, counts, places, laws, platforms.

No Django, no model, no network.

Importing this costs little: the scanner and its tables are loaded when a text is first scanned.
"""

from __future__ import annotations

from artifacts.facts.grammar.matches import (
    DateMatch,
    DateRangeMatch,
    FractionMatch,
    HoursMatch,
    LawMatch,
    Match,
    MoneyMatch,
    NumberMatch,
    OtherMatch,
    PlaceMatch,
    PlatformMatch,
    ShareMatch,
    SpanMatch,
    WeekOfYearMatch,
)

__all__ = [
    "DateMatch",
    "DateRangeMatch",
    "FractionMatch",
    "HoursMatch",
    "LawMatch",
    "Match",
    "MoneyMatch",
    "NumberMatch",
    "OtherMatch",
    "PlaceMatch",
    "PlatformMatch",
    "ShareMatch",
    "SpanMatch",
    "WeekOfYearMatch",
    "scan",
]


def scan(text: str, language: str, *, home: str = "") -> list[Match]:
    """Do what `scanner.scan` does."""
    from artifacts.facts.grammar import scanner

    return scanner.scan(text, language, home=home)
