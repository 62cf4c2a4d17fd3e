"""The way back of the offline writer: which of its sentences a text is, and which facts it has.

No text says where it comes from. But the sentences are data, and each names the values that it
holds, so that they can be found again in any document, however old.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from artifacts.runners.offline.library import languages, library, slots
from artifacts.schemas.marks import without_marks
from artifacts.text import fold_spaces, gettext_noop, sentences

LETTERS_MIN = 6
"""A sentence of ours with fewer letters beside its values could be anything."""

_LIMIT = ("deadline", "duration_weeks", "earliest_start")
_WORK = ("hours_per_week", *_LIMIT)

SLOT_FACTS: Mapping[str, tuple[str, ...]] = {
    "deadline": ("deadline",),
    "today": ("earliest_start",),
    "weeks": _LIMIT,
    "extra_weeks": _LIMIT,
    "milestone_end": ("deadline", "earliest_start"),
    "milestone_hours": ("hours_per_week",),
    "people": ("people",),
    "hours": ("hours_per_week",),
    "lost_hours": ("hours_per_week",),
    "capacity": _WORK,
    "step_hours": (*_WORK, "first_version", "test"),
    "steps": ("first_version",),
    "first_step": ("first_version",),
    "last_step": ("first_version",),
    "begins": ("test",),
    "test_length": ("test",),
    "participants": ("test",),
    "pass_number": ("test",),
    "pass_share": ("test",),
    "pass_mark": ("test",),
    "price": ("prices",),
    "one_price": ("prices",),
    "price_words": ("prices",),
    "share": ("prices",),
    "budget": ("budget",),
    "budget_now": ("budget",),
    "budget_later": ("budget",),
    "later_condition": ("budget",),
    "sales": ("budget", "prices"),
    "reach_count": ("counts", "prices"),
    "reach_price": ("counts", "prices"),
    "reach_months": ("counts", "prices"),
    "reach_total": ("counts", "prices"),
    "test_count": ("test", "counts", "prices"),
    "test_price": ("test", "counts", "prices"),
    "test_total": ("test", "counts", "prices"),
    "test_months": ("test", "counts", "prices"),
    "pass_count": ("test", "prices"),
    "pass_price": ("test", "prices"),
    "pass_total": ("test", "prices"),
    "season_total": ("prices",),
    "season_months": ("prices",),
    "season_price": ("prices",),
    "cost_base": ("budget",),
    "cost_left": ("budget",),
    "cost_count": ("budget",),
    "payer": ("payer",),
    "regions": ("regions",),
    "laws": ("laws",),
    "law": ("laws",),
    "platforms": ("platforms",),
    "channels": ("platforms",),
}
"""The facts that each value is made of; values that are the founder's words have none here."""


HOW: Mapping[str, str] = {
    "weeks": gettext_noop("whole weeks from the day it was written to the limit"),
    "milestone_hours": gettext_noop("hours a week × the weeks of this milestone"),
    "milestone_end": gettext_noop("the weeks of the plan up to here, counted from its first day"),
    "lost_hours": gettext_noop("hours a week × 2"),
    "extra_weeks": gettext_noop("the weeks of the plan − the weeks there are"),
    "pass_share": gettext_noop("those who have to pass ÷ those who take part"),
}
"""How figures are computed that are no sum of the page of facts."""


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence of ours: its key in the library, and the values in it."""

    key: str
    slots: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The groups of facts that its values are made of."""
        found = (group for slot in self.slots for group in SLOT_FACTS.get(slot, ()))
        return tuple(dict.fromkeys(found))

    @property
    def how(self) -> str:
        """How its figure is computed, untranslated; empty if its facts say it all."""
        return next((HOW[slot] for slot in self.slots if slot in HOW), "")


def recognise(sentence: str, language: str) -> OwnSentence | None:
    """Return which of our sentences this is, whether or not its marks were accepted; None if
    it is none.
    """
    if language not in languages():
        return None
    said = _plain(sentence)
    return next((own for pattern, own in _patterns(language) if pattern.fullmatch(said)), None)


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], OwnSentence], ...]:
    """Return every sentence as a pattern, those with most words of their own first."""
    found = sorted(_pieces(language), key=lambda piece: -_letters(piece[1]))
    return tuple((_pattern(text), OwnSentence(key, tuple(slots(text)))) for key, text in found)


def _pieces(language: str) -> Iterator[tuple[str, str]]:
    for key, template in library(language).texts().items():
        for text in sentences(_plain(template)):
            if _letters(text) >= LETTERS_MIN:
                yield key, text


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split(r"\{[a-z_]+\}", text)
    return re.compile("(?:.+?)".join(map(re.escape, parts)), re.IGNORECASE)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, re.sub(r"\{[a-z_]+\}", "", text)))


def _plain(text: str) -> str:
    return fold_spaces(without_marks(text))
