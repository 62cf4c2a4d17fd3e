"""Which risks follow from which facts and traits: the table that the Risk Log is composed from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from artifacts.facts import sums
from artifacts.facts.schema import Fact
from artifacts.runners.offline.devices import works_offline_on_device
from artifacts.runners.offline.funds import asks_for_budget
from artifacts.runners.offline.story import PROVEN, Story

UNTRIED = frozenset({"idea", "talks", "prototype"})

Level = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Case:
    """When a risk is there, how bad and likely it is, whose words it rests on, and what it hits."""

    key: str
    severity: Level
    likelihood: Level
    when: Callable[[Story], bool]
    facts: Callable[[Story], list[Fact[Any]]] = field(default=lambda _: [])
    steps: tuple[str, ...] = ()
    """Kinds of steps that it affects; the last step where none is of these kinds."""
    rests_on: str = ""
    """Which of the brief's assumptions it would overthrow, by its key."""
    milestone: int = -1
    """Which milestone its mitigation speaks of, as an index of the plan."""
    hits_plan: bool = False
    """Whether it is that milestone that it hits."""
    hardest: bool = False
    """Whether it is about the step that is hardest to get right."""


def _traits(*names: str) -> Callable[[Story], bool]:
    return lambda story: story.has(*names)


def _trait_facts(*names: str) -> Callable[[Story], list[Fact[Any]]]:
    return lambda story: [getattr(story.facts.traits, name) for name in names]


def _stage(story: Story) -> str:
    stage = story.facts.stage.value
    return stage.stage if stage else ""


def _is_personal(story: Story) -> bool:
    return story.has("personal_data") and not story.has("health_data") and not story.has("children")


def _are_children_known(story: Story) -> bool:
    """Whether data about children is told of, and not only inferred from there being children."""
    traits = story.facts.traits
    told = story.has("children", "personal_data")
    return told and (not traits.children.said or traits.personal_data.said != traits.children.said)


def _are_children_in_care(story: Story) -> bool:
    """Whether children come to us or we to them, and it is not their data that is at risk."""
    on_screen = story.uses("web", "phone", "tablet", "desktop")
    return story.has("children") and not _are_children_known(story) and not on_screen


def _is_goods(story: Story) -> bool:
    on_a_day = story.has("on_site_service") or bool(
        story.facts.test.value and story.facts.test.value.begins
    )
    return story.has("physical_goods") and not story.has("hardware") and on_a_day


def _is_paid(story: Story) -> bool:
    return bool(story.facts.prices) and _stage(story) == "customers"


def _is_unpaid(story: Story) -> bool:
    return bool(story.facts.prices) and _stage(story) != "customers"


def _is_for_organisations(story: Story) -> bool:
    return story.has("sells_to_organisations") and not story.facts.payer


def _is_single_of_unknown_hours(story: Story) -> bool:
    return story.facts.people.value == 1 and not story.facts.hours_per_week


def _is_evenings(story: Story) -> bool:
    return bool(story.facts.people) and not story.facts.hours_per_week


def _is_short_of_hours(story: Story) -> bool:
    """Whether the hours for each step are few enough to doubt them."""
    found = sums.capacity(story.facts, story.weeks)
    if not found or not story.value("step_hours") or len(story.steps) == 1:
        return False
    return found.hours <= _DOUBTFUL_HOURS * len(story.steps)


_DOUBTFUL_HOURS = 120
"""Three weeks of full-time work."""


