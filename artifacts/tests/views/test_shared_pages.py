"""What guests see by a share link, on every public page and in the PDF."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pypdf
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from artifacts.models import Artifact, GuestNote, Project, ShareLink, User
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.guest_notes import moderate
from artifacts.services.sharing.links import change_link
from artifacts.tests.support.factories import make_project
from artifacts.tests.support.shares import at, delete, every_page, expire, make, revoke
from artifacts.tests.support.visitors import navigation
from artifacts.tiers import Tier

HIDDEN = {
    Tier.BOOTSTRAPPER: {"SECRET-BUSINESS", "SECRET-STRATEGIC"},
    Tier.PARTNER: {"SECRET-STRATEGIC"},
    Tier.CTO_SCALE: set(),
}

BROWSER = navigation()


def words(response: Any) -> str:
    if response["Content-Type"] == "image/png":
        return repr(response.content)
    if response["Content-Type"] != "application/pdf":
        return str(response.content.decode())
    reader = pypdf.PdfReader(BytesIO(response.content))
    outline = str(reader.outline) + str(reader.metadata) + str(reader.named_destinations)
    return " ".join(page.extract_text() for page in reader.pages) + outline


def all_words(link: ShareLink, **headers: str) -> str:
    return " ".join(
        words(Client().get(page, headers=headers)) for page in every_page(link)
    ).replace("-\n", "-")


@pytest.mark.one_database
@pytest.mark.parametrize("tier", list(Tier))
def test_no_page_and_no_pdf_says_what_the_tier_does_not_open(whole: Project, tier: Tier) -> None:
    said = all_words(make(whole, tier=tier, allows_notes=True))
    assert "Shelf count" in said
    assert {secret for secret in HIDDEN[Tier.BOOTSTRAPPER] if secret in said} == HIDDEN[
        Tier.BOOTSTRAPPER
    ] - HIDDEN[tier]


def point_from_the_brief(project: Project, words: str) -> None:
    """Put pointers into the text that everybody reads.

    What is stored may be from before a gate was raised.
    """
    brief = project.artifacts.get(artifact_type="brief")
    content = {**(brief.current_content or {}), "problem_statement": f"We see paper, and {words}."}
    Artifact.objects.filter(pk=brief.pk).update(current_content=content)


@pytest.mark.one_database
@pytest.mark.parametrize("tier", list(Tier))
def test_a_pointer_says_no_title_that_the_tier_does_not_open(whole: Project, tier: Tier) -> None:
    """The titles of gated risks are secret; a pointer shows its title to those who may read it."""
    risks = whole.artifacts.get(artifact_type="risk_log").current_content or {}
    ids = [risks[section][0]["id"] for section in ("financial_risks", "strategic_risks")]
    retired = {"R-90": {"title": "SECRET-STRATEGIC a risk that is gone", "version": 1}}
    Artifact.objects.filter(project=whole, artifact_type="risk_log").update(
        superseded_items=retired
    )
    point_from_the_brief(
        whole, " ".join(f"[[{name}]]" for name in (*ids, "R-90", "risk_log.strategic_risks"))
    )
    said = all_words(make(whole, tier=tier))
    assert ("SECRET-BUSINESS money runs out" in said) == (tier >= Tier.PARTNER)
    assert ("SECRET-STRATEGIC wrong direction" in said) == (tier >= Tier.CTO_SCALE)
    if tier < Tier.CTO_SCALE:
        assert "SECRET-STRATEGIC" not in said


def test_locked_sections_are_not_even_named(link: ShareLink) -> None:
    assert "Competitive strategy" not in all_words(link)


@pytest.mark.parametrize("how", ["the link's tier is lowered", "the owner's tier is lowered"])
def test_a_tier_that_is_lowered_later_hides_at_once(whole: Project, how: str) -> None:
    link = make(whole, tier=Tier.CTO_SCALE, allows_notes=True)
    form = {"name": "Jo", "text": "SECRET-BUSINESS repeated", "section": "market_analysis"}
    assert Client().post(at(link, "shared_note", "brief"), form).status_code == 302
    moderate(whole, GuestNote.objects.get().pk, shown=True, tier=Tier.CTO_SCALE, now=timezone.now())
    assert "SECRET-BUSINESS repeated" in all_words(link)
    if how.startswith("the link"):
        changes: dict[str, Any] = {
            "documents": list(ArtifactType),
            "label": "",
            "allows_notes": True,
        }
        change_link(link, tier=Tier.BOOTSTRAPPER, now=timezone.now(), **changes)
    else:
        User.objects.filter(pk=whole.owner_id).update(tier=Tier.BOOTSTRAPPER.value)
    said = all_words(link)
    assert "Shelf count" in said
    assert "SECRET" not in said


def test_a_document_that_was_not_chosen_leaves_no_trace(whole: Project) -> None:
    link = make(
        whole, documents=[ArtifactType.MILESTONES, ArtifactType.RISK_LOG, ArtifactType.HOW_IT_WORKS]
    )
    for name in ("shared_document", "shared_pdf"):
        assert Client().get(at(link, name, "mvp_scope")).status_code == 404
        assert Client().get(at(link, name, "weather")).status_code == 404
    said = all_words(link)
    assert "We try it" in said
    assert "Shelf count" not in said
    assert "Reorder list" not in said


def test_pointers_lead_inside_the_share_and_are_plain_words_elsewhere(whole: Project) -> None:
    link = make(whole, documents=[ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES])
    scope = Client().get(at(link, "shared_document", "mvp_scope")).content.decode()
    milestones = Client().get(at(link, "shared_document", "milestones")).content.decode()
    assert f'href="{at(link, "shared_document", "mvp_scope")}#F-1"' in milestones
    assert 'within <span class="ref-missing">key constraint</span>' in scope
    assert "/projects/" not in scope + milestones


def test_a_document_that_is_not_written_is_not_there_and_one_being_regenerated_is_as_it_was(
    whole: Project, link: ShareLink
) -> None:
    now = timezone.now()
    whole.artifacts.filter(artifact_type="risk_log").update(current_content=None, version_number=0)
    whole.artifacts.filter(artifact_type="brief").update(
        generation_status=Artifact.GenerationStatus.GENERATING,
        generation_token="0" * 32,
        generation_started_at=now,
        lease_expires_at=now + timedelta(hours=1),
        proposal={"content": {"problem_statement": "SECRET proposal"}},
        failure={"message": "SECRET failure", "reference": "x"},
    )
    said = all_words(link)
    assert "We see owners count stock on paper." in said
    assert "SECRET" not in said
    assert Client().get(at(link, "shared_document", "risk_log")).status_code == 404


def test_nothing_written_yet_is_said_so(owner: User) -> None:
    link = make(make_project(owner))
    assert "nothing to read here yet" in Client().get(at(link)).content.decode()
    assert Client().get(at(link, "shared_package")).status_code == 422


def test_pages_say_nothing_of_the_owner_or_of_what_is_the_founders_own(
    whole: Project, link: ShareLink
) -> None:
    ShareLink.objects.update(label="SECRET label")
    whole.artifacts.update(
        annotations=[
            {
                "id": "0" * 32,
                "section_id": "target_user",
                "note": "SECRET",
                "author": "x",
                "created_at": "2026-01-01T00:00:00Z",
            }
        ]
    )
    said = all_words(link)
    for word in ("ana.private", str(whole.pk), "SECRET", "Regenerate", whole.idea):
        assert word not in said


@pytest.mark.parametrize("end", [revoke, expire, delete])
@pytest.mark.parametrize("password", ["", "open sesame"])
def test_every_page_of_an_ended_link_is_the_same_404_at_once(
    whole: Project, end: Any, password: str
) -> None:
    link = make(whole, password=password, allows_notes=True)
    guest = Client()
    guest.post(at(link, "shared_password"), {"password": password})
    assert guest.get(at(link, "shared_document", "brief")).status_code == 200
    unknown = guest.get(reverse("shared", args=["x" * 43])).content
    end(link)
    for page in [*every_page(link), at(link, "shared_password")]:
        response = guest.get(page)
        assert (response.status_code, response.content) == (404, unknown)
    for page in (at(link, "shared_note", "brief"), at(link, "shared_password")):
        response = guest.post(page, {"name": "Jo", "password": password})
        assert (response.status_code, response.content) == (404, unknown)
    assert not GuestNote.objects.exists()


def test_no_page_is_indexed_cached_by_others_or_told_on(link: ShareLink) -> None:
    for page in [*every_page(link), reverse("shared", args=["unknown"])]:
        response = Client().get(page)
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "private" in response["Cache-Control"]
    assert "Disallow: /s/" in Client().get("/robots.txt").content.decode()


def test_reading_needs_no_session_and_sets_no_cookie(link: ShareLink) -> None:
    guest = Client()
    for page in every_page(link):
        guest.get(page)
    assert not guest.cookies


def test_a_form_works_without_a_token_of_the_browser(link: ShareLink) -> None:
    guest = Client(enforce_csrf_checks=True)
    form = {"name": "Jo", "text": "Why?"}
    assert (
        guest.post(at(link, "shared_note", "brief"), form, headers={"Origin": "null"}).status_code
        == 302
    )


def test_the_founders_own_browser_sees_what_guests_see(
    whole: Project, link: ShareLink, owner: User
) -> None:
    founder = Client()
    founder.force_login(owner)
    address = at(link, "shared_document", "brief")
    # Each form has a mark of its own (`{% once %}`), for the same reader too.
    pages = [
        re.sub("[0-9a-f]{32}", "", client.get(address).content.decode())
        for client in (founder, Client())
    ]
    assert pages[0] == pages[1]
    assert "SECRET" not in pages[0]


@pytest.mark.parametrize(("language", "word"), [("en", "On this page"), ("de", "Auf dieser Seite")])
def test_pages_speak_the_visitors_language(link: ShareLink, language: str, word: str) -> None:
    page = Client().get(at(link, "shared_document", "brief"), headers={"Accept-Language": language})
    assert word in page.content.decode()


def test_who_has_the_pdf_already_gets_304(link: ShareLink) -> None:
    etag = Client().get(at(link, "shared_package"))["ETag"]
    assert (
        Client().get(at(link, "shared_package"), headers={"If-None-Match": etag}).status_code == 304
    )


def test_a_page_asks_the_database_little(whole: Project, owner: User) -> None:
    link = make(whole, password="open sesame", allows_notes=True)
    guest = Client()
    guest.post(at(link, "shared_password"), {"password": "open sesame"})
    for page in (at(link), at(link, "shared_document", "brief")):
        with CaptureQueriesContext(connection) as queries:
            guest.get(page, headers=BROWSER)
        assert len(queries) <= 8


def test_no_page_is_kept_anywhere(link: ShareLink) -> None:
    """A link that ends must leave no page behind in a browser or a proxy."""
    for page in (
        at(link),
        at(link, "shared_document", "brief"),
        at(link, "shared_password"),
        at(link, "shared_note", "brief"),
    ):
        assert "no-store" in Client().get(page)["Cache-Control"]
    for page in (at(link, "shared_package"), at(link, "shared_cover")):
        assert {"private", "no-cache"} <= set(
            Client().get(page)["Cache-Control"].replace(" ", "").split(",")
        )


def test_what_the_founder_is_told_is_shown_to_no_guest_and_waits(
    whole: Project, link: ShareLink, owner: User
) -> None:
    browser = Client()
    browser.force_login(owner)
    browser.post(reverse("project_duplicate", args=[whole.pk]))
    for page in (at(link), at(link, "shared_document", "brief")):
        assert "This is your copy." not in browser.get(page).content.decode()
    assert "This is your copy." in browser.get(reverse("project_list")).content.decode()


def test_answers_that_show_nothing_do_not_count(link: ShareLink) -> None:
    tag = Client().get(at(link, "shared_package"))["ETag"]
    Client().get(at(link, "shared_package"), headers={**BROWSER, "If-None-Match": tag})
    Client().get(at(link, "shared_document", "poem"), headers=BROWSER)
    Client().post(at(link, "shared_note", "brief"), {"text": ""}, headers=BROWSER)
    link.refresh_from_db()
    assert link.view_count == 0


def test_views_of_guests_count(link: ShareLink) -> None:
    for path in (at(link), at(link, "shared_document", "brief")):
        Client().get(path, headers=BROWSER)
    link.refresh_from_db()
    assert link.view_count == 1
    assert link.last_viewed_at is not None


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Googlebot/2.1"},
        {"User-Agent": "WhatsApp/2.0"},
        {**BROWSER, "Sec-Purpose": "prefetch;prerender"},
    ],
)
def test_views_of_programs_do_not_count(link: ShareLink, headers: dict[str, str]) -> None:
    assert Client().get(at(link), headers=headers).status_code == 200
    link.refresh_from_db()
    assert link.view_count == 0


def test_neither_a_head_nor_the_owner_nor_a_password_page_counts(
    whole: Project, link: ShareLink, owner: User
) -> None:
    founder = Client()
    founder.force_login(owner)
    founder.get(at(link), headers=BROWSER)
    Client().head(at(link), headers=BROWSER)
    locked = make(whole, password="open sesame")
    Client().get(at(locked), headers=BROWSER)
    assert set(ShareLink.objects.values_list("view_count", flat=True)) == {0}
