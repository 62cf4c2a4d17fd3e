"""The Risk Log: what could stop us, how likely and how bad it is, and what we do about it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from artifacts.schemas.base import ArtifactContent, Item, Link, Section
from artifacts.schemas.declared import Advised
from artifacts.schemas.fields import LIST_MAX, ItemId, Level, LevelOrNone, Prose, Title
from artifacts.tiers import Gate


class Risk(Item):
    """Something that could stop us."""

    prefix: ClassVar[str] = "R"
    noun: ClassVar[str] = "risk"

    title: Title
    description: Prose
    severity: Level
    likelihood: LevelOrNone = None
    mitigation: Prose
    affects: Annotated[list[ItemId], Field(max_length=LIST_MAX), Link("Affects")] = []


FEW = Advised(2, 4)
Risks = Annotated[list[Risk], Field(max_length=LIST_MAX)]


class RiskLogContent(ArtifactContent):
    title: ClassVar[str] = "Risk Log"
    purpose: ClassVar[str] = (
        "What could stop us, how likely and how bad it is, and what we do about it."
    )
    lead: ClassVar[str] = "technical_risks"

    technical_risks: Annotated[
        Risks,
        Section("Technical risks", "What may turn out hard or impossible to build.", advised=FEW),
    ]
    market_risks: Annotated[
        Risks,
        Section(
            "Market risks", "Why people might not want it, pay for it or hear of it.", advised=FEW
        ),
    ]
    execution_risks: Annotated[
        Risks,
        Section(
            "Execution risks", "What could keep us from finishing what we planned.", advised=FEW
        ),
    ]
    financial_risks: Annotated[
        Risks | None,
        Section(
            "Financial risks",
            "Where the money could run out or fail to come in.",
            Gate.BUSINESS,
            advised=FEW,
        ),
    ] = None
    strategic_risks: Annotated[
        Risks | None,
        Section(
            "Strategic risks",
            "What could make the whole direction wrong in the long run.",
            Gate.STRATEGIC,
            advised=FEW,
        ),
    ] = None
