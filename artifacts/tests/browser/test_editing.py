"""Founders change their documents and write notes, on a desktop and on a phone, with JavaScript and
without; nothing typed is lost.
"""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.browser.conftest import Writer
from artifacts.tests.browser.steps import (
    OpenPage,
    both_sizes,
    both_ways,
    edit_elsewhere,
    open_link,
    show,
    typed,
)
from artifacts.tests.support.factories import PASSWORD, PLAIN, claim_all
from artifacts.tests.support.versions import brief, text


@both_ways
@both_sizes
def test_a_section_is_edited_and_the_edit_taken_back(
    open_page: OpenPage, founder: User, written: Project, size: str, js: bool
) -> None:
    page = open_page(size, js=js)
    show(page, founder, written)
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).fill("Two developers for ten weeks.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert text(written) == "Two developers for ten weeks."
    page.get_by_role("link", name="Undo my edit: Key constraint").click()
    page.get_by_role("button", name="Undo my edit").click()
    expect(page.get_by_role("heading", name="Product Brief", level=1)).to_be_visible()
    assert text(written) == PLAIN[ArtifactType.BRIEF]["key_constraint"]


def test_editing_and_noting_leave_the_address_and_the_way_back_alone(
    open_page: OpenPage, founder: User, written: Project
) -> None:
    page = open_page()
    show(page, founder, written, "")
    open_link(page, "Product Brief")
    expect(page.get_by_role("heading", name="Product Brief", level=1)).to_be_visible()
    address = page.url
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).fill("Two developers for ten weeks.")
    assert page.url == address
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert page.url == address
    section = page.locator("#notes-key_constraint")
    section.locator("summary").first.click()
    section.get_by_label("Your note").fill("Ask Ana about the budget.")
    section.get_by_role("button", name="Add the note").click()
    expect(section.get_by_text("Ask Ana about the budget.")).to_be_visible()
    assert page.url == address
    page.go_back()
    expect(page.get_by_role("heading", name=written.name, level=1)).to_be_visible()
    page.go_forward()
    expect(
        page.locator("#key_constraint").get_by_text("Two developers for ten weeks.")
    ).to_be_visible()


def test_the_way_back_asks_before_it_drops_what_is_typed(
    open_page: OpenPage, founder: User, written: Project
) -> None:
    page = open_page()
    show(page, founder, written, "")
    open_link(page, "Product Brief")
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).press_sequentially("What I typed for an hour. ")
    with page.expect_event("dialog") as asked:
        page.evaluate("history.back()")
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    expect(typed(page)).to_have_value(re.compile("What I typed for an hour"))


@both_ways
def test_text_that_met_another_change_comes_back_and_can_be_saved_anyway(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    page = open_page(js=js)
    show(page, founder, written)
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).fill("What I typed for an hour.")
    edit_elsewhere(written, founder, "What the other tab saved.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Save mine anyway")).to_be_visible()
    expect(typed(page)).to_have_value("What I typed for an hour.")
    expect(page.get_by_text("tab saved").first).to_be_visible()
    assert text(written) == "What the other tab saved."
    page.get_by_role("button", name="Save mine anyway").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert text(written) == "What I typed for an hour."


@both_ways
def test_text_typed_while_a_new_version_is_written_is_not_lost(
    open_page: OpenPage, writer: Writer, founder: User, written: Project, js: bool
) -> None:
    page = open_page(js=js)
    show(page, founder, written)
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).fill("What I typed meanwhile.")
    claim_all(written, [ArtifactType.BRIEF])
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("We are writing a new version of the Product Brief")).to_be_visible()
    expect(typed(page)).to_have_value("What I typed meanwhile.")
    Artifact.objects.filter(project=written).update(generation_status="idle", generation_token=None)
    page.get_by_role("button", name="Try to save again").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert text(written) == "What I typed meanwhile."


@both_ways
def test_text_typed_when_the_session_ended_is_there_after_signing_in(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    page = open_page(js=js)
    show(page, founder, written, "brief/edit/key_constraint/")
    typed(page).fill("Typed for a long time.")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save").click()
    page.get_by_label("Email").fill(founder.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(typed(page)).to_have_value("Typed for a long time.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert text(written) == "Typed for a long time."


@both_ways
def test_items_are_added_changed_ordered_and_deleted(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    def names() -> list[str]:
        content: Any = Artifact.objects.get(project=written, artifact_type="mvp_scope").content
        return [feature.name for feature in content.core_features]

    page = open_page(js=js)
    show(page, founder, written, "mvp_scope/")
    page.get_by_role("link", name="Add another feature").click()
    page.get_by_label("Name").fill("Evening report")
    page.get_by_label("Description").fill("We send it at nine.")
    page.get_by_role("radio", name="Low").check()
    page.get_by_role("button", name="Add the feature").click()
    expect(page.get_by_role("heading", name="Evening report")).to_be_visible()
    assert names() == ["Shelf count", "Reorder list", "Evening report"]
    page.get_by_role("link", name="Edit F-3").click()
    page.get_by_label("Name").fill("")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Please write something here.").first).to_be_visible()
    page.get_by_label("Name").fill("Morning report")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Morning report")).to_be_visible()
    page.get_by_role("link", name="Edit Core features").click()
    page.get_by_role("button", name=re.compile("Move F-3.* up")).click()
    expect(
        page.get_by_role("button", name=re.compile("Move F-. .*up")).nth(1)
    ).to_have_accessible_name(re.compile("F-3"))
    assert names() == ["Shelf count", "Morning report", "Reorder list"]
    page.goto(f"/projects/{written.pk}/mvp_scope/edit/core_features/F-3/delete/")
    page.get_by_role("button", name=re.compile("Delete")).click()
    expect(page.get_by_text("F-3 is deleted.")).to_be_visible()
    assert names() == ["Shelf count", "Reorder list"]


@both_ways
@both_sizes
def test_a_note_is_written_resolved_deleted_and_brought_back(
    open_page: OpenPage, founder: User, written: Project, size: str, js: bool
) -> None:
    def notes() -> list[tuple[bool, bool]]:
        return [
            (bool(note["resolved_at"]), bool(note["deleted_at"]))
            for note in brief(written).annotations
        ]

    page = open_page(size, js=js)
    show(page, founder, written)
    section = page.locator("#notes-key_constraint")
    section.locator("summary").first.click()
    section.get_by_label("Your note").fill("Ask Ana about the budget.")
    section.get_by_role("button", name="Add the note").click()
    expect(section.get_by_text("Ask Ana about the budget.")).to_be_visible()
    section.get_by_role("button", name="Resolve").click()
    expect(section.get_by_text("1 resolved")).to_be_visible()
    assert notes() == [(True, False)]
    if js:  # without, the browser has unfolded the list for the note that the address names
        section.get_by_text("1 resolved").click()
    section.get_by_role("button", name="Delete this note").click()
    section.get_by_role("button", name=re.compile("Undo|Restore it")).click()
    expect(section.get_by_role("button", name=re.compile("Undo|Restore it"))).to_have_count(0)
    assert notes() == [(True, False)]
