"""Changing the email address of an account."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD, make_user
from artifacts.tests.support.signing import change_email, link_in_mail, sign_in

pytestmark = pytest.mark.django_db


def test_a_new_address_takes_over_when_it_is_confirmed(ada: User, ada_client: Client) -> None:
    page = change_email(ada_client).content.decode()
    assert "new@example.com" in page
    ada.refresh_from_db()
    assert ada.email == "ada@example.com"
    ada_client.post(link_in_mail())
    ada.refresh_from_db()
    assert (ada.email, ada.username) == ("new@example.com", "new@example.com")
    assert [address.email for address in EmailAddress.objects.all()] == ["new@example.com"]
    assert mail.outbox[-1].to == ["ada@example.com"]


def test_a_mistyped_new_address_does_not_take_the_old_one_away(
    ada: User, ada_client: Client
) -> None:
    change_email(ada_client, "typo@example.com")
    change_email(ada_client, "new@example.com")
    ada.refresh_from_db()
    assert ada.email == "ada@example.com"
    assert sign_in(Client()).status_code == 302
    assert set(EmailAddress.objects.values_list("email", flat=True)) == {
        "ada@example.com",
        "new@example.com",
    }


def test_a_change_can_be_given_up(ada: User, ada_client: Client) -> None:
    change_email(ada_client)
    fields = {"email": "new@example.com", "action_remove": ""}
    page = ada_client.post(reverse("account_email"), fields, follow=True).content.decode()
    assert "was cancelled" in page
    assert [address.email for address in EmailAddress.objects.all()] == ["ada@example.com"]


@pytest.mark.parametrize("act", ["action_remove", "action_primary"])
def test_the_address_cannot_be_dropped_or_replaced_without_confirmation(
    act: str, ada: User, ada_client: Client
) -> None:
    change_email(ada_client)
    email = "ada@example.com" if act == "action_remove" else "new@example.com"
    ada_client.post(reverse("account_email"), {"email": email, act: ""})
    ada.refresh_from_db()
    assert ada.email == "ada@example.com"


def test_the_address_of_another_account_looks_like_any_and_is_never_taken(
    ada: User, ada_client: Client
) -> None:
    make_user(email="other@example.com")
    page = change_email(ada_client, "other@example.com").content.decode()
    assert "We have sent a message to other@example.com" in page
    assert "There is one with this address already" in mail.outbox[-1].body
    waiting = EmailAddress.objects.get(email="other@example.com")
    ada_client.post(reverse("account_confirm_email", args=[_key(waiting)]))
    ada.refresh_from_db()
    assert ada.email == "ada@example.com"


def test_changing_the_address_asks_for_the_password_first_and_then_goes_on(ada: User) -> None:
    client = Client()
    client.force_login(ada)
    response = client.post(reverse("account_email"), {"email": "new@example.com", "action_add": ""})
    assert response["Location"].startswith(reverse("account_reauthenticate"))
    assert "Is it you?" in client.get(response["Location"]).content.decode()
    client.post(response["Location"], {"password": PASSWORD}, follow=True)
    assert EmailAddress.objects.filter(email="new@example.com").exists()


def _key(address: EmailAddress) -> str:
    from allauth.account.models import EmailConfirmationHMAC

    return str(EmailConfirmationHMAC(address).key)
