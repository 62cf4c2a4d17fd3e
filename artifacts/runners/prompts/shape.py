"""What a document's schema says about it, in words and as an example of the JSON that is wanted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item, ItemField, Section, SectionKind
from artifacts.schemas.fields import ITEM_BUDGET, LINE_BUDGET, SECTION_BUDGET, TITLE_MAX
from artifacts.tiers import Gate

_TEXT = {"type": "string"}


def written_sections(content_class: type[ArtifactContent]) -> tuple[Section, ...]:
    """Return the sections that somebody has to write; the others are computed."""
    return tuple(section for section in content_class.sections() if not section.computed)


def describe_sections(content_class: type[ArtifactContent]) -> str:
    """Return, section by section, the JSON that is wanted and what it is for.

    An item is shown in the first section that holds such items.
    """
    shown: dict[type[Item], str] = {}
    lines = []
    for section in written_sections(content_class):
        like = shown.get(section.item_class) if section.item_class else None
        lines.append(f"- {section.name}: {_form(section, like)}. {section.purpose}")
        if section.item_class:
            shown.setdefault(section.item_class, section.name)
    return "\n".join(lines)


def describe_documents() -> str:
    """Return which documents there are, what each is for, and the sections of larger plans.

    A pointer must not lead to what is gated higher than the text around it: who reads the one could
    not read the other.
    """
    return "\n".join(_describe_document(artifact_type) for artifact_type in GENERATION_ORDER)


def describe_limits() -> str:
    """Return how long a text of each kind may be."""
    return (
        f"At most, in characters: a title {TITLE_MAX}, a line or sentence {LINE_BUDGET},"
        f" a text of an item {ITEM_BUDGET}, a section of prose {SECTION_BUDGET}."
    )


def json_schema(
    content_class: type[ArtifactContent], sections: Collection[str] = ()
) -> dict[str, Any]:
    """Return the JSON schema of what is asked for; with `sections`, of these alone.

    It says what every provider's schema mode takes: types, choices and that there is nothing else.
    Lengths are ours to judge.
    """
    wanted = [
        section
        for section in written_sections(content_class)
        if not sections or section.name in sections
    ]
    return _object({section.name: _section_schema(section) for section in wanted})


def _section_schema(section: Section) -> dict[str, Any]:
    match section.kind:
        case SectionKind.ITEMS if section.item_class:
            fields = {field.name: _field_schema(field) for field in _fields(section.item_class)}
            return _list(_object({"id": _TEXT, **fields}))
        case SectionKind.LINES | SectionKind.ITEM_IDS:
            return _list(_TEXT)
        case SectionKind.NUMBER:
            return {"type": "integer"}
    return _TEXT


def _field_schema(field: ItemField) -> dict[str, Any]:
    match field.kind:
        case FieldKind.LINES | FieldKind.LINKS:
            return _list(_TEXT)
        case FieldKind.CHOICE:
            return {"type": "string", "enum": list(field.choices)}
        case FieldKind.NUMBER:
            return {"type": "integer"}
    return _TEXT


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _describe_document(artifact_type: ArtifactType) -> str:
    content_class = artifact_type.content_class
    stars = {Gate.BUSINESS: "*", Gate.STRATEGIC: "**"}
    gated = [
        f"{section.name}{stars[section.gate]}"
        for section in content_class.sections()
        if section.gate in stars
    ]
    line = f"- {artifact_type.value}, the {content_class.title}: {content_class.purpose}"
    return f"{line} ({', '.join(gated)})" if gated else line


def _form(section: Section, like: str | None) -> str:
    """Return what the value of a section is; its items are as those of the section `like`."""
    match section.kind:
        case SectionKind.ITEMS if section.item_class:
            return _items(section, section.item_class, like)
        case SectionKind.LINES:
            return f"[{_how_many(section)}texts, each a sentence or two]"
        case SectionKind.ITEM_IDS:
            return "[ids]"
        case SectionKind.NUMBER:
            return f"a whole number{f' of {section.unit.several}' if section.unit else ''}"
    return "text"


def _items(section: Section, item_class: type[Item], like: str | None) -> str:
    many = f"{section.advised or 'any number'} of these"
    if like:
        return f"[objects as in {like}], {many}"
    fields = _fields(item_class)
    values = {"id": f"{item_class.prefix}-1", **{field.name: _value(field) for field in fields}}
    notes = "".join(f"; {note}" for field in fields for note in _notes(field))
    return f"[{json.dumps(values, ensure_ascii=False)}], {many}{notes}"


def _how_many(declared: Section | ItemField) -> str:
    return f"{declared.advised} " if declared.advised else ""


def _value(field: ItemField) -> Any:
    """Return a value of the field's type, in words where words fit."""
    most = field.limits.max_length
    match field.kind:
        case FieldKind.TITLE:
            return "a sentence" if (most or LINE_BUDGET) > TITLE_MAX else "short title"
        case FieldKind.LINES:
            return [f"{_how_many(field)}short texts"]
        case FieldKind.CHOICE:
            return "|".join(field.choices)
        case FieldKind.NUMBER:
            return max(1, field.limits.ge or 1)
        case FieldKind.LINKS:
            return [f"{field.prefix}-1"] if field.prefix else ["id of any item"]
    return "a few words" if most is not None and most <= TITLE_MAX else "text"


def _notes(field: ItemField) -> Iterator[str]:
    """Return what the value that is shown cannot say."""
    if field.kind is FieldKind.LINKS and not field.required:
        yield f"{field.name} may be empty"
    if field.kind is FieldKind.NUMBER:
        limits = field.limits
        parts = [
            f"{field.name} is a whole number{f' of {field.unit.several}' if field.unit else ''}",
            *([f"{limits.ge} or more"] if limits.ge is not None else []),
            *([f"{limits.le} or less"] if limits.le is not None else []),
        ]
        yield ", ".join(parts)


def _fields(item_class: type[Item]) -> list[ItemField]:
    return [field for field in item_class.fields() if not field.computed]
