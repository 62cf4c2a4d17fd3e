"""Staff regenerate documents, and the founder reads why; the pages of staff for everybody, light
and dark.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from artifacts.models import Project, User
from artifacts.tests.browser.axe import IN_ADMIN, faults, violations
from artifacts.tests.browser.conftest import Writer, sign_in
from artifacts.tests.support.factories import PASSWORD, claim_all, make_project, make_user


def test_staff_regenerate_documents_and_the_founder_reads_why(
    open_page: Callable[..., Page], writer: Writer, founder: User
) -> None:
    project, held = (
        make_project(founder, written=True),
        make_project(founder, name="Held", written=True),
    )
    claim_all(held)
    staff = make_user(email="eve@example.com", password=PASSWORD, is_staff=True, is_superuser=True)
    page, founders = open_page(), open_page()
    sign_in(page, staff)
    found = []
    for address in _pages(project, held):
        page.goto(address)
        found += [f"{address}: {fault}" for fault in faults(page, **IN_ADMIN)]
    assert not found, "\n".join(found)

    writer.hold()
    page.goto("/admin/artifacts/project/")
    page.get_by_role("row", name="Shelfwise").get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option("regenerate")
    page.get_by_role("button", name="Run").or_(page.get_by_role("button", name="Go")).click()
    page.get_by_label("From the Milestones on").check()
    page.get_by_role("button", name="Regenerate").click()
    expect(page.get_by_text("Please say why; the founder reads it.")).to_be_visible()
    page.get_by_label("Reason").fill("the prices were wrong")
    page.get_by_role("button", name="Regenerate").click()
    expect(page.get_by_text("Started 1 project: 3 documents.")).to_be_visible()

    sign_in(founders, founder)
    founders.goto(f"/projects/{project.pk}/")
    expect(
        founders.get_by_text("Support is regenerating this: the prices were wrong")
    ).to_have_count(3)
    writer.finish()
    expect(founders.get_by_text("Refreshed by support: the prices were wrong")).to_have_count(3)
    assert [fault for fault in violations(founders) if fault] == []
    founders.get_by_role("link", name="Read Risk Log").click()
    expect(founders.get_by_text("refreshed by support: the prices were wrong")).to_be_visible()


def _pages(project: Project, held: Project) -> list[str]:
    brief = held.artifacts.get(artifact_type="brief").pk
    return [
        f"/admin/artifacts/project/regenerate/?project={project.pk}&project={held.pk}",
        f"/admin/artifacts/project/{held.pk}/cancel/",
        f"/admin/artifacts/artifact/{brief}/release/",
        "/admin/",
    ]
