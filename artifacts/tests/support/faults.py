"""Put something wrong into a document that is stored already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from artifacts.models import Artifact, Project


def spoil(project: Project, artifact_type: str, section: str, value: Any) -> None:
    """Store `value` in the place of a section; a function is given the current value."""
    row = Artifact.objects.get(project=project, artifact_type=artifact_type)
    assert row.current_content is not None
    change: Callable[[Any], Any] = value if callable(value) else lambda _: value
    row.current_content[section] = change(row.current_content[section])
    row.save()
