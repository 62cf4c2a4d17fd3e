"""What cannot be true of the founder's own test: its days, its length, its rhythm, who must pass.

Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import Any

from artifacts.facts.conflict_kinds import Conflict, ConflictChoice, make_conflict, start_of
from artifacts.facts.schema import Facts, Test
from artifacts.facts.sheet import plain
from artifacts.text import gettext_noop

NEAR = timedelta(days=10)
"""Time between readiness and the test that nobody has to explain."""

_PER_MONTH = re.compile(
    r"\b(a|per|each|every|im|pro|jeden)\s+(month|monat)\b|\bmonthly\b|\bmonatlich", re.IGNORECASE
)
_NUMBER = r"(\d{1,2}|one|two|three|four|five|six|ein\w*|zwei|drei|vier|fünf|sechs)"
_COUNTED = re.compile(_NUMBER + r"\s+(\w{4,})", re.IGNORECASE)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_WORDS |= {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6}
_WEEKS_A_MONTH = Decimal(52) / 12


def trial_conflicts(facts: Facts, today: date) -> Iterator[Conflict]:
    """Yield what does not fit in the founder's test."""
    yield from _against_deadline(facts)
    yield from _longer_than_time(facts, today)
    yield from _rhythm(facts)
    yield from _pass_number(facts)


def _against_deadline(facts: Facts) -> Iterator[Conflict]:
    deadline, test = facts.deadline.value, facts.test.value
    if deadline is None or test is None or test.begins is None:
        return
    length = timedelta(weeks=float(test.weeks)) if test.weeks else None
    ends = test.ends or (test.begins + length if length else None)
    if test.begins - deadline > NEAR:
        yield _begins_after(
            facts, test, test.begins, deadline, plain(deadline + length) if length else None
        )
    elif ends and test.begins < deadline < ends:
        yield _runs_over(facts, test, test.begins, deadline, ends)


def _begins_after(
    facts: Facts, test: Test, begins: date, deadline: date, moved_end: Any
) -> Conflict:
    """`moved_end` is the last day of a test that begins on the deadline, as it is stored; None if
    unknown.
    """
    values = (("deadline", deadline), ("begins", begins))
    data = test.model_dump(mode="json")
    return make_conflict(
        facts,
        "test-after-deadline",
        gettext_noop("Time between the date and the test"),
        gettext_noop("It is ready on %(deadline)s, but the test only begins on %(begins)s."),
        values,
        ("deadline", "test"),
        ConflictChoice(
            "slack",
            gettext_noop("Use the weeks between as slack"),
            (),
            (("deadline", plain(deadline)),),
        ),
        ConflictChoice(
            "move",
            gettext_noop("Ready by %(begins)s is early enough"),
            values[1:],
            (("deadline", plain(begins)),),
        ),
        ConflictChoice(
            "earlier",
            gettext_noop("Begin the test on %(deadline)s"),
            values[:1],
            (("test", {**data, "begins": plain(deadline), "ends": moved_end}),),
        ),
    )


def _runs_over(facts: Facts, test: Test, begins: date, deadline: date, ends: date) -> Conflict:
    values = (("deadline", deadline), ("begins", begins))
    data = test.model_dump(mode="json")
    return make_conflict(
        facts,
        "test-over-deadline",
        gettext_noop("The test ends after the date"),
        gettext_noop(
            "It has to be ready by %(deadline)s, but the test runs from %(begins)s to %(ends)s."
        ),
        (*values, ("ends", ends)),
        ("deadline", "test"),
        ConflictChoice(
            "stop",
            gettext_noop("End the test on %(deadline)s"),
            values[:1],
            (("test", {**data, "ends": plain(deadline), "weeks": _weeks(begins, deadline)}),),
        ),
        ConflictChoice(
            "ready",
            gettext_noop("Ready means: when the test begins, on %(begins)s"),
            values[1:],
            (("deadline", plain(begins)),),
        ),
    )


def _longer_than_time(facts: Facts, today: date) -> Iterator[Conflict]:
    test, deadline = facts.test.value, facts.deadline.value
    if test is None or test.weeks is None or test.begins is not None:
        return
    if deadline is not None and deadline >= today:
        limit, path = Decimal((deadline - start_of(facts, today)).days) / 7, "deadline"
    elif facts.duration_weeks.value is not None:
        limit, path = facts.duration_weeks.value, "duration_weeks"
    else:
        return
    if test.weeks <= limit:
        return
    # A number of weeks is for building and testing, a day only for building: the test may come
    # after it.
    fits = int(limit) // 2 if path == "duration_weeks" else int(limit)
    yield make_conflict(
        facts,
        "test-longer",
        gettext_noop("The test is longer than the time"),
        gettext_noop("The test takes %(weeks)s weeks, but there are only %(limit)s weeks in all."),
        (("weeks", test.weeks), ("limit", Decimal(int(limit)))),
        ("test", path),
        *_ways_to_fit(facts, test, path, fits, today),
    )


