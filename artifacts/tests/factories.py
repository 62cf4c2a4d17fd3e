"""Sane defaults for tests: users, projects and valid content made from the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from artifacts.interview import ProjectInput
from artifacts.models import Project, User
from artifacts.runners.base import Order, Usage, Written
from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents
from artifacts.services.projects import create_project
from artifacts.services.roles import Role
from artifacts.tiers import Tier

PASSWORD = "correct horse battery staple"

PLAIN: Mapping[ArtifactType, Mapping[str, Any]] = {
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
            {"title": "Count", "description": "We build [[F-1]].", "estimated_weeks": 3, "delivers": ["F-1"]},
            {"title": "Pilot", "description": "We try it.", "estimated_weeks": 2, "depends_on": ["M-1"]},
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
            {"step_number": 1, "title": "Count", "description": "The owner counts with [[F-1]].", "uses": ["F-1"]}
        ],
        "architecture": "A phone and a server.",
        "data_flow": "Counts go from the phone to the server.",
        "integration_points": "SECRET-BUSINESS how_it_works.integration_points",
        "security_compliance": "SECRET-STRATEGIC how_it_works.security_compliance",
    },
}


_numbers = count(1)


def make_user(tier: Tier = Tier.BOOTSTRAPPER, **fields: Any) -> User:
    email = fields.pop("email", f"founder-{next(_numbers)}@example.com")
    return User.objects.create_user(username=email, email=email, tier=tier.value, **fields)


def make_staff(role: Role | None = None, **fields: Any) -> User:
    """Return a member of staff with that role; without one, a superuser."""
    user = make_user(is_staff=True, is_superuser=role is None, **fields)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def make_project(
    owner: User | None = None,
    *,
    name: str = "Shelfwise",
    language: str = "",
    written: bool = False,
    **answers: str,
) -> Project:
    """Return a project; with `written`, its five documents are at version 1 with the PLAIN content.

    `language` is what is chosen for its documents; the PLAIN content is English whatever its labels are.
    """
    described = ProjectInput.from_brief({"name": name, "idea": "Stock counting for small shops.", **answers})
    project = create_project(owner=owner or make_user(), described=described)
    if language:
        Project.objects.filter(pk=project.pk).update(language=language)
    if written:
        from artifacts.services.cascade import run_cascade

        run_cascade(claim_all(project), runner=StubRunner())
    return Project.objects.get(pk=project.pk)


def claim_all(project: Project, types: Iterable[ArtifactType] = GENERATION_ORDER, **changes: Any) -> Any:
    """Return a claim of `types`, as the command would make it."""
    from artifacts.models import GenerationAttempt
    from artifacts.services.claims import Edits, Trigger, claim

    arguments: dict[str, Any] = {
        "trigger": Trigger(GenerationAttempt.Trigger.COMMAND),
        "edits": Edits.REFUSE,
        "runner": "fake",
        "started": True,
        **changes,
    }
    return claim(project, types, **arguments)


def write(cascade: Any) -> None:
    """Write what a claim holds, as a worker that was rung for would."""
    from artifacts.services.cascade import run_cascade

    run_cascade(cascade, runner=StubRunner())


@dataclass
class StubRunner:
    """Writes the PLAIN content, calls `before` first, and remembers what it was given."""

    before: Any = None
    contents: Mapping[ArtifactType, Mapping[str, Any]] = field(default_factory=lambda: PLAIN)
    calls: list[tuple[ArtifactType, dict[ArtifactType, Any]]] = field(default_factory=list)
    name: str = "stub"

    def write(self, project: ProjectInput, artifact_type: ArtifactType, earlier: Contents, order: Order) -> Written:
        self.calls.append((artifact_type, dict(earlier)))
        if self.before:
            self.before(artifact_type)
        return Written(self.contents[artifact_type], Usage(model="stub-1", tokens_in=10, tokens_out=20))
