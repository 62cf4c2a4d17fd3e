"""Versions are compared, brought back and decided on, with JavaScript and without."""

from __future__ import annotations

from playwright.sync_api import expect

from artifacts.generation.claims import Edits
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.browser.steps import (
    OpenPage,
    both_sizes,
    both_ways,
    edit_elsewhere,
    rewrite,
    show,
)
from artifacts.tests.support.factories import PLAIN
from artifacts.tests.support.proposed import SCOPE, change, feature, items, propose, scope
from artifacts.tests.support.versions import text


@both_ways
@both_sizes
def test_versions_are_compared_and_the_previous_one_brought_back(
    open_page: OpenPage, founder: User, written: Project, size: str, js: bool
) -> None:
    rewrite(written)
    page = open_page(size, js=js)
    show(page, founder, written)
    page.get_by_role("link", name="Compare with version 1").click()
    expect(page.locator("ins", has_text="Two developers").first).to_be_visible()
    page.get_by_role("link", name="Restore version 1").click()
    page.get_by_role("button", name="Restore version 1").click()
    expect(page.get_by_text("Version 1 is restored.")).to_be_visible()
    assert text(written) == PLAIN[ArtifactType.BRIEF]["key_constraint"]


@both_ways
def test_a_new_version_waits_for_the_decision(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    edit_elsewhere(written, founder, "My own limit.")
    rewrite(written, edits=Edits.REVIEW)
    page = open_page(js=js)
    show(page, founder, written)
    page.locator(f"main a[href='/projects/{written.pk}/brief/proposal/']").first.click()
    expect(page.get_by_label("Keep mine")).to_be_checked()
    page.get_by_label("Take the new one").check()
    page.get_by_role("button", name="Save my choice").click()
    expect(page.get_by_text("Saved as version 2.")).to_be_visible()
    assert text(written) == "Two developers."


@both_ways
@both_sizes
def test_a_new_version_is_decided_item_by_item(
    open_page: OpenPage, founder: User, written: Project, size: str, js: bool
) -> None:
    change(written, SCOPE, "core_features", "F-1", description="Mine, in my words.")
    propose(written, SCOPE, scope(feature("Shelf count"), feature("Scan", id="F-40")))
    page = open_page(size, js=js)
    show(page, founder, written, "mvp_scope/proposal/")
    count, listed, scan = (
        page.get_by_role("group", name=f"Which version of {one}?") for one in ("F-1", "F-2", "F-3")
    )
    expect(count.get_by_label("Keep mine")).to_be_checked()
    page.get_by_label("Accept all new text").check()
    expect(count).to_be_hidden()
    page.get_by_label("Choose for each").check()
    listed.get_by_label("Keep it").check()
    scan.get_by_label("Leave it out").check()
    page.get_by_role("button", name="Save my choice").click()
    expect(page.get_by_text("Saved as version 2.")).to_be_visible()
    assert items(written, SCOPE, "core_features") == {"F-1": "Shelf count", "F-2": "Reorder list"}
    expect(page.get_by_text("Mine, in my words.")).to_be_visible()
