"""The lists and pages of the admin, as an Owner sees them: nothing that axe-core objects to, by day
and by night.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from artifacts.accounts.roles import Role
from artifacts.tests.browser.axe import EVERYTHING, LOOKS_ONLY, violations
from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.support.factories import PASSWORD, make_project, make_staff

pytestmark = pytest.mark.one_database

NO_PRELOAD = {"preload": False}
"""Django's style sheets import others, which axe-core would put into the page: our policy forbids
that, and says so.
"""

SETTLED = "Promise.all(document.getAnimations().map(one => one.finished))"
"""Colours fade from one scheme to the other; in between they are neither."""


def test_staff_lists_and_pages_can_be_used_by_everybody(
    open_page: Callable[..., Page], transactional_db: None
) -> None:
    project = make_project(written=True)
    project.artifacts.filter(artifact_type="brief").update(
        generation_status="failed", is_stale=True
    )
    owner = make_staff(Role.OWNER, password=PASSWORD)
    lists = [
        f"artifacts_{name}_changelist"
        for name in ("project", "artifact", "generationattempt", "user", "sharelink")
    ]
    paths = [reverse(f"admin:{name}") for name in ["index", *lists]]
    paths += [
        reverse(f"admin:artifacts_user_{name}", args=[project.owner_id])
        for name in ("change", "history")
    ]
    paths.append(reverse("admin:artifacts_user_action", args=[project.owner_id, "tier"]))
    paths += [
        reverse(f"admin:project_{name}", args=[project.pk])
        for name in ("answers", "facts", "traits")
    ]
    paths.append(reverse("admin:project_fact", args=[project.pk, "user"]))
    paths.append(reverse("admin:funnel"))
    page = open_page()
    sign_in(page, owner)
    faults = []
    for path in paths:
        page.emulate_media(color_scheme="light")
        page.goto(path)
        faults += [f"{path}: {fault}" for fault in violations(page, {**EVERYTHING, **NO_PRELOAD})]
        page.emulate_media(color_scheme="dark")
        page.evaluate(SETTLED)
        faults += [
            f"{path} in the dark: {fault}"
            for fault in violations(page, {**LOOKS_ONLY, **NO_PRELOAD})
        ]
    assert faults == []
