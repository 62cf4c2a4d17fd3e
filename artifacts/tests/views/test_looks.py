"""A look that finds nothing new is answered early, and only to whom its page would be shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.models import Project, User
from artifacts.tests.support.factories import claim_all, make_project, make_user
from artifacts.tests.views.test_polls import look

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(founder: User) -> str:
    """The page of a project that is being written."""
    project = make_project(founder, written=True)
    claim_all(project)
    return reverse("project_detail", args=[project.pk])


@pytest.fixture
def ask(founder_client: Client, page: str) -> Callable[[], Any]:
    return look(founder_client, page)


def end_session(_: User) -> None:
    Session.objects.all().delete()


def let_session_expire(_: User) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))


def spoil_session(_: User) -> None:
    Session.objects.update(session_data="e30:bad:signature")


def change_password(founder: User) -> None:
    founder.set_password("another")
    founder.save()


def suspend(founder: User) -> None:
    User.objects.filter(pk=founder.pk).update(is_active=False)


@pytest.mark.parametrize(
    "act", [end_session, let_session_expire, spoil_session, change_password, suspend]
)
def test_who_is_signed_out_is_asked_to_sign_in(
    ask: Callable[[], Any], founder: User, act: Callable[[User], None]
) -> None:
    assert ask().status_code == 204
    act(founder)
    answer = ask()
    assert "/login/" in answer.headers["HX-Redirect"]


def test_an_account_that_was_closed_shows_how_to_bring_it_back(
    ask: Callable[[], Any], founder: User
) -> None:
    User.objects.filter(pk=founder.pk).update(erase_at=timezone.now() + timedelta(days=3))
    assert ask().headers["HX-Redirect"] == reverse("account_closed")


def test_a_session_of_another_founder_finds_no_project(
    founder_client: Client, ask: Callable[[], Any]
) -> None:
    """I-9: the mark and the address are right, and the session is a stranger's."""
    assert ask().status_code == 204
    founder_client.force_login(make_user())
    assert ask().status_code == 404


def test_a_project_that_was_deleted_is_gone(ask: Callable[[], Any], founder: User) -> None:
    Project.objects.filter(owner=founder).update(deleted_at=timezone.now())
    assert ask().status_code == 404


@pytest.mark.parametrize(
    "choice", [{"language": "de"}, {"time_zone": "Asia/Tokyo"}, {"tier": "bootstrapper"}]
)
def test_another_reader_sees_another_page(
    founder_client: Client, page: str, founder: User, choice: dict[str, str]
) -> None:
    ask = look(founder_client, page)
    User.objects.filter(pk=founder.pk).update(**choice)
    assert ask().status_code == 200
    assert look(founder_client, page)().status_code == 204


def test_the_browsers_language_counts_where_the_founder_chose_none(
    page: str, founder: User, django_assert_num_queries: Any
) -> None:
    german = Client(headers={"Accept-Language": "de-AT,de;q=0.9"})
    german.force_login(founder)
    ask = look(german, page)
    with django_assert_num_queries(1):
        assert ask().status_code == 204
    german.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    assert ask().status_code == 200


def test_it_is_not_stored_and_has_an_id(ask: Callable[[], Any]) -> None:
    answer = ask()
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert len(answer.headers["X-Request-ID"]) == 32
    assert "Seen" in answer.headers["Vary"]


def test_a_name_that_is_not_ours_is_refused(founder_client: Client, ask: Callable[[], Any]) -> None:
    founder_client.defaults["SERVER_NAME"] = "elsewhere.example"
    assert ask().status_code == 400


def test_a_connection_that_was_lost_costs_no_answer(
    ask: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: Any, **__: Any) -> None:
        raise OperationalError("the connection is closed")

    monkeypatch.setattr("artifacts.web.looks.look_stamp", lost)
    answer = ask()
    assert (answer.status_code, answer.content) == (204, b"")
