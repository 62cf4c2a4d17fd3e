"""A second factor: an app with codes, passkeys, recovery codes; required of staff where the
settings say so.
"""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from artifacts.accounts.roles import Role
from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD, make_staff, make_user

pytestmark = pytest.mark.django_db

INDEX, ACTIVATE = reverse("mfa_index"), reverse("mfa_activate_totp")


def code_for(secret: str) -> str:
    return str(
        auth.format_hotp_value(
            auth.hotp_value(secret, next(iter(auth.yield_hotp_counters_from_time())))
        )
    )


def sign_in(user: User, **more: str) -> tuple[Client, Any]:
    client = Client()
    fields = {"login": user.email, "password": PASSWORD, **more}
    return client, client.post(reverse("account_login"), fields)


def confirm_password(client: Client) -> None:
    assert client.post(reverse("account_reauthenticate"), {"password": PASSWORD}).status_code == 302


def set_up_app(client: Client) -> str:
    """Set up an app with codes, and return its secret."""
    confirm_password(client)
    secret = client.get(ACTIVATE).context["form"].secret
    assert client.post(ACTIVATE, {"code": code_for(secret)}).status_code == 302
    return str(secret)


@pytest.fixture(autouse=True)
def one_period(monkeypatch: pytest.MonkeyPatch) -> None:
    """No period of codes ends between the making of a code and its use."""
    counters = list(auth.yield_hotp_counters_from_time())
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: iter(counters))


