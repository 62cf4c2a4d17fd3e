"""What a language model is told. Pure functions: the same words for the same project, always.

The words stand in files beside this one; what they say of a document's form is read from its
schema, so that the two cannot drift apart. What makes a document good stands in the folder of its
type; a type without such advice is written from its schema alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from string import Template

from artifacts.document_types.parts import text_of
from artifacts.interview.questions import ProjectInput
from artifacts.runners.prompts.blocks import (
    document_block,
    facts_block,
    fence,
    project_block,
    sections_of,
)
from artifacts.runners.prompts.shape import (
    describe_documents,
    describe_limits,
    describe_sections,
)
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType, Contents

__all__ = [
    "Prompt",
    "Rewriting",
    "build_prompt",
    "continue_prompt",
    "fence",
    "prompt_version",
    "repair_prompt",
]

RELEASE = "4"
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Prompt:
    """One request to write one document.

    `instructions` are the same bytes for every project and type. The blocks of `shared` (fact
    sheet, idea and answers, then one for each earlier document) are the first blocks of the next
    document's request, byte for byte, so that a provider which has read them once need not read
    them again. `task` is all that is said about this document. The dates stand there: a project
    that is written over midnight keeps the beginning of its requests.
    """

    instructions: str
    shared: tuple[str, ...]
    task: str
    version: str


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is said about the document as it is, where it is written again, and what is wanted of
    the new version.

    `used_ids` are the ids of its items that later documents name. `notes` are what the founder
    noted and has not settled: the section or item it is about, and the text. `wish` is in the
    founder's words. `standing` are other documents that stay as they are; they are not told, but
    the new version is checked against them.
    """

    previous: ArtifactContent | None = None
    used_ids: Collection[str] = ()
    notes: Sequence[tuple[str, str]] = ()
    wish: str = ""
    standing: Contents = field(default_factory=dict)


def build_prompt(
    project: ProjectInput,
    artifact_type: ArtifactType,
    earlier: Contents,
    rewriting: Rewriting | None = None,
) -> Prompt:
    """Return what to say to have `artifact_type` written from `project` and the `earlier`
    documents.
    """
    before = [t for t in GENERATION_ORDER if t in earlier and t in artifact_type.earlier]
    return Prompt(
        instructions=_instructions(),
        shared=(
            facts_block(project),
            project_block(project),
            *(document_block(t, earlier[t]) for t in before),
        ),
        task=_task(artifact_type, rewriting or Rewriting(), _dates(project)),
        version=prompt_version(artifact_type),
    )


def repair_prompt(
    artifact_type: ArtifactType, problems: Sequence[str], sections: Sequence[str] = ()
) -> str:
    """Return how to ask for a rewrite of `sections` after `problems` were found; without sections,
    of the whole document.
    """
    return _fill(
        "repair.md" if sections else "rewrite.md",
        label=artifact_type.label,
        problems="\n".join(f"- {_quote(problem)}" for problem in problems),
        sections=", ".join(sections),
    )


def continue_prompt() -> str:
    """Return how to ask for the rest of an answer that was cut off."""
    return _file("continue.md").strip()


@cache
def prompt_version(artifact_type: ArtifactType) -> str:
    """Return the release and a hash of every word that does not depend on the project, the schema's
    included.
    """
    names = (
        "previous.md",
        "used.md",
        "notes.md",
        "wish.md",
        "repair.md",
        "rewrite.md",
        "continue.md",
    )
    words = [_instructions(), *map(_file, names), _task(artifact_type, Rewriting())]
    found = hashlib.sha256("\0".join(words).encode())
    return f"{RELEASE}-{found.hexdigest()[:8]}"


def _quote(text: str) -> str:
    """Return `text`, which may repeat what somebody wrote, as JSON on one line in which no block
    begins or ends.
    """
    return json.dumps(text, ensure_ascii=False).replace("<", "\\u003c")


def _instructions() -> str:
    return _fill("instructions.md", documents=describe_documents(), limits=describe_limits())


def _dates(project: ProjectInput) -> str:
    """Return the anchors that "in 20 weeks" and "next summer" need."""
    today = f" Today is {_day(project.today)}."
    if project.answered is None:
        return today
    since = _day(project.answered)
    return (
        f"{today} The founder's answers are from {since}: what they call now, or count from now,"
        " counts from then."
    )


def _day(day: date) -> str:
    return f"{day:%A}, {day.isoformat()}"


def _task(artifact_type: ArtifactType, rewriting: Rewriting, dates: str = "") -> str:
    content_class = artifact_type.content_class
    advice = text_of(artifact_type.value, "advice.md")
    return _fill(
        "task.md",
        label=content_class.title,
        dates=dates,
        sections=describe_sections(content_class),
        advice=f"# What makes it good\n\n{advice}\n" if advice else "",
        previous=_again(artifact_type, rewriting),
    )


def _again(artifact_type: ArtifactType, rewriting: Rewriting) -> str:
    """Return what is said only where a document is written again, or with a wish."""
    said = []
    if rewriting.previous:
        ids = ", ".join(sorted(rewriting.used_ids, key=_by_number))
        used = _fill("used.md", ids=ids).rstrip() if ids else ""
        content = fence(sections_of(rewriting.previous))
        said.append(_fill("previous.md", type=artifact_type.value, content=content, used=used))
    if rewriting.notes:
        notes = [{"on": place, "note": text} for place, text in rewriting.notes]
        said.append(_fill("notes.md", content=fence({"notes": notes})))
    if rewriting.wish:
        said.append(_fill("wish.md", content=fence({"wish": rewriting.wish})))
    return "".join(said)


def _by_number(item_id: str) -> tuple[str, int]:
    prefix, _, number = item_id.partition("-")
    return prefix, int(number)


def _fill(name: str, **values: str) -> str:
    return Template(_file(name)).substitute(values)


@cache
def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
