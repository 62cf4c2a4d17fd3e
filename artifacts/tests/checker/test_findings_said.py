"""All that is said of sentences that contradict what a founder told, word by word.

`findings.txt` has each sentence of bench/contradictions.json, and of the ferry, that the checker
objects to, and below it the findings: the rule and how serious it is, the place, the message, the
founder's words, what the figures make, and what to do about it, in the words of pages and in those
for a model. `findings_of_rules.txt` has the same of the bad example of each rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from artifacts.checker.check import check
from artifacts.checker.findings import Finding, Location
from artifacts.checker.rules import RULES
from artifacts.checker.sample import check_sample
from artifacts.schemas import ArtifactType
from artifacts.tests.checker.test_contradictions import FERRY
from artifacts.tests.support.recorded import Compare, Recording
from artifacts.tests.support.studied import documents_of, project_of
from bench.contradictions import CONTRADICTIONS, with_text

SAID = Recording(Path(__file__).with_name("findings.txt"))
OF_RULES = Recording(Path(__file__).with_name("findings_of_rules.txt"))
FERRY_TEXTS = (
    ("milestones.resource_plan", "We have £9,000 in all."),
    ("milestones.resource_plan", "We spend £6,000 and the £500 of the aunt."),
    ("milestones.resource_plan", "We begin to row before the licence is there."),
    ("mvp_scope.success_metrics", "It runs for eight weeks with 20 walkers."),
    ("mvp_scope.success_metrics", "We go on if most are happy."),
    ("mvp_scope.out_of_scope", "Paying with a card; that comes later"),
    ("brief.market_analysis", "Guests pay in cash."),
    ("brief.market_analysis", "Five crossings a day cost £20."),
    ("brief.market_analysis", "A walker pays £30 a week."),
    ("brief.market_analysis", "Twelve planks of 3 kg weigh 40 kg."),
    ("brief.market_analysis", "According to a recent study walkers like ferries."),
    ("brief.market_analysis", "As an AI language model I cannot say more."),
    ("brief.market_analysis", "See [[F-99]] for that. TODO"),
    (
        "brief.market_analysis",
        "Wir bringen die Leute heute Nacht über den Fluss, und niemand wartet.",
    ),
)
FERRY_FOUNDER = {
    "id": "ferry",
    "name": FERRY["name"],
    "idea": FERRY["idea"],
    "answers": {key: FERRY[key] for key in ("price", "constraint", "validation")},
    "first_version": FERRY["first_version"].splitlines(),
    "contradictions": [
        {"document": document, "section": section, "text": text}
        for place, text in FERRY_TEXTS
        for document, section in [place.split(".")]
    ],
}
"""A founder whose sentences meet rules that those of the file do not."""

FOUNDERS = [*json.loads(CONTRADICTIONS.read_text(encoding="utf-8")), FERRY_FOUNDER]


def said_of(founder: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a founder."""
    project = project_of(founder)
    contents = documents_of(project)
    known = {finding.id for finding in check(project, contents).findings}
    for sentence in founder["contradictions"]:
        artifact_type, section = ArtifactType(sentence["document"]), sentence["section"]
        changed = {
            **contents,
            artifact_type: with_text(contents[artifact_type], section, sentence["text"]),
        }
        report = check(project, changed, edited={artifact_type: (section,)})
        found = [finding for finding in report.findings if finding.id not in known]
        if found:
            yield sentence["text"]
        for finding in found:
            yield from (f"    {line}" for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.rule} {finding.severity.name} {finding.gate.name} {place_text(finding.place)}"
    yield finding.message
    named = ("passage", "told", "derivation", "hint", "writer_hint")
    yield from (f"{name}: {value}" for name in named if (value := getattr(finding, name)))
    yield from (f"about: {place_text(place)}" for place in finding.about)


def place_text(place: Location) -> str:
    parts = (place.artifact_type.value, place.section, place.item_id, place.field)
    return f"{' '.join(filter(None, parts))} ({place})"


@pytest.mark.parametrize("founder", FOUNDERS, ids=lambda founder: founder["id"])
def test_findings_say_what_is_wrong_and_what_to_do(
    founder: dict[str, Any], recorded: Compare
) -> None:
    recorded(SAID, founder["id"], said_of(founder))


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_where_its_bad_example_is_wrong(name: str, recorded: Compare) -> None:
    found = check_sample(RULES[name].bad).findings
    recorded(OF_RULES, name, (line for finding in found for line in _lines(finding)))
