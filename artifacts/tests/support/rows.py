"""Rows as they are stored by now."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model

from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType

Row = TypeVar("Row", bound=Model)


def again(row: Row) -> Row:
    return type(row)._default_manager.get(pk=row.pk)


def row_of(project: Project, artifact_type: ArtifactType | str = ArtifactType.BRIEF) -> Artifact:
    return Artifact.objects.select_related("project").get(
        project=project, artifact_type=ArtifactType(artifact_type).value
    )
