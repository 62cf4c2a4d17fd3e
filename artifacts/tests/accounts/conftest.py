"""An account that signs in with a password."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.urls import reverse

from artifacts.models import User
from artifacts.tests.support.factories import PASSWORD, make_user
from artifacts.tests.support.signing import sign_in


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
