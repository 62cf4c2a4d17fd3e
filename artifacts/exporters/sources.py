"""What an export is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from artifacts.documents.retired import RetiredItem
from artifacts.schemas import ArtifactContent


@dataclass(frozen=True, slots=True)
class ExportSource:
    """One document as it is stored, with every gate; `date` is when its text was last written or
    edited.
    """

    content: ArtifactContent
    version: int
    date: datetime
    superseded: Mapping[str, RetiredItem] = field(default_factory=dict)