@pytest.fixture
def ada() -> User:
    user = make_user(email="ada@example.com", password=PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def protected(ada: User) -> tuple[User, str]:
    """Ada with an app, and its secret."""
    client, _ = sign_in(ada)
    secret = set_up_app(client)
    cache.clear()  # a code that was used is refused for as long as it is shown
    return ada, secret


def test_the_account_page_leads_there_and_the_password_is_asked_for_first(ada: User) -> None:
    client, _ = sign_in(ada)
    assert INDEX in client.get(reverse("account")).content.decode()
    response = client.get(ACTIVATE)
    assert response.status_code == 302
    assert reverse("account_reauthenticate") in response["Location"]


@pytest.mark.django_db(transaction=True)
def test_an_app_is_set_up_with_a_code_that_it_shows(ada: User) -> None:
    client, _ = sign_in(ada)
    confirm_password(client)
    page = client.get(ACTIVATE)
    assert "data:image/svg+xml" in page.content.decode()
    assert page.context["form"].secret in page.content.decode()
    refused = client.post(ACTIVATE, {"code": "000000"})
    assert "That is not the code." in refused.content.decode()
    assert not Authenticator.objects.exists()
    set_up_app(client)
    assert Authenticator.objects.filter(user=ada, type="totp").exists()
    assert [message.subject for message in mail.outbox] == ["An app with codes has been set up"]


def test_the_database_holds_no_secret_that_makes_codes(protected: tuple[User, str]) -> None:
    _, secret = protected
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored


def test_nobody_gets_in_with_the_password_alone(protected: tuple[User, str]) -> None:
    user, secret = protected
    client, response = sign_in(user)
    assert reverse("mfa_authenticate") in response["Location"]
    assert client.get(reverse("project_list")).status_code == 302
    page = client.get(reverse("mfa_authenticate")).content.decode()
    assert "One more step" in page
    refused = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "That is not the code." in refused.content.decode()
    assert client.post(reverse("mfa_authenticate"), {"code": code_for(secret)}).status_code == 302
    assert client.get(reverse("project_list")).status_code == 200


def test_a_recovery_code_lets_in_once(protected: tuple[User, str]) -> None:
    user, _ = protected
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    client, _ = sign_in(user)
    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert client.get(reverse("project_list")).status_code == 200
    client, _ = sign_in(user)
    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 200
    assert client.get(reverse("project_list")).status_code == 302


def test_codes_cannot_be_tried_for_ever(protected: tuple[User, str]) -> None:
    user, secret = protected
    client, _ = sign_in(user)
    for _ in range(12):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    response = client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert response.status_code in {200, 429}
    assert client.get(reverse("project_list")).status_code == 302


def test_with_another_secret_key_no_code_fits_and_nothing_breaks(
    protected: tuple[User, str], settings: Any
) -> None:
    user, secret = protected
    settings.SECRET_KEY = "another key of this installation, long enough for all that it signs"
    client, _ = sign_in(user)
    assert client.post(reverse("mfa_authenticate"), {"code": code_for(secret)}).status_code == 200


def test_an_app_is_removed_after_the_password_or_a_code(protected: tuple[User, str]) -> None:
    user, secret = protected
    client, _ = sign_in(user)
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    cache.clear()
    confirm_password(client)
    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert not Authenticator.objects.filter(user=user, type="totp").exists()


def test_an_address_has_to_be_confirmed_first(ada: User) -> None:
    EmailAddress.objects.update(verified=False)
    client, _ = sign_in(ada)
    confirm_password(client)
    page = client.get(ACTIVATE, follow=True).content.decode()
    assert "Please confirm your email first." in page
    client.post(ACTIVATE, {"code": "000000"})
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    "name", ["mfa_index", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_generate_recovery_codes"]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_page_opens_in_both_languages(
    name: str, language: str, protected: tuple[User, str]
) -> None:
    user, secret = protected
    client, _ = sign_in(user)
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    confirm_password(client)
    response = client.get(reverse(name), headers={"Accept-Language": language})
    assert response.status_code == 200
    page = response.content.decode()
    assert ("Zweiter Faktor" in page) == (language == "de")
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_recovery_codes_are_shown_and_downloaded(protected: tuple[User, str]) -> None:
    user, secret = protected
    client, _ = sign_in(user)
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    confirm_password(client)
    page = client.post(reverse("mfa_generate_recovery_codes"), follow=True).content.decode()
    codes = RecoveryCodes(
        Authenticator.objects.get(user=user, type="recovery_codes")
    ).get_unused_codes()
    assert all(code in page for code in codes)
    assert all(
        code in client.get(reverse("mfa_download_recovery_codes")).content.decode()
        for code in codes
    )


# Staff


@pytest.fixture
def staff() -> User:
    user = make_staff(Role.OWNER, email="owner@example.com", password=PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def at_the_admins_door(user: User) -> Any:
    return Client().post(reverse("admin:login"), {"username": user.email, "password": PASSWORD})


def test_the_admins_door_lets_nobody_around_the_second_factor(staff: User) -> None:
    client, _ = sign_in(staff)
    set_up_app(client)
    response = at_the_admins_door(staff)
    assert response.status_code == 200
    assert "This account has a second factor" in response.content.decode()
    assert "_auth_user_id" not in response.client.session


def test_without_the_setting_staff_need_none(staff: User) -> None:
    client, _ = sign_in(staff)
    assert client.get(reverse("admin:index")).status_code == 200


def test_with_the_setting_staff_set_one_up_first(staff: User, settings: Any) -> None:
    settings.STAFF_SECOND_FACTOR = True
    client, _ = sign_in(staff)
    response = client.get(reverse("admin:index"))
    assert (response.status_code, response["Location"]) == (302, INDEX)
    assert "The admin asks for a second factor." in client.get(INDEX).content.decode()
    assert client.get(reverse("project_list")).status_code == 200


def test_with_the_setting_the_admin_opens_to_those_who_have_shown_it(
    staff: User, settings: Any
) -> None:
    settings.STAFF_SECOND_FACTOR = True
    client, _ = sign_in(staff)
    secret = set_up_app(client)
    cache.clear()
    client, _ = sign_in(staff)
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert client.get(reverse("admin:index")).status_code == 200


def test_who_has_set_it_up_just_now_shows_it_once(staff: User, settings: Any) -> None:
    settings.STAFF_SECOND_FACTOR = True
    client, _ = sign_in(staff)
    secret = set_up_app(client)
    cache.clear()
    response = client.get(reverse("admin:index"))
    if response.status_code == 302:
        assert reverse("mfa_reauthenticate") in response["Location"]
        assert client.post(response["Location"], {"code": code_for(secret)}).status_code == 302
    assert client.get(reverse("admin:index")).status_code == 200


def test_an_owners_acts_ask_for_the_password_again(staff: User, ada: User) -> None:
    client, _ = sign_in(staff)
    page = reverse("admin:artifacts_user_action", args=[ada.pk, "tier"])
    response = client.get(page)
    assert response.status_code == 302
    assert reverse("account_reauthenticate") in response["Location"]
    confirm_password(client)
    assert client.get(page).status_code == 200
