"""What is said of one project, as blocks that later requests repeat byte for byte.

Pure functions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.conf.locale import LANG_INFO

from artifacts.facts.schema import TRAITS, Fact
from artifacts.facts.sheet import OWN_WORDS, group_of, plain
from artifacts.interview.questions import QUESTIONS, ProjectInput
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import Item

WORDS_MAX = 160
"""Characters of the words a fact was read from; the answers that follow have them in full."""


def fence(value: Any) -> str:
    """Return `value` as JSON that holds no angle bracket, so that no text in it can end the block
    it stands in.
    """
    return _compact(value).replace("<", "\\u003c").replace(">", "\\u003e")


def facts_block(project: ProjectInput) -> str:
    """Return the fact sheet: what is known, with its state and words, and what is open."""
    confirmed, read, silent = [], [], []
    as_answered: dict[str, None] = {}
    whole = {group for group in OWN_WORDS if _has_all_lines(project, group)}
    for path, fact in project.sheet.each():
        if fact.state == "confirmed":
            confirmed.append(_told(path, fact))
        elif group_of(path) in whole and _repeats_its_answer(path, fact):
            as_answered[_short(path)] = None
        elif _is_silent_no(path, fact):
            silent.append(_short(path))
        elif fact.state == "read":
            read.append(_told(path, fact))
    told = {
        "confirmed": _rows(confirmed),
        "read": _rows(read),
        "as_answered_below": list(as_answered),
        "read_as_no": silent,
        "open": _open_groups(project),
    }
    return _block("facts", _filled(told))


def project_block(project: ProjectInput) -> str:
    """Return the idea and the answers as they were typed, and the language by name."""
    answers = project.answers.model_dump()
    told: dict[str, Any] = {
        "name": project.name,
        "idea": project.idea,
        "interview": {
            project.asked.get(q.key, q.title): answers[q.key] for q in QUESTIONS if answers[q.key]
        },
        "not_answered": [q.title for q in QUESTIONS if not answers[q.key]],
    }
    if language := language_name(project):
        told["write_in"] = language
    return _block("project", told)


def document_block(artifact_type: ArtifactType, content: ArtifactContent) -> str:
    """Return a document that is not to be written, with its items as rows.

    Sections that hold items of one kind, filled alike, name their fields once, in the first.
    """
    told = sections_of(content)
    named: dict[type[Item], list[Any]] = {}
    for section in content.sections():
        if section.item_class and section.name in told:
            rows = _rows(told[section.name])
            told[section.name] = rows[named.get(section.item_class) == rows[0] :]
            named[section.item_class] = rows[0]
    return _block("document", told, f' type="{artifact_type.value}"')


def sections_of(content: ArtifactContent) -> dict[str, Any]:
    """Return the sections of `content` that are written, without the fields in which nothing
    stands.
    """
    names = {section.name for section in content.sections()}
    stored: dict[str, Any] = _filled(content.model_dump(mode="json", include=names))
    return stored


def language_name(project: ProjectInput) -> str:
    """Return the language to write in by name ("German"): the chosen one, else that of the
    founder's words.

    Empty where it was not chosen and cannot be told.
    """
    return name_of_language(language_to_write(project))


def name_of_language(code: str) -> str:
    """Return the English name of a language; empty if it is not known."""
    return str(LANG_INFO.get(code, {}).get("name", ""))


def language_to_write(project: ProjectInput) -> str:
    """Return the code of the same language ("de"); empty if it cannot be told."""
    return project.document_language if project.language else project.sheet.language


def _told(path: str, fact: Fact[Any]) -> dict[str, Any]:
    """Return a fact with the words it was read from, but for words that its value repeats."""
    value = _filled(plain(fact.value))
    repeated = _compact(value)
    said = [span.text[:WORDS_MAX] for span in fact.said if span.text.rstrip(" .") not in repeated]
    told = {"fact": _short(path), "value": value}
    return {**told, "words": " / ".join(said)} if said else told


def _short(path: str) -> str:
    return group_of(path).removeprefix("traits.")


def _repeats_its_answer(path: str, fact: Fact[Any]) -> bool:
    """Whether a fact is a line of the answer to its own question, which follows in full."""
    group = group_of(path)
    return (
        group in OWN_WORDS
        and fact.state == "read"
        and any(span.answer == group for span in fact.said)
    )


def _has_all_lines(project: ProjectInput, group: str) -> bool:
    """Whether the facts of `group` are all lines of the answer to its question: a line that the
    founder took out of the facts stands in the answer still.
    """
    facts = (fact for path, fact in project.sheet.each() if group_of(path) == group)
    said = {s.text for fact in facts if fact.state == "read" for s in fact.said if s.text}
    lines = filter(str.strip, project.all_texts().get(group, "").splitlines())
    return all(any(text in line for text in said) for line in lines)


def _is_silent_no(path: str, fact: Fact[Any]) -> bool:
    """Whether nothing was said of a trait, so that a program took it for absent."""
    return (
        path.startswith("traits.") and fact.state == "read" and fact.value == "no" and not fact.said
    )


def _open_groups(project: ProjectInput) -> list[str]:
    sheet = project.sheet
    names = [
        name for name in type(sheet).model_fields if isinstance(getattr(sheet, name), Fact | tuple)
    ]
    empty = [name for name in names if _is_open(getattr(sheet, name))]
    return [*empty, *(trait for trait in TRAITS if getattr(sheet.traits, trait).state == "open")]


def _is_open(value: object) -> bool:
    return value.state == "open" if isinstance(value, Fact) else not value


def _filled(value: Any) -> Any:
    """Return dumped data without what says nothing: None, False, empty texts and empty lists."""
    if isinstance(value, dict):
        filled = {key: _filled(entry) for key, entry in value.items()}
        return {
            key: entry
            for key, entry in filled.items()
            if entry is not False and entry not in (None, "", [], {})
        }
    return [_filled(entry) for entry in value] if isinstance(value, list) else value


def _rows(items: list[dict[str, Any]]) -> list[list[Any]]:
    """Return the names of the fields that any of the items fills, and a row of values for each;
    what an item does not fill is an empty text. Names repeated for each item would be a tenth of
    what later requests send.
    """
    names = list(dict.fromkeys(name for item in items for name in item))
    return [names, *([item.get(name, "") for name in names] for item in items)] if items else []


def _block(tag: str, told: Mapping[str, Any], attributes: str = "") -> str:
    """Return the entries of `told` between tags, each as its name and its value in JSON; the rows
    of a table stand on lines of their own. Braces, indentation and quoted names cost tokens.
    """
    entries = "\n".join(f"{name}:{_entry(value)}" for name, value in told.items())
    return f"<{tag}{attributes}>\n{entries}\n</{tag}>"


def _entry(value: Any) -> str:
    is_table = isinstance(value, list) and any(isinstance(row, list) for row in value)
    return "\n" + "\n".join(map(fence, value)) if is_table else f" {fence(value)}"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
