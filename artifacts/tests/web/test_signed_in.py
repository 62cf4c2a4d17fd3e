"""Who is signed in is what Django says; only the statement that reads the row is ours."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.contrib import auth
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from artifacts.models import User
from artifacts.tests.support.factories import make_user
from artifacts.web.sessions import SessionStore
from artifacts.web.signed_in import SignedInMiddleware, known_user

pytestmark = pytest.mark.django_db


class OnlyAda(ModelBackend):
    """A backend that reads users in a way of its own."""

    def get_user(self, user_id: Any) -> User | None:
        return User.objects.filter(pk=user_id, first_name="Ada").first()


@pytest.fixture
def key(founder: User) -> str:
    """The key of a session that the founder has signed in with."""
    client = Client()
    client.force_login(founder)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def asked(key: str | None, by: type[AuthenticationMiddleware] = SignedInMiddleware) -> HttpRequest:
    """Return a request of that session as a view gets it."""
    request = HttpRequest()
    request.session = SessionStore(key)
    by(lambda _: HttpResponse()).process_request(request)
    return request


def test_it_is_the_row_that_django_reads(key: str, founder: User) -> None:
    mine, djangos = asked(key).user, asked(key, AuthenticationMiddleware).user
    assert mine == djangos == founder
    for field in User._meta.concrete_fields:
        assert getattr(mine, field.attname) == getattr(djangos, field.attname), field
    assert not mine._state.adding


def test_session_and_user_take_a_query_each_and_only_once(
    key: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = asked(key)
    with django_assert_num_queries(2):
        assert request.user.is_authenticated
    with django_assert_num_queries(0):
        assert request.user.is_active


def test_nobody_is_signed_in_without_a_session() -> None:
    assert asked(None).user.is_anonymous
    assert asked("unknown").user.is_anonymous


def test_an_account_that_is_closed_or_gone_is_signed_out(key: str, founder: User) -> None:
    User.objects.update(is_active=False)
    assert asked(key).user.is_anonymous
    founder.delete()
    assert asked(key).user.is_anonymous


def test_another_password_ends_the_session(key: str, founder: User) -> None:
    founder.set_password("another one")
    founder.save()
    request = asked(key)
    assert request.user.is_anonymous
    assert not request.session.exists(key)


def test_a_session_that_an_earlier_key_has_signed_goes_on(key: str, founder: User) -> None:
    with override_settings(SECRET_KEY="a new one", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        request = asked(key)
        assert request.user == founder
        assert request.session[auth.HASH_SESSION_KEY] == founder.get_session_auth_hash()


def test_a_session_of_a_backend_that_is_no_longer_used_is_over(key: str) -> None:
    with override_settings(AUTHENTICATION_BACKENDS=["django.contrib.auth.backends.BaseBackend"]):
        assert asked(key).user.is_anonymous


def test_a_backend_with_a_way_of_its_own_is_asked() -> None:
    path = f"{OnlyAda.__module__}.{OnlyAda.__qualname__}"
    with override_settings(AUTHENTICATION_BACKENDS=[path]):
        for name, is_signed_in in (("Ada", True), ("Ben", False)):
            client = Client()
            client.force_login(make_user(first_name=name), backend=path)
            key = client.cookies[settings.SESSION_COOKIE_NAME].value
            assert asked(key).user.is_authenticated is is_signed_in


def test_who_is_known_stands_in_the_request(key: str, founder: User) -> None:
    request = asked(key)
    assert known_user(request) == founder
    assert type(request.user) is User
    assert known_user(request) is request.user


def test_nobody_is_known_where_nobody_is_signed_in() -> None:
    request = asked(None)
    assert not known_user(request).is_authenticated
    assert isinstance(request.user, auth.models.AnonymousUser)


def test_who_signs_in_afterwards_is_not_replaced(key: str, founder: User) -> None:
    request = asked(key)
    known_user(request)
    request.user = other = make_user()
    assert known_user(request) is other
