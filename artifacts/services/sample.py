"""The example that everybody may read: the documents which the offline writer composes for it."""

from __future__ import annotations

from functools import cache

from artifacts.interview.questions import QUESTIONS, Answers, ProjectInput
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import (
    GENERATION_ORDER,
    ArtifactContent,
    ArtifactType,
    Contents,
    load_content,
)

SHELFWISE = ProjectInput(
    name="Shelfwise",
    idea=(
        "Stock counting on a phone for small shops. The owner walks the aisle, taps quantities,"
        " even without a connection, and sees in the evening what to reorder."
    ),
    answers=Answers(**{question.key: question.example for question in QUESTIONS}),
)


@cache
def sample_contents() -> Contents:
    """Write the example's documents, once in a process. No database."""
    writer = RunnerFake()
    contents: dict[ArtifactType, ArtifactContent] = {}
    for artifact_type in GENERATION_ORDER:
        written = writer.write(SHELFWISE, artifact_type, dict(contents))
        contents[artifact_type] = load_content(artifact_type, written.content)
    return contents
