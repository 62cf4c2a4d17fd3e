"""Signing up, in and out, and changing what one signs in with."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.urls import reverse

from artifacts.forms import accounts as forms
from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD, make_user

EMAIL = "Ada@example.com"
NEW_PASSWORD = "a quite different sentence"

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make_user(email="ada@example.com", password=PASSWORD)


@pytest.fixture
def ada_client(ada: User) -> Client:
    """Signed in, and the password given once more, so that nothing asks for it again."""
    client = Client()
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def sign_in(client: Client, email: str = EMAIL, password: str = PASSWORD, **more: str) -> Any:
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def sign_up(client: Client, email: str = EMAIL, password: str = PASSWORD, **more: str) -> Any:
    return client.post(reverse("account_signup"), {"email": email, "password1": password, **more})


def link_in_mail(number: int = -1) -> str:
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[number].body))
    assert found
    return found[1]


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


class DownBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Any) -> int:
        raise ConnectionRefusedError


# Signing up


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


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was hashed since; that takes as long as everything else together."""
    passwords: list[str] = []
    encode = MD5PasswordHasher.encode

    def encode_and_tell(hasher: MD5PasswordHasher, password: str, salt: str) -> str:
        passwords.append(password)
        return encode(hasher, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", encode_and_tell)
    return passwords


@pytest.mark.parametrize("email", [EMAIL, "new@example.com"])
def test_a_new_and_a_taken_address_are_the_same_work(
    ada: User, settings: Any, hashed: list[str], email: str
) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    sign_up(Client(), email, NEW_PASSWORD)
    assert hashed == [NEW_PASSWORD]
    assert [message.to for message in mail.outbox] == [[email.lower()]]


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


# Signing in and out


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


# A new password


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


# Another address


def change_email(client: Client, email: str = "new@example.com") -> Any:
    return client.post(reverse("account_email"), {"email": email, "action_add": ""}, follow=True)


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


# Every page

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


# An address that somebody else only typed


def test_an_address_that_another_account_only_waits_for_can_sign_up(
    ada: User, ada_client: Client
) -> None:
    change_email(ada_client, "grace@example.com")
    client = Client()
    sign_up(client, "grace@example.com")
    assert is_signed_in(client)
    assert User.objects.filter(email="grace@example.com").exists()


def test_a_password_is_not_reset_through_an_address_that_an_account_only_waits_for(
    ada: User, ada_client: Client
) -> None:
    change_email(ada_client, "grace@example.com")
    mail.outbox.clear()
    Client().post(reverse("account_reset_password"), {"email": "grace@example.com"})
    assert not re.search(r"/accounts/password/reset/key/", str(mail.outbox[-1].body))
