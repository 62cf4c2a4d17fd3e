"""Edits by hand, as the founder of a project makes them."""

from __future__ import annotations

from typing import Any

from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project, User
from artifacts.services.editing.manual_edits import (
    edit_section,
    fingerprint,
)
from artifacts.tests.support.factories import StubRunner, claim_all
from artifacts.tiers import Tier

FEATURE = {
    "name": "Evening report",
    "description": "We send it at nine.",
    "priority": "low",
    "acceptance_criteria": [],
}


def value(artifact: Artifact, section: str) -> Any:
    return getattr(artifact.content, section)


def hand(project: Project) -> dict[str, Any]:
    """Return who changes a project by hand with every gate open."""
    return {"editor": project.owner, "tier": Tier.CTO_SCALE}


def as_founder(founder: User) -> dict[str, Any]:
    return {"editor": founder, "tier": founder.get_tier()}


def edit(artifact: Artifact, founder: User, text: str, section: str = "key_constraint") -> Artifact:
    base = fingerprint(value(artifact, section))
    return edit_section(artifact, section=section, value=text, base=base, **as_founder(founder))


def feature(scope: Artifact, number: int = 0) -> Any:
    return value(scope, "core_features")[number]


def rewrite(project: Project, **changes: Any) -> None:
    write_claim(claim_all(project, **changes), runner=StubRunner())
