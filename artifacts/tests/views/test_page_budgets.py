"""What a page may cost: queries, bytes of HTML, bytes of style and script, and nothing inline."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import add_item
from artifacts.tests.browser.scene import make_scene
from artifacts.tests.browser.states import STATES
from artifacts.tests.support.factories import AnnotationFactory, make_project
from artifacts.tests.support.pages import NAMES, url
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database

MAX_QUERIES = 8
MAX_HTML = 60_000
MAX_PAGE_ASSETS = 65_000
MAX_ASSETS = 120_000
"""Of all pages together.

A visitor loads what the pages they open link to, which MAX_PAGE_ASSETS limits.
"""
MAX_ADMIN_ASSETS = 30_000

LINKED = re.compile(r'"/static/((?:css|js)/[^"]+)"')
# A script of the type JSON is data: no browser runs it, and no policy has to allow it.
INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\s(?:src=|type=\"application/json\"))|\son[a-z]+=[\"']",
    re.IGNORECASE,
)


@pytest.mark.django_db
def test_every_page_is_small_and_asks_the_database_little() -> None:
    scene = make_scene(Tier.CTO_SCALE)
    clients = {"": Client(), "founder": Client(), "newcomer": Client(), "starter": Client()}
    for name in ("founder", "newcomer", "starter"):
        clients[name].force_login(getattr(scene, name))
    too_much = []
    for state in STATES:
        # The first visit to a page may set something up, such as the row of an email address.
        clients[state.who].get(state.path(scene))
        with CaptureQueriesContext(connection) as queries:
            response = clients[state.who].get(state.path(scene))
        linked = _linked_bytes(response.content.decode())
        if (
            len(queries) > MAX_QUERIES
            or len(response.content) > MAX_HTML
            or linked > MAX_PAGE_ASSETS
        ):
            too_much.append((state.name, len(queries), len(response.content), linked))
    assert too_much == []


def _linked_bytes(page: str) -> int:
    """The bytes of our styles and scripts that a page loads, as they are before they are
    compressed.
    """
    return sum(
        (settings.BASE_DIR / "static" / name).stat().st_size for name in set(LINKED.findall(page))
    )


def test_the_styles_and_scripts_of_a_page_are_found(db: None) -> None:
    assert _linked_bytes(Client().get(reverse("home")).content.decode()) > 20_000


@pytest.mark.django_db
@pytest.mark.parametrize("many", [1, 30])
def test_no_page_asks_more_where_there_is_more(
    founder: User, founder_client: Client, many: int
) -> None:
    projects = [
        make_project(founder, name=f"Shelf {number}", written=True) for number in range(many)
    ]
    _fill(projects[0], founder, many)
    paths = [url(name, projects[0]) for name in NAMES]
    asked = {}
    for path in [*paths, reverse("project_list"), f"{reverse('search')}?q=shelf"]:
        with CaptureQueriesContext(connection) as queries:
            founder_client.get(path)
        asked[path] = len(queries)
    assert {path: count for path, count in asked.items() if count > MAX_QUERIES} == {}


def _fill(project: Project, founder: User, many: int) -> None:
    """Give the MVP Scope so many features, with a note on each."""
    scope = project.documents()[ArtifactType.MVP_SCOPE.number - 1]
    where: dict[str, Any] = {"section": "core_features", "tier": founder.get_tier()}
    for number in range(many):
        values = {"name": f"Feature {number}", "description": "We count.", "priority": "low"}
        item = add_item(scope, values=values, editor=founder, **where)
        AnnotationFactory.create(artifact=scope, item_id=item.id)


def test_styles_and_scripts_are_small() -> None:
    """No founder loads what is for the admin, so that counts by itself."""
    files = [
        path for kind in ("css", "js") for path in (settings.BASE_DIR / "static" / kind).iterdir()
    ]
    admin = {path for path in files if path.name.startswith("admin")}
    assert sum(path.stat().st_size for path in files if path not in admin) < MAX_ASSETS
    assert sum(path.stat().st_size for path in admin) < MAX_ADMIN_ASSETS


def test_no_template_has_anything_inline() -> None:
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    assert [path.name for path in templates if INLINE.search(path.read_text())] == []