def _ways_to_fit(
    facts: Facts, test: Test, path: str, fits: int, today: date
) -> Iterator[ConflictChoice]:
    """Yield the answers to a test that is longer than the time: a shorter test, more time, or the
    test afterwards.
    """
    data = test.model_dump(mode="json")
    deadline, weeks = facts.deadline.value, test.weeks
    assert weeks is not None
    if fits:
        yield ConflictChoice(
            "shorter",
            gettext_noop("Test for %(fits)s weeks"),
            (("fits", Decimal(fits)),),
            (("test", {**data, "weeks": str(fits)}),),
        )
    if path == "duration_weeks":
        words = gettext_noop("Take as long as the test: %(longer)s weeks")
        yield ConflictChoice("longer", words, (("longer", weeks),), ((path, plain(weeks)),))
        return
    until = start_of(facts, today) + timedelta(weeks=float(weeks))
    words = gettext_noop("Take as long as the test: until %(longer)s")
    yield ConflictChoice("longer", words, (("longer", until),), ((path, plain(until)),))
    assert deadline is not None
    yield ConflictChoice(
        "after",
        gettext_noop("The test comes after %(deadline)s"),
        (("deadline", deadline),),
        (("test", {**data, "begins": plain(deadline)}),),
    )


def _rhythm(facts: Facts) -> Iterator[Conflict]:
    test = facts.test.value
    if test is None or test.weeks is None or not _PER_MONTH.search(test.rhythm):
        return
    a_month = _counted(test.rhythm)
    noun, times = next(iter(a_month.items()), ("", 1))
    wanted = max(_counted(test.pass_mark).get(noun, 1), 1)
    occasions = int(test.weeks * times / _WEEKS_A_MONTH)
    if occasions >= wanted:
        return
    needed = ceil(wanted * _WEEKS_A_MONTH / times)
    data = test.model_dump(mode="json")
    yield make_conflict(
        facts,
        "test-rhythm",
        gettext_noop("The test is too short for its rhythm"),
        gettext_noop(
            "“%(rhythm)s” gives %(occasions)s in %(weeks)s weeks, but the test needs %(wanted)s."
        ),
        (
            ("rhythm", test.rhythm),
            ("occasions", Decimal(occasions)),
            ("weeks", test.weeks),
            ("wanted", Decimal(wanted)),
        ),
        ("test",),
        ConflictChoice(
            "longer",
            gettext_noop("Test for %(needed)s weeks"),
            (("needed", Decimal(needed)),),
            (("test", {**data, "weeks": str(needed)}),),
        ),
        ConflictChoice(
            "oftener",
            gettext_noop("Leave the rhythm open"),
            (),
            (("test", {**data, "rhythm": ""}),),
        ),
    )


def _pass_number(facts: Facts) -> Iterator[Conflict]:
    test = facts.test.value
    if test is None or test.pass_number is None or test.participants is None:
        return
    if test.pass_number <= test.participants:
        return
    data = test.model_dump(mode="json")
    values = (("number", Decimal(test.pass_number)), ("participants", Decimal(test.participants)))
    yield make_conflict(
        facts,
        "pass-number",
        gettext_noop("More must pass than take part"),
        gettext_noop("The test is passed by %(number)s, but only %(participants)s take part."),
        values,
        ("test",),
        ConflictChoice(
            "more",
            gettext_noop("%(number)s take part"),
            values[:1],
            (("test", {**data, "participants": test.pass_number}),),
        ),
        ConflictChoice(
            "all",
            gettext_noop("All %(participants)s have to pass"),
            values[1:],
            (("test", {**data, "pass_number": test.participants}),),
        ),
    )


def _weeks(begins: date, ends: date) -> str:
    return str(max(round((ends - begins).days / 7), 1))


def _counted(text: str) -> dict[str, int]:
    """Return the numbers in `text` by the stem of what they count: {"evening": 2}."""
    return {
        noun.lower().rstrip("s").removesuffix("en").removesuffix("e"): (
            _WORDS.get(number.lower()) or (int(number) if number.isdigit() else 1)
        )
        for number, noun in _COUNTED.findall(text)
    }
