"""What the reader of an export may choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from artifacts.exporters.brand import OUR_BRAND, Brand


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Options:
    paper: Paper = Paper.A4
    brand: Brand = field(default=OUR_BRAND)
    known_gaps: bool = False
    """A last chapter with what the checker finds; all formats have it but CSV."""
