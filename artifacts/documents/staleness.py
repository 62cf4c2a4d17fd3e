"""What a document was written from, and what of that has changed since. Pure functions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any

from artifacts.facts.naming import TITLES
from artifacts.facts.schema import TRAITS
from artifacts.facts.sheet import LISTS, SCALARS, comparable
from artifacts.interview.questions import QUESTIONS, ProjectInput
from artifacts.schemas import ArtifactContent, ArtifactType, Contents
from artifacts.schemas.marks import without_marks
from artifacts.text import gettext_noop

Inputs = dict[str, str]

LANGUAGE = "language"
_PROJECT = {
    "name": gettext_noop("Project: Name"),
    "idea": gettext_noop("Project: Idea"),
    LANGUAGE: gettext_noop("Project: Language"),
}
FACTS = "facts"
ABSENT = ""
"""What is recorded for a section of an earlier document that was not there."""


def changed_since(
    recorded: Mapping[str, str], project: ProjectInput, earlier: Contents
) -> list[str]:
    """Return the keys of what has changed since a document recorded its inputs.

    Facts are looked at only if the document recorded some: a sheet that was never stored would be
    read for nothing.
    """
    return changed_inputs(
        recorded, input_hashes(project, earlier, with_facts=names_facts(recorded))
    )


def input_hashes(project: ProjectInput, earlier: Contents, *, with_facts: bool = True) -> Inputs:
    """Return a hash for the name, the idea, each answer, each group of facts and each earlier
    section.
    """
    hashes = word_hashes(project)
    if with_facts:
        hashes |= fact_hashes(project)
    for artifact_type, content in earlier.items():
        hashes |= section_hashes(artifact_type, content)
    return hashes


def word_hashes(project: ProjectInput) -> Inputs:
    """Return a hash for the name, the idea and each answer."""
    hashes = {"name": hash_value(project.name), "idea": hash_value(project.idea)}
    return hashes | {
        f"answers.{key}": hash_value(text) if text else _hash_no_text()
        for key, text in project.answers.model_dump().items()
    }


def section_hashes(
    artifact_type: ArtifactType,
    content: ArtifactContent,
    stored: Mapping[str, Any] | None = None,
    hash_of: Callable[[Any], str] | None = None,
) -> Inputs:
    """Return a hash for each section of a document; `stored` is the same as JSON, where that is
    known, and `hash_of` may remember what `hash_value` returns.
    """
    if stored is None:
        stored = content.model_dump(mode="json")
    hash_of = hash_of or hash_value
    return {f"{artifact_type.value}.{s.name}": hash_of(stored[s.name]) for s in content.sections()}


def fact_hashes(project: ProjectInput) -> Inputs:
    """Return a hash for each group of facts: of the values, since what was read is as good as
    confirmed.

    The language of the documents is among them.
    """
    sheet = project.sheet
    hashes = {f"{FACTS}.{name}": _hash_fact(getattr(sheet, name).value) for name in SCALARS}
    for name in LISTS:
        entries = [comparable(fact.value) for fact in getattr(sheet, name) if fact]
        hashes[f"{FACTS}.{name}"] = hash_value(entries) if entries else _hash_no_entries()
    for trait in TRAITS:
        hashes[f"{FACTS}.traits.{trait}"] = _hash_verdict(getattr(sheet.traits, trait).value)
    return hashes | {LANGUAGE: hash_value(project.language or sheet.language)}


def recorded_inputs(
    artifact_type: ArtifactType, now: Mapping[str, str], uses: Collection[str] | None
) -> Inputs:
    """Return what a document that was written from `now` records; `uses` names what it used, None
    means all.

    A name may be that of a whole group: "facts.traits", "answers", "brief". Sections of earlier
    documents that were not there are recorded as absent, so that the document is out of date once
    they are written.
    """
    sections = _absent_before(artifact_type)
    used = None if uses is None else {LANGUAGE, *uses}  # whatever it says, it is in a language
    return {
        key: value
        for key, value in {**sections, **now}.items()
        if used is None or _is_used(key, used)
    }


@cache
def _absent_before(artifact_type: ArtifactType) -> Inputs:
    """Return all sections of earlier documents as absent."""
    return {
        f"{earlier.value}.{section.name}": ABSENT
        for earlier in artifact_type.earlier
        for section in earlier.content_class.sections()
    }


def _is_used(key: str, uses: Collection[str]) -> bool:
    while key not in uses:
        key, dot, _ = key.rpartition(".")
        if not dot:
            return False
    return True


def changed_inputs(recorded: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the keys of the inputs that differ from those `recorded`, in reading order.

    What was not recorded was not used: a new question or fact makes no document out of date.
    Documents from before facts were recorded named no absent sections, so a section that has come
    since counts for them.
    """
    is_complete = names_facts(recorded)
    if is_complete and recorded.items() <= now.items():
        return []  # as nearly always
    changed = recorded.items() - now.items()
    differing = {key for key, value in changed if value != now.get(key, ABSENT)}
    if not is_complete:
        differing |= set(_sections_come_since(recorded, now))
    return [key for key in {**now, **recorded} if key in differing] if differing else []


def _sections_come_since(recorded: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Yield the keys of sections that there were none of when inputs were `recorded`."""
    sections = set(ArtifactType)
    for key in now.keys() - recorded.keys():
        if key.partition(".")[0] in sections and now[key] != ABSENT:
            yield key


def names_facts(recorded: Mapping[str, str]) -> bool:
    """Return whether a document recorded facts: those from before there were any did not."""
    return LANGUAGE in recorded or any(key.startswith(f"{FACTS}.") for key in recorded)


def describe_input(key: str, translate: Callable[[str], str] = str) -> str:
    """Return the words for an input's key, e.g. "Product Brief: Key constraint" for
    brief.key_constraint.
    """
    group, _, name = key.partition(".")
    if group == "answers":
        title = next(
            (translate(question.title) for question in QUESTIONS if question.key == name), name
        )
        return translate(gettext_noop("Answer: %(title)s")) % {"title": title}
    if group == FACTS:
        return translate(gettext_noop("Fact: %(title)s")) % {
            "title": translate(TITLES.get(name, name))
        }
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


def _hash_fact(value: Any) -> str:
    return _hash_verdict(None) if value is None else hash_value(comparable(value))


@cache
def _hash_verdict(verdict: str | None) -> str:
    """Return the hash of yes, no, unknown or nothing, which is most of a sheet."""
    return hash_value(verdict)


@cache
def _hash_no_entries() -> str:
    return hash_value([])


@cache
def _hash_no_text() -> str:
    """Return the hash of most answers of a short interview."""
    return hash_value("")


_AS_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def hash_value(value: Any) -> str:
    """Return 16 hex digits for `value`; white space between words and marks do not count."""
    text = _AS_JSON.encode(_folded(value))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _folded(value: Any) -> Any:
    """Return a value of JSON without marks and spare white space in its texts."""
    if isinstance(value, str):
        # As `fold_spaces` does, without a call for each of a hundred texts of a document.
        return " ".join((without_marks(value) if "[[" in value else value).split())
    if isinstance(value, dict):
        return {key: _folded(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_folded(entry) for entry in value]
    return value
