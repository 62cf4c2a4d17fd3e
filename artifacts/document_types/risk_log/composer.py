"""Composes the Risk Log: what follows from the traits and facts of this project, and from nothing
else.
"""

from __future__ import annotations

from typing import Any

from artifacts.document_types.risk_log.risks import CASES, Case
from artifacts.runners.offline import cues
from artifacts.runners.offline.library import fill, slots
from artifacts.runners.offline.quoting import bare, shortened
from artifacts.runners.offline.story import Story, kind_of
from artifacts.schemas.fields import TITLE_MAX
from artifacts.text import sentences

_HARD = frozenset({"offline", "warn", "make", "record", "go"})
"""Kinds of steps that are seldom as plain as they sound."""

MOST = {
    "technical_risks": 2,
    "market_risks": 2,
    "execution_risks": 3,
    "financial_risks": 1,
    "strategic_risks": 1,
}


def compose(story: Story) -> dict[str, Any]:
    """Return every section's risks, at most `MOST` of each."""
    content: dict[str, Any] = {}
    number = 0
    written: list[str] = []
    for section, cases in CASES.items():
        risks: list[dict[str, Any]] = []
        for case in cases:
            room = len(risks) < MOST[section] and case.when(story)
            risk = _risk(story, case, written) if room else None
            if risk:
                number += 1
                written.append(risk["description"])
                risks.append({"id": f"R-{number}", **risk})
        content[section] = risks
    return content


def _risk(story: Story, case: Case, written: list[str]) -> dict[str, Any] | None:
    """Return the risk in words, or None if it has nothing to say about this project; `written`
    are the descriptions of those before it.
    """
    text = story.library.risks[case.key]
    affected = _affected(story, case)
    milestone = _milestone(story, case)
    known = {
        "because": story.because(*case.facts(story)),
        "feature": _feature(story, case, affected) if story.features else "",
        "condition": _condition(story, written),
        "spare": story.spare,
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
        "likelihood": case.likelihood,
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


def _condition(story: Story, written: list[str]) -> str:
    """Return the first sentence of what must or may be that no risk has quoted yet, quoted."""
    left_out = [bare(str(fact.value)) for fact in story.facts.left_out]
    for sentence in sentences(story.remaining("constraint")):
        if any(text in sentence for text in left_out) or not cues.is_binding(sentence):
            continue
        beginning = " ".join(bare(sentence).split()[:_BEGINNING])
        if not any(beginning in description for description in written):
            return story.quote(sentence, 160)
    return ""


_BEGINNING = 5
"""How many words tell whether two quotations are of one sentence."""


def _affected(story: Story, case: Case) -> list[str]:
    """Return the ids of what a risk hits: steps of its kinds, the assumption it overthrows, the
    milestone it moves.
    """
    found = [f.id for f in story.features if case.steps and kind_of(story, f.name) in case.steps]
    assumption = story.assumption_id(case.rests_on) if case.rests_on else ""
    milestone = _milestone(story, case) if case.hits_plan else ""
    found = [item_id for item_id in (*found, assumption, milestone) if item_id]
    return found or [f.id for f in sorted(story.features, key=lambda f: f.priority != "high")][:1]


def _milestone(story: Story, case: Case) -> str:
    plan = story.plan.milestones if story.plan else []
    return plan[max(-len(plan), min(len(plan) - 1, case.milestone))].id if plan else ""


def _feature(story: Story, case: Case, affected: list[str]) -> str:
    """Return a pointer to the feature a mitigation speaks of: one that is hit, or the one that can
    wait longest.
    """
    ids = [feature.id for feature in story.features]
    hit = next((item_id for item_id in affected if item_id in ids), "")
    if case.hardest:
        hard = next((f.id for f in story.features if kind_of(story, f.name) in _HARD), ids[0])
        return f"[[{hard}]]"
    return f"[[{hit}]]" if hit else story.spare or f"[[{ids[-1]}]]"
