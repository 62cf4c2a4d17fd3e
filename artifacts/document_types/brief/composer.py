"""Composes the Product Brief: what was said, what has to hold within it, what we take for granted
and what is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from artifacts.runners.offline.devices import works_offline_on_device
from artifacts.runners.offline.funds import asks_for_budget
from artifacts.runners.offline.quoting import listen
from artifacts.runners.offline.story import PROVEN, Story, first_said

Basis = Literal["answer", "inferred", "guess"]
Confidence = Literal["high", "medium", "low"]

_ASSUMPTIONS_MAX = 5
_DIGIT = re.compile(r"\d")


class _Taken(NamedTuple):
    """One thing we take for granted: when, where it comes from, and how sure we are."""

    key: str
    when: Callable[[Story], bool]
    basis: Basis
    confidence: Confidence


_ASSUMPTIONS = (
    _Taken("law", lambda s: bool(s.laws_ahead), "guess", "low"),
    _Taken("use", bool, "guess", "low"),
    _Taken("price", bool, "answer", "low"),
    _Taken("other", lambda s: s.has("two_sides"), "guess", "low"),
    _Taken("partner", lambda s: s.has("depends_on_partner"), "guess", "low"),
    _Taken("workaround", bool, "inferred", "medium"),
)


def _waits_unknown(story: Story) -> bool:
    """Whether something has to be granted, and nobody said how long that takes."""
    return story.has("needs_permit") and not story.wait_weeks


_QUESTIONS: tuple[tuple[str, Callable[[Story], bool]], ...] = (
    ("steps", lambda s: not s.steps),
    ("price", lambda s: not s.facts.prices),
    ("limit", lambda s: s.weeks is None),
    ("hours", lambda s: not s.facts.hours_per_week),
    ("budget", asks_for_budget),
    ("test", lambda s: not s.facts.test),
    ("law", lambda s: not s.facts.laws and not s.has("needs_permit")),
    ("place", lambda s: not s.facts.regions),
    ("workaround", lambda s: not s.value("workaround")),
    ("left_out", lambda s: not s.facts.left_out),
    ("stage", lambda s: not s.value("stage") and not s.value("evidence")),
    ("settled", lambda s: bool(s.laws_ahead) and _waits_unknown(s)),
    ("permit", lambda s: not s.facts.laws and _waits_unknown(s)),
    ("children", lambda s: s.has("children")),
    ("health_data", lambda s: s.has("health_data")),
    ("personal_data", lambda s: s.has("personal_data") and not s.has("health_data")),
    ("payments", lambda s: s.has("takes_payments") and not s.is_paid_in_person),
    ("offline", works_offline_on_device),
    ("hardware", lambda s: s.has("hardware")),
    ("partner", lambda s: s.has("depends_on_partner")),
    ("season", lambda s: s.has("seasonal") and not s.has("hardware")),
)
_QUESTIONS_MAX = 6


def compose(story: Story) -> dict[str, Any]:
    brief = "brief."
    say = story.say
    return {
        "problem_statement": (
            say(f"{brief}problem_statement", "said", "workaround")
            or say(f"{brief}problem_statement", "open")
        ),
        "target_user": (
            say(f"{brief}target_user", "said", *_payer(story)) or say(f"{brief}target_user", "open")
        ),
        "value_proposition": (
            say(f"{brief}value_proposition", "said", _price(story), "place")
            or say(f"{brief}value_proposition", "open")
        ),
        "key_constraint": say(f"{brief}key_constraint", *_limits(story)),
        "differentiation_points": _differences(story),
        "assumptions": _assumptions(story),
        "open_questions": _questions(story),
        "market_analysis": _market(story),
        "competitive_strategy": (
            say(f"{brief}competitive_strategy", "against", "win")
            or say(f"{brief}competitive_strategy", "open")
        ),
    }


def _price(story: Story) -> str:
    """Say prices in the founder's words where a list of them would read as a contradiction."""
    return "price_words" if story.value("price_words") else "price"


def _payer(story: Story) -> list[str]:
    """Say who pays, unless the words about the user say it already."""
    payer = story.facts.payer.value
    if not payer:
        return []
    said = [] if listen(payer) in story.value("user") else ["payer"]
    return [*said, *(["convince"] if story.is_paid_by_others else [])]


def _limits(story: Story) -> list[str]:
    """Return the occasions of the key constraint: time, team, money, and what else must hold."""
    facts = story.facts
    limited = "deadline" if facts.deadline else "duration"
    time = limited if story.weeks else "past" if facts.deadline else "no_limit"
    if facts.people and facts.hours_per_week:
        team = "team" if story.weeks else "team_open_end"
    else:
        team = "hours_only" if facts.hours_per_week else "people_only"
    return [time, team, "budget", "later", "limits"]


def _differences(story: Story) -> list[str]:
    group = "brief.differentiation_points"
    offline = story.facts.traits.works_offline
    lines = [
        *(
            story.lines(group, "offline", because=story.because(offline))
            if story.has("works_offline")
            else []
        ),
        *(story.lines(group, "rivals") if _DIGIT.search(story.value("rivals")) else []),
        *story.lines(group, "end"),
    ]
    return lines or story.lines(group, "price") or story.lines(group, "open")


def _assumptions(story: Story) -> list[dict[str, Any]]:
    traits = story.facts.traits
    because = {
        "other": story.because(traits.two_sides),
        "partner": story.because(traits.depends_on_partner),
    }
    found = []
    for taken in _ASSUMPTIONS:
        text = story.say("brief.assumptions", taken.key, because=because.get(taken.key, ""))
        if text and taken.when(story):
            found.append(
                {"text": text, "basis": taken.basis, "confidence": _confidence(story, taken)}
            )
    if not found:
        keys = ("problem", "any")
        found = [
            {
                "text": first_said(story, "brief.assumptions", *keys),
                "basis": "guess",
                "confidence": "low",
            }
        ]
    return found[:_ASSUMPTIONS_MAX]


def _confidence(story: Story, taken: _Taken) -> Confidence:
    """A price that somebody has paid is no longer only an answer."""
    stage = story.facts.stage.value
    proves = {"price": {"customers"}, "use": PROVEN}.get(taken.key, ())
    proven = stage is not None and stage.stage in proves
    return "medium" if proven else taken.confidence


def _questions(story: Story) -> list[str]:
    wanted = [key for key, is_open in _QUESTIONS if is_open(story)]
    return story.lines("brief.open_questions", *wanted)[:_QUESTIONS_MAX]


def _market(story: Story) -> str:
    group = "brief.market_analysis"
    reach = "reach_months" if story.value("reach_months") else "reach"
    if not story.value("reach_total"):
        reach = "season"
    even = ["even"] if len(story.facts.prices) == 1 else []
    unknown = [] if story.facts.prices else ["open"]
    return story.say(group, reach, *even, *unknown, "evidence", "stage") or story.say(
        group, "count"
    )
