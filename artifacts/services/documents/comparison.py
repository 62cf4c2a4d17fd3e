"""What differs between two versions of an artifact, for a reader of its project."""

from __future__ import annotations

from artifacts.diff.content import DocumentDifference, compare_documents, words_of
from artifacts.documents.presentation import make_index, present_document
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactContent
from artifacts.tiers import Tier


def compare_with_previous(
    project: Project, artifact: Artifact, tier: Tier, *, backwards: bool = False
) -> DocumentDifference | None:
    """Return what differs between both versions as far as `tier` may see them; None if there is
    only one.

    `backwards` tells what going back to the previous version would change.
    """
    previous, current = artifact.previous, artifact.content
    if current is None or previous is None:
        return None
    before, now = (current, previous) if backwards else (previous, current)
    return compare_contents(project, artifact, before, now, tier)


def compare_contents(
    project: Project, artifact: Artifact, before: ArtifactContent, now: ArtifactContent, tier: Tier
) -> DocumentDifference:
    """Return what differs between two contents of `artifact`, each beside the other documents as
    they are.
    """
    contents, superseded = project.contents(), project.superseded()
    old, new = (
        make_index({**contents, artifact.type: content}, tier, superseded)
        for content in (before, now)
    )
    return compare_documents(
        present_document(artifact.type, before, old, tier),
        present_document(artifact.type, now, new, tier),
        words=words_of(old, new),
    )
