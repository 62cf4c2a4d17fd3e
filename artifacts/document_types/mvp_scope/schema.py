"""The MVP Scope: the smallest product that tests the brief, and what stays out of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from artifacts.schemas.base import ArtifactContent, Item, Section
from artifacts.schemas.declared import Advised
from artifacts.schemas.fields import LIST_MAX, Level, Lines, Prose, Title
from artifacts.tiers import Gate


class Feature(Item):
    """Something the first version does for its user."""

    prefix: ClassVar[str] = "F"
    noun: ClassVar[str] = "feature"
    title_field: ClassVar[str] = "name"

    name: Title
    description: Prose
    priority: Level
    acceptance_criteria: Annotated[Lines, Advised(2, 4)] = []


class MvpScopeContent(ArtifactContent):
    title: ClassVar[str] = "MVP Scope"
    purpose: ClassVar[str] = "The smallest product that tests the brief, and what stays out of it."
    lead: ClassVar[str] = "core_features"
    needed_by_later: ClassVar[bool] = True

    core_features: Annotated[
        list[Feature],
        Field(min_length=1, max_length=LIST_MAX),
        Section(
            "Core features",
            "What the first version must do, in order of priority, and how we tell that it does.",
            advised=Advised(3, 6),
        ),
    ]
    out_of_scope: Annotated[
        Lines,
        Section(
            "Out of scope",
            "What we leave out of the first version on purpose.",
            advised=Advised(4, 7),
        ),
    ]
    success_metrics: Annotated[
        Lines,
        Section(
            "Success metrics",
            "What we measure to learn whether the first version works.",
            advised=Advised(2, 4),
        ),
    ]
    technical_architecture: Annotated[
        Prose | None,
        Section(
            "Technical architecture",
            "The parts we build from and why we choose them.",
            Gate.BUSINESS,
        ),
    ] = None
    scalability_plan: Annotated[
        Prose | None,
        Section(
            "Scalability plan",
            "What breaks first when we grow, and what we do before it does.",
            Gate.STRATEGIC,
        ),
    ] = None
