"""A project whose brief and scope have marks of every kind."""

from __future__ import annotations

from typing import Any

from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.exports import Contents
from artifacts.tests.support.factories import PLAIN, make_project, make_user
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier

BRIEF, SCOPE = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE
TEXT = (
    "A trip begins in under 20 seconds[[+]], 90 growers a week[[=]].\n\nWhat it costs is open[[?]]."
)
FEATURE = {
    "id": "F-1",
    "name": "Shelf count[[+]]",
    "description": "We count[[=]] a shelf[[+]], within [[brief.key_constraint]].",
    "priority": "high",
    "acceptance_criteria": ["A count survives", "A count[[+]] is kept[[+]]"],
}


def marked(language: str = "en") -> Contents:
    brief = {
        **PLAIN[BRIEF],
        "problem_statement": TEXT,
        "differentiation_points": ["Quick", "Ours[[+]]"],
    }
    scope = {**PLAIN[SCOPE], "core_features": [FEATURE]}
    found = {**PLAIN, BRIEF: brief, SCOPE: scope}
    return {
        artifact_type: {**content, "_language": language}
        for artifact_type, content in found.items()
    }


def store_marked(project: Project) -> None:
    for row in project.artifacts.all():
        content = load_content(row.type, marked(project.language or "en")[row.type])
        Artifact.objects.filter(pk=row.pk).update(current_content=content.model_dump(mode="json"))


def marked_project() -> Project:
    project = make_project(make_user(Tier.CTO_SCALE), written=True)
    store_marked(project)
    return Project.objects.get(pk=project.pk)


def content(project: Project, artifact_type: ArtifactType) -> Any:
    return row_of(project, artifact_type).content
