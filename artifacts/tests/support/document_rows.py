"""Documents of a project, as they are stored."""

from __future__ import annotations

from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType

Status = Artifact.GenerationStatus


def artifact(project: Project, artifact_type: ArtifactType) -> Artifact:
    return Artifact.objects.get(project=project, artifact_type=artifact_type.value)
