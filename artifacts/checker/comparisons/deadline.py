"""The deadline as the founder told it, and which dates of a text do not keep it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.cues.plan import HOW_IT_WAS
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import DateMatch, MonthEdge, SpanMatch
from artifacts.facts.grammar.sets import word_set

_SLACK_DAYS = 3
_WEEK = 7
_SAME_MATTER = 2
"""Words shared with what has to be ready, from which on a text is about the same."""
_DAYS_OF_EDGE: dict[MonthEdge, range] = {
    "": range(1, 32),
    "begin": range(1, 11),
    "first week": range(1, 8),
    "second week": range(8, 15),
    "middle": range(10, 21),
    "third week": range(15, 22),
    "end": range(20, 32),
    "last week": range(22, 32),
}
"""Which days of a month are meant by its begin, its middle and so on."""
_YEAR = re.compile(r" (20[0-9]{2})(?= )")

_MONTH_OF_SEASON = {
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,
    "frühjahr": 3, "frühling": 3, "sommer": 6, "herbst": 9,
    "printemps": 3, "été": 6, "automne": 9, "hiver": 12,
    "lente": 3, "zomer": 6, "herfst": 9, "primavera": 3, "verano": 6, "otoño": 9, "invierno": 12,
}  # fmt: skip
"""The first month of each season, north of the equator."""
_SEASON = re.compile(
    r" (?:in|by|during|im|zum|à l'|en|au|in de|de) (?:the |this |l' )?(?:early |late )?"
    rf"(?P<season>{'|'.join(_MONTH_OF_SEASON)})(?: of| de)?(?: (?P<year>20[0-9]{{2}}))? "
)
"""A season that something happens in, and its year."""
_NAMED_SEASON = re.compile(
    r" (?!last |letzte[nr] |vorige[nr] |vergangene[nr] |dernier )[^ ]+"
    rf" (?P<season>{'|'.join(_MONTH_OF_SEASON)})(?= )"
)
"""A season of a year that is not the last one."""
_SOUTHERN = word_set("AR AU BO BR BW CL LS MG MU MW MZ NA NZ PE PY SZ UY ZA ZM ZW")
"""Countries south of the equator, by ISO 3166."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """What the founder said about the day that something has to be ready by."""

    day: date | None
    """None if they named only dates that they will not keep."""
    told: str
    """Their sentence, "" if they corrected the fact without words."""
    about: frozenset[str]
    """The stems of that sentence."""
    matter: frozenset[str]
    """The stems of its part of the sentence that names the day."""
    parts: tuple[tuple[DateMatch, frozenset[str]], ...]
    """All dates they named, each with the stems of its part of the sentence."""
    said: tuple[DateMatch, ...]
    """All dates they named, but for the month of the deadline without a day."""
    missed: tuple[DateMatch, ...]
    """Those that they say they will miss."""
    test_ends: date | None
    test_weeks: Decimal | None
    today: date
    years: frozenset[str]
    """The years that they speak of."""
    seasons: frozenset[str]
    """The seasons that they speak of, and all where it is winter in July."""

    def is_broken_by(self, sentence: Sentence, match: DateMatch) -> bool:
        """Whether a date of `sentence` is behind the deadline, or promised though we miss it."""
        if self._is_promised_though_missed(sentence, match):
            return True
        if sentence.says(HOW_IT_WAS) and not sentence.says(cues.READY):
            return False
        if self.day is None or (self._was_named(match) and not self._is_moved_to(sentence, match)):
            return False
        day = self._day_meant(sentence, match, self.day)
        if day is None or _is_supposed(sentence) or self._is_counted_from(sentence, match, day):
            return False
        # "By 18 October, so that no fair is missed" denies nothing of its day.
        part = sentence if _is_whole_month(match) else sentence.clause_of(match)
        return self._is_late(sentence, day, part)

    def _day_meant(self, sentence: Sentence, match: DateMatch, near: date) -> date | None:
        """Return the first day a date may mean, less the weeks that something happens before it."""
        day = _first_day(match, near, self.today)
        if day is None:
            return None
        return day - timedelta(weeks=float(_weeks_before(sentence, match)))

    def _is_promised_though_missed(self, sentence: Sentence, match: DateMatch) -> bool:
        is_promised = sentence.says(cues.MUST) and not sentence.negated
        return is_promised and same_date(match, self.missed)

    def _is_counted_from(self, sentence: Sentence, match: DateMatch, day: date) -> bool:
        """Whether a sentence counts to a date from one that the founder named: "seven weeks from
        7 September", or "the 14th Sunday", if it speaks of the test.
        """
        clause = sentence.clause_of(match)
        if clause.says(cues.READY) or clause.says(cues.MUST):
            return False
        between = list(self._days_from_named(sentence, match, day))
        if sentence.says(cues.TEST_WORD) and self.test_weeks:
            return any(1 <= count <= _WEEK * self.test_weeks for count in between)
        spans = [span.weeks for span in sentence.each(SpanMatch) if span.weeks]
        return any(abs(count - _WEEK * w) <= _WEEK for count, w in product(between, spans))

    def _days_from_named(self, sentence: Sentence, match: DateMatch, day: date) -> Iterator[int]:
        """Yield the days to `day` from the other dates of a sentence that the founder named."""
        for other in sentence.each(DateMatch):
            begun = _first_day(other, day, self.today) if same_date(other, self.said) else None
            if other is not match and begun is not None:
                yield (day - begun).days

    def _is_moved_to(self, sentence: Sentence, match: DateMatch) -> bool:
        """Whether a sentence has what must be ready by the deadline on a day that the founder names
        for something else.
        """
        shared = len(self.matter & sentence.stems)
        beside = (stems for date, stems in self.parts if same_date(match, (date,)))
        others = max((len(stems & sentence.stems) for stems in beside), default=0)
        return shared >= _SAME_MATTER and shared > others

    def later_year(self, sentence: Sentence) -> int | None:
        """Return the year behind the deadline that a sentence names without a month: "by the end
        of 2029".
        """
        if self.day is None or any(sentence.each(DateMatch)):
            return None
        if not (sentence.stems & self.about or sentence.says(cues.MUST)):
            return None
        years = (int(year) for year in _YEAR.findall(sentence.words))
        first = next((y for y in years if y > self.day.year and str(y) not in self.years), None)
        return first if first and self._is_late(sentence, date(first, 1, 1), sentence) else None

    def later_season(self, sentence: Sentence) -> str:
        """Return the season behind the deadline in which a sentence has the same thing ready, if
        the founder speaks of no such season: "on the road by the autumn of 2027"; else "".
        """
        if self.day is None or any(sentence.each(DateMatch)) or sentence.negated:
            return ""
        words = _THAT_IS_WHEN.sub(r"\1", sentence.words)
        found = None if cues.CONDITIONAL(words) else _SEASON.search(words)
        if not found or found["season"] in self.seasons:
            return ""
        if not sentence.stems & self.about or not sentence.says(cues.READY):
            return ""
        return found.group().strip() if self._begin_of_season(found) > self.day else ""

    def _begin_of_season(self, found: re.Match[str]) -> date:
        """Return the first day of a season, of the next one where no year is told."""
        month = _MONTH_OF_SEASON[found["season"]]
        year = found["year"] or self.today.year + (month < self.today.month)
        return date(int(year), month, 1)

    def _was_named(self, match: DateMatch) -> bool:
        # A month that is named for a season does not name each of its days.
        days = (m for m in self.said if not _is_whole_month(m))
        return same_date(match, self.said if _is_whole_month(match) else days)

    def _is_late(self, sentence: Sentence, day: date, part: Sentence | Clause) -> bool:
        assert self.day is not None
        is_ready = sentence.says(cues.READY) or self._gets_done(sentence)
        if day <= self.day or not (is_ready or self._may_be_late(sentence, day, part)):
            return False
        same_thing = is_ready or sentence.stems & self.about
        is_on_the_test = sentence.says(cues.TEST_WORD)
        if same_thing and not is_on_the_test:
            return True
        if is_on_the_test and self.test_weeks is None:
            return False  # nobody knows when it ends
        return day > (self.test_ends or self.day) + timedelta(days=_SLACK_DAYS)

    def _gets_done(self, sentence: Sentence) -> bool:
        """Whether a sentence has what must be there by the deadline be made or come."""
        return sentence.says(_MADE) and bool(self.matter & sentence.stems)

    def _may_be_late(self, sentence: Sentence, day: date, part: Sentence | Clause) -> bool:
        """Whether a sentence that has nothing be ready is about what should be done by then."""
        is_other = self._is_of_the_test(day) or sentence.says(_BROUGHT_BACK)
        return not is_other and not part.says(cues.NEGATION)

    def _is_of_the_test(self, day: date) -> bool:
        """Whether a day is up to the last one of the test, or the one behind it."""
        return self.test_ends is not None and day <= self.test_ends + timedelta(days=1)


def season_of(words: str) -> tuple[int, int | None] | None:
    """Return the first month of the season that something happens in, and its year where it is
    named.
    """
    found = _SEASON.search(words)
    if found is None:
        return None
    return _MONTH_OF_SEASON[found["season"]], int(found["year"]) if found["year"] else None


@remembered
def read_deadline(known: Knowledge) -> Deadline | None:
    """Return the deadline of the fact sheet, None if there is none and no date is missed."""
    day = known.sheet.deadline.value
    missed = tuple(match for match, sentence in known.dates if cues.MISSED(_part(sentence, match)))
    if day is None and not missed:
        return None
    told = _sentence_of_deadline(known)
    parts = tuple((match, sentence.clause_of(match).stems) for match, sentence in known.dates)
    return Deadline(
        day=day,
        told=told,
        about=_stems_of(known, told),
        matter=_matter(parts, day),
        parts=parts,
        said=tuple(match for match, _ in known.dates if not _is_month_of(match, day)),
        missed=missed,
        test_ends=known.test_ends,
        test_weeks=known.sheet.test.value.weeks if known.sheet.test.value else None,
        today=known.today,
        years=frozenset(year for s in known.sentences for year in _YEAR.findall(s.words)),
        seasons=_seasons_named(known),
    )


def _stems_of(known: Knowledge, told: str) -> frozenset[str]:
    return frozenset().union(*(s.stems for s in known.sentences if told and told == s.text))


def _matter(parts: Iterable[tuple[DateMatch, frozenset[str]]], day: date | None) -> frozenset[str]:
    """Return the stems of what is said of the deadline's day."""
    on = (stems for each, stems in parts if day and (each.month, each.day) == (day.month, day.day))
    return frozenset().union(*on)


