"""Valid documents with as many entries as a language model is told to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import cycle
from typing import Any

from artifacts.interview.questions import ProjectInput
from artifacts.runners.offline.composing import compose
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, ItemField, Section


@cache
def documents() -> Mapping[ArtifactType, Mapping[str, Any]]:
    """Return a valid content of each type, each written from those before it, with as many entries
    as are advised.
    """
    project = ProjectInput.from_brief(
        {"name": "Shelfwise", "idea": "Stock counting for small shops."}
    )
    earlier: dict[ArtifactType, ArtifactContent] = {}
    for artifact_type in GENERATION_ORDER:
        content = compose(project, artifact_type, earlier)
        earlier[artifact_type] = artifact_type.content_class.model_validate(content)
    return {
        artifact_type: filled_up(artifact_type, content.model_dump())
        for artifact_type, content in earlier.items()
    }


def filled_up(artifact_type: ArtifactType, composed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the offline writer composed with as many entries in each list as a model is told
    to write.
    """
    content_class = artifact_type.content_class
    content = {name: value for name, value in composed.items() if not name.startswith("_")}
    for section, shelf in zip(content_class.sections(), cycle(SHELVES), strict=False):
        if section.advised:
            content[section.name] = _filled_up(section, content[section.name], shelf)
    dumped = content_class.model_validate(content).model_dump()
    return {name: value for name, value in dumped.items() if not name.startswith("_")}


GOODS = ("tea", "soap", "bread", "milk", "salt", "rice", "honey", "paper")
SHELVES = (
    "top shelf",
    "lower shelf",
    "long shelf",
    "old shelf",
    "corner shelf",
    "first shelf",
    "other shelf",
)


def _filled_up(section: Section, entries: Sequence[Any], shelf: str) -> list[Any]:
    """Return the entries of a section, with more of their kind until there are as many as a writer
    is told to give.
    """
    assert section.advised is not None
    missing = GOODS[: max(0, section.advised.least - len(entries))]
    if section.item_class is None:
        counted = "2 owners count" if section.name == "success_metrics" else "The owner counts"
        return [*entries, *(f"{counted} the {good} on the {shelf}[[+]]." for good in missing)]
    fields = section.item_class.fields()
    last = {name: value for name, value in entries[-1].items() if name != "id"}
    added = [_another(last, fields, good, shelf) for good in missing]
    filled = [_with_lines(entry, fields) for entry in (*entries, *added)]
    short = section.item_class.short_title_field
    return (
        [{short: f"On {good}", **entry} for entry, good in zip(filled, GOODS, strict=False)]
        if short
        else filled
    )


def _another(
    item: Mapping[str, Any], fields: Sequence[ItemField], good: str, shelf: str
) -> dict[str, Any]:
    """Return an item like `item` with texts of its own; nothing else needs it."""
    added = {**item, "priority": "low"} if "priority" in item else dict(item)
    for one in fields:
        if one.kind is FieldKind.TITLE:
            added[one.name] = f"We count the {good} on the {shelf}"
        elif one.kind is FieldKind.TEXT:
            added[one.name] = f"In the {one.name} the owner counts the {good} on the {shelf}[[+]]."
    return added


def _with_lines(item: Mapping[str, Any], fields: Sequence[ItemField]) -> dict[str, Any]:
    """Return an item with as many lines in its lists as are advised."""
    more: dict[str, Any] = {}
    for one in fields:
        if one.advised:
            lines = item.get(one.name) or []
            missing = GOODS[: max(0, one.advised.least - len(lines))]
            more[one.name] = [
                *lines,
                *(f"The {good} is counted and stands in the list[[+]]." for good in missing),
            ]
    return {**item, **more}
