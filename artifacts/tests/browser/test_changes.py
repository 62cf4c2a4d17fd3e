"""The pages of differences: keys that go from change to change, and room for two texts only where
there is some.
"""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from artifacts.models import Project, User
from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.browser.steps import OpenPage
from artifacts.tests.support.factories import make_project
from artifacts.tests.support.versions import write_all_again

pytestmark = pytest.mark.one_database


@pytest.fixture
def scope(founder: User) -> str:
    """Where the two versions of a scope are compared; both of its features differ, and three of its
    sections.
    """
    project: Project = make_project(founder, written=True)
    write_all_again(project)
    return reverse("artifact_compare", args=[project.pk, "mvp_scope"])


def test_keys_go_from_change_to_change(open_page: OpenPage, founder: User, scope: str) -> None:
    page = open_page()
    sign_in(page, founder)
    page.goto(scope)
    changes = page.locator("[data-change]")
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(changes.nth(place)).to_be_focused()
    expect(changes.nth(0)).to_be_in_viewport()


def test_keys_that_are_turned_off_do_nothing_here_either(
    open_page: OpenPage, founder: User, scope: str
) -> None:
    page = open_page()
    sign_in(page, founder)
    page.goto(scope)
    page.keyboard.press("?")
    page.uncheck("#shortcuts [data-shortcuts-switch] input")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator("[data-change]:focus")).to_have_count(0)


@pytest.mark.parametrize(("size", "beside"), [("desktop", True), ("phone", False)])
def test_two_versions_stand_side_by_side_only_where_there_is_room(
    open_page: OpenPage, founder: User, scope: str, size: str, beside: bool
) -> None:
    page = open_page(size)
    sign_in(page, founder)
    page.goto(scope)
    row = page.locator(".compare-row").first
    before, now = (row.locator(f".compare-{side}").bounding_box() for side in ("before", "now"))
    assert before is not None
    assert now is not None
    assert (before["y"] == now["y"]) is beside
