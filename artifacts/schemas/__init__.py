"""The registry of artifact types. A new type is a folder in `artifacts/document_types` and a line
in `ArtifactType`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self

from artifacts.document_types.parts import content_class_of
from artifacts.schemas.annotation import ArtifactAnnotation
from artifacts.schemas.base import ArtifactContent
from artifacts.text import InContext

__all__ = [
    "GENERATION_ORDER",
    "ArtifactAnnotation",
    "ArtifactContent",
    "ArtifactType",
    "Contents",
    "load_content",
]


class ArtifactType(StrEnum):
    """The artifact types in the order in which they are written, each with the content class of its
    folder.
    """

    content_class: type[ArtifactContent]

    def __new__(cls, value: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.content_class = content_class_of(value)
        return member

    BRIEF = "brief"
    MVP_SCOPE = "mvp_scope"
    MILESTONES = "milestones"
    RISK_LOG = "risk_log"
    HOW_IT_WORKS = "how_it_works"

    @property
    def label(self) -> str:
        """The title, which other languages tell from the title of a section that is called the
        same.
        """
        return InContext(self.content_class.title, "document")

    @property
    def short_label(self) -> str:
        """The title for a row in which there is little room; some languages have a shorter word."""
        return InContext(self.content_class.title, "short name of a document")

    @property
    def number(self) -> int:
        """Place in the order of generation, counted from 1."""
        return GENERATION_ORDER.index(self) + 1

    @property
    def earlier(self) -> tuple[ArtifactType, ...]:
        return GENERATION_ORDER[: self.number - 1]

    @property
    def later(self) -> tuple[ArtifactType, ...]:
        return GENERATION_ORDER[self.number :]


GENERATION_ORDER: tuple[ArtifactType, ...] = tuple(ArtifactType)
Contents = Mapping[ArtifactType, ArtifactContent]


def load_content(artifact_type: ArtifactType, stored: Mapping[str, Any]) -> ArtifactContent:
    """Return `stored` as validated content, upgraded to the current schema version.

    Raises pydantic.ValidationError if it does not fit; `artifacts.schemas.base.describe_errors`
    words it.
    """
    return artifact_type.content_class.model_validate(stored)
