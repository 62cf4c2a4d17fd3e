"""What axe-core says of a page."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from playwright.sync_api import Page

EVERYTHING: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}

LOOKS_ONLY: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]}}
"""The rules that depend on colours and sizes."""

_RUN = "async rules => (await axe.run(document, {...rules, resultTypes: ['violations']})).violations"


@cache
def _source() -> str:
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text()


def violations(page: Page, rules: dict[str, Any] = EVERYTHING) -> list[str]:
    """Return every violation with the rule's name and the first elements concerned.

    The script goes in by the debugger, which the page's Content-Security-Policy does not concern.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    found = page.evaluate(_RUN, rules)
    return [f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes'][:3]]}" for one in found]
