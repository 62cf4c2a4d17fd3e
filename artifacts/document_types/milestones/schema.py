"""The Milestones: in which order we build, how long each step takes, and which steps decide the
end.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from artifacts.schemas import schedule
from artifacts.schemas.base import WEEKS, ArtifactContent, Item, Link, Section, SectionKind
from artifacts.schemas.declared import Advised
from artifacts.schemas.fields import LIST_MAX, ItemId, Line, Lines, Prose, Title
from artifacts.tiers import Gate


class Milestone(Item):
    """A step after which something can be shown."""

    prefix: ClassVar[str] = "M"
    noun: ClassVar[str] = "milestone"

    title: Title
    description: Prose
    success_criteria: Annotated[Lines, Advised(2, 3)] = []
    estimated_weeks: Annotated[int, Field(ge=1, le=52), WEEKS]
    delivers: Annotated[list[ItemId], Field(max_length=LIST_MAX), Link("Delivers", "F")] = []
    depends_on: Annotated[list[ItemId], Field(max_length=LIST_MAX), Link("Depends on", "M")] = []


class MilestonesContent(ArtifactContent):
    title: ClassVar[str] = "Milestones"
    purpose: ClassVar[str] = (
        "In which order we build, how long each step takes, and which steps decide the end."
    )
    lead: ClassVar[str] = "milestones"

    milestones: Annotated[
        list[Milestone],
        Field(min_length=1, max_length=LIST_MAX),
        Section(
            "Milestones",
            "The steps to the first version, each ending in something we can show.",
            advised=Advised(3, 6),
        ),
    ]
    critical_path: Annotated[
        list[Line],
        Field(max_length=LIST_MAX),
        Section(
            "Critical path",
            "The milestones that decide when we are done: a week lost here is lost.",
            computed=True,
            kind=SectionKind.ITEM_IDS,
        ),
    ] = []
    total_duration_weeks: Annotated[
        int,
        Field(ge=0),
        Section("Total duration", "How long the critical path takes.", computed=True, unit=WEEKS),
    ] = 0
    resource_plan: Annotated[
        Prose | None,
        Section("Resource plan", "Who works on what, and what we need to buy.", Gate.BUSINESS),
    ] = None
    risk_mitigation_timeline: Annotated[
        Prose | None,
        Section(
            "Risk mitigation timeline",
            "Which uncertainty we remove at which milestone.",
            Gate.STRATEGIC,
        ),
    ] = None

    def compute(self) -> None:
        """Total and critical path follow from the estimates and dependencies, whatever a writer
        claimed.
        """
        planned = schedule.plan(self.milestones)
        self.critical_path = planned.critical_path
        self.total_duration_weeks = planned.total_weeks
