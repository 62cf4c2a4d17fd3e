"""Composes the Risk Log: what follows from the traits and facts of this project, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from artifacts.facts.schema import Fact
from artifacts.runners.offline.brief import PROVEN
from artifacts.runners.offline.library import fill, slots
from artifacts.runners.offline.mvp_scope import kind_of
from artifacts.runners.offline.story import Story, shortened
from artifacts.schemas.base import TITLE_MAX

Level = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Case:
    """When a risk is there, how bad and likely it is, whose words it rests on, and what it hits."""

    key: str
    severity: Level
    likelihood: Level | None
    when: Callable[[Story], bool]
    facts: Callable[[Story], list[Fact[Any]]] = field(default=lambda story: [])
    steps: tuple[str, ...] = ()
    """Kinds of steps that it affects; the last step where none is of these kinds."""
    rests_on: tuple[str, ...] = ()
    """Placeholders by which the assumption is found that it would overthrow."""
    milestone: int = -1
    """Which milestone its mitigation speaks of, as an index of the plan."""
    hits_plan: bool = False
    """Whether it is that milestone that it hits."""


def _traits(*names: str) -> Callable[[Story], bool]:
    return lambda story: story.has(*names)


def _trait_facts(*names: str) -> Callable[[Story], list[Fact[Any]]]:
    return lambda story: [getattr(story.facts.traits, name) for name in names]


def _stage(story: Story) -> str:
    stage = story.facts.stage.value
    return stage.stage if stage else ""


def _is_personal(story: Story) -> bool:
    return story.has("personal_data") and not story.has("health_data") and not story.has("children")


def _is_goods(story: Story) -> bool:
    return story.has("physical_goods") and not story.has("hardware")


def _is_paid(story: Story) -> bool:
    return bool(story.facts.prices) and _stage(story) in PROVEN


def _is_unpaid(story: Story) -> bool:
    return bool(story.facts.prices) and _stage(story) not in PROVEN


def _is_for_organisations(story: Story) -> bool:
    return story.has("sells_to_organisations") and not story.facts.payer


def _is_evenings(story: Story) -> bool:
    return bool(story.facts.people) and not story.facts.hours_per_week


CASES: dict[str, tuple[Case, ...]] = {
    "technical_risks": (
        Case("children", "high", "low", _traits("children", "personal_data"), _trait_facts("children"), ("warn",)),
        Case("health", "high", "low", _traits("health_data"), _trait_facts("health_data"), ("record",)),
        Case(
            "offline", "high", "medium", _traits("works_offline"), _trait_facts("works_offline"), ("offline", "record")
        ),
        Case("hardware", "high", "medium", _traits("hardware"), _trait_facts("hardware"), ("record", "warn")),
        Case("ai", "high", "medium", _traits("ai_output"), _trait_facts("ai_output"), ("message",)),
        Case("personal", "high", "low", _is_personal, _trait_facts("personal_data"), ("record", "choose")),
        Case("goods", "medium", "medium", _is_goods, _trait_facts("physical_goods"), ("go", "make"), milestone=-2),
        Case("message", "medium", "medium", lambda s: s.uses("sms", "whatsapp", "email"), steps=("message",)),
        Case("hardest", "medium", "medium", lambda s: bool(s.facts.hours_per_week), milestone=1, hits_plan=True),
        Case("untried", "medium", "medium", lambda s: _stage(s) not in PROVEN, milestone=1, hits_plan=True),
    ),
    "market_risks": (
        Case("two_sides", "high", "high", _traits("two_sides"), _trait_facts("two_sides"), rests_on=("user",)),
        Case("no_price", "high", None, lambda s: not s.facts.prices, steps=("pay",), milestone=0),
        Case("price", "high", "medium", _is_unpaid, steps=("pay",), rests_on=("price",), milestone=-2),
        Case("price_kept", "medium", "medium", _is_paid, steps=("pay",), rests_on=("price",)),
        Case("payer", "medium", "high", lambda s: bool(s.facts.payer), rests_on=("price",), milestone=0),
        Case(
            "organisations",
            "medium",
            "high",
            _is_for_organisations,
            _trait_facts("sells_to_organisations"),
            rests_on=("price",),
            milestone=-2,
        ),
        Case("workaround", "medium", "medium", lambda s: True, rests_on=("workaround",)),
    ),
    "execution_risks": (
        Case(
            "permit",
            "high",
            None,
            lambda s: bool(s.facts.laws) and s.has("needs_permit"),
            lambda s: [*s.facts.laws[:1], s.facts.traits.needs_permit],
            rests_on=("laws",),
            milestone=0,
        ),
        Case(
            "permit_any",
            "high",
            None,
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
        Case("limit", "high", "medium", lambda s: not s.facts.deadline and bool(s.weeks), milestone=-2, hits_plan=True),
        Case(
            "partner",
            "high",
            "medium",
            _traits("depends_on_partner"),
            _trait_facts("depends_on_partner"),
            milestone=-2,
            hits_plan=True,
        ),
        Case("seasonal", "high", "medium", _traits("seasonal"), _trait_facts("seasonal"), hits_plan=True),
        Case(
            "single",
            "medium",
            "medium",
            lambda s: s.facts.people.value == 1 and bool(s.facts.hours_per_week),
            milestone=1,
            hits_plan=True,
        ),
        Case("single_any", "medium", "medium", lambda s: s.facts.people.value == 1, milestone=1, hits_plan=True),
        Case(
            "on_site", "medium", "medium", _traits("on_site_service"), _trait_facts("on_site_service"), ("go", "make")
        ),
        Case("evenings", "medium", "high", _is_evenings, lambda s: [s.facts.people], milestone=1, hits_plan=True),
    ),
    "financial_risks": (
        Case("later_money", "high", "medium", lambda s: bool(s.value("budget_now")), milestone=-2, hits_plan=True),
        Case("budget", "medium", "medium", lambda s: bool(s.facts.budget), steps=("pay",), rests_on=("budget",)),
        Case("winter", "low", "high", lambda s: any(p.value and p.value.months_a_year for p in s.facts.prices)),
        Case("payments", "medium", "medium", _traits("takes_payments"), _trait_facts("takes_payments"), ("pay",)),
    ),
    "strategic_risks": (
        Case("few", "medium", "high", lambda s: bool(s.value("reach_total")), rests_on=("price",)),
        Case("region", "low", "medium", lambda s: bool(s.facts.regions)),
        Case("direction", "low", "medium", lambda s: True),
    ),
}
"""The more serious ones stand first in each section."""

MOST = {"technical_risks": 2, "market_risks": 2, "execution_risks": 3, "financial_risks": 2, "strategic_risks": 1}


def compose(story: Story) -> dict[str, Any]:
    """Return every section's risks, at most `MOST` of each."""
    content: dict[str, Any] = {}
    number = 0
    for section, cases in CASES.items():
        risks: list[dict[str, Any]] = []
        for case in cases:
            risk = _risk(story, case) if len(risks) < MOST[section] and case.when(story) else None
            if risk:
                number += 1
                risks.append({"id": f"R-{number}", **risk})
        content[section] = risks
    return content


