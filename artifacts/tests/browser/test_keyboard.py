"""Everything by the keyboard: single keys as shortcuts, and the way through a page by Tab and Enter
alone.
"""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from artifacts.models import Artifact, Project, User
from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.browser.steps import OpenPage
from artifacts.tests.support.factories import PASSWORD, make_project

pytestmark = pytest.mark.one_database


@pytest.fixture
def document(founder: User) -> Project:
    return make_project(founder, written=True)


@pytest.fixture
def page(open_page: OpenPage, founder: User, document: Project) -> Page:
    """The second document of a project."""
    page = open_page()
    sign_in(page, founder)
    page.goto(address(document, "mvp_scope"))
    return page


def address(project: Project, artifact_type: str) -> str:
    return reverse("artifact_detail", args=[project.pk, artifact_type])


FOCUSED = """() => {
  const one = document.activeElement
  return [one.getAttribute("aria-label") || one.innerText || "", getComputedStyle(one).outlineStyle]
}"""
"""The name of what has the focus, and how that is shown."""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the element with this accessible name has the focus, which must be seen
    there.
    """
    for _ in range(150):
        page.keyboard.press("Tab")
        found, outline = page.evaluate(FOCUSED)
        if name in found:
            assert outline != "none", f"the focus on {name} cannot be seen"
            return
    raise AssertionError(f"Tab never reaches {name}")


@pytest.mark.parametrize(
    ("key", "artifact_type"),
    [("1", "brief"), ("5", "how_it_works"), ("j", "milestones"), ("[", "brief")],
)
def test_keys_go_from_document_to_document(
    page: Page, document: Project, key: str, artifact_type: str
) -> None:
    page.keyboard.press(key)
    page.wait_for_url(f"**{address(document, artifact_type)}")


def test_two_keys_go_to_the_projects(page: Page) -> None:
    page.keyboard.type("gp")
    page.wait_for_url(f"**{reverse('project_list')}")


def test_no_key_acts_while_somebody_types_or_holds_another(page: Page) -> None:
    here = page.url
    page.keyboard.press("/")
    page.keyboard.type("jn1?")
    assert page.input_value("#top-search") == "jn1?"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+j")
    assert page.url == here
    assert not page.is_visible("#shortcuts")


def test_the_list_opens_and_closes(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#shortcuts")).not_to_be_visible()


def test_shortcuts_can_be_turned_off_for_good(page: Page) -> None:
    page.keyboard.press("?")
    page.uncheck("#shortcuts [data-shortcuts-switch] input")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("?")
    assert not page.is_visible("#shortcuts")
    page.goto(reverse("shortcuts"))
    assert not page.is_checked("main [data-shortcuts-switch] input")


def test_the_first_tab_leads_past_the_header(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_signing_in_editing_and_noting_need_no_mouse(
    open_page: OpenPage, founder: User, document: Project
) -> None:
    page = open_page()
    page.goto(f"/accounts/login/?next={address(document, 'brief')}")
    page.get_by_label("Email").focus()
    page.keyboard.type(founder.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Product Brief", level=1)).to_be_visible()

    tab_to(page, "Edit Key constraint")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Key constraint")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Typed without a mouse.")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()

    tab_to(page, "Add a note on Key constraint")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Noted without a mouse.")
    tab_to(page, "Add the note")
    page.keyboard.press("Enter")
    expect(
        page.locator("#notes-key_constraint").get_by_text("Noted without a mouse.")
    ).to_be_visible()

    brief = Artifact.objects.get(project=document, artifact_type="brief")
    assert "key_constraint" in brief.edited_sections
    assert [note["note"] for note in brief.annotations] == ["Noted without a mouse."]
