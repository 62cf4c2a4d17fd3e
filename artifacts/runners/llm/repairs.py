"""Fix errors of form in a model's answer, so that it need not be asked again."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from artifacts.documents.identity import number_apart
from artifacts.runners.llm.plain_text import plain_texts
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Item

_ROUNDS = 3
"""What is put right may bring other faults to light."""


def repair(artifact_type: ArtifactType, content: Mapping[str, Any]) -> dict[str, Any]:
    """Return `content` without keys that nobody knows or that we compute, and with values of the
    declared kind.

    Texts are plain: what was written as Markdown or HTML loses its signs. An id that another
    section has already becomes the next free one, and what points at it there follows. Ids that
    cannot be ids of this document's items are left out; the content fills them in.
    """
    known = {
        section.name for section in artifact_type.content_class.sections() if not section.computed
    }
    repaired = {
        name: plain_texts(copy.deepcopy(value)) for name, value in content.items() if name in known
    }
    number_apart(artifact_type.content_class, repaired)
    _drop_bad_ids(artifact_type, repaired)
    for _ in range(_ROUNDS):
        try:
            artifact_type.content_class.model_validate(repaired)
        except ValidationError as error:
            changes = [_put_right(repaired, detail) for detail in error.errors(include_url=False)]
            if not any(changes):
                break
        else:
            break
    return repaired


def _drop_bad_ids(artifact_type: ArtifactType, content: dict[str, Any]) -> None:
    taken: set[str] = set()
    for section in artifact_type.content_class.sections():
        items = content.get(section.name)
        if section.item_class is None or not isinstance(items, list):
            continue
        for item in items:
            if isinstance(item, dict) and "id" in item:
                if not _fits(section.item_class, item["id"]) or item["id"] in taken:
                    del item["id"]
                else:
                    taken.add(item["id"])


def _fits(item_class: type[Item], item_id: Any) -> bool:
    if not isinstance(item_id, str):
        return False
    prefix, _, number = item_id.partition("-")
    return (
        prefix == item_class.prefix
        and number.isascii()
        and number.isdigit()
        and 0 < int(number[:7]) < 1_000_000
    )


def _put_right(content: dict[str, Any], detail: Any) -> bool:
    """Change the value that one validation error is about, and return whether that could be
    done.
    """
    *path, last = detail["loc"] or [""]
    holder: Any = content
    for step in path:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return False
    if not isinstance(holder, (dict, list)):
        return False
    value = detail["input"]
    match detail["type"]:
        case "extra_forbidden" if isinstance(holder, dict):
            return holder.pop(last, None) is not None
        case "int_type" if (number := _whole(value)) is not None:
            holder[last] = number
        case "literal_error" if isinstance(value, str) and value != value.strip().lower():
            holder[last] = value.strip().lower()
        case "list_type" if value is None:
            holder[last] = []
        case "list_type" if isinstance(value, str):
            holder[last] = [value]
        case _:
            return False
    return True


def _whole(value: Any) -> int | None:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if (
        isinstance(value, str)
        and value.strip().isascii()
        and value.strip().isdigit()
        and len(value) < 10
    ):
        return int(value)
    return None
