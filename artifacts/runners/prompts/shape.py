"""What a document's schema says about it, in words and as an example of the JSON that is wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from artifacts.coherence.rules.length import ITEM_BUDGET, LINE_BUDGET, SECTION_BUDGET
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item, ItemField, Section, SectionKind
from artifacts.tiers import Gate


def written_sections(content_class: type[ArtifactContent]) -> tuple[Section, ...]:
    """Return the sections that somebody has to write; the others are computed."""
    return tuple(section for section in content_class.sections() if not section.computed)


def describe_sections(content_class: type[ArtifactContent]) -> str:
    """Return, section by section, what each is for, who reads it, and what is to be written there."""
    return "\n\n".join(_describe(section) for section in written_sections(content_class))


def describe_pointers(artifact_type: ArtifactType) -> str:
    """Return which sections a text may point at, by the gate of the section that it stands in.

    A pointer must not lead to what is gated higher than the text around it: who reads the one could not read the other.
    """
    known = [(t, section) for t in (*artifact_type.earlier, artifact_type) for section in t.content_class.sections()]
    gates = {section.gate for section in written_sections(artifact_type.content_class)}
    lines = []
    for gate in sorted(gates, key=lambda gate: gate.tier.rank):
        names = [f"[[{t.value}.{s.name}]]" for t, s in known if s.gate.opens_for(gate.tier)]
        lines.append(f"- In a section for {_readers(gate)}: {', '.join(names)}, and the items that stand in them.")
    return "\n".join(lines)


def example(content_class: type[ArtifactContent]) -> str:
    """Return the JSON that is wanted, with words in the place of values."""
    shape = {section.name: _section_value(section) for section in written_sections(content_class)}
    return json.dumps(shape, ensure_ascii=False, indent=1)


def _describe(section: Section) -> str:
    lines = [f"## {section.name} ({section.title}; for {_readers(section.gate)})", section.purpose]
    match section.kind:
        case SectionKind.ITEMS if section.item_class:
            few = "At least one." if section.required else ""
            lines.append(f"A list of objects, one for each {section.item_class.noun}. {few}".strip())
            lines += [f"- {field.name}: {', '.join(_field(field))}." for field in _fields(section.item_class)]
        case SectionKind.LINES:
            lines.append(f"A list of texts, each a sentence or two and never above {LINE_BUDGET} characters.")
        case SectionKind.ITEM_IDS:
            lines.append("A list of ids.")
        case SectionKind.NUMBER:
            lines.append(f"A whole number{f' of {section.unit.several}' if section.unit else ''}.")
        case _:
            lines.append(f"A text of one to four paragraphs, never above {SECTION_BUDGET} characters.")
    return "\n".join(lines)


def _field(field: ItemField) -> Iterator[str]:
    limits = field.limits
    match field.kind:
        case FieldKind.TITLE:
            yield f"a title of a few words, at most {limits.max_length or LINE_BUDGET} characters"
        case FieldKind.TEXT:
            yield f"a text, at most {min(limits.max_length or ITEM_BUDGET, ITEM_BUDGET)} characters"
        case FieldKind.LINES:
            yield "a list of short texts"
        case FieldKind.CHOICE:
            yield "one of " + ", ".join(f'"{choice}"' for choice in field.choices)
        case FieldKind.NUMBER:
            yield f"a whole number{f' of {field.unit.several}' if field.unit else ''}"
            if limits.ge is not None:
                yield f"{limits.ge} or more"
            if limits.le is not None:
                yield f"{limits.le} or less"
        case FieldKind.LINKS:
            yield f"a list of ids such as {field.prefix}-1" if field.prefix else "a list of ids of any items"
    if not field.required:
        unknown = field.kind is FieldKind.CHOICE
        yield "left out only where nobody can say" if unknown else "may be left empty where there is nothing to say"


def _section_value(section: Section) -> Any:
    match section.kind:
        case SectionKind.ITEMS if section.item_class:
            item_class = section.item_class
            fields = {field.name: _field_value(field) for field in _fields(item_class)}
            return [{"id": f"{item_class.prefix}-1", **fields}]
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


def _readers(gate: Gate) -> str:
    return "everybody" if gate is Gate.CORE else f"the plan {gate.tier.label} and larger ones"
