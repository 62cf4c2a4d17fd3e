"""Facts that cannot all be true, as questions with a few answers to choose from. Pure functions.

Each answer is a set of typed corrections. The answer that keeps everything confirms the facts, so
that a question is settled once all its facts are confirmed: it is then a risk, not a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from math import ceil
from typing import Any

from artifacts.facts.conflict_kinds import (
    Conflict,
    ConflictChoice,
    FactValue,
    make_conflict,
    start_of,
)
from artifacts.facts.naming import title_of
from artifacts.facts.schema import Facts
from artifacts.facts.sheet import plain
from artifacts.facts.trial_conflicts import trial_conflicts
from artifacts.text import gettext_noop

__all__ = ["Conflict", "ConflictChoice", "find_conflicts"]

FULL_TIME = 40
"""Hours a week of one person."""
MOST_HOURS = 80
"""Hours a week of one person that nobody keeps up."""
WEEKS_OF_SLACK = 1
WORDS_MAX = 300
"""Characters of the founder's words that a question repeats."""

_FULL_TIME = re.compile(r"full[- ]?time|vollzeit", re.IGNORECASE)


def find_conflicts(facts: Facts, *, today: date) -> tuple[Conflict, ...]:
    """Return what cannot all be true, in the order in which it should be asked."""
    rules = (
        _readings(facts),
        _past_deadline(facts, today),
        _deadline_and_weeks(facts, today),
        trial_conflicts(facts, today),
        _hours(facts),
        _full_time(facts),
        _later_money(facts),
        _prices(facts),
    )
    return tuple(conflict for rule in rules for conflict in rule)


def _readings(facts: Facts) -> Iterator[Conflict]:
    """Ask what was meant where two readers made something else of the same words.

    No answer keeps both.
    """
    for path, fact in facts.each():
        if fact or fact.state != "open" or len(fact.readings) < 2:
            continue
        one, other = (FactValue(path, value) for value in fact.readings[:2])
        words = " … ".join(dict.fromkeys(span.text.strip() for span in fact.said))
        yield Conflict(
            f"readings-{path.replace('.', '-')}",
            title_of(path),
            gettext_noop(
                "“%(words)s”: we can read this as %(one)s or as %(other)s. Which is right?"
            ),
            (("words", words[:WORDS_MAX]), ("one", one), ("other", other)),
            (path,),
            (
                ConflictChoice("one", "%(one)s", (("one", one),), ((path, plain(one.value)),)),
                ConflictChoice(
                    "other", "%(other)s", (("other", other),), ((path, plain(other.value)),)
                ),
                ConflictChoice("open", gettext_noop("Neither: leave it open"), (), ((path, None),)),
            ),
        )


def _past_deadline(facts: Facts, today: date) -> Iterator[Conflict]:
    deadline = facts.deadline.value
    if deadline is None or deadline >= today:
        return
    later = _same_day_from(deadline, today)
    yield make_conflict(
        facts,
        "past-deadline",
        gettext_noop("The date has passed"),
        gettext_noop("It was to be ready on %(deadline)s, and that day is over."),
        (("deadline", deadline),),
        ("deadline",),
        ConflictChoice(
            "later",
            gettext_noop("We mean %(later)s"),
            (("later", later),),
            (("deadline", plain(later)),),
        ),
        ConflictChoice(
            "open", gettext_noop("There is no longer a date"), (), (("deadline", None),)
        ),
    )


def _deadline_and_weeks(facts: Facts, today: date) -> Iterator[Conflict]:
    deadline, weeks = facts.deadline.value, facts.duration_weeks.value
    if deadline is None or weeks is None or deadline < today:
        return
    start = start_of(facts, today)
    until = Decimal((deadline - start).days) / 7
    if abs(until - weeks) <= WEEKS_OF_SLACK:
        return
    end = start + timedelta(weeks=float(weeks))
    yield make_conflict(
        facts,
        "deadline-weeks",
        gettext_noop("A date and a number of weeks that differ"),
        gettext_noop(
            "Until %(deadline)s there are %(until)s weeks, but we have also read %(weeks)s weeks."
        ),
        (("deadline", deadline), ("until", Decimal(int(until))), ("weeks", weeks)),
        ("deadline", "duration_weeks"),
        ConflictChoice(
            "date",
            gettext_noop("The date counts: %(deadline)s"),
            (("deadline", deadline),),
            (("duration_weeks", None),),
        ),
        ConflictChoice(
            "weeks",
            gettext_noop("The weeks count: ready on %(end)s"),
            (("end", end),),
            (("deadline", plain(end)),),
        ),
    )