def _risk(story: Story, case: Case) -> dict[str, Any] | None:
    """Return the risk in words, or None where it has nothing to say about this project."""
    text = story.library.risks[case.key]
    affected = _affected(story, case)
    milestone = _milestone(story, case)
    known = {
        "because": story.because(*case.facts(story)),
        "feature": f"[[{_feature(story, affected)}]]" if story.features else "",
        "milestone": f"[[{milestone}]]" if milestone else "",
        "assumption_price": story.assumption("price"),
    }
    title, mitigation = story.filled(text.title, **known), story.filled(text.mitigation, **known)
    description = _description(story, text.description, known)
    if not (title and description and mitigation):
        return None
    return {
        "title": shortened(title, TITLE_MAX - 4),
        "description": description,
        "severity": case.severity,
        **({"likelihood": case.likelihood} if case.likelihood else {"likelihood": "medium"}),
        "mitigation": mitigation,
        "affects": affected[:3],
    }


def _description(story: Story, template: str, known: dict[str, str]) -> str:
    """Return the sentences of a description whose values are known."""
    kept = []
    for sentence in template.split(". "):
        values = {name: known.get(name) or story.value(name) for name in slots(sentence)}
        if said := fill(sentence, values):
            kept.append(said.rstrip("."))
    return f"{'. '.join(kept)}." if kept else ""


def _affected(story: Story, case: Case) -> list[str]:
    """Return the ids of what a risk hits: steps of its kinds, the assumption it overthrows, the milestone it moves."""
    found = [f.id for f in story.features if case.steps and kind_of(story, f.name) in case.steps]
    assumption = story.assumption_id(*case.rests_on) if case.rests_on else ""
    milestone = _milestone(story, case) if case.hits_plan else ""
    found = [item_id for item_id in (*found, assumption, milestone) if item_id]
    return found or [feature.id for feature in story.features if feature.priority == "high"][:1]


def _milestone(story: Story, case: Case) -> str:
    plan = story.plan.milestones if story.plan else []
    return plan[max(-len(plan), min(len(plan) - 1, case.milestone))].id if plan else ""


def _feature(story: Story, affected: list[str]) -> str:
    """Return the feature a mitigation speaks of: one that is hit, else the last one, which can wait longest."""
    ids = [feature.id for feature in story.features]
    return next((item_id for item_id in affected if item_id in ids), ids[-1])
