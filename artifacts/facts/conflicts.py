"""Facts that cannot all be true, as questions with a few answers to choose from. Pure functions.

Each answer is a set of typed corrections. The answer that keeps everything confirms the facts, so
that a question is settled once all its facts are confirmed: it is then a risk, not a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from math import ceil
from typing import Any

from artifacts.facts.schema import Facts
from artifacts.facts.sheet import fact_at, plain
from artifacts.interview import gettext_noop

NEAR = timedelta(days=10)
"""Days between readiness and the test that nobody has to explain."""
FULL_TIME = 40
"""Hours a week of one person."""
MOST_HOURS = 80
"""Hours a week of one person that nobody keeps up."""
WEEKS_OF_SLACK = 1

_FULL_TIME = re.compile(r"full[- ]?time|vollzeit", re.IGNORECASE)
_PER_MONTH = re.compile(r"\b(a|per|each|every|im|pro|jeden)\s+(month|monat)\b|\bmonthly\b|\bmonatlich", re.IGNORECASE)
_NUMBER = r"(\d{1,2}|one|two|three|four|five|six|ein\w*|zwei|drei|vier|fünf|sechs)"
_COUNTED = re.compile(_NUMBER + r"\s+(\w{4,})", re.IGNORECASE)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_WORDS |= {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6}
_WEEKS_A_MONTH = Decimal(52) / 12

Values = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: words with typed values to fill in, and the corrections it makes (path, value)."""

    key: str
    words: str
    values: Values = ()
    corrections: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that do not fit together. `values` are typed (dates, numbers, models), for the page to write."""

    id: str
    title: str
    words: str
    values: Values
    paths: tuple[str, ...]
    choices: tuple[Choice, ...]
    is_settled: bool = False
    """True once the founder confirmed all facts in it: it is kept as it is, and a risk."""


KEEP = Choice("keep", gettext_noop("Keep it as it is, and write it down as a risk"))


def find_conflicts(facts: Facts, *, today: date) -> tuple[Conflict, ...]:
    """Return what cannot all be true, in the order in which it should be asked."""
    rules = (
        _past_deadline(facts, today),
        _deadline_and_weeks(facts, today),
        _test_and_deadline(facts),
        _test_longer_than_time(facts, today),
        _rhythm(facts),
        _pass_number(facts),
        _hours(facts),
        _full_time(facts),
        _later_money(facts),
        _prices(facts),
    )
    return tuple(conflict for rule in rules for conflict in rule)


def _conflict(
    facts: Facts, conflict_id: str, title: str, words: str, values: Values, paths: tuple[str, ...], *choices: Choice
) -> Conflict:
    involved = [fact_at(facts, path) for path in paths]
    settled = all(fact is not None and fact.state == "confirmed" for fact in involved)
    return Conflict(conflict_id, title, words, values, paths, (*choices, KEEP), settled)


def _past_deadline(facts: Facts, today: date) -> Iterator[Conflict]:
    deadline = facts.deadline.value
    if deadline is None or deadline >= today:
        return
    later = _same_day_from(deadline, today)
    yield _conflict(
        facts,
        "past-deadline",
        gettext_noop("The date has passed"),
        gettext_noop("It was to be ready on %(deadline)s, and that day is over."),
        (("deadline", deadline),),
        ("deadline",),
        Choice("later", gettext_noop("We mean %(later)s"), (("later", later),), (("deadline", plain(later)),)),
        Choice("open", gettext_noop("There is no date any longer"), (), (("deadline", None),)),
    )


def _deadline_and_weeks(facts: Facts, today: date) -> Iterator[Conflict]:
    deadline, weeks = facts.deadline.value, facts.duration_weeks.value
    if deadline is None or weeks is None or deadline < today:
        return
    start = _start(facts, today)
    until = Decimal((deadline - start).days) / 7
    if abs(until - weeks) <= WEEKS_OF_SLACK:
        return
    end = start + timedelta(weeks=float(weeks))
    yield _conflict(
        facts,
        "deadline-weeks",
        gettext_noop("A date and a number of weeks that differ"),
        gettext_noop("Until %(deadline)s there are %(until)s weeks, but we have also read %(weeks)s weeks."),
        (("deadline", deadline), ("until", Decimal(int(until))), ("weeks", weeks)),
        ("deadline", "duration_weeks"),
        Choice(
            "date",
            gettext_noop("The date counts: %(deadline)s"),
            (("deadline", deadline),),
            (("duration_weeks", None),),
        ),
        Choice(
            "weeks", gettext_noop("The weeks count: ready on %(end)s"), (("end", end),), (("deadline", plain(end)),)
        ),
    )


def _test_and_deadline(facts: Facts) -> Iterator[Conflict]:
    deadline, test = facts.deadline.value, facts.test.value
    if deadline is None or test is None or test.begins is None:
        return
    data, paths = test.model_dump(mode="json"), ("deadline", "test")
    values = (("deadline", deadline), ("begins", test.begins))
    length = timedelta(weeks=float(test.weeks)) if test.weeks else None
    if test.begins - deadline > NEAR:
        ends = plain(deadline + length) if length else None
        yield _conflict(
            facts,
            "test-after-deadline",
            gettext_noop("Time between the date and the test"),
            gettext_noop("It is ready on %(deadline)s, but the test only begins on %(begins)s."),
            values,
            paths,
            Choice("slack", gettext_noop("Use the weeks between as slack"), (), (("deadline", plain(deadline)),)),
            Choice(
                "move",
                gettext_noop("Ready by %(begins)s is early enough"),
                values[1:],
                (("deadline", plain(test.begins)),),
            ),
            Choice(
                "earlier",
                gettext_noop("Begin the test on %(deadline)s"),
                values[:1],
                (("test", {**data, "begins": plain(deadline), "ends": ends}),),
            ),
        )
    ends = test.ends or (test.begins + length if length else None)
    if ends and test.begins < deadline < ends:
        yield _conflict(
            facts,
            "test-over-deadline",
            gettext_noop("The test goes on past the date"),
            gettext_noop("It has to be ready by %(deadline)s, but the test runs from %(begins)s to %(ends)s."),
            (*values, ("ends", ends)),
            paths,
            Choice(
                "stop",
                gettext_noop("End the test on %(deadline)s"),
                values[:1],
                (("test", {**data, "ends": plain(deadline), "weeks": _weeks(test.begins, deadline)}),),
            ),
            Choice(
                "ready",
                gettext_noop("Ready means: when the test begins, on %(begins)s"),
                values[1:],
                (("deadline", plain(test.begins)),),
            ),
        )


def _test_longer_than_time(facts: Facts, today: date) -> Iterator[Conflict]:
    test, deadline = facts.test.value, facts.deadline.value
    if test is None or test.weeks is None or test.begins is not None:
        return
    if deadline is not None and deadline >= today:
        limit, path = Decimal((deadline - _start(facts, today)).days) / 7, "deadline"
    elif facts.duration_weeks.value is not None:
        limit, path = facts.duration_weeks.value, "duration_weeks"
    else:
        return
    if test.weeks <= limit:
        return
    data, fits = test.model_dump(mode="json"), int(limit)
    longer: Any = test.weeks if path == "duration_weeks" else _start(facts, today) + timedelta(weeks=float(test.weeks))
    choices = [
        Choice(
            "longer",
            gettext_noop("Take the time the test needs: %(longer)s"),
            (("longer", longer),),
            ((path, plain(longer)),),
        )
    ]
    if fits:
        choices.insert(
            0,
            Choice(
                "shorter",
                gettext_noop("Test for %(fits)s weeks"),
                (("fits", Decimal(fits)),),
                (("test", {**data, "weeks": str(fits)}),),
            ),
        )
    if path == "deadline":
        choices.append(
            Choice(
                "after",
                gettext_noop("The test comes after %(deadline)s"),
                (("deadline", deadline),),
                (("test", {**data, "begins": plain(deadline)}),),
            )
        )
    yield _conflict(
        facts,
        "test-longer",
        gettext_noop("The test is longer than the time"),
        gettext_noop("The test takes %(weeks)s weeks, but there are only %(limit)s weeks in all."),
        (("weeks", test.weeks), ("limit", Decimal(fits))),
        ("test", path),
        *choices,
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
    yield _conflict(
        facts,
        "test-rhythm",
        gettext_noop("The test is too short for its rhythm"),
        gettext_noop("“%(rhythm)s” gives %(occasions)s in %(weeks)s weeks, but the test needs %(wanted)s."),
        (
            ("rhythm", test.rhythm),
            ("occasions", Decimal(occasions)),
            ("weeks", test.weeks),
            ("wanted", Decimal(wanted)),
        ),
        ("test",),
        Choice(
            "longer",
            gettext_noop("Test for %(needed)s weeks"),
            (("needed", Decimal(needed)),),
            (("test", {**data, "weeks": str(needed)}),),
        ),
        Choice("oftener", gettext_noop("Leave the rhythm open"), (), (("test", {**data, "rhythm": ""}),)),
    )


def _pass_number(facts: Facts) -> Iterator[Conflict]:
    test = facts.test.value
    if test is None or test.pass_number is None or test.participants is None:
        return
    if test.pass_number <= test.participants:
        return
    data = test.model_dump(mode="json")
    values = (("number", Decimal(test.pass_number)), ("participants", Decimal(test.participants)))
    yield _conflict(
        facts,
        "pass-number",
        gettext_noop("More must pass than take part"),
        gettext_noop("The test is passed by %(number)s, but only %(participants)s take part."),
        values,
        ("test",),
        Choice(
            "more",
            gettext_noop("%(number)s take part"),
            values[:1],
            (("test", {**data, "participants": test.pass_number}),),
        ),
        Choice(
            "all",
            gettext_noop("All %(participants)s have to pass"),
            values[1:],
            (("test", {**data, "pass_number": test.participants}),),
        ),
    )


def _hours(facts: Facts) -> Iterator[Conflict]:
    people, hours = facts.people.value, facts.hours_per_week.value
    if not people or hours is None or hours <= people * MOST_HOURS:
        return
    per_head = hours / people
    yield _conflict(
        facts,
        "hours",
        gettext_noop("More hours than a week has"),
        gettext_noop("%(hours)s hours a week are %(each)s for each of %(people)s."),
        (("hours", hours), ("each", per_head.quantize(Decimal(1))), ("people", Decimal(people))),
        ("people", "hours_per_week"),
        Choice(
            "full", gettext_noop("Count 40 hours a week for each"), (), (("hours_per_week", str(people * FULL_TIME)),)
        ),
        Choice("open", gettext_noop("Leave the hours open"), (), (("hours_per_week", None),)),
    )


def _full_time(facts: Facts) -> Iterator[Conflict]:
    hours, weeks = facts.hours_per_week.value, facts.duration_weeks.value
    claims = any(_FULL_TIME.search(span.text) for span in facts.duration_weeks.said)
    if hours is None or weeks is None or not claims or hours >= FULL_TIME:
        return
    longer = ceil(weeks * FULL_TIME / hours)
    yield _conflict(
        facts,
        "full-time",
        gettext_noop("Weeks of full-time work in fewer hours"),
        gettext_noop(
            "%(weeks)s weeks full-time are %(total)s hours. At %(hours)s hours a week that takes %(longer)s weeks."
        ),
        (("weeks", weeks), ("total", weeks * FULL_TIME), ("hours", hours), ("longer", Decimal(longer))),
        ("hours_per_week", "duration_weeks"),
        Choice(
            "longer",
            gettext_noop("Take %(longer)s weeks"),
            (("longer", Decimal(longer)),),
            (("duration_weeks", str(longer)),),
        ),
        Choice("full", gettext_noop("Work 40 hours a week"), (), (("hours_per_week", str(FULL_TIME)),)),
    )


def _later_money(facts: Facts) -> Iterator[Conflict]:
    budget = facts.budget.value
    if budget is None or not budget.later:
        return
    later = sum((part.amount for part in budget.later), Decimal(0))
    now = budget.amount - later
    values = (
        ("later", (later, budget.currency)),
        ("now", (max(now, Decimal(0)), budget.currency)),
        ("condition", budget.later[0].condition),
    )
    data = budget.model_dump(mode="json")
    choices = [Choice("there", gettext_noop("It arrives before we need it"), (), (("budget", {**data, "later": []}),))]
    if now > 0:
        choices.insert(
            0,
            Choice(
                "without",
                gettext_noop("Plan with %(now)s only"),
                values[1:2],
                (("budget", {**data, "amount": str(now), "later": []}),),
            ),
        )
    yield _conflict(
        facts,
        "later-money",
        gettext_noop("Part of the money comes later"),
        gettext_noop(
            "%(later)s only come under this condition: “%(condition)s”. Until then there are %(now)s. "
            "Do we need it before?"
        ),
        values,
        ("budget",),
        *choices,
    )


def _prices(facts: Facts) -> Iterator[Conflict]:
    stated = [(number, fact) for number, fact in enumerate(facts.prices) if fact]
    for (first, one), (second, other) in combinations(stated, 2):
        if not _is_same_price_told_twice(one, other):
            continue
        paths = (f"prices.{first}", f"prices.{second}")
        values = (("one", one.value), ("other", other.value))
        yield _conflict(
            facts,
            f"prices-{first}-{second}",
            gettext_noop("Two prices for the same thing"),
            gettext_noop("One answer says %(one)s, another says %(other)s."),
            values,
            paths,
            Choice("one", "%(one)s", values[:1], ((paths[1], None), (paths[0], plain(one.value)))),
            Choice("other", "%(other)s", values[1:], ((paths[0], None), (paths[1], plain(other.value)))),
        )


def _is_same_price_told_twice(one: Any, other: Any) -> bool:
    def thing(fact: Any) -> tuple[Any, ...]:
        return (fact.value.currency, fact.value.per, fact.value.unit, fact.value.payer)

    answers = [{span.answer for span in fact.said} for fact in (one, other)]
    apart = all(answers) and answers[0].isdisjoint(answers[1])
    return apart and thing(one) == thing(other) and one.value.amount != other.value.amount


def _start(facts: Facts, today: date) -> date:
    return max(facts.earliest_start.value or today, today)


def _same_day_from(day: date, today: date) -> date:
    """Return the next day with the month and day of `day`; for 29 February the 28th will do."""
    for year in (today.year, today.year + 1):
        try:
            moved = day.replace(year=year)
        except ValueError:
            moved = day.replace(year=year, day=28)
        if moved >= today:
            return moved
    return today


def _weeks(begins: date, ends: date) -> str:
    return str(max(round((ends - begins).days / 7), 1))


def _counted(text: str) -> dict[str, int]:
    """Return the numbers in `text` by the stem of what they count: {"evening": 2}."""
    return {
        noun.lower().rstrip("s").removesuffix("en").removesuffix("e"): _WORDS.get(number.lower())
        or (int(number) if number.isdigit() else 1)
        for number, noun in _COUNTED.findall(text)
    }
