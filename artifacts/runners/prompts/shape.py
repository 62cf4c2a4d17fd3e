"""What a document's schema says about it, in words and as an example of the JSON that is wanted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from artifacts.checker.rules.length import ITEM_BUDGET, LINE_BUDGET, SECTION_BUDGET
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item, ItemField, Section, SectionKind
from artifacts.schemas.fields import TITLE_MAX
from artifacts.tiers import Gate

_TEXT = {"type": "string"}


def written_sections(content_class: type[ArtifactContent]) -> tuple[Section, ...]:
    """Return the sections that somebody has to write; the others are computed."""
    return tuple(section for section in content_class.sections() if not section.computed)


def describe_sections(content_class: type[ArtifactContent]) -> str:
    """Return, section by section, what each is for and what is to be written there.

    The fields of an item are described in the first section that holds such items.
    """
    described: set[type[Item]] = set()
    texts = []
    for section in written_sections(content_class):
        texts.append(_describe(section, is_known=section.item_class in described))
        if section.item_class:
            described.add(section.item_class)
    return "\n".join(texts)


def describe_documents() -> str:
    """Return which documents there are, what each is for, and its sections with who reads them.

    A pointer must not lead to what is gated higher than the text around it: who reads the one could
    not read the other.
    """
    return "\n".join(_describe_document(artifact_type) for artifact_type in GENERATION_ORDER)


def describe_limits() -> str:
    """Return how long a text of each kind may be."""
    return (
        f"Never longer than this, in characters: a title {TITLE_MAX}, a line or sentence of a list"
        f" {LINE_BUDGET}, a text of an item {ITEM_BUDGET}, a section of prose {SECTION_BUDGET}."
    )


def example(content_class: type[ArtifactContent]) -> str:
    """Return the JSON that is wanted, with words in the place of values; items are numbered through
    all sections.
    """
    numbers: Counter[str] = Counter()
    lines = []
    for section in written_sections(content_class):
        if section.item_class:
            numbers[section.item_class.prefix] += 1
        value = json.dumps(_section_value(section, numbers), ensure_ascii=False)
        lines.append(f'"{section.name}": {value}')
    return "{\n" + ",\n".join(lines) + "\n}"


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
    stars = {Gate.CORE: "", Gate.BUSINESS: "*", Gate.STRATEGIC: "**"}
    names = ", ".join(
        f"{section.name}{stars[section.gate]}" for section in content_class.sections()
    )
    return (
        f"- {artifact_type.value}, the {content_class.title}: {content_class.purpose} Sections:"
        f" {names}."
    )


def _describe(section: Section, *, is_known: bool) -> str:
    """Return a line about a section, and one for each field of its items.

    Who reads it stands in the instructions.
    """
    lines = [f"- {section.name}: {section.purpose}"]
    match section.kind:
        case SectionKind.ITEMS if section.item_class:
            like = ", with the same fields as above." if is_known else ":"
            lines[0] += (
                f" A list of {_how_many(section)}objects, one for each"
                f" {section.item_class.noun}{like}"
            )
            if not is_known:
                lines += [
                    f"  - {field.name}: {', '.join(_field(field))}."
                    for field in _fields(section.item_class)
                ]
        case SectionKind.LINES:
            lines[0] += f" A list of {_how_many(section)}texts, each a sentence or two."
        case SectionKind.ITEM_IDS:
            lines[0] += " A list of ids."
        case SectionKind.NUMBER:
            lines[0] += f" A whole number{f' of {section.unit.several}' if section.unit else ''}."
    return "\n".join(lines)


def _how_many(declared: Section | ItemField) -> str:
    return f"{declared.advised} " if declared.advised else ""


def _field(field: ItemField) -> Iterator[str]:
    limits = field.limits
    match field.kind:
        case FieldKind.TITLE:
            is_sentence = (limits.max_length or LINE_BUDGET) > TITLE_MAX
            yield "one sentence" if is_sentence else "a title of a few words"
        case FieldKind.TEXT:
            is_short = limits.max_length is not None and limits.max_length <= TITLE_MAX
            yield "a few words" if is_short else "a text"
        case FieldKind.LINES:
            yield f"a list of {_how_many(field)}short texts"
        case FieldKind.CHOICE:
            yield "one of " + ", ".join(f'"{choice}"' for choice in field.choices)
        case FieldKind.NUMBER:
            yield from _number(field)
        case FieldKind.LINKS:
            yield from _links(field)


def _number(field: ItemField) -> Iterator[str]:
    yield f"a whole number{f' of {field.unit.several}' if field.unit else ''}"
    if field.limits.ge is not None:
        yield f"{field.limits.ge} or more"
    if field.limits.le is not None:
        yield f"{field.limits.le} or less"


def _links(field: ItemField) -> Iterator[str]:
    yield (
        f"a list of ids such as {field.prefix}-1" if field.prefix else "a list of ids of any items"
    )
    if not field.required:
        yield "empty where there is none"


def _section_value(section: Section, numbers: Mapping[str, int]) -> Any:
    match section.kind:
        case SectionKind.ITEMS if section.item_class:
            item_class = section.item_class
            fields = {field.name: _field_value(field) for field in _fields(item_class)}
            return [{"id": f"{item_class.prefix}-{numbers[item_class.prefix]}", **fields}]
        case SectionKind.LINES:
            return ["text"]
        case SectionKind.ITEM_IDS:
            return ["id"]
        case SectionKind.NUMBER:
            return 1
    return "text"


def _field_value(field: ItemField) -> Any:
    match field.kind:
        case FieldKind.LINES:
            return ["text"]
        case FieldKind.CHOICE:
            return "|".join(field.choices)
        case FieldKind.NUMBER:
            return max(1, field.limits.ge or 1)
        case FieldKind.LINKS:
            return [f"{field.prefix}-1"] if field.prefix else ["id"]
    return "text"


def _fields(item_class: type[Item]) -> list[ItemField]:
    return [field for field in item_class.fields() if not field.computed]
