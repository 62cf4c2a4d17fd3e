"""What founders, guests and staff get while the cache is away: everything but what must be counted
first.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts import caching
from artifacts.exceptions import CountsUnavailable
from artifacts.models import GuestNote, Project, ShareLink, User
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.links import link_token, make_link
from artifacts.tests.support.factories import PASSWORD, make_project, make_staff, make_user
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.staff import client_of
from artifacts.tiers import Tier

GONE = f"{caching.__name__}.{caching.PatientCache.__name__}"

_numbers = count(1)


class Flaky(LocMemCache):
    """A cache that fails whenever a test says so."""

    error: Exception | None = None
    asked = 0

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        type(self).asked += 1
        if self.error is not None:
            raise self.error
        return super().get(key, default, version)


def wrapped(backend: str, location: str) -> dict[str, Any]:
    return {"default": {"BACKEND": GONE, "LOCATION": location, "OPTIONS": {"BACKEND": backend}}}


@pytest.fixture
def away(settings: Any) -> None:
    """A Redis that refuses the connection; another one for each test, since what is known of one is
    remembered.
    """
    settings.CACHES = {
        **settings.CACHES,
        **wrapped(caching.REDIS, f"redis://127.0.0.1:1/{next(_numbers)}"),
    }


@pytest.fixture
def flaky(settings: Any) -> Iterator[type[Flaky]]:
    settings.CACHES = {**settings.CACHES, **wrapped(f"{__name__}.Flaky", f"flaky-{next(_numbers)}")}
    yield Flaky
    Flaky.error, Flaky.asked = None, 0


@pytest.fixture
def link(written_project: Project) -> ShareLink:
    return make_link(
        written_project,
        now=timezone.now(),
        documents=list(ArtifactType),
        tier=Tier.BOOTSTRAPPER,
        days=30,
        allows_notes=True,
    )


def page_of(link: ShareLink, name: str, *names: str) -> str:
    return reverse(name, args=[link_token(link), *names])


# What is looked up is a miss


def test_what_is_looked_up_is_missed_and_what_is_kept_is_not(away: None) -> None:
    cache.set("a", 1)
    cache.set_many({"a": 1})
    assert cache.get("a", "nothing") == "nothing"
    assert cache.get_many(["a"]) == {}
    assert not cache.touch("a")
    assert not cache.delete("a")
    cache.delete_many(["a"])


def test_what_is_counted_says_that_it_cannot_be(away: None) -> None:
    with pytest.raises(CountsUnavailable):
        cache.add("a", 1)
    with pytest.raises(CountsUnavailable):
        cache.incr("a")
    with pytest.raises(CountsUnavailable):
        cache.decr("a")


def test_a_number_that_is_not_there_is_no_fault_of_the_cache() -> None:
    with pytest.raises(ValueError, match="nothing"):
        cache.incr("nothing")


def test_what_can_no_longer_be_read_is_a_miss(flaky: type[Flaky]) -> None:
    cache.set("a", 1)
    flaky.error = AttributeError("Can't get attribute 'Estimate' on a module of another release")
    assert cache.get("a") is None


def test_it_is_logged_once_until_it_works_again(
    flaky: type[Flaky], caplog: pytest.LogCaptureFixture
) -> None:
    flaky.error = ConnectionRefusedError()
    for _ in range(3):
        cache.get("a")
    flaky.error = None
    for _ in range(3):
        cache.get("a")
    assert [record.levelno for record in caplog.records] == [logging.ERROR, logging.WARNING]


def test_a_cache_that_does_not_answer_is_not_waited_for_again_and_again(
    flaky: type[Flaky], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]

    def wait() -> float:
        clock[0] += 1
        return clock[0]

    monkeypatch.setattr(time, "monotonic", wait)
    flaky.error = TimeoutError()
    assert [cache.get("a") for _ in range(3)] == [None] * 3
    assert flaky.asked == 1
    clock[0] += caching.REST_SECONDS
    cache.get("a")
    assert flaky.asked == 2


# Pages


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("project_detail", ()),
        ("project_generate", ()),
        ("project_answers", ()),
        ("project_assumptions", ()),
        ("project_export", ()),
        ("project_cover", ()),
        ("project_share", ()),
        ("section_edit", ("brief", "target_user")),
    ],
)
def test_founders_read_and_write_without_it(
    name: str, more: tuple[str, ...], away: None, written_project: Project, founder_client: Client
) -> None:
    assert founder_client.get(reverse(name, args=[written_project.pk, *more])).status_code == 200


def test_an_export_is_made_without_it(
    away: None, written_project: Project, founder_client: Client
) -> None:
    address = reverse("project_download", args=[written_project.pk])
    assert founder_client.get(address, {"format": "pdf"}).content.startswith(b"%PDF")


def test_an_edit_in_conflict_keeps_its_text_without_it(
    away: None, written_project: Project, founder_client: Client
) -> None:
    address = reverse("section_edit", args=[written_project.pk, "brief", "target_user"])
    response = founder_client.post(
        address, {"target_user": "Mine is long and was typed.", "base": "another"}
    )
    assert response.status_code == 409
    assert "Mine is long and was typed." in response.content.decode()


def test_staff_get_their_overview_without_it(away: None, db: None) -> None:
    page = reverse("admin:overview")
    assert client_of(make_staff()).get(page).status_code == 200


def test_guests_read_without_it(away: None, link: ShareLink) -> None:
    for page in (
        page_of(link, "shared"),
        page_of(link, "shared_cover"),
        page_of(link, "shared_package"),
    ):
        assert Client().get(page, headers={"User-Agent": "Mozilla/5.0"}).status_code == 200


def test_a_guests_note_comes_back_with_the_reason(away: None, link: ShareLink) -> None:
    page = page_of(link, "shared_note", "brief")
    response = Client().post(
        page, {"name": "Ben", "text": "A long note that Ben typed.", "section": ""}
    )
    assert response.status_code == 503
    assert "A long note that Ben typed." in response.content.decode()
    assert "Please try again soon" in response.content.decode()
    assert not GuestNote.objects.exists()


def test_a_links_password_is_not_compared(away: None, written_project: Project) -> None:
    link = make_link(
        written_project,
        now=timezone.now(),
        documents=list(ArtifactType),
        tier=Tier.BOOTSTRAPPER,
        days=30,
        password=PASSWORD,
    )
    response = Client().post(page_of(link, "shared_password"), {"password": PASSWORD})
    assert response.status_code == 503
    assert not response.cookies


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("account_login", {"login": "ada@example.com", "password": PASSWORD}),
        ("account_signup", {"email": "new@example.com", "password1": PASSWORD}),
        ("account_reset_password", {"email": "ada@example.com"}),
        ("admin:login", {"username": "ada@example.com", "password": PASSWORD}),
    ],
)
def test_what_is_limited_is_refused_in_words(
    name: str, fields: dict[str, str], away: None, db: None
) -> None:
    make_user(email="ada@example.com", password=PASSWORD, is_staff=True)
    client = Client()
    response = client.post(reverse(name), fields)
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert "Please try again shortly" in response.content.decode()
    assert "_auth_user_id" not in client.session
    assert User.objects.count() == 1


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_the_forms_of_accounts_open_without_it(name: str, away: None, db: None) -> None:
    assert Client().get(reverse(name)).status_code == 200


def test_documents_are_ordered_without_it(
    away: None, founder: User, founder_client: Client
) -> None:
    project = make_project(founder)
    response = founder_client.post(reverse("project_generate", args=[project.pk]), {"scope": "all"})
    assert response.status_code == 302
    assert project.artifacts.filter(version_number=1).count() == ALL_DOCUMENTS