def _hours(facts: Facts) -> Iterator[Conflict]:
    people, hours = facts.people.value, facts.hours_per_week.value
    if not people or hours is None or hours <= people * MOST_HOURS:
        return
    per_head = hours / people
    yield make_conflict(
        facts,
        "hours",
        gettext_noop("More hours than a week has"),
        gettext_noop("%(hours)s hours a week are %(each)s for each of %(people)s."),
        (("hours", hours), ("each", per_head.quantize(Decimal(1))), ("people", Decimal(people))),
        ("people", "hours_per_week"),
        ConflictChoice(
            "full",
            gettext_noop("Count 40 hours a week for each"),
            (),
            (("hours_per_week", str(people * FULL_TIME)),),
        ),
        ConflictChoice(
            "open", gettext_noop("Leave the hours open"), (), (("hours_per_week", None),)
        ),
    )


def _full_time(facts: Facts) -> Iterator[Conflict]:
    hours, weeks = facts.hours_per_week.value, facts.duration_weeks.value
    claims = any(_FULL_TIME.search(span.text) for span in facts.duration_weeks.said)
    if hours is None or weeks is None or not claims or hours >= FULL_TIME:
        return
    longer = ceil(weeks * FULL_TIME / hours)
    yield make_conflict(
        facts,
        "full-time",
        gettext_noop("Weeks of full-time work in fewer hours"),
        gettext_noop(
            "%(weeks)s weeks full-time are %(total)s hours. At %(hours)s hours a week that takes"
            " %(longer)s weeks."
        ),
        (
            ("weeks", weeks),
            ("total", weeks * FULL_TIME),
            ("hours", hours),
            ("longer", Decimal(longer)),
        ),
        ("hours_per_week", "duration_weeks"),
        ConflictChoice(
            "longer",
            gettext_noop("Take %(longer)s weeks"),
            (("longer", Decimal(longer)),),
            (("duration_weeks", str(longer)),),
        ),
        ConflictChoice(
            "full", gettext_noop("Work 40 hours a week"), (), (("hours_per_week", str(FULL_TIME)),)
        ),
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
    choices = [
        ConflictChoice(
            "there",
            gettext_noop("It arrives before we need it"),
            (),
            (("budget", {**data, "later": []}),),
        )
    ]
    if now > 0:
        choices.insert(
            0,
            ConflictChoice(
                "without",
                gettext_noop("Plan with %(now)s only"),
                values[1:2],
                (("budget", {**data, "amount": str(now), "later": []}),),
            ),
        )
    yield make_conflict(
        facts,
        "later-money",
        gettext_noop("Part of the money comes later"),
        gettext_noop(
            "%(later)s only come under this condition: “%(condition)s”. Until then there are"
            " %(now)s. Do we need it before?"
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
        yield make_conflict(
            facts,
            f"prices-{first}-{second}",
            gettext_noop("Two prices for the same thing"),
            gettext_noop("One answer says %(one)s, another says %(other)s."),
            values,
            paths,
            ConflictChoice(
                "one", "%(one)s", values[:1], ((paths[1], None), (paths[0], plain(one.value)))
            ),
            ConflictChoice(
                "other", "%(other)s", values[1:], ((paths[0], None), (paths[1], plain(other.value)))
            ),
        )


def _is_same_price_told_twice(one: Any, other: Any) -> bool:
    def thing(fact: Any) -> tuple[Any, ...]:
        return (fact.value.currency, fact.value.per, fact.value.unit, fact.value.payer)

    answers = [{span.answer for span in fact.said} for fact in (one, other)]
    apart = all(answers) and answers[0].isdisjoint(answers[1])
    return apart and thing(one) == thing(other) and one.value.amount != other.value.amount


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
