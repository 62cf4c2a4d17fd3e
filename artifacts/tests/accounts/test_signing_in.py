"""Signing in and out, and what stops it."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD, make_user
from artifacts.tests.support.signing import EMAIL, is_signed_in, sign_in, sign_up

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("email", [EMAIL, "new@example.com"])
def test_signing_in_is_the_same_work_for_a_known_and_an_unknown_address(
    ada: User, hashed: list[str], email: str
) -> None:
    sign_in(Client(), email, "wrong")
    assert hashed == ["wrong"]


@pytest.mark.parametrize("email", [EMAIL, "new@example.com"])
def test_the_admin_does_the_same_work_for_a_known_and_an_unknown_name(
    ada: User, hashed: list[str], email: str
) -> None:
    sign_in_as_staff(email.lower(), "wrong")
    assert hashed == ["wrong", "wrong"]


def test_an_account_without_a_confirmed_address_signs_in_by_email(ada: User) -> None:
    assert not EmailAddress.objects.exists()
    client = Client()
    assert sign_in(client)["Location"] == reverse("project_list")
    assert is_signed_in(client)


def test_an_address_made_with_capitals_signs_in_in_any_case() -> None:
    make_user(email="Grace@Example.com", password=PASSWORD)
    for written in ("grace@example.com", "GRACE@example.COM"):
        assert sign_in(Client(), written).status_code == 302


@pytest.mark.parametrize(
    ("email", "password"), [(EMAIL, "wrong"), ("nobody@example.com", PASSWORD)]
)
def test_a_wrong_pair_keeps_the_address_and_does_not_tell_which_is_wrong(
    email: str, password: str, ada: User
) -> None:
    page = sign_in(Client(), email, password).content.decode()
    assert "That email and password do not belong together" in page
    assert f'value="{email}"' in page
    assert password not in page


def test_next_is_honoured(ada: User) -> None:
    client = Client()
    wanted = reverse("project_new")
    page = client.get(reverse("account_login"), {"next": wanted}).content.decode()
    assert f'name="next" value="{wanted}"' in page
    assert sign_in(client, next=wanted)["Location"] == wanted


@pytest.mark.parametrize(
    "foreign", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"]
)
def test_a_foreign_next_is_refused(foreign: str, ada: User) -> None:
    assert sign_in(Client(), next=foreign)["Location"] == reverse("project_list")


def test_next_survives_the_way_over_signing_up() -> None:
    client = Client()
    wanted = reverse("project_new")
    page = client.get(reverse("account_login"), {"next": wanted}).content.decode()
    assert f"{reverse('account_signup')}?next=" in page
    assert sign_up(client, next=wanted)["Location"] == wanted


def test_too_many_wrong_passwords_are_stopped_even_for_the_right_one(ada: User) -> None:
    for _ in range(5):
        sign_in(Client(), password="wrong")
    page = sign_in(Client())
    assert "too many attempts" in page.content.decode()


def sign_in_as_staff(email: str = EMAIL, password: str = PASSWORD, **more: Any) -> Any:
    return Client().post(reverse("admin:login"), {"username": email, "password": password}, **more)


def test_the_admin_stops_too_many_wrong_passwords_too(ada: User) -> None:
    User.objects.update(is_staff=True)
    for _ in range(5):
        sign_in_as_staff(password="wrong")
    page = sign_in_as_staff()
    assert page.status_code == 200
    assert "too many attempts" in page.content.decode()


def test_wrong_passwords_at_either_door_count_for_both(ada: User) -> None:
    User.objects.update(is_staff=True)
    for _ in range(3):
        sign_in(Client(), password="wrong")
    for _ in range(2):
        sign_in_as_staff(password="wrong")
    assert "too many attempts" in sign_in(Client()).content.decode()
    assert "too many attempts" in sign_in_as_staff().content.decode()


def test_another_spelling_or_port_does_not_begin_another_count(ada: User) -> None:
    User.objects.update(is_staff=True)
    spellings = [
        "ADA@example.com",
        " ada@example.com",
        "ada@EXAMPLE.com",
        "ada@example.com",
        "ada@Example.com",
    ]
    for port, spelling in enumerate(spellings, start=8000):
        sign_in_as_staff(spelling, "wrong", headers={"host": f"testserver:{port}"})
    assert "too many attempts" in sign_in_as_staff().content.decode()


def test_a_founder_gets_no_way_into_the_admin(ada: User) -> None:
    assert "correct" in sign_in_as_staff().content.decode()


def test_a_suspended_member_of_staff_does_not_get_in(ada: User) -> None:
    User.objects.update(is_staff=True, is_active=False)
    assert sign_in_as_staff().status_code == 200


def test_staff_change_their_password_where_founders_do(ada_client: Client) -> None:
    User.objects.update(is_staff=True)
    assert ada_client.get(reverse("admin:password_change"))["Location"] == reverse(
        "account_change_password"
    )


def test_too_many_requests_get_the_designed_page(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    sign_in(Client())
    response = sign_in(Client())
    assert response.status_code == 429
    assert "Too many requests" in response.content.decode()
    assert 'class="brand"' in response.content.decode()


def test_a_closed_account_is_told_so(ada: User) -> None:
    User.objects.update(is_active=False)
    client = Client()
    assert sign_in(client)["Location"] == reverse("account_inactive")
    assert not is_signed_in(client)


def test_signing_out_asks_first_and_goes_to_the_first_page(ada_client: Client) -> None:
    assert "Sign out?" in ada_client.get(reverse("account_logout")).content.decode()
    assert is_signed_in(ada_client)
    assert ada_client.post(reverse("account_logout"))["Location"] == reverse("home")
    assert not is_signed_in(ada_client)


def test_the_admin_keeps_its_own_way_in() -> None:
    make_user(email="staff@example.com", password=PASSWORD, is_staff=True)
    client = Client()
    credentials = {"username": "staff@example.com", "password": PASSWORD}
    assert client.post(reverse("admin:login"), credentials).status_code == 302
    assert is_signed_in(client)
