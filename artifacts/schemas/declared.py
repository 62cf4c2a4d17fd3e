"""What a schema declares of its lists, numbers and texts beside their types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

M = TypeVar("M")


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
    """How long a text may be, and between which numbers a number must lie; None if nothing is
    declared.
    """

    max_length: int | None = None
    ge: int | None = None
    le: int | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Computed:
    """Declaration of an item's field that follows from others, and that nobody writes by hand."""


def declared(field: FieldInfo, kind: type[M]) -> M | None:
    """Return what of `kind` is declared beside the type of a field."""
    return next((meta for meta in field.metadata if isinstance(meta, kind)), None)


def limits_of(field: FieldInfo) -> Limits:
    """Return the limits that the annotation of a field sets."""

    def first(name: str) -> int | None:
        values = (getattr(meta, name, None) for meta in field.metadata)
        return next((value for value in values if value is not None), None)

    return Limits(first("max_length"), first("ge"), first("le"))


def without_none(annotation: Any) -> Any:
    """Return the type that stands beside None in `annotation`, or `annotation` where None is not in
    it.
    """
    options = get_args(annotation)
    if type(None) not in options:
        return annotation
    return next(option for option in options if option is not type(None))
