"""What a language model is told. Pure functions: the same words for the same project, always.

The words stand in files beside this one; what they say of a document's form is read from its schema, so that the two
cannot drift apart. A type without a file of advice of its own is written from its schema alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from artifacts.interview import QUESTIONS, ProjectInput
from artifacts.runners.prompts.shape import describe_pointers, describe_sections, example
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType, Contents

RELEASE = "1"
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Prompt:
    """One request to write one document.

    `instructions` are the same bytes for every project and type. The blocks of `shared` (idea and answers, then one for
    each earlier document) are the first blocks of the next document's request, byte for byte, so that a provider which
    has read them once need not read them again. `task` is all that is said about this document.
    """

    instructions: str
    shared: tuple[str, ...]
    task: str
    version: str


def build_prompt(
    project: ProjectInput,
    artifact_type: ArtifactType,
    earlier: Contents,
    *,
    previous: ArtifactContent | None = None,
) -> Prompt:
    """Return what to say to have `artifact_type` written from `project` and the `earlier` documents.

    `previous` is the version that stands now: items which still hold keep their ids and titles.
    """
    before = [t for t in GENERATION_ORDER if t in earlier and t in artifact_type.earlier]
    return Prompt(
        instructions=_file("instructions.md"),
        shared=(_project_block(project), *(_document_block(t, earlier[t]) for t in before)),
        task=_task(artifact_type, previous),
        version=prompt_version(artifact_type),
    )


def repair_prompt(artifact_type: ArtifactType, problems: Sequence[str], sections: Sequence[str] = ()) -> str:
    """Return how to ask for `sections` anew, after `problems` were found; without sections, for the whole document."""
    return _fill(
        "repair.md" if sections else "anew.md",
        label=artifact_type.label,
        problems="\n".join(f"- {_quote(problem)}" for problem in problems),
        sections=", ".join(sections),
    )


def continue_prompt() -> str:
    """Return how to ask for the rest of an answer that was cut off."""
    return _file("continue.md").strip()


@cache
def prompt_version(artifact_type: ArtifactType) -> str:
    """Return the release and a hash of every word that does not depend on the project, the schema's included."""
    words = [_file("instructions.md"), _file("previous.md"), _file("repair.md"), _file("anew.md"), _file("continue.md")]
    found = hashlib.sha256("\0".join([*words, _task(artifact_type, None)]).encode())
    return f"{RELEASE}-{found.hexdigest()[:8]}"


def fence(value: Any) -> str:
    """Return `value` as JSON that holds no angle bracket, so that no text in it can end the block it stands in."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c").replace(">", "\\u003e")


def _quote(text: str) -> str:
    """Return `text`, which may repeat what somebody wrote, as JSON on one line in which no block begins or ends."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\u003c")


def _project_block(project: ProjectInput) -> str:
    answers = project.answers.model_dump()
    told: dict[str, Any] = {
        "name": project.name,
        "idea": project.idea,
        "interview": [
            {"question": project.asked.get(q.key, q.prompt), "answer": answers[q.key] or None} for q in QUESTIONS
        ],
    }
    if project.language:
        told["write_in"] = project.document_language
    return f"<project>\n{fence(told)}\n</project>"


def _document_block(artifact_type: ArtifactType, content: ArtifactContent) -> str:
    return f'<document type="{artifact_type.value}">\n{fence(_sections(content))}\n</document>'


def _sections(content: ArtifactContent) -> dict[str, Any]:
    return content.model_dump(mode="json", include={section.name for section in content.sections()})


def _task(artifact_type: ArtifactType, previous: ArtifactContent | None) -> str:
    content_class = artifact_type.content_class
    advice = FOLDER / "advice" / f"{artifact_type.value}.md"
    before = _fill("previous.md", type=artifact_type.value, content=fence(_sections(previous))) if previous else ""
    return _fill(
        "task.md",
        label=content_class.title,
        purpose=content_class.purpose,
        sections=describe_sections(content_class),
        pointers=describe_pointers(artifact_type),
        advice=f"# What makes it good\n\n{_file(str(advice))}\n" if advice.exists() else "",
        previous=before,
        shape=example(content_class),
    )


def _fill(name: str, **values: str) -> str:
    return Template(_file(name)).substitute(values)


@cache
def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
