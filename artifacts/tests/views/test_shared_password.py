"""A share link with a password."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from artifacts.models import GuestNote, Project
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.links import change_link
from artifacts.tests.support.shares import at, every_page, make
from artifacts.tiers import Tier


def test_before_the_password_nothing_is_said_by_any_page(whole: Project) -> None:
    link = make(whole, password="open sesame", allows_notes=True)
    for page in every_page(link):
        response = Client().get(page)
        assert "asks for a password" in response.content.decode()
        assert "Shelf" not in response.content.decode()
    Client().post(at(link, "shared_note", "brief"), {"name": "Jo", "text": "Why?"})
    assert not GuestNote.objects.exists()


def test_the_right_password_leads_to_the_page_that_was_asked_for(whole: Project) -> None:
    link = make(whole, password="open sesame")
    guest = Client()
    page = at(link, "shared_document", "brief")
    wrong = guest.post(at(link, "shared_password"), {"password": "no", "next": page})
    assert wrong.status_code == 422
    assert page in wrong.content.decode()
    right = guest.post(at(link, "shared_password"), {"password": "open sesame", "next": page})
    assert right["Location"] == page
    cookie = right.cookies["share"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (at(link), True, "Lax")
    assert "Owners of small shops" in guest.get(page).content.decode()


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/account/", "javascript:alert(1)"]
)
def test_a_password_leads_nowhere_else(whole: Project, wanted: str) -> None:
    link = make(whole, password="open sesame")
    response = Client().post(
        at(link, "shared_password"), {"password": "open sesame", "next": wanted}
    )
    assert response["Location"] == at(link)


def test_changing_the_password_asks_everybody_again(whole: Project) -> None:
    link = make(whole, password="open sesame")
    guest = Client()
    guest.post(at(link, "shared_password"), {"password": "open sesame"})
    values: dict[str, Any] = {
        "documents": [ArtifactType.BRIEF],
        "tier": Tier.BOOTSTRAPPER,
        "label": "",
    }
    change_link(link, password="another one", allows_notes=False, now=timezone.now(), **values)
    assert "asks for a password" in guest.get(at(link)).content.decode()


def test_the_acceptance_of_one_link_opens_no_other(whole: Project) -> None:
    one, other = make(whole, password="open sesame"), make(whole, password="open sesame")
    guest = Client()
    guest.post(at(one, "shared_password"), {"password": "open sesame"})
    guest.cookies["share"]["path"] = "/"
    assert "asks for a password" in guest.get(at(other)).content.decode()


def test_too_many_passwords_are_not_even_compared(whole: Project) -> None:
    link = make(whole, password="open sesame")
    guest = Client()
    answers = [
        guest.post(at(link, "shared_password"), {"password": "no"}).status_code for _ in range(6)
    ]
    assert answers == [422] * 5 + [429]
    assert guest.post(at(link, "shared_password"), {"password": "open sesame"}).status_code == 429


@pytest.mark.parametrize("is_https", [True, False])
def test_the_cookie_of_a_password_goes_over_https_alone_where_there_is_https(
    whole: Project, is_https: bool, settings: Any
) -> None:
    settings.SESSION_COOKIE_SECURE = is_https
    locked = make(whole, password="open sesame")
    response = Client().post(at(locked, "shared_password"), {"password": "open sesame"})
    (cookie,) = response.cookies.values()
    assert bool(cookie["secure"]) == is_https
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == at(locked)
