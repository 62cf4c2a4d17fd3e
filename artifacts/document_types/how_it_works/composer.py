"""Composes How It Works: the way somebody goes through the features as they stand, and what happens
behind it.
"""

from __future__ import annotations

from typing import Any

from artifacts.document_types.mvp_scope.schema import Feature
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.runners.offline.devices import works_offline_on_device
from artifacts.runners.offline.quoting import shortened
from artifacts.runners.offline.story import Story, kind_of
from artifacts.schemas.fields import TITLE_MAX

_PLATFORMS = (("sms", "sms"), ("phone call", "calls"), ("email", "email"), ("whatsapp", "whatsapp"))

_NOTED = frozenset({"offline", "message", "pay", "paper", "show", "record", "choose"})
"""Kinds of steps of which something is written down or sent."""


def compose(story: Story) -> dict[str, Any]:
    return {
        "user_journey": _journey(story),
        "architecture": _architecture(story),
        "data_flow": _data(story),
        "integration_points": _connections(story),
        "security_compliance": _rules(story),
    }


def _journey(story: Story) -> list[dict[str, Any]]:
    """One step for each feature of the scope, in its order and with its name: what the founder
    changed there counts.
    """
    group = "how_it_works.user_journey"
    features = story.features
    journey = []
    for number, feature in enumerate(features):
        known = {
            "previous": f"[[{features[number - 1].id}]]" if number else "",
            "milestone": _milestone_of(story, feature),
        }
        keys = ["first"] if number == 0 else []
        keys += ["ready"] if known["milestone"] else ["middle"]
        journey.append(
            {
                "step_number": number + 1,
                "title": shortened(feature.name, TITLE_MAX),
                "description": story.say(group, *keys, **known),
                "uses": [feature.id],
            }
        )
    if journey:
        return journey
    title = story.say(group, "question")
    return [
        {"step_number": 1, "title": title, "description": story.say(group, "first"), "uses": []}
    ]


def _milestone_of(story: Story, feature: Feature) -> str:
    """Return a pointer to the milestone that delivers a feature, or ""."""
    plan = story.plan.milestones if story.plan else []
    return next((f"[[{m.id}]]" for m in plan if feature.id in m.delivers), "")


def _architecture(story: Story) -> str:
    group, features = "how_it_works.architecture", story.features
    ends = (
        {"first_feature": f"[[{features[0].id}]]", "last_feature": f"[[{features[-1].id}]]"}
        if len(features) > 1
        else {}
    )
    last = story.plan.milestones[-2:] if story.plan else []
    ready = {"milestone": f"[[{last[0].id}]]"} if last else {}
    due = "ready" if _is_within_limit(story) else "due"
    return story.say(group, "parts", "platforms", due, **ends, **ready) or story.say(group, "open")


def _is_within_limit(story: Story) -> bool:
    """Return whether everything before the test takes no longer than the time that there is."""
    if not story.plan or not story.plan.milestones or story.weeks is None:
        return False
    test = story.plan.milestones[-1].estimated_weeks
    return story.plan.total_duration_weeks - test <= story.weeks


def _data(story: Story) -> str:
    group = "how_it_works.data_flow"
    noted = [feature for feature in story.features if kind_of(story, feature.name) in _NOTED]
    known = {
        "features": story.pointers(noted),
        "because": story.because(story.facts.traits.personal_data),
    }
    keys = ["flow"]
    keys += ["personal"] if story.has("personal_data") else []
    keys += ["health"] if story.has("health_data") else []
    keys += ["offline"] if works_offline_on_device(story) else []
    keys += ["none"] if story.facts.traits.personal_data.value == "no" else []
    return story.say(group, *keys, **known) or story.say(group, "open")


def _connections(story: Story) -> str:
    group = "how_it_works.integration_points"
    keys = [key for platform, key in _PLATFORMS if story.uses(platform)]
    keys += ["payments"] if story.is_paid_from_afar else []
    keys += ["ai"] if story.has("ai_output") else []
    partner = (
        story.because(story.facts.traits.depends_on_partner)
        if story.has("depends_on_partner")
        else ""
    )
    keys += ["partner"] if partner else []
    return story.say(group, *keys, because=partner) or story.say(group, "none")


def _rules(story: Story) -> str:
    group = "how_it_works.security_compliance"
    traits = story.facts.traits
    texts = [
        story.say(group, "laws"),
        (
            story.say(group, "permit", because=story.because(traits.needs_permit))
            if story.has("needs_permit") and not story.facts.laws
            else ""
        ),
        (
            story.say(group, "children", because=story.because(traits.children))
            if story.has("children")
            else ""
        ),
        story.say(group, "health") if story.has("health_data") else "",
        story.say(group, "personal") if story.has("personal_data") else "",
        story.say(group, "payments") if story.has("takes_payments") else "",
        story.say(group, "risk", risk=_first_risk(story)),
    ]
    return " ".join(text for text in texts if text) or story.say(group, "open")


def _first_risk(story: Story) -> str:
    """Return a pointer to the first risk of high severity that is about how it works, or about the
    law; "" where none is.
    """
    law = story.assumption_id("law") if story.laws_ahead else ""
    log = story.document(RiskLogContent)
    technical = {risk.id for risk in log.technical_risks} if log else set()
    risks = (
        risk
        for risk in story.open_risks
        if risk.severity == "high" and (risk.id in technical or law in risk.affects)
    )
    return next((f"[[{risk.id}]]" for risk in risks), "")
