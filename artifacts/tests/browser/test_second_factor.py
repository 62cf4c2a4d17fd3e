"""A passkey in a real browser, under the policy that forbids inline scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect

from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD, make_user

pytestmark = pytest.mark.one_database

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def ada(transactional_db: None) -> User:
    user = make_user(email="ada@example.com", password=PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).click()


def sign_in(page: Page, user: User) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(user.email)
    page.locator("[name=password]").fill(PASSWORD)
    press(page, "Sign in")


def test_a_passkey_is_added_and_lets_in(ada: User, open_page: Callable[..., Any]) -> None:
    page = open_page()
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    sign_in(page, ada)
    page.goto("/accounts/second-factor/webauthn/add/")
    page.locator("[name=password]").fill(PASSWORD)
    press(page, "Continue")
    expect(page.get_by_role("heading", name="Add a passkey")).to_be_visible()
    page.wait_for_load_state("load")  # the script that asks the device is loaded last
    press(page, "Add a passkey")
    expect(page.get_by_text("Your passkey is added.")).to_be_visible()
    assert Authenticator.objects.filter(user=ada, type="webauthn").count() == 1

    page.context.clear_cookies()
    sign_in(page, ada)
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    page.wait_for_load_state("load")
    press(page, "Use a passkey")
    page.wait_for_url("**/projects/")
