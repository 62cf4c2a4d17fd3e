"""The table of rules in docs/consistency.md, from the registry; `python -m
artifacts.checker.handbook` renews it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from artifacts.checker.rules import RULES, Rule
from artifacts.checker.rules.registry import FAMILIES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "consistency.md"
MARK = "<!-- From here on made by `python -m artifacts.checker.handbook`. -->\n"
_SHOWN = 160


def render() -> str:
    """Return everything below the mark."""
    return "\n".join(_lines())


def renew(page: str) -> str:
    """Return `page` with everything below its mark regenerated."""
    return page.partition(MARK)[0] + MARK + render()


def _lines() -> Iterator[str]:
    for family, purpose in FAMILIES.items():
        yield f"\n## {family.capitalize()}\n\n{purpose}\n"
        yield "| rule | severity | what it demands | good | bad |"
        yield "|---|---|---|---|---|"
        for rule in RULES.values():
            if rule.family == family:
                yield _row(rule)
    yield ""


def _row(rule: Rule) -> str:
    cells = (
        f"`{rule.name}`",
        rule.severity.value,
        rule.summary,
        _example(rule.good),
        _example(rule.bad),
    )
    return f"| {' | '.join(cells)} |"


def _example(changes: Mapping[str, Any]) -> str:
    if not changes:
        return "the sample project as it is"
    return "<br>".join(f"{place}: {_shown(value)}" for place, value in changes.items())


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(renew(PAGE.read_text()))
