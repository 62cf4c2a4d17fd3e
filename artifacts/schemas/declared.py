"""What a schema declares of its lists, numbers and texts beside their types."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advised:
    """How many entries a list should have.

    A writer is told so; what a founder keeps is theirs to decide.
    """

    least: int
    most: int

    def __str__(self) -> str:
        return f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a text may be, and between which numbers a number must lie; None where nothing is
    declared.
    """

    max_length: int | None = None
    ge: int | None = None
    le: int | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Computed:
    """Declaration of an item's field that follows from others, and that nobody writes by hand."""
