"""Saves every page in every state as the server sent it: `make validate` runs it for the HTML
checker.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Response

from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.browser.scene import Scene, make_scene
from artifacts.tests.browser.states import STATES, State, open_state
from artifacts.tiers import Tier

FOLDER = "RENDERED_PAGES"
"""The environment variable that names the folder to save to."""

# No standard has them, so a validator would object to each.
_HTMX = re.compile(r"""\shx-[a-z:-]+(?:="[^"]*"|='[^']*')?""")


def test_save_pages(open_page: Callable[..., Page], transactional_db: None) -> None:
    folder = Path(os.environ[FOLDER])
    folder.mkdir(parents=True, exist_ok=True)
    scene = make_scene(Tier.CTO_SCALE)
    pages = {"": open_page()}
    for state in STATES:
        if state.who not in pages:
            pages[state.who] = open_page()
            sign_in(pages[state.who], getattr(scene, state.who))
        (folder / f"{state.name}.html").write_text(_last_answer(pages[state.who], state, scene))
    assert len(list(folder.glob("*.html"))) == len(STATES)


def _last_answer(page: Page, state: State, scene: Scene) -> str:
    """Return the last whole page that was sent on the way to a state, without htmx's attributes."""
    sent: list[Response] = []

    def note(response: Response) -> None:
        if response.request.is_navigation_request() and not 300 <= response.status < 400:
            sent.append(response)

    page.on("response", note)
    open_state(page, state, scene)
    page.remove_listener("response", note)
    return _HTMX.sub("", sent[-1].text())
