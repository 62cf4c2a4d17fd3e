"""Typed values in any text: money, dates, spans, counts, places, laws, platforms.

No Django, no model, no network.
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
from artifacts.facts.grammar.scanner import scan

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
