"""What founders do on pages, and what they find stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from artifacts.generation.claims import Edits
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.tests.browser.conftest import SIZES, sign_in
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all
from artifacts.tests.support.versions import brief, text
from artifacts.tiers import Tier

OpenPage = Callable[..., Page]

both_ways = pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
both_sizes = pytest.mark.parametrize("size", list(SIZES))


def edit_elsewhere(project: Project, founder: User, value: str) -> None:
    base = fingerprint(text(project))
    edit_section(
        brief(project),
        section="key_constraint",
        value=value,
        base=base,
        editor=founder,
        tier=Tier.PARTNER,
    )


def rewrite(project: Project, *types: ArtifactType, edits: Edits = Edits.KEEP) -> None:
    from artifacts.generation.writer import write_claim

    new = {
        **PLAIN,
        ArtifactType.BRIEF: {**PLAIN[ArtifactType.BRIEF], "key_constraint": "Two developers."},
    }
    write_claim(
        claim_all(project, types or [ArtifactType.BRIEF], edits=edits),
        runner=StubRunner(contents=new),
    )


def typed(page: Page) -> Locator:
    """The field in which the section of these tests is edited."""
    return page.get_by_role("textbox", name="Key constraint")


def sign_out(page: Page) -> None:
    if not page.get_by_role("banner").get_by_role("button", name="Sign out").is_visible():
        page.get_by_role("link", name="Account").click()
    page.get_by_role("button", name="Sign out").last.click()
    expect(page.get_by_role("banner").get_by_role("link", name="Create account")).to_be_visible()


def open_link(page: Page, name: str) -> None:
    """Follow a link to another page, whose scripts have run when this returns: a busy machine runs
    them some time after the page is seen.
    """
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name=name).first.click()


def show(page: Page, founder: User, project: Project, where: str = "brief/") -> None:
    sign_in(page, founder)
    page.goto(f"/projects/{project.pk}/{where}")
