"""The plain content that most tests write, the runner that writes it, and a claim to write it
with.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.humanize.templatetags.humanize import apnumber

from artifacts.document_types.parts import text_of
from artifacts.generation.claims import Claim, Edits, Requester, claim
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project
from artifacts.runners.base import ProjectInput, Usage, WriteRequest, WriteResult
from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents
from artifacts.schemas.base import SectionKind
from artifacts.tiers import Gate

ALL_DOCUMENTS = len(GENERATION_ORDER)
"""How many documents a project has.

Tests count by it, so that another type changes none of them.
"""

WRITE_ALL = f"Write my {apnumber(ALL_DOCUMENTS)} documents"
"""What the button says that has all of them written."""

_WRITTEN_OUT: Mapping[ArtifactType, Mapping[str, Any]] = {
    ArtifactType.BRIEF: {
        "problem_statement": "We see owners count stock on paper.",
        "target_user": "Owners of small shops.",
        "value_proposition": "We give owners their evenings back.",
        "key_constraint": "One developer for eight weeks.",
        "differentiation_points": ["Works without a connection"],
        "market_analysis": "SECRET-BUSINESS brief.market_analysis",
        "competitive_strategy": "SECRET-STRATEGIC brief.competitive_strategy",
    },
    ArtifactType.MVP_SCOPE: {
        "core_features": [
            {
                "name": "Shelf count",
                "description": "We count a shelf, within [[brief.key_constraint]].",
                "priority": "high",
                "acceptance_criteria": ["A count survives a lost connection"],
            },
            {"name": "Reorder list", "description": "We list what runs out.", "priority": "medium"},
        ],
        "out_of_scope": ["Invoices"],
        "success_metrics": ["1 shop counts every Monday"],
        "technical_architecture": "SECRET-BUSINESS mvp_scope.technical_architecture",
        "scalability_plan": "SECRET-STRATEGIC mvp_scope.scalability_plan",
    },
    ArtifactType.MILESTONES: {
        "milestones": [
            {
                "title": "Count",
                "description": "We build [[F-1]].",
                "estimated_weeks": 3,
                "delivers": ["F-1"],
            },
            {
                "title": "Pilot",
                "description": "We try it.",
                "estimated_weeks": 2,
                "depends_on": ["M-1"],
            },
        ],
        "resource_plan": "SECRET-BUSINESS milestones.resource_plan",
        "risk_mitigation_timeline": "SECRET-STRATEGIC milestones.risk_mitigation_timeline",
    },
    ArtifactType.RISK_LOG: {
        "technical_risks": [
            {
                "title": "Lost counts",
                "description": "A count is lost when the phone dies.",
                "severity": "high",
                "likelihood": "low",
                "mitigation": "We store every tap.",
                "affects": ["F-1"],
            }
        ],
        "market_risks": [],
        "execution_risks": [],
        "financial_risks": [
            {
                "title": "SECRET-BUSINESS money runs out",
                "description": "SECRET-BUSINESS risk_log.financial_risks",
                "severity": "low",
                "likelihood": "low",
                "mitigation": "SECRET-BUSINESS we save.",
            }
        ],
        "strategic_risks": [
            {
                "title": "SECRET-STRATEGIC wrong direction",
                "description": "SECRET-STRATEGIC risk_log.strategic_risks",
                "severity": "low",
                "likelihood": "low",
                "mitigation": "SECRET-STRATEGIC we ask.",
            }
        ],
    },
    ArtifactType.HOW_IT_WORKS: {
        "user_journey": [
            {
                "step_number": 1,
                "title": "Count",
                "description": "The owner counts with [[F-1]].",
                "uses": ["F-1"],
            }
        ],
        "architecture": "A phone and a server.",
        "data_flow": "Counts go from the phone to the server.",
        "integration_points": "SECRET-BUSINESS how_it_works.integration_points",
        "security_compliance": "SECRET-STRATEGIC how_it_works.security_compliance",
    },
}


def _from_sample(artifact_type: ArtifactType) -> Mapping[str, Any]:
    """Return the sample document of a type, with texts behind gates that tests of gates can look
    for.
    """
    document = tomllib.loads(text_of(artifact_type.value, "sample.toml"))
    for section in artifact_type.content_class.sections():
        if section.gate is not Gate.CORE and section.kind is SectionKind.PROSE:
            document[section.name] = (
                f"SECRET-{section.gate.name} {artifact_type.value}.{section.name}"
            )
    return document


PLAIN: Mapping[ArtifactType, Mapping[str, Any]] = {
    artifact_type: _WRITTEN_OUT.get(artifact_type) or _from_sample(artifact_type)
    for artifact_type in GENERATION_ORDER
}

ASSUMING: dict[ArtifactType, Any] = {
    **PLAIN,
    ArtifactType.BRIEF: {
        **PLAIN[ArtifactType.BRIEF],
        "problem_statement": "We see owners count on paper, if [[A-1]] holds.",
        "assumptions": [
            {"text": "Owners keep counting", "basis": "guess", "confidence": "low"},
            {
                "text": "Shops have a phone, see [[brief.target_user]]",
                "basis": "inferred",
                "confidence": "medium",
            },
            {"text": "Our first users own a shop", "basis": "answer", "confidence": "medium"},
        ],
        "open_questions": ["Who pays for it?", "What does a lost count cost?"],
    },
    ArtifactType.MVP_SCOPE: {
        **PLAIN[ArtifactType.MVP_SCOPE],
        "out_of_scope": ["Invoices, see [[brief.open_questions]]"],
        "technical_architecture": "It rests on [[A-1]].",
    },
    ArtifactType.RISK_LOG: {
        **PLAIN[ArtifactType.RISK_LOG],
        "technical_risks": [
            {**PLAIN[ArtifactType.RISK_LOG]["technical_risks"][0], "affects": ["A-1"]}
        ],
    },
}
"""The same with three assumptions, of which A-1 is pointed at, and two open questions."""


@dataclass
class StubRunner:
    """Writes the PLAIN content, calls `before` first, and remembers what it was given."""

    before: Any = None
    contents: Mapping[ArtifactType, Mapping[str, Any]] = field(default_factory=lambda: PLAIN)
    calls: list[tuple[ArtifactType, dict[ArtifactType, Any]]] = field(default_factory=list)
    name: str = "stub"

    def write(
        self,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest,
    ) -> WriteResult:
        self.calls.append((artifact_type, dict(earlier)))
        if self.before:
            self.before(artifact_type)
        return WriteResult(
            self.contents[artifact_type], Usage(model="stub-1", tokens_in=10, tokens_out=20)
        )


def reworded(value: Any) -> Any:
    """Return the same content with every text of it in other words."""
    match value:
        case dict():
            return {name: reworded(entry) for name, entry in value.items()}
        case list():
            return [reworded(entry) for entry in value]
        case str() if " " in value:
            return f"{value} Again."
    return value


def claim_all(
    project: Project, types: Iterable[ArtifactType] = GENERATION_ORDER, **changes: Any
) -> Claim:
    """Return a claim of `types`, as the command would make it."""
    arguments: dict[str, Any] = {
        "trigger": Requester(GenerationAttempt.Trigger.COMMAND),
        "edits": Edits.REFUSE,
        "runner": "fake",
        "started": True,
        **changes,
    }
    return claim(project, types, **arguments)


def write(cascade: Claim) -> None:
    """Write what a claim holds, as a worker that was rung for would."""
    write_claim(cascade, runner=StubRunner())
