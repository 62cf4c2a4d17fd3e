"""What the tests of the builders' export share: files by path, and documents with hostile names and
texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from artifacts.documents.labels import in_language
from artifacts.exporters.builders import select
from artifacts.exporters.builders.archive import make_parts
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.handover_reader import make_handover
from artifacts.exporters.package import make_package
from artifacts.facts.schema import Facts
from artifacts.schemas import ArtifactType
from artifacts.tests.support.exports import Contents, make_sources
from artifacts.tests.support.factories import PLAIN
from artifacts.text import clean_text
from artifacts.tiers import Tier

START = date(2027, 1, 4)
PROJECT_ID = "0b6f1c1e-8f0f-4d9c-9d0a-2f3b1b7f9d11"

HOSTILE = (
    "=1+1", "+1", "-1", "@name", "#1", "# Heading", "## ADDED Requirements", "### Requirement: x",
    "#### Scenario: x", "/close", "/label ~bug", "---", "~~~", "```", "```\n# in a fence",
    "**Name**: text",
    "- [x] done", "- [ ] 9.9 F-9.9", "1. one", "| a | b |", "<!-- AC:END -->",
    "<!-- SECTION:DESCRIPTION:END -->", "-->", "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "A: b", "2027-01-04", "title: x", "section x", "includes x", "excludes weekends", "%% x",
    "M-1, after M-2, 9w", ";", ":", '"', "'", '""', "\\", "\\n", "a\nb", "a\r\nb", "a\u2028b",
    "Shelf",
    "shelf!", "Tür", "在庫", "مخزن", "полка", "🧮", "\u200f\u200b",
    "../../etc", "C:\\con", "{{ x }}",
    "{% x %}", "$x", "`rm -rf`", "&amp;", "Epic 1", "Story 1.1: x", "## Epic 9: x",
    "### Story 9.9: x",
    "[NEEDS CLARIFICATION: x]", "TBD", "[[F-1]]", "[[brief.key_constraint]]", "[[F-9]]",
    "word " * 40,
    "x" * 190, "BEGIN:VEVENT", "SUMMARY:x", "F-2 other", "M-9",
)  # fmt: skip
"""Texts that some tool would take for something else than a text."""

LINKS = frozenset({"delivers", "depends_on", "affects", "uses"})

any_text = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(min_size=1, max_size=40),
    st.builds("{} {}".format, st.sampled_from(HOSTILE), st.sampled_from(HOSTILE)),
).filter(lambda text: bool(text.strip()) and "SECRET" not in text)
"""Hypothesis also draws literals of our own modules, among them what tests plant to look for it."""


def _usable(text: str) -> str:
    """Return what the schema keeps of `text`, or a word where that is nothing."""
    return clean_text(text)[:180].strip() or "x"


names = any_text.map(_usable)
texts = st.lists(any_text, min_size=1, max_size=4).map(lambda parts: _usable("\n".join(parts)))


@st.composite
def documents(draw: st.DrawFn) -> Contents:
    """Return five documents with hostile texts, up to four features and milestones, and any links
    between them.
    """
    count = draw(st.integers(1, 4))
    feature_ids = [f"F-{number}" for number in range(1, count + 1)]
    milestone_ids = [f"M-{number}" for number in range(1, draw(st.integers(1, 4)) + 1)]
    some_features = st.lists(st.sampled_from([*feature_ids, "F-9"]), max_size=3, unique=True)
    some_milestones = st.lists(st.sampled_from([*milestone_ids, "M-9"]), max_size=2, unique=True)
    features = [
        {
            "id": item_id,
            "name": draw(names),
            "description": draw(texts),
            "priority": draw(st.sampled_from(["high", "medium", "low"])),
            "acceptance_criteria": draw(st.lists(texts, max_size=4)),
        }
        for item_id in feature_ids
    ]
    milestones = [
        {
            "id": item_id,
            "title": draw(names),
            "description": draw(texts),
            "success_criteria": draw(st.lists(texts, max_size=2)),
            "estimated_weeks": draw(st.integers(1, 9)),
            "delivers": draw(some_features),
            "depends_on": draw(some_milestones),
        }
        for item_id in milestone_ids
    ]
    affected = st.lists(st.sampled_from([*feature_ids, *milestone_ids]), max_size=2, unique=True)
    risk = {
        "id": "R-1",
        "title": draw(names),
        "description": draw(texts),
        "severity": "high",
        "mitigation": draw(texts),
        "affects": draw(affected),
    }
    step = {
        "id": "J-1",
        "title": draw(names),
        "description": draw(texts),
        "uses": draw(some_features),
    }
    brief = {
        name: draw(texts)
        for name in ("problem_statement", "target_user", "value_proposition", "key_constraint")
    }
    lines = st.lists(texts, min_size=1, max_size=3)
    return {
        ArtifactType.BRIEF: {**PLAIN[ArtifactType.BRIEF], **brief, "open_questions": draw(lines)},
        ArtifactType.MVP_SCOPE: {
            **PLAIN[ArtifactType.MVP_SCOPE],
            "core_features": features,
            "out_of_scope": draw(lines),
            "success_metrics": draw(lines),
        },
        ArtifactType.MILESTONES: {**PLAIN[ArtifactType.MILESTONES], "milestones": milestones},
        ArtifactType.RISK_LOG: {**PLAIN[ArtifactType.RISK_LOG], "technical_risks": [risk]},
        ArtifactType.HOW_IT_WORKS: {**PLAIN[ArtifactType.HOW_IT_WORKS], "user_journey": [step]},
    }


def harmless(value: Any) -> Any:
    """Return documents of the same structure in which no text is any trouble."""
    kept = {
        "id",
        "priority",
        "severity",
        "likelihood",
        "basis",
        "confidence",
        "delivers",
        "depends_on",
        "affects",
        "uses",
    }
    match value:
        case str():
            return "Plain words"
        case Mapping():
            return {key: inner if key in kept else harmless(inner) for key, inner in value.items()}
        case list():
            return [harmless(inner) for inner in value]
        case _:
            return value


def hand_over(
    contents: Contents = PLAIN,
    *,
    name: str = "Shelfwise",
    tier: Tier = Tier.CTO_SCALE,
    start: date | None = None,
    facts: Facts | None = None,
) -> Handover:
    package = make_package(name, make_sources(contents), tier, None, None, PROJECT_ID, facts)
    with in_language(package.language):
        return make_handover(package, start)


def files_of(handover: Handover, *names: str) -> dict[str, str]:
    """Return the files of the forms in `names`, else of all forms, by their path."""
    chosen = select(names or ("all",))
    with in_language(handover.language):
        return {
            file.path: file.text for part in make_parts(handover, chosen) for file in part.files
        }


def with_features(*changes: Mapping[str, Any]) -> Contents:
    """Return PLAIN with one feature for each of `changes`, which all belong to its milestones as
    they did.
    """
    plain = PLAIN[ArtifactType.MVP_SCOPE]["core_features"][0]
    features = [
        {**plain, "id": f"F-{number}", **change} for number, change in enumerate(changes, start=1)
    ]
    return {
        **PLAIN,
        ArtifactType.MVP_SCOPE: {**PLAIN[ArtifactType.MVP_SCOPE], "core_features": features},
    }
