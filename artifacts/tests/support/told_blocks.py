"""What a prompt's block says: entries of a name and a value in JSON, rows on lines of their own."""

from __future__ import annotations

import json
from typing import Any


def told_in(block: str) -> dict[str, Any]:
    """Return the entries of a block."""
    told: dict[str, Any] = {}
    name = ""
    for line in block.splitlines()[1:-1]:
        if line.startswith("["):
            told[name].append(json.loads(line))
        else:
            name, _, value = line.partition(":")
            told[name] = json.loads(value) if value else []
    return told


def facts_in(rows: list[list[Any]]) -> list[dict[str, Any]]:
    """Return the facts of a table, by the names in its first row, without those that are empty."""
    names, *facts = rows
    pairs = [zip(names, fact, strict=True) for fact in facts]
    return [{name: value for name, value in fact if value != ""} for fact in pairs]
