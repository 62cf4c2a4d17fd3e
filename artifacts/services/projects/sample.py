"""The example that everybody may read: the documents which the offline writer composes for it."""

from __future__ import annotations

from functools import cache

from django.utils import translation
from django.utils.translation import gettext, gettext_noop

from artifacts.interview.questions import QUESTIONS, Answers, ProjectInput
from artifacts.language import DEFAULT_LANGUAGE, choose_language
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
    idea=gettext_noop(
        "Stock counting on a phone for small shops. The owner walks the aisle, taps quantities,"
        " even without a connection, and sees in the evening what to reorder."
    ),
    answers=Answers(**{question.key: question.example for question in QUESTIONS}),
)


def readers_language() -> str:
    """Return the language in which the reader of a page gets the example."""
    return choose_language((translation.get_language() or "").partition("-")[0])


@cache
def sample_project(language: str = DEFAULT_LANGUAGE) -> ProjectInput:
    """Return the example as told in `language`: its idea, and the examples of the interview."""
    if language == DEFAULT_LANGUAGE:
        return SHELFWISE
    with translation.override(language):
        return ProjectInput(
            name=SHELFWISE.name,
            idea=gettext(SHELFWISE.idea),
            answers=Answers(**{one.key: gettext(one.example) for one in QUESTIONS}),
            language=language,
        )


@cache
def sample_contents(language: str = DEFAULT_LANGUAGE) -> Contents:
    """Write the example's documents, once in a process for each language. No database."""
    writer = RunnerFake()
    project = sample_project(language)
    contents: dict[ArtifactType, ArtifactContent] = {}
    for artifact_type in GENERATION_ORDER:
        written = writer.write(project, artifact_type, dict(contents))
        content = load_content(artifact_type, written.content)
        content.language = language
        contents[artifact_type] = content
    return contents
