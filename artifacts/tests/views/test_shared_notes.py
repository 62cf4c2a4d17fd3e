"""Notes of guests, from the pages of a share."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.models import GuestNote, Project, ShareLink
from artifacts.services.sharing.guest_notes import moderate
from artifacts.tests.support.shares import at, delete, expire, make, revoke
from artifacts.tiers import Tier


def test_a_note_is_escaped_and_shown_to_others_only_once_it_is_approved(
    whole: Project, link: ShareLink
) -> None:
    page = at(link, "shared_document", "brief")
    guest = Client()
    sent = guest.post(
        at(link, "shared_note", "brief"),
        {"name": "<i>Jo", "text": "<script>x</script>"},
        follow=True,
    )
    assert "Thank you." in sent.content.decode()
    assert "&lt;script&gt;" not in sent.content.decode()
    moderate(whole, GuestNote.objects.get().pk, shown=True, tier=Tier.CTO_SCALE, now=timezone.now())
    shown = Client().get(page).content.decode()
    assert "&lt;script&gt;x&lt;/script&gt;" in shown
    assert "&lt;i&gt;Jo" in shown
    assert "<script>x" not in shown


def test_a_note_that_is_refused_comes_back(link: ShareLink) -> None:
    url = at(link, "shared_note", "brief")
    refused = Client().post(url, {"name": "", "text": "A thought worth keeping."})
    assert refused.status_code == 422
    assert "A thought worth keeping." in refused.content.decode()
    for _ in range(5):
        Client().post(url, {"name": "Jo", "text": "Why?"})
    late = Client().post(url, {"name": "Jo", "text": "A thought worth keeping."})
    assert late.status_code == 429
    assert "A thought worth keeping." in late.content.decode()


@pytest.mark.parametrize("end", [revoke, expire, delete])
def test_a_note_that_comes_too_late_is_handed_back_and_says_nothing_of_the_link(
    whole: Project, link: ShareLink, end: Any
) -> None:
    form = {"name": "Jo", "text": "<b>A thought</b> worth keeping."}
    end(link)
    late = Client().post(at(link, "shared_note", "brief"), form)
    assert late.status_code == 404
    assert "&lt;b&gt;A thought&lt;/b&gt; worth keeping." in late.content.decode()
    assert (
        late.content
        == Client().post(reverse("shared_note", args=["x" * 43, "brief"]), form).content
    )


def test_a_note_that_is_stopped_by_the_password_is_handed_back(whole: Project) -> None:
    link = make(whole, password="open sesame", allows_notes=True)
    guest = Client()
    asked = guest.post(
        at(link, "shared_note", "brief"), {"name": "Jo", "text": "A thought worth keeping."}
    )
    assert "A thought worth keeping." in asked.content.decode()
    form = {"next": asked.context["next"], "text": asked.context["not_sent"]}
    again = guest.post(at(link, "shared_password"), {**form, "password": "wrong"})
    assert "A thought worth keeping." in again.content.decode()
    opened = guest.post(at(link, "shared_password"), {**form, "password": "open sesame"})
    assert opened["Location"] == at(link, "shared_document", "brief")


def test_sections_above_the_tier_cannot_be_chosen(link: ShareLink) -> None:
    url = at(link, "shared_note", "brief")
    form = {"name": "Jo", "text": "Why?", "section": "competitive_strategy"}
    assert Client().post(url, form).status_code == 422
    assert not GuestNote.objects.exists()


def test_where_notes_are_not_asked_for_there_is_no_form_and_no_address_for_one(
    whole: Project,
) -> None:
    link = make(whole)
    assert (
        "Send the note" not in Client().get(at(link, "shared_document", "brief")).content.decode()
    )
    assert (
        Client().post(at(link, "shared_note", "brief"), {"name": "Jo", "text": "Why?"}).status_code
        == 404
    )
