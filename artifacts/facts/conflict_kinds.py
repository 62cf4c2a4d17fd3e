"""What a conflict between facts is: a question with answers, each a set of typed corrections.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from artifacts.facts.schema import Facts
from artifacts.facts.sheet import fact_at
from artifacts.text import gettext_noop

Values = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value with the path of its fact, which decides how it is worded."""

    path: str
    value: Any


@dataclass(frozen=True, slots=True)
class ConflictChoice:
    """One answer: words with typed values to fill in, and the corrections it makes (path,
    value).
    """

    key: str
    text: str
    values: Values = ()
    corrections: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that do not fit together.

    `values` are typed (dates, numbers, models), for the page to write.
    """

    id: str
    title: str
    text: str
    values: Values
    paths: tuple[str, ...]
    choices: tuple[ConflictChoice, ...]
    is_settled: bool = False
    """True once the founder confirmed all facts in it: it is kept as it is, and a risk."""


KEEP = ConflictChoice("keep", gettext_noop("Keep it as it is, and write it down as a risk"))


def make_conflict(
    facts: Facts,
    conflict_id: str,
    title: str,
    words: str,
    values: Values,
    paths: tuple[str, ...],
    *choices: ConflictChoice,
) -> Conflict:
    """Return a conflict about the facts at `paths`; it can always be kept as it is."""
    involved = [fact_at(facts, path) for path in paths]
    settled = all(fact is not None and fact.state == "confirmed" for fact in involved)
    return Conflict(conflict_id, title, words, values, paths, (*choices, KEEP), settled)


def start_of(facts: Facts, today: date) -> date:
    """Return the day from which weeks count."""
    return max(facts.earliest_start.value or today, today)