def _seasons_named(known: Knowledge) -> frozenset[str]:
    codes = {fact.value.code[:2] for fact in known.sheet.regions if fact.value}
    if codes & _SOUTHERN:
        return frozenset(_MONTH_OF_SEASON)
    words = " ".join(sentence.words for sentence in known.sentences)
    return frozenset(_NAMED_SEASON.findall(words))


def _sentence_of_deadline(known: Knowledge) -> str:
    said = known.sheet.deadline.said
    if not said:
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
        and not _days_of(m).isdisjoint(_days_of(match))
        and (m.year == match.year or None in (m.year, match.year))
        for m in others
    )


def _days_of(match: DateMatch) -> frozenset[int]:
    """Return the days of its month that a date may mean."""
    return frozenset(_DAYS_OF_EDGE[match.edge] if match.day is None else (match.day,))


def _is_whole_month(match: DateMatch) -> bool:
    """Whether a date names no part of its month: it may begin a season, and is no day that
    something is ready on.
    """
    return match.day is None and not match.edge


def _part(sentence: Sentence, match: DateMatch) -> str:
    """Return the words of a sentence between semicolons that a date stands in."""
    tokens = sentence.source.tokens
    mine = tokens[match.first].clause
    indexes = [i for i, token in enumerate(tokens) if token.clause == mine]
    return sentence.padded(indexes[0], indexes[-1] + 1)


