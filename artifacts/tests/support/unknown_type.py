"""A document type that nobody wrote a composer for."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from artifacts.schemas import ArtifactContent
from artifacts.schemas.base import Item, Link, Section, SectionKind
from artifacts.schemas.fields import LIST_MAX, ItemId, Level, Line, Lines, Prose, Title
from artifacts.tiers import Gate


class Channel(Item):
    prefix: ClassVar[str] = "C"
    noun: ClassVar[str] = "channel"

    title: Title
    promise: Prose
    steps: Annotated[Lines, Field(min_length=2)]
    order: Annotated[int, Field(ge=1, le=LIST_MAX)]
    reach: Level
    kind: Literal["paid", "free"]
    share: Annotated[int, Field(gt=4, lt=7)] = 5
    short: Annotated[str, Field(max_length=12)]
    serves: Annotated[list[ItemId], Link("Serves", "F")] = []
    after: Annotated[list[ItemId], Link("After", "C")] = []
    remark: Line | None = None


class GoToMarketContent(ArtifactContent):
    title: ClassVar[str] = "Go To Market"
    purpose: ClassVar[str] = "How people hear of us."
    lead: ClassVar[str] = "story"

    story: Annotated[Prose, Section("Story", "What we tell people, and why they would retell it.")]
    channels: Annotated[
        list[Channel], Field(min_length=1), Section("Channels", "Where we are heard.")
    ]
    more_channels: Annotated[
        list[Channel], Section("More channels", "Where we may be heard later.")
    ] = []
    headline: Annotated[Title, Section("Headline", "The line at the top.")]
    slogans: Annotated[Lines, Section("Slogans", "What fits on a bag.")]
    launch_week: Annotated[int, Field(ge=2, le=3), Section("Launch week", "When we open.")]
    touched: Annotated[
        list[Line], Section("Touched", "What this concerns.", kind=SectionKind.ITEM_IDS)
    ] = []
    budget: Annotated[Prose | None, Section("Budget", "What we spend.", Gate.BUSINESS)] = None
    score: Annotated[int, Section("Score", "Computed.", computed=True)] = 0
