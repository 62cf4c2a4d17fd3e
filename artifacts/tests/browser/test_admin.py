"""What staff do in the admin, in a real browser, and what the founder sees of it."""

from __future__ import annotations

from playwright.sync_api import expect

from artifacts.tests.browser.axe import IN_ADMIN, faults
from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.browser.scene import make_scene
from artifacts.tests.browser.states import STAFF_STATES, open_state
from artifacts.tests.browser.steps import OpenPage


def test_staff_look_at_a_document_fix_it_and_the_founder_sees_it(
    open_page: OpenPage, transactional_db: None
) -> None:
    scene = make_scene()
    page, founders = open_page(), open_page()
    sign_in(page, scene.staff)
    found = []
    for state in STAFF_STATES:
        open_state(page, state, scene)
        found += [f"{state.name}: {fault}" for fault in faults(page, **IN_ADMIN)]
    assert found == []

    open_state(page, STAFF_STATES[0], scene)
    page.get_by_role("link", name="Bootstrapper").click()
    expect(page.get_by_role("heading", name="Technical architecture")).to_be_visible()
    expect(page.get_by_text("one small server")).to_have_count(0)
    page.get_by_role("link", name="Edit Out of scope").click()
    page.get_by_label("Out of scope").fill("Payroll for the whole street")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Please say why")).to_be_visible()
    page.get_by_label("Reason").fill("The founder asked us on the phone.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Edited Out of scope.")).to_be_visible()
    page.get_by_role("link", name="History").click()
    expect(
        page.get_by_text("Edited Out of scope. Reason: The founder asked us on the phone.")
    ).to_be_visible()

    sign_in(founders, scene.founder)
    founders.goto(scene.url("worked", "mvp_scope/"))
    section = founders.locator("#out_of_scope")
    expect(section.get_by_text("Payroll for the whole street")).to_be_visible()
    expect(section.get_by_text("Edited by support")).to_be_visible()
