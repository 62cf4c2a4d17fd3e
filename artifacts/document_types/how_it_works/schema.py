"""How It Works: what the user goes through, and what happens behind it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from artifacts.schemas.base import ArtifactContent, Item, Link, Section
from artifacts.schemas.declared import Advised, Computed
from artifacts.schemas.fields import LIST_MAX, ItemId, Prose, Title
from artifacts.tiers import Gate


class JourneyStep(Item):
    """One step of the user's way through the product."""

    prefix: ClassVar[str] = "J"
    noun: ClassVar[str] = "journey step"

    step_number: Annotated[int, Field(ge=1, le=LIST_MAX), Computed()] = 1
    title: Title
    description: Prose
    uses: Annotated[list[ItemId], Field(max_length=LIST_MAX), Link("Uses", "F")] = []


class HowItWorksContent(ArtifactContent):
    title: ClassVar[str] = "How It Works"
    purpose: ClassVar[str] = "What the user goes through, and what happens behind it."
    lead: ClassVar[str] = "user_journey"

    user_journey: Annotated[
        list[JourneyStep],
        Field(min_length=1, max_length=LIST_MAX),
        Section(
            "User journey",
            "What the user does, step by step, from hearing of us to coming back.",
            advised=Advised(5, 8),
        ),
    ]
    architecture: Annotated[
        Prose, Section("Architecture", "The parts of the product and what each is there for.")
    ]
    data_flow: Annotated[
        Prose, Section("Data flow", "What we know of whom, where it comes from and where it goes.")
    ]
    integration_points: Annotated[
        Prose | None,
        Section("Integration points", "Which other systems we connect to, and why.", Gate.BUSINESS),
    ] = None
    security_compliance: Annotated[
        Prose | None,
        Section(
            "Security and compliance",
            "What we protect, from whom, and which rules bind us.",
            Gate.STRATEGIC,
        ),
    ] = None

    def compute(self) -> None:
        """The place of a step in the list is its number, whatever a writer claimed."""
        for number, step in enumerate(self.user_journey, start=1):
            step.step_number = number
