"""What axe-core says of a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, Literal

from playwright.sync_api import Page, ViewportSize

from artifacts.tests.browser.conftest import SIZES

NARROW: ViewportSize = {"width": 360, "height": 740}

EVERYTHING: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}

LOOKS_ONLY: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]}
}
"""The rules that depend on colours and sizes."""

IN_ADMIN: dict[str, Any] = {"preload": False}
"""A style sheet of Django's imports another; to read that, axe-core would make styles that our
policy forbids.
"""

_RUN = (
    "async rules => (await axe.run(document, {...rules, resultTypes: ['violations']})).violations"
)


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
    return [
        f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes'][:3]]}"
        for one in found
    ]


def _show(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Change the colours, and let links finish where they change theirs slowly, as those of
    Django's admin do.
    """
    page.emulate_media(color_scheme=scheme)
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))")


def faults(page: Page, **options: Any) -> Iterator[str]:
    """Look at a page on a desktop by day, at its colours and sizes on a phone by night, and whether
    it fits a small phone.

    Colours do not depend on the size of a page, nor sizes on its colours, so two looks of four are
    enough.
    """
    yield from violations(page, {**EVERYTHING, **options})
    _show(page, "dark")
    page.set_viewport_size(SIZES["phone"])
    in_the_dark = violations(page, {**LOOKS_ONLY, **options})
    yield from (f"on a phone in the dark: {fault}" for fault in in_the_dark)
    _show(page, "light")
    page.set_viewport_size(NARROW)
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        yield "scrolls sideways at 360 pixels"
    page.set_viewport_size(SIZES["desktop"])