def _weeks_before(sentence: Sentence, match: DateMatch) -> Decimal:
    """Return how many weeks before a date something happens: "eight weeks before 31 May"; 0 where
    none are told.
    """
    for span in sentence.each(SpanMatch):
        between = sentence.padded(span.last, match.first)
        is_near = len(between.split()) <= _BACK_WITHIN
        if span.weeks and is_near and _BEFORE.begin(between):
            return span.weeks
    return Decimal(0)


def _is_supposed(sentence: Sentence) -> bool:
    """Whether a sentence is on what would be if somebody did something, and has nothing ready."""
    return _ANYBODY.begin(sentence.words) and not sentence.says(cues.READY)


_THAT_IS_WHEN = re.compile(
    rf"( (?:{'|'.join(_MONTH_OF_SEASON)})) , (?:wenn|quand|wanneer|cuando|si) [^,]+ ,(?= )"
)
"""A clause that says of a season when it is: "im Herbst, wenn die Kühe im Tal sind, ..."."""
_MADE = cues.Cue("""
    go up, goes up, put together, assembled, welded, are done, is done, komen er, komt er, hangen
    zusammengebaut, zusammengesetzt, kommen hin, gemacht, assemblé*, monté*, gemaakt, se monta*
    montad*
    """)
"""Words by which something is made, or comes where it has to be."""
_ANYBODY = cues.Cue("""
    whoever, anybody who, anyone who, somebody who, someone who, those who, wer, quiconque, qui
    celui qui, wie, quien, quienes
    """)
"""Beginnings of a sentence on what would be if somebody did something."""
_BROUGHT_BACK = cues.Cue("""
    collected again, fetched back, picked up again, brought back, given back, taken back
    come back, comes back, returned, wieder eingesammelt, wieder abgeholt, wieder geholt
    zurückgebracht, zurückgegeben, zurückgeholt, zurückgenommen, wieder abgebaut, récupéré*
    rapporté*, rendu*, repris, teruggebracht, teruggehaald, opgehaald, devuelt*, recogid*
    """)
"""Words for what happens to a thing that was ready and has been used."""
_BEFORE = cues.Cue("before, vor, avant, voor, antes de")
_BACK_WITHIN = 7
"""Words between a span and the date that it leads up to."""


def _in_a_year(today: date) -> date:
    return today + timedelta(days=_YEAR_OF_DAYS)


_YEAR_OF_DAYS = 365


def _first_day(match: DateMatch, near: date, today: date) -> date | None:
    """Return the first day a date may mean.

    Without a year a day is the nearest one to `near`, and a month the next one from `today` on
    if `near` is within a year, else that of the same year.
    """
    first = _DAYS_OF_EDGE[match.edge].start
    try:
        if match.year is not None:
            return date(match.year, match.month, match.day or first)
        if match.day is None:
            year = (
                today.year + (match.month < today.month) if near < _in_a_year(today) else near.year
            )
            return date(year, match.month, first)
        days = [
            date(year, match.month, match.day) for year in (near.year - 1, near.year, near.year + 1)
        ]
    except ValueError:
        return None
    return min(days, key=lambda day: abs((day - near).days))
