"""A sixth document type, as somebody would add it: see `tests/schemas/test_sixth_type.py`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from artifacts.schemas.base import ArtifactContent, Item, Link, Section
from artifacts.schemas.fields import ItemId, Level, Lines, Prose, Title
from artifacts.tiers import Gate


class Slide(Item):
    """What investors see while somebody speaks."""

    prefix: ClassVar[str] = "S"
    noun: ClassVar[str] = "slide"

    title: Title
    speech: Prose
    weight: Level
    points: Lines = []
    shows: Annotated[list[ItemId], Link("Shows", "M")] = []


class PitchContent(ArtifactContent):
    title: ClassVar[str] = "Pitch"
    purpose: ClassVar[str] = "What we say to investors."
    lead: ClassVar[str] = "opening"

    opening: Annotated[Prose, Section("Opening", "The sentence that makes them listen.")]
    slides: Annotated[list[Slide], Field(min_length=1), Section("Slides", "What they see.")]
    ask: Annotated[Prose | None, Section("The ask", "What we want from them.", Gate.STRATEGIC)] = (
        None
    )
