"""The admin speaks one language, whichever its reader's browser or account asks for."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import User
from artifacts.tests.support.operators import make_operator

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> User:
    user = make_operator()
    user.language = "de"
    user.save()
    return user


def test_the_admin_is_in_english_for_a_reader_of_german(reader: User) -> None:
    client = Client(headers={"Accept-Language": "de"})
    client.force_login(reader)
    words = client.get(reverse("admin:index")).content.decode()
    assert 'lang="en-gb"' in words
    assert "Log out" in words
    assert "Abmelden" in client.get(reverse("account")).content.decode()


def test_signing_in_to_the_admin_is_in_english_too() -> None:
    response = Client(headers={"Accept-Language": "de"}).get(reverse("admin:login"), follow=True)
    assert "Anmelden" not in response.content.decode()
