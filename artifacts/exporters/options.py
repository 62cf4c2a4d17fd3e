"""What the reader of an export may choose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from artifacts.exporters.brand import OUR_BRAND, Brand

_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Options:
    paper: Paper = Paper.A4
    language: str = "en"
    """Two or three letters, for hyphenation and for readers that speak."""
    brand: Brand = field(default=OUR_BRAND)
    known_gaps: bool = False
    """A last chapter with what the checker finds; all formats have it but CSV."""

    def __post_init__(self) -> None:
        if not _LANGUAGE.fullmatch(self.language):
            object.__setattr__(self, "language", "en")
