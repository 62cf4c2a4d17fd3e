"""The offline writer: composes documents from the fact sheet in the founder's language, without a
model or network.

Importing this costs nothing: the writer is loaded when something is first written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from artifacts.document_types.brief.schema import Assumption
    from artifacts.interview.questions import ProjectInput
    from artifacts.runners.offline.drafted import TestDraft
    from artifacts.schemas import ArtifactType, Contents

VERSION = "offline-4"
"""Raised when the wording changes, so that an attempt tells which words it was written with."""


def compose_with_inputs(
    project: ProjectInput, artifact_type: ArtifactType, earlier: Contents
) -> tuple[dict[str, Any], frozenset[str]]:
    """Do what `composing.compose_with_inputs` does."""
    from artifacts.runners.offline import composing

    return composing.compose_with_inputs(project, artifact_type, earlier)


def draft_test(project: ProjectInput, earlier: Contents, assumption: Assumption) -> TestDraft:
    """Do what `drafted.draft_test` does."""
    from artifacts.runners.offline import drafted

    return drafted.draft_test(project, earlier, assumption)


def draft_asks(project: ProjectInput, language: str) -> dict[str, str]:
    """Do what `drafted.draft_asks` does."""
    from artifacts.runners.offline import drafted

    return drafted.draft_asks(project, language)
