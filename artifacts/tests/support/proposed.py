"""Documents with an edit and a new version that waits: what decisions item by item are tried
with.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from artifacts.diff.three_way import Choice
from artifacts.generation.claims import Edits
from artifacts.generation.proposals import Choices, Proposal, decide_proposal, read_proposal
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import change_item, fingerprint
from artifacts.tests.support.factories import PLAIN
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.versions import write_again
from artifacts.tiers import Tier

SCOPE, MILESTONES, RISKS = ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES, ArtifactType.RISK_LOG


def feature(name: str, description: str = "We do it.", **more: Any) -> dict[str, Any]:
    return {"name": name, "description": description, "priority": "low", **more}


def milestone(title: str, *depends_on: str, weeks: int = 2, **more: Any) -> dict[str, Any]:
    return {
        **more,
        "title": title,
        "description": "We do it.",
        "estimated_weeks": weeks,
        "depends_on": list(depends_on),
    }


def risk(title: str, *affects: str, **more: Any) -> dict[str, Any]:
    words = {**more, "title": title, "description": "It happens.", "mitigation": "We prepare."}
    return {**words, "severity": "low", "likelihood": "low", "affects": list(affects)}


def scope(*features: dict[str, Any]) -> dict[str, Any]:
    return {**PLAIN[SCOPE], "core_features": list(features)}


def plan(*milestones: dict[str, Any]) -> dict[str, Any]:
    return {**PLAIN[MILESTONES], "milestones": list(milestones)}


def log(
    technical: list[dict[str, Any]], market: list[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    return {**PLAIN[RISKS], "technical_risks": technical, "market_risks": market, **more}


def items(project: Project, artifact_type: ArtifactType, section: str) -> dict[str, str]:
    """Return the titles of a section's items by id, in order."""
    return {
        item.id: item.label for item in getattr(row_of(project, artifact_type).content, section)
    }


def change(
    project: Project, artifact_type: ArtifactType, section: str, item_id: str, **values: Any
) -> None:
    document = row_of(project, artifact_type)
    item = next(item for item in getattr(document.content, section) if item.id == item_id)
    editor, base = project.owner, fingerprint(item)
    where: dict[str, Any] = {
        "section": section,
        "item_id": item_id,
        "editor": editor,
        "tier": Tier.CTO_SCALE,
    }
    change_item(document, values=values, base=base, **where)


def propose(project: Project, artifact_type: ArtifactType, content: Any) -> None:
    write_again(project, content, artifact_type, edits=Edits.REVIEW)
    assert row_of(project, artifact_type).proposal is not None


def waiting(project: Project, artifact_type: ArtifactType) -> Proposal:
    found = read_proposal(row_of(project, artifact_type))
    assert found is not None
    return found


def decide(
    project: Project,
    artifact_type: ArtifactType,
    sections: Mapping[str, Choice] | None = None,
    *,
    tier: Tier = Tier.CTO_SCALE,
    seen_by: Tier | None = None,
    **by_item: Mapping[str, Choice],
) -> Artifact:
    """Decide what waits, by section and by item of a section."""
    founder: User = project.owner
    choices = Choices(sections or {}, by_item, seen_by)
    document, base = row_of(project, artifact_type), waiting(project, artifact_type).base
    return decide_proposal(document, choices=choices, base=base, decider=founder, tier=tier)
