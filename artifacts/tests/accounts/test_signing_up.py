"""Signing up, and what that tells of addresses that are taken."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.urls import reverse

from artifacts.forms import accounts as forms
from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD
from artifacts.tests.support.signing import (
    EMAIL,
    NEW_PASSWORD,
    change_email,
    is_signed_in,
    link_in_mail,
    sign_up,
)

pytestmark = pytest.mark.django_db


class DownBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Any) -> int:
        raise ConnectionRefusedError


def test_signing_up_makes_an_account_and_goes_to_the_first_project() -> None:
    client = Client()
    response = sign_up(client)
    assert response["Location"] == reverse("project_new")
    assert is_signed_in(client)
    user = User.objects.get()
    assert (user.email, user.tier) == ("ada@example.com", "bootstrapper")
    assert user.check_password(PASSWORD)


def test_signing_up_sends_a_mail_that_confirms_the_address() -> None:
    client = Client()
    sign_up(client)
    page = client.post(link_in_mail(), follow=True)
    assert page.redirect_chain[-1][0] == reverse("account")
    assert EmailAddress.objects.get().verified
    assert "have not confirmed" not in page.content.decode()


def test_a_taken_address_gets_a_mail_and_the_page_does_not_say_so(ada: User) -> None:
    client = Client()
    response = sign_up(client, password=NEW_PASSWORD)
    assert response["Location"] == reverse("account_email_verification_sent")
    assert not is_signed_in(client)
    assert User.objects.count() == 1
    assert mail.outbox[0].to == ["ada@example.com"]
    assert "There is one with this address already" in mail.outbox[0].body
    assert b"ada@example.com" not in client.get(response["Location"]).content


def test_mails_to_a_taken_address_are_not_sent_again_and_again(ada: User) -> None:
    for _ in range(3):
        sign_up(Client())
    assert len(mail.outbox) == 1


def test_the_same_form_sent_twice_at_once_makes_one_account(
    ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "is_taken", lambda email: False)  # as the slower of the two saw it
    response = sign_up(Client())
    assert response["Location"] == reverse("account_email_verification_sent")
    assert User.objects.count() == 1


def test_with_mandatory_confirmation_new_and_taken_addresses_look_the_same(
    ada: User, settings: Any
) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    pages = []
    for email in (EMAIL, "new@example.com"):
        client = Client()
        response = sign_up(client, email)
        pages.append((response.status_code, response["Location"], is_signed_in(client)))
    assert pages[0] == pages[1] == (302, reverse("account_email_verification_sent"), False)


@pytest.mark.parametrize("email", [EMAIL, "new@example.com"])
def test_a_new_and_a_taken_address_are_the_same_work(
    ada: User, settings: Any, hashed: list[str], email: str
) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    sign_up(Client(), email, NEW_PASSWORD)
    assert hashed == [NEW_PASSWORD]
    assert [message.to for message in mail.outbox] == [[email.lower()]]


def test_a_weak_password_is_refused_and_the_address_stays_typed() -> None:
    page = sign_up(Client(), password="12345").content.decode()
    assert 'value="Ada@example.com"' in page
    assert 'aria-describedby="id_password1_helptext id_password1_error"' in page
    assert 'id="id_password1_error"' in page
    assert not User.objects.exists()


def test_the_user_name_of_somebody_else_does_not_hinder(ada: User) -> None:
    User.objects.filter(pk=ada.pk).update(email="moved@example.com")
    sign_up(Client())
    assert re.fullmatch(
        r"ada@example\.com-[0-9a-f]{8}", User.objects.get(email="ada@example.com").username
    )


def test_a_mail_server_that_is_down_stops_nobody_and_is_mentioned(settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.DownBackend"
    client = Client()
    page = client.get(sign_up(client)["Location"]).content.decode()
    assert is_signed_in(client)
    assert "We could not send the message just now." in page
    assert "We have sent" not in page


def test_an_address_that_another_account_only_waits_for_can_sign_up(
    ada: User, ada_client: Client
) -> None:
    change_email(ada_client, "grace@example.com")
    client = Client()
    sign_up(client, "grace@example.com")
    assert is_signed_in(client)
    assert User.objects.filter(email="grace@example.com").exists()
