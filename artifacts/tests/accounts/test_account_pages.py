"""The pages about accounts are ours, and cheap."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.tests.support.signing import sign_up

pytestmark = pytest.mark.django_db

OUTSIDE = [
    ("account_login", []),
    ("account_signup", []),
    ("account_logout", []),
    ("account_reset_password", []),
    ("account_reset_password_done", []),
    ("account_reset_password_from_key", ["1", "no-key"]),
    ("account_reset_password_from_key_done", []),
    ("account_email_verification_sent", []),
    ("account_confirm_email", ["no-key"]),
    ("account_inactive", []),
]

INSIDE = [
    "account",
    "account_email",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
]


def assert_is_ours(html: str) -> None:
    assert 'class="brand"' in html
    assert "css/base.css" in html
    assert html.count("<h1") == 1
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html)
    assert "placeholder" not in html.replace('placeholder="Search"', "")
    assert len(html) < 60_000


@pytest.mark.parametrize(("name", "arguments"), OUTSIDE)
def test_pages_for_visitors_are_designed_and_cheap(
    name: str, arguments: list[str], django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(4):
        response = Client().get(reverse(name, kwargs=_named(name, arguments)), follow=True)
    assert response.status_code == 200
    assert_is_ours(response.content.decode())


def _named(name: str, arguments: list[str]) -> dict[str, str]:
    names = {
        "account_reset_password_from_key": ("uidb36", "key"),
        "account_confirm_email": ("key",),
    }
    return dict(zip(names.get(name, ()), arguments, strict=True))


@pytest.mark.parametrize("name", INSIDE)
def test_pages_for_founders_are_designed_and_cheap(
    name: str, ada_client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        response = ada_client.get(reverse(name))
    assert response.status_code == 200
    assert_is_ours(response.content.decode())


def test_ways_in_that_we_do_not_offer_lead_to_the_one_we_do() -> None:
    for path in ("/accounts/login/code/confirm/", "/accounts/"):
        assert Client().get(path)["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["account", "account_email", "account_change_password"])
def test_pages_for_founders_send_visitors_to_sign_in(name: str) -> None:
    assert Client().get(reverse(name))["Location"].startswith(reverse("account_login"))


def test_an_address_in_a_message_is_text() -> None:
    client = Client()
    page = sign_up(client, email='"<b>x</b>"@example.com')
    assert "<b>x" not in page.content.decode()
    assert all(
        "<b>x" not in client.get(reverse(name)).content.decode()
        for name in ("project_list", "account")
    )