CASES: dict[str, tuple[Case, ...]] = {
    "technical_risks": (
        Case(
            "children",
            "high",
            "low",
            _are_children_known,
            _trait_facts("children"),
            ("warn",),
        ),
        Case(
            "in_care",
            "high",
            "low",
            _are_children_in_care,
            _trait_facts("children"),
            ("go", "make"),
            milestone=-2,
        ),
        Case(
            "health",
            "high",
            "low",
            _traits("health_data"),
            _trait_facts("health_data"),
            ("record",),
        ),
        Case(
            "offline",
            "high",
            "medium",
            works_offline_on_device,
            _trait_facts("works_offline"),
            ("offline", "record"),
        ),
        Case(
            "hardware",
            "high",
            "medium",
            _traits("hardware"),
            _trait_facts("hardware"),
            ("record", "warn"),
        ),
        Case("ai", "high", "medium", _traits("ai_output"), _trait_facts("ai_output"), ("message",)),
        Case(
            "personal",
            "high",
            "low",
            _is_personal,
            _trait_facts("personal_data"),
            ("record", "choose"),
        ),
        Case(
            "goods",
            "medium",
            "medium",
            _is_goods,
            _trait_facts("physical_goods"),
            ("go", "make"),
            milestone=-2,
        ),
        Case(
            "message",
            "medium",
            "medium",
            lambda s: s.uses("sms", "whatsapp", "email"),
            steps=("message",),
        ),
        Case(
            "hardest",
            "medium",
            "medium",
            _is_short_of_hours,
            milestone=1,
            hits_plan=True,
            hardest=True,
        ),
        Case("unknown", "high", "medium", lambda s: not s.steps, milestone=1, hits_plan=True),
        Case(
            "untried",
            "medium",
            "medium",
            lambda s: _stage(s) in UNTRIED,
            milestone=1,
            hits_plan=True,
        ),
        Case(
            "no_stage", "medium", "medium", lambda s: not s.facts.stage, milestone=1, hits_plan=True
        ),
        Case("growing", "medium", "medium", lambda s: _stage(s) in PROVEN),
    ),
    "market_risks": (
        Case(
            "two_sides",
            "high",
            "high",
            _traits("two_sides"),
            _trait_facts("two_sides"),
            rests_on="other",
        ),
        Case(
            "no_price", "high", "medium", lambda s: not s.facts.prices, steps=("pay",), milestone=0
        ),
        Case("price", "high", "medium", _is_unpaid, steps=("pay",), rests_on="price", milestone=-2),
        Case("price_kept", "medium", "medium", _is_paid, steps=("pay",), rests_on="price"),
        Case(
            "payer", "medium", "high", lambda s: s.is_paid_by_others, rests_on="price", milestone=0
        ),
        Case(
            "organisations",
            "medium",
            "high",
            _is_for_organisations,
            _trait_facts("sells_to_organisations"),
            rests_on="price",
            milestone=-2,
        ),
        Case(
            "workaround",
            "medium",
            "medium",
            lambda s: bool(s.value("workaround")),
            rests_on="workaround",
        ),
    ),
    "execution_risks": (
        Case(
            "permit",
            "high",
            "medium",
            lambda s: bool(s.laws_ahead) and s.has("needs_permit"),
            lambda s: [*s.laws_ahead[:1], s.facts.traits.needs_permit],
            rests_on="law",
            milestone=0,
        ),
        Case(
            "permit_any",
            "high",
            "medium",
            lambda s: not s.facts.laws and s.has("needs_permit"),
            _trait_facts("needs_permit"),
            milestone=0,
            hits_plan=True,
        ),
        Case(
            "deadline",
            "high",
            "medium",
            lambda s: bool(s.facts.deadline) and bool(s.weeks),
            milestone=-2,
            hits_plan=True,
        ),
        Case(
            "limit",
            "high",
            "medium",
            lambda s: not s.facts.deadline and bool(s.weeks),
            milestone=-2,
            hits_plan=True,
        ),
        Case(
            "no_limit", "medium", "medium", lambda s: s.weeks is None, milestone=-2, hits_plan=True
        ),
        Case(
            "partner",
            "high",
            "medium",
            _traits("depends_on_partner"),
            _trait_facts("depends_on_partner"),
            milestone=-2,
            hits_plan=True,
        ),
        Case(
            "seasonal",
            "high",
            "medium",
            _traits("seasonal"),
            _trait_facts("seasonal"),
            hits_plan=True,
        ),
        Case(
            "single",
            "medium",
            "medium",
            lambda s: s.facts.people.value == 1 and bool(s.facts.hours_per_week),
            milestone=1,
            hits_plan=True,
        ),
        Case(
            "single_any",
            "medium",
            "medium",
            _is_single_of_unknown_hours,
            milestone=1,
            hits_plan=True,
        ),
        Case(
            "on_site",
            "medium",
            "medium",
            _traits("on_site_service"),
            _trait_facts("on_site_service"),
            ("go", "make"),
        ),
        Case(
            "evenings",
            "medium",
            "high",
            _is_evenings,
            lambda s: [s.facts.people],
            milestone=1,
            hits_plan=True,
        ),
    ),
    "financial_risks": (
        Case(
            "later_money",
            "high",
            "medium",
            lambda s: bool(s.value("budget_now")),
            milestone=-2,
            hits_plan=True,
        ),
        Case(
            "no_budget",
            "medium",
            "medium",
            asks_for_budget,
            milestone=-2,
            hits_plan=True,
        ),
        Case(
            "winter",
            "low",
            "high",
            lambda s: any(p.value and p.value.months_a_year for p in s.facts.prices),
        ),
        Case(
            "payments",
            "medium",
            "medium",
            lambda s: s.has("takes_payments") and not s.is_paid_in_person,
            _trait_facts("takes_payments"),
            ("pay",),
        ),
        Case(
            "budget",
            "medium",
            "medium",
            lambda s: bool(s.facts.budget),
            steps=("pay",),
            milestone=-2,
            hits_plan=True,
        ),
    ),
    "strategic_risks": (
        Case("few", "medium", "high", lambda s: bool(s.value("reach_total")), rests_on="price"),
        Case("direction", "low", "medium", lambda s: bool(s.value("pass_mark"))),
        Case("region", "low", "medium", lambda s: bool(s.facts.regions)),
        Case("no_test", "medium", "medium", lambda s: not s.value("pass_mark"), hits_plan=True),
    ),
}
"""The more serious ones stand first in each section."""
