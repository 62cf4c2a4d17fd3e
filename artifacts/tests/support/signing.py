"""What one does to sign up and in, and to change what one signs in with."""

from __future__ import annotations

import re
from typing import Any

from django.core import mail
from django.test import Client
from django.urls import reverse

from artifacts.tests.support.factories import PASSWORD

EMAIL = "Ada@example.com"

NEW_PASSWORD = "a quite different sentence"


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


def change_email(client: Client, email: str = "new@example.com") -> Any:
    return client.post(reverse("account_email"), {"email": email, "action_add": ""}, follow=True)
