"""What the scanner finds: typed values with the characters they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

WEEKS_OF = {
    "day": Decimal(1) / 7,
    "week": Decimal(1),
    "month": Decimal(52) / 12,
    "quarter": Decimal(13),
    "year": Decimal(52),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One thing found in a text; `first` and `last` are its tokens, `last` exclusive."""

    start: int
    end: int
    first: int = field(repr=False)
    last: int = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMatch(Match):
    amount: Decimal
    currency: str
    """ISO 4217, or "" where the words do not tell which."""
    high: Decimal | None = None
    """The upper end of a range: "3 to 4 euros"."""
    per: tuple[str, ...] = ()
    """What follows as "per ...": periods in English ("month"), everything else in the writer's
    words.
    """
    stem_end: int = 0
    """Where the amount with its currency ends, without what follows as "per ..."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareMatch(Match):
    """A percentage; half is 50."""

    percent: Decimal
    worded: bool = False


MonthEdge = Literal[
    "", "begin", "first week", "second week", "middle", "third week", "end", "last week"
]
"""A part of a month, "" for all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMatch(Match):
    """A day, or a month of a year. What was not said is None; `day` is None for a month."""

    year: int | None
    month: int
    day: int | None
    edge: MonthEdge = ""
    """The part of the month, where only that was named."""

    def on(self, today: date) -> date | None:
        """Return the day, in the first year from `today` on where none was said; None for a month
        or no day at all.
        """
        if self.day is None:
            return None
        try:
            if self.year is not None:
                return date(self.year, self.month, self.day)
            found = date(today.year, self.month, self.day)
            return found if found >= today else date(today.year + 1, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRangeMatch(Match):
    begin: DateMatch
    end_date: DateMatch


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfYearMatch(Match):
    """A calendar week: "KW 23", "week 23 of 2027"."""

    week: int
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanMatch(Match):
    """A length of time. Alone it is not a limit."""

    amount: Decimal
    unit: str
    high: Decimal | None = None

    @property
    def weeks(self) -> Decimal | None:
        """The length in weeks; None for hours and minutes."""
        return self.amount * WEEKS_OF[self.unit] if self.unit in WEEKS_OF else None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursMatch(Match):
    """Hours of work in a week."""

    hours: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FractionMatch(Match):
    """So many of so many: "four of the six"."""

    part: Decimal
    whole: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMatch(Match):
    """A number with the noun it counts, "" where none follows."""

    value: Decimal
    noun: str
    worded: bool = False
    high: Decimal | None = None
    measure: bool = False
    """Whether the noun is a unit of measure (kg, km, litres)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherMatch(Match):
    """A number that is no figure: a section of a law, a version, a port, a time of day, a page."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMatch(Match):
    name: str
    code: str
    """ISO 3166, or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawMatch(Match):
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformMatch(Match):
    platform: str
    negated: bool = False
