"""What the reader of an export may choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from artifacts.exporters.brand import OUR_BRAND, Brand

ALL_FORMS = "all"
DEFAULT_FORMS = ("agents", "plan")
"""What a builder gets who asks for nothing in particular: AGENTS.md, OpenSpec and the plan."""


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Options:
    paper: Paper = Paper.A4
    brand: Brand = field(default=OUR_BRAND)
    known_gaps: bool = False
    """A last chapter with what the checker finds; all formats have it but CSV and builders."""
    forms: tuple[str, ...] = DEFAULT_FORMS
    """For builders: names of forms or of groups of them, as `exporters.builders.select` knows them.
    """
    start: date | None = None
    """For builders: the day on which the work begins.

    Without it milestones have weeks, and no dates.
    """
