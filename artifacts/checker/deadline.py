"""The deadline as the founder told it, and which dates of a text do not keep it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import DateMatch

_SLACK_DAYS = 3
_DAYS_OF_EDGE = {
    "": range(1, 32),
    "begin": range(1, 11),
    "first week": range(1, 8),
    "middle": range(10, 21),
    "end": range(20, 32),
    "last week": range(22, 32),
}
"""Which days of a month are meant by its begin, its middle and so on."""
_YEAR = re.compile(r" (20[0-9]{2})(?= )")


@dataclass(frozen=True, slots=True)
class Deadline:
    """What the founder said about the day that something has to be ready by."""

    day: date | None
    """None if they named only dates that they will not keep."""
    told: str
    """Their sentence, "" if they corrected the fact without words."""
    about: frozenset[str]
    """The stems of that sentence."""
    said: tuple[DateMatch, ...]
    """All dates they named, but for the month of the deadline without a day."""
    missed: tuple[DateMatch, ...]
    """Those that they say they will miss."""
    test_ends: date | None

    def is_broken_by(self, sentence: Sentence, match: DateMatch) -> bool:
        """Whether a date of `sentence` is behind the deadline, or promised though we miss it."""
        if self.day is None or self._was_named(match):
            is_promised = sentence.says(cues.MUST) and not sentence.negated
            return is_promised and same_date(match, self.missed)
        day = _first_day(match, self.day)
        return day is not None and self._is_late(sentence, day)

    def later_year(self, sentence: Sentence) -> int | None:
        """Return the year behind the deadline that a sentence names without a month: "by the end
        of 2029".
        """
        if self.day is None or any(sentence.each(DateMatch)):
            return None
        if not (sentence.stems & self.about or sentence.says(cues.MUST)):
            return None
        years = (int(year) for year in _YEAR.findall(sentence.words))
        first = next((year for year in years if year > self.day.year), None)
        return first if first and self._is_late(sentence, date(first, 1, 1)) else None

    def _was_named(self, match: DateMatch) -> bool:
        # A month that is named for a season does not name each of its days.
        days = (m for m in self.said if not _is_whole_month(m))
        return same_date(match, self.said if match.day is None else days)

    def _is_late(self, sentence: Sentence, day: date) -> bool:
        assert self.day is not None
        if day <= self.day or (sentence.negated and not sentence.says(cues.READY)):
            return False
        same_thing = sentence.says(cues.READY) or sentence.stems & self.about
        if same_thing and not sentence.says(cues.TEST_WORD):
            return True
        return day > (self.test_ends or self.day) + timedelta(days=_SLACK_DAYS)


def read_deadline(known: Knowledge) -> Deadline | None:
    """Return the deadline of the fact sheet, None if there is none and no date is missed."""
    day = known.sheet.deadline.value
    missed = tuple(match for match, sentence in known.dates if cues.MISSED(_part(sentence, match)))
    if day is None and not missed:
        return None
    told = _sentence_of_deadline(known)
    return Deadline(
        day=day,
        told=told,
        about=frozenset().union(*(s.stems for s in known.sentences if told and told == s.text)),
        said=tuple(match for match, _ in known.dates if not _is_month_of(match, day)),
        missed=missed,
        test_ends=known.test_ends,
    )


def _sentence_of_deadline(known: Knowledge) -> str:
    said = known.sheet.deadline.said
    if not said or not said[0].text:
        return ""
    return next((s.text for s in known.sentences if said[0].text in s.text), said[0].text)


def _is_month_of(match: DateMatch, day: date | None) -> bool:
    return day is not None and _is_whole_month(match) and match.month == day.month


def same_date(match: DateMatch, others: Iterable[DateMatch]) -> bool:
    """Whether a date is one of `others`; a month is that of a day in it, and "the end of June" is
    30 June.
    """
    return any(
        m.month == match.month
        and (match.day in (m.day, None) or (m.day is None and match.day in _DAYS_OF_EDGE[m.edge]))
        and (m.year == match.year or None in (m.year, match.year))
        for m in others
    )


def _is_whole_month(match: DateMatch) -> bool:
    """Whether a date names no part of its month: it may begin a season, and is no day that
    something is ready on.
    """
    return match.day is None and not match.edge


def _part(sentence: Sentence, match: DateMatch) -> str:
    """Return the words of a sentence between semicolons that a date stands in."""
    tokens = sentence.source.tokens
    mine = tokens[match.first].clause
    indexes = [i for i in range(sentence.first, sentence.last) if tokens[i].clause == mine]
    return sentence.padded(indexes[0], indexes[-1] + 1)


def _first_day(match: DateMatch, near: date) -> date | None:
    """Return the first day a date may mean; without a year the one nearest to `near`."""
    try:
        if match.year is not None:
            return date(match.year, match.month, match.day or 1)
        if match.day is None:
            # A month without a year is the next one of that name only where it comes later in the
            # same year.
            return (
                date(near.year, match.month, 1)
                if match.month > near.month and not match.edge
                else None
            )
        days = [
            date(year, match.month, match.day) for year in (near.year - 1, near.year, near.year + 1)
        ]
    except ValueError:
        return None
    return min(days, key=lambda day: abs((day - near).days))
