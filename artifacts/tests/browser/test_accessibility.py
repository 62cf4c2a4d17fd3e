"""Every page in every state: nothing that axe-core objects to, valid HTML, one heading, a title,
room on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from artifacts.tests.browser.axe import faults
from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.browser.scene import Scene, make_scene
from artifacts.tests.browser.states import STATES, State, open_state
from artifacts.tests.browser.steps import OpenPage
from artifacts.tests.support import markup

pytestmark = pytest.mark.one_database

PARTS = 8
"""The states are shared out among so many tests, because each test builds the whole scene again."""


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_can_be_used_by_everybody(
    open_page: OpenPage, transactional_db: None, part: int
) -> None:
    scene = make_scene()
    pages = {"": open_page()}
    found: list[str] = []
    for state in STATES[part::PARTS]:
        if state.who not in pages:
            pages[state.who] = open_page()
            sign_in(pages[state.who], getattr(scene, state.who))
        found += [f"{state.name}: {fault}" for fault in _faults(pages[state.who], state, scene)]
    assert found == []


def _faults(page: Page, state: State, scene: Scene) -> Iterator[str]:
    open_state(page, state, scene)
    yield from _lacks(page)
    yield from markup.faults(page.content())
    yield from faults(page)


def _lacks(page: Page) -> Iterator[str]:
    headings = page.locator("h1:visible").count()
    if headings != 1:
        yield f"{headings} headings of the first level"
    if not page.title().removesuffix(" · Cofounder").strip() or not page.title().endswith(
        " · Cofounder"
    ):
        yield f"the title {page.title()!r}"
