"""Staff know accounts by their email; user names are ours. Reasons say who will read them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.accounts.roles import Role
from artifacts.forms.account_actions import TierForm
from artifacts.forms.reasons import ReasonForm
from artifacts.forms.staff_generation import RegenerateForm
from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD, make_staff, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> Client:
    client = Client()
    client.force_login(make_staff(Role.OWNER))
    return client


def add(client: Client, email: str) -> Any:
    values = {"email": email, "password1": PASSWORD, "password2": PASSWORD}
    return client.post(
        reverse("admin:artifacts_user_add"), {**values, "usable_password": "true"}, follow=True
    )


def change(client: Client, user: User, **values: str) -> Any:
    page = reverse("admin:artifacts_user_change", args=[user.pk])
    form = client.get(page).context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields if name != "password"}
    return client.post(page, {**sent, "groups": [], "is_active": "on", **values})


def test_an_account_is_made_with_an_email_and_signs_in_with_it(owner: Client) -> None:
    page = owner.get(reverse("admin:artifacts_user_add")).content.decode()
    assert "Username" not in page
    assert add(owner, "New@Example.com").status_code == 200
    made = User.objects.get(email="new@example.com")
    assert made.username == "new@example.com"
    assert Client().login(username="new@example.com", password=PASSWORD)


def test_an_email_that_is_taken_is_refused_with_what_was_typed(owner: Client) -> None:
    make_user(email="taken@example.com")
    html = add(owner, "Taken@example.com").content.decode()
    assert "There is an account with this e-mail address already." in html
    assert "Taken@example.com" in html


def test_a_user_name_follows_the_email_where_it_did_before(owner: Client) -> None:
    user = make_user(email="old@example.com")
    assert change(owner, user, email="other@example.com").status_code == 302
    user.refresh_from_db()
    assert (user.email, user.username) == ("other@example.com", "other@example.com")


def test_another_user_name_stays_and_is_shown(owner: Client) -> None:
    user = make_user(email="ada@example.com", username="ada")
    page = owner.get(reverse("admin:artifacts_user_change", args=[user.pk])).content.decode()
    assert '<div class="readonly">ada</div>' in page
    change(owner, user, email="new@example.com")
    user.refresh_from_db()
    assert (user.email, user.username) == ("new@example.com", "ada")


def test_lists_and_the_sign_in_say_email(owner: Client) -> None:
    listing = owner.get(reverse("admin:artifacts_user_changelist")).content.decode()
    assert ">Email</span>" in listing or "Email\n" in listing
    assert "Username" not in listing
    assert "Email:" in Client().get(reverse("admin:login")).content.decode()


@pytest.mark.parametrize(
    ("form", "label"),
    [
        (ReasonForm(), "Reason, read by staff only (required)"),
        (
            TierForm(),
            "Reason, read by staff, and by the founder in the copy of their data (required)",
        ),
        (
            RegenerateForm(with_selected=False),
            "Reason, read by the founder, and by staff (required)",
        ),
    ],
)
def test_a_reason_says_who_will_read_it_and_that_it_is_needed(form: ReasonForm, label: str) -> None:
    assert label in form.as_p()
    assert 'class="required"' in form.as_p()
