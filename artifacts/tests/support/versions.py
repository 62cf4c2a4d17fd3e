"""A product brief of two versions, and one with a proposal: what pages of differences are tried
with.
"""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from artifacts.generation.claims import Edits
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all
from artifacts.tests.support.plain import reworded
from artifacts.tiers import Tier

OLD_BRIEF = PLAIN[ArtifactType.BRIEF]
NEW_BRIEF = {
    **OLD_BRIEF,
    "key_constraint": "Two developers for eight weeks.",
    "differentiation_points": ["Works without a connection", "<script>alert(1)</script>"],
    "market_analysis": "SECRET-BUSINESS but new.",
    "competitive_strategy": "SECRET-STRATEGIC but new.",
}


def write_again(
    project: Project,
    content: Any = NEW_BRIEF,
    artifact_type: ArtifactType = ArtifactType.BRIEF,
    edits: Edits = Edits.OVERWRITE,
) -> None:
    """Regenerate one document of `project`."""
    contents = {**PLAIN, artifact_type: content}
    write_claim(
        claim_all(project, [artifact_type], edits=edits), runner=StubRunner(contents=contents)
    )


def write_all_again(project: Project) -> None:
    """Regenerate every document, with every text of it in other words."""
    contents = {artifact_type: reworded(content) for artifact_type, content in PLAIN.items()}
    write_claim(claim_all(project), runner=StubRunner(contents=contents))


def edit(project: Project, editor: User, value: str, section: str = "key_constraint") -> None:
    base = fingerprint(text(project, section))
    edit_section(
        brief(project), section=section, value=value, base=base, editor=editor, tier=Tier.CTO_SCALE
    )


def brief(project: Project) -> Artifact:
    return Artifact.objects.select_related("project").get(project=project, artifact_type="brief")


def text(project: Project, section: str = "key_constraint") -> Any:
    return getattr(brief(project).content, section)


def page(client: Client, name: str, project: Project, **query: str) -> str:
    return client.get(url(name, project), query).content.decode()


def url(name: str, project: Project) -> str:
    return reverse(name, args=[project.pk, "brief"])
