"""What a document was written from, and what of that has changed since. Pure functions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from artifacts.interview import QUESTIONS, ProjectInput, gettext_noop
from artifacts.schemas import ArtifactType, Contents
from artifacts.text import fold_spaces

Inputs = dict[str, str]

_PROJECT = {"name": gettext_noop("Project: Name"), "idea": gettext_noop("Project: Idea")}


def input_hashes(project: ProjectInput, earlier: Contents) -> Inputs:
    """Return a hash for the name, the idea, each answer and each section of the earlier documents."""
    hashes = {"name": _hash(project.name), "idea": _hash(project.idea)}
    hashes |= {f"answers.{key}": _hash(text) for key, text in project.answers.model_dump().items()}
    for artifact_type, content in earlier.items():
        stored = content.model_dump(mode="json")
        hashes |= {f"{artifact_type.value}.{s.name}": _hash(stored[s.name]) for s in content.sections()}
    return hashes


def changed_inputs(recorded: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the keys of the inputs that differ from those `recorded`, in reading order."""
    return [key for key in {**now, **recorded} if recorded.get(key) != now.get(key)]


def describe_input(key: str, translate: Callable[[str], str] = str) -> str:
    """Return the words for an input's key, e.g. "Product Brief: Key constraint" for brief.key_constraint."""
    group, _, name = key.partition(".")
    if group == "answers":
        title = next((translate(question.title) for question in QUESTIONS if question.key == name), name)
        return translate(gettext_noop("Answer: %(title)s")) % {"title": title}
    if not name:
        return translate(_PROJECT[key]) if key in _PROJECT else key
    if group not in set(ArtifactType):
        return key
    artifact_type = ArtifactType(group)
    section = artifact_type.content_class.section(name)
    return translate(gettext_noop("%(document)s: %(section)s")) % {
        "document": translate(artifact_type.label),
        "section": translate(section.title) if section else name,
    }


def _hash(value: Any) -> str:
    """Return 16 hex digits for `value`; white space between words does not count."""
    text = json.dumps(_folded(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold_spaces(value)
    if isinstance(value, list):
        return [_folded(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _folded(entry) for key, entry in value.items()}
    return value
