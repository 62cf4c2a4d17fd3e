"""A project that takes something for granted, and its entries."""

from __future__ import annotations

from typing import Any

from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services import assumptions
from artifacts.services.assumptions import AssumptionEntry
from artifacts.tests.support.plain import ASSUMING
from artifacts.tiers import Tier

LINE = ASSUMING[ArtifactType.BRIEF]["open_questions"][0]


def fresh(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


def brief(project: Project) -> Any:
    return fresh(project).documents()[0].content


def entry(project: Project, text: str, tier: Tier = Tier.PARTNER) -> AssumptionEntry:
    return next(one for one in assumptions.list_entries(fresh(project), tier) if text in one.text)
