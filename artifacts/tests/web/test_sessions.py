"""Sessions are Django's own; only the statement that reads them is ours."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from artifacts.web.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> str:
    """The key of a session that Django has kept."""
    store = db.SessionStore()
    store["seen"] = "a shelf"
    store.create()
    assert store.session_key
    return store.session_key


def test_what_django_kept_is_read_in_one_query(
    key: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert SessionStore(key)["seen"] == "a shelf"


def test_django_reads_what_was_kept_here(key: str) -> None:
    store = SessionStore(key)
    store["seen"] = "another shelf"
    store.save()
    assert db.SessionStore(key)["seen"] == "another shelf"


@pytest.mark.parametrize("is_there", [True, False])
def test_a_session_that_is_over_is_empty_and_its_key_is_not_used_again(
    key: str, is_there: bool
) -> None:
    if is_there:
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    else:
        Session.objects.all().delete()
    store = SessionStore(key)
    assert dict(store.items()) == {}
    assert store.session_key is None


def test_a_founder_stays_signed_in_by_a_cookie_from_before(founder_client: Client) -> None:
    kept = db.SessionStore(founder_client.cookies[settings.SESSION_COOKIE_NAME].value)
    assert kept["_auth_user_id"]
    assert SessionStore.__module__ == settings.SESSION_ENGINE
    assert founder_client.get(reverse("project_list")).status_code == 200
