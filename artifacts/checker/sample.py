"""A small project with nothing wrong in it, and the same with changes: what the examples of the
rules are about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from artifacts.checker.check import check
from artifacts.checker.findings import Report
from artifacts.documents.retired import RetiredItem, Superseded
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactContent, ArtifactType, Contents

_PROJECT: Mapping[str, Any] = {
    "name": "Shelfwise",
    "idea": "Stock counting on a phone for small shops.",
    "target_user": "Owners of small shops",
    "problem": "They count stock on paper every week",
    "price": "29 euros a month per shop",
    "constraint": "One developer for eight weeks",
    "validation": "5 shops count with it for a month",
}
_DOCUMENTS: Mapping[str, Mapping[str, Any]] = {
    "brief": {
        "problem_statement": "Owners count stock on paper every week.",
        "target_user": "We begin with owners of small shops.",
        "value_proposition": "Shelfwise gives owners their evenings back.",
        "key_constraint": "One developer for eight weeks.",
        "differentiation_points": ["It works without a connection"],
        "assumptions": [
            {
                "id": "A-1",
                "text": "Owners will keep counting",
                "basis": "guess",
                "confidence": "low",
            }
        ],
        "market_analysis": "We meet owners at the wholesaler.",
        "competitive_strategy": "We stay closer to owners than a till vendor can.",
    },
    "mvp_scope": {
        "core_features": [
            {
                "id": "F-1",
                "name": "Shelf count",
                "description": "An owner counts a shelf on the phone.",
                "priority": "high",
                "acceptance_criteria": ["A count survives a lost connection"],
            },
            {
                "id": "F-2",
                "name": "Reorder list",
                "description": "We list what runs out.",
                "priority": "medium",
                "acceptance_criteria": ["An article below its minimum is listed"],
            },
        ],
        "out_of_scope": ["Invoices"],
        "success_metrics": ["5 shops count every Monday for a month"],
        "technical_architecture": "A page on the phone and a small server.",
        "scalability_plan": "The list of articles grows first.",
    },
    "milestones": {
        "milestones": [
            {
                "id": "M-1",
                "title": "Count",
                "description": "We build it.",
                "estimated_weeks": 3,
                "delivers": ["F-1"],
            },
            {
                "id": "M-2",
                "title": "Trial",
                "description": "Shops near us try it.",
                "estimated_weeks": 2,
                "delivers": ["F-2"],
                "depends_on": ["M-1"],
            },
        ],
        "resource_plan": "The same person talks and builds.",
        "risk_mitigation_timeline": "The largest doubt goes first.",
    },
    "risk_log": {
        "technical_risks": [
            {
                "id": "R-1",
                "title": "Lost counts",
                "description": "A count is lost when the phone dies.",
                "severity": "high",
                "likelihood": "low",
                "mitigation": "We store every tap of a count.",
                "affects": ["F-1"],
            }
        ],
        "market_risks": [],
        "execution_risks": [],
        "financial_risks": [],
        "strategic_risks": [],
    },
    "how_it_works": {
        "user_journey": [
            {
                "id": "J-1",
                "title": "Count",
                "description": "The owner counts a shelf.",
                "uses": ["F-1", "F-2"],
            }
        ],
        "architecture": "A phone that keeps counts for Shelfwise, and a server.",
        "data_flow": "Counts go from the phone to the server.",
        "integration_points": "Mail to the supplier.",
        "security_compliance": "Stock figures are seen by the shop alone.",
    },
}


def check_sample(changes: Mapping[str, Any]) -> Report:
    """Return what the checker says of the sample project with `changes`, each by the place where it
    is made.
    """
    project, contents, superseded = sample(changes)
    return check(project, contents, superseded=superseded)


def sample(changes: Mapping[str, Any]) -> tuple[ProjectInput, Contents, Superseded]:
    """Return the sample project with `changes`: what its founder said, its documents, and what
    these have dropped.
    """
    project = dict(_PROJECT)
    superseded: dict[ArtifactType, dict[str, RetiredItem]] = {}
    contents = {
        artifact_type: artifact_type.content_class.model_validate(_DOCUMENTS[artifact_type.value])
        for artifact_type in ArtifactType
        if artifact_type.value in _DOCUMENTS
    }
    for place, value in changes.items():
        group, _, rest = place.partition(".")
        if group == "answers":
            project[rest] = value
        elif group == "superseded":
            document, _, item_id = rest.partition(".")
            superseded.setdefault(ArtifactType(document), {})[item_id] = value
        else:
            artifact_type = ArtifactType(group)
            contents[artifact_type] = _changed(contents[artifact_type], rest, value)
    return ProjectInput.from_brief(project), contents, superseded


def _changed(content: ArtifactContent, place: str, value: Any) -> ArtifactContent:
    name, _, field = place.partition(".")
    section = content.section(name)
    if section and section.computed:
        # No document that is read can hold this; an example has to force it in.
        setattr(content, name, value)
        return content
    if section:
        return content.model_validate({**content.model_dump(), name: value})
    item = next(item for _, item in content.items() if item.id == name)
    setattr(item, field, value)
    content.compute()
    return content
