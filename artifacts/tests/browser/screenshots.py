"""Takes a picture of every page in every state: `make screenshots` runs it, `make test` does
not.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from PIL import Image
from playwright.sync_api import Page

from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.browser.scene import Scene, make_scene
from artifacts.tests.browser.states import STAFF_STATES, STATES, State, open_state
from artifacts.tiers import Tier

FOLDER = Path(settings.BASE_DIR) / "docs" / "screenshots"
WIDTH, HEIGHT = 880, 1240
QUALITY = 50

MAIN = {
    "landing",
    "projects",
    "interview-question",
    "facts",
    "project-writing",
    "project-ready",
    "document-mvp-scope",
    "edit-item",
    "compare",
    "proposal",
    "generate",
}
"""The states that are also shown on a phone and in the dark."""

LOOKS = {"": ("desktop", False), "-phone": ("phone", False), "-dark": ("desktop", True)}


def test_take_pictures(open_page: Callable[..., Page], transactional_db: None) -> None:
    scene = make_scene(Tier.CTO_SCALE)
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for suffix, (size, dark) in LOOKS.items():
        pages = {"": open_page(size, dark=dark)}
        for state in (*STATES, *STAFF_STATES):
            if suffix and state.name not in MAIN:
                continue
            if state.who not in pages:
                pages[state.who] = open_page(size, dark=dark)
                sign_in(pages[state.who], getattr(scene, state.who))
            _take(pages[state.who], state, scene, suffix)


def _take(page: Page, state: State, scene: Scene, suffix: str) -> None:
    open_state(page, state, scene)
    # In a window as high as the page, what keeps to the lower edge of the window covers nothing.
    window = page.viewport_size
    assert window
    page.set_viewport_size(
        {**window, "height": page.evaluate("document.documentElement.scrollHeight")}
    )
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.set_viewport_size(window)
    if picture.width > WIDTH:
        picture = picture.resize(
            (WIDTH, picture.height * WIDTH // picture.width), Image.Resampling.LANCZOS
        )
    picture = picture.crop((0, 0, picture.width, min(picture.height, HEIGHT)))
    picture.save(FOLDER / f"{state.name}{suffix}.webp", quality=QUALITY, method=6)
