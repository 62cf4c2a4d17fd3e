"""The facts that a builder must not build against: prices, limits, places, platforms and laws, as
lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from artifacts.facts.labels import value_text
from artifacts.facts.naming import title_of
from artifacts.facts.schema import TRAITS, Facts
from artifacts.facts.sheet import group_of
from artifacts.text import fold_spaces

_BINDING = (
    "prices", "budget", "deadline", "duration_weeks", "earliest_start", "people", "hours_per_week",
    "regions", "languages", "platforms", "laws",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Constraint:
    """A fact, or all of one kind, in the words of the active language."""

    title: str
    text: str
    is_confirmed: bool
    """Whether the founder has said that we read it right."""


def constraints_of(facts: Facts) -> tuple[Constraint, ...]:
    """Return what is known of the facts that bind a builder, then what kind of product it is."""
    return (*_values(facts), *_traits(facts))


def _values(facts: Facts) -> Iterator[Constraint]:
    found: dict[tuple[str, bool], list[str]] = {}
    for path, fact in facts.each():
        if fact and (group := group_of(path)) in _BINDING:
            key = (group, fact.state == "confirmed")
            found.setdefault(key, []).append(fold_spaces(value_text(path, fact.value)))
    for (group, is_confirmed), words in sorted(
        found.items(), key=lambda entry: _BINDING.index(entry[0][0])
    ):
        yield Constraint(_(title_of(group)), "; ".join(words), is_confirmed)


def _traits(facts: Facts) -> Iterator[Constraint]:
    for name in TRAITS:
        if facts.traits.has(name):
            path = f"traits.{name}"
            is_confirmed = getattr(facts.traits, name).state == "confirmed"
            yield Constraint(_(title_of(path)), value_text(path, "yes"), is_confirmed)
