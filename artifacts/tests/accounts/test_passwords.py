"""Forgotten, changed and missing passwords."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD, make_user
from artifacts.tests.support.signing import EMAIL, NEW_PASSWORD, change_email, link_in_mail, sign_in

pytestmark = pytest.mark.django_db


def test_a_forgotten_password_is_replaced_through_a_mail(ada: User) -> None:
    client = Client()
    client.post(reverse("account_reset_password"), {"email": EMAIL})
    page = client.get(link_in_mail(), follow=True)
    action = page.redirect_chain[-1][0]
    response = client.post(action, {"password1": NEW_PASSWORD})
    assert response["Location"] == reverse("account_reset_password_from_key_done")
    assert sign_in(client, password=NEW_PASSWORD).status_code == 302


def test_a_link_works_once(ada: User) -> None:
    Client().post(reverse("account_reset_password"), {"email": EMAIL})
    link = link_in_mail()
    client = Client()
    client.post(client.get(link)["Location"], {"password1": NEW_PASSWORD})
    page = Client().get(link)
    assert "That link no longer works" in page.content.decode()


def test_an_unknown_address_gets_the_same_answer_and_a_mail_of_its_own(ada: User) -> None:
    pages = [
        Client().post(reverse("account_reset_password"), {"email": e})
        for e in (EMAIL, "nobody@example.com")
    ]
    assert len({(page.status_code, page["Location"]) for page in pages}) == 1
    assert "We have no account with this address" in mail.outbox[1].body


def test_changing_the_password_keeps_this_browser_and_signs_others_out(ada_client: Client) -> None:
    other = Client()
    sign_in(other)
    fields = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD}
    assert ada_client.post(reverse("account_change_password"), fields)["Location"] == reverse(
        "account"
    )
    assert ada_client.get(reverse("account")).status_code == 200
    assert other.get(reverse("account")).status_code == 302
    assert mail.outbox[-1].subject == "Your password has been changed"


def test_the_current_password_must_be_right(ada_client: Client) -> None:
    fields = {"oldpassword": "wrong", "password1": NEW_PASSWORD}
    page = ada_client.post(reverse("account_change_password"), fields)
    assert "That is not your current password" in page.content.decode()


def test_an_account_without_a_password_sets_one() -> None:
    user = make_user()
    user.set_unusable_password()
    user.save()
    client = Client()
    client.force_login(user)
    assert client.get(reverse("account_change_password"))["Location"] == reverse(
        "account_set_password"
    )
    assert client.post(reverse("account_set_password"), {"password1": NEW_PASSWORD})[
        "Location"
    ] == reverse("account")
    user.refresh_from_db()
    assert user.check_password(NEW_PASSWORD)


def test_a_password_is_not_reset_through_an_address_that_an_account_only_waits_for(
    ada: User, ada_client: Client
) -> None:
    change_email(ada_client, "grace@example.com")
    mail.outbox.clear()
    Client().post(reverse("account_reset_password"), {"email": "grace@example.com"})
    assert not re.search(r"/accounts/password/reset/key/", str(mail.outbox[-1].body))
