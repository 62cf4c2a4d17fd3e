"""What pages do is within our Content-Security-Policy; whatever is not fails every test here."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from artifacts.models import Project, User
from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.support.factories import make_project

pytestmark = pytest.mark.one_database


def test_a_note_is_added_from_a_field_that_was_drawn_larger(
    open_page: Callable[..., Page], founder: User
) -> None:
    """The browser notes the new height in the field's style, and the empty field that follows has
    the same id.
    """
    project: Project = make_project(founder, written=True)
    page = open_page()
    sign_in(page, founder)
    page.goto(f"/projects/{project.pk}/brief/")
    section = page.locator("#notes-key_constraint")
    section.locator("summary").first.click()
    field = section.get_by_label("Your note")
    field.evaluate("field => { field.style.height = '200px' }")
    field.fill("Ask Ana about the budget.")
    section.get_by_role("button", name="Add the note").click()
    expect(page.locator("#notes-key_constraint")).to_contain_text("Ask Ana about the budget.")
