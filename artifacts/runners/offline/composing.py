"""Compose documents: each by the composer of its type, or from its declaration alone."""

from __future__ import annotations

from typing import Any

from artifacts.document_types.parts import module_of
from artifacts.runners.base import Contents, ProjectInput
from artifacts.runners.offline import generic
from artifacts.runners.offline.story import Story
from artifacts.schemas import ArtifactContent, ArtifactType


def compose(
    project: ProjectInput, artifact_type: ArtifactType, earlier: Contents
) -> dict[str, Any]:
    """Return the content of `artifact_type` as a plain dict.

    The same input gives the same text, always.
    """
    return compose_with_inputs(project, artifact_type, earlier)[0]


def compose_with_inputs(
    project: ProjectInput, artifact_type: ArtifactType, earlier: Contents
) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the content of `artifact_type`, and the keys of the answers and facts it was written
    from.
    """
    story = Story(project, earlier)
    composer = module_of(artifact_type.value, "composer")
    content = (
        composer.compose(story) if composer else generic.compose(story, artifact_type.content_class)
    )
    return content, frozenset(story.used)


def compose_class(
    project: ProjectInput, content_class: type[ArtifactContent], earlier: Contents
) -> dict[str, Any]:
    """Return content for a class that has no composer of its own, written from its declaration."""
    return generic.compose(Story(project, earlier), content_class)
