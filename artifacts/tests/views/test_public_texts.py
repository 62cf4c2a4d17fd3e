"""Help, privacy and terms, and what search engines and other sites are told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from artifacts.models import ShareLink
from artifacts.services.sharing.links import link_token, revoke_link
from artifacts.tests.support.factories import ShareLinkFactory, make_project
from artifacts.tiers import Tier
from artifacts.views.public_texts import TEXTS

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

SITE = "http://testserver"
WITH_MODEL = {"model": "anthropic:claude", "models": "cto_scale=openai:gpt", "fallback_models": []}


def read(name: str, *args: Any, **headers: str) -> str:
    return str(Client(headers=headers).get(reverse(name, args=args)).content.decode())


def meta(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"', page)
    return dict(found)


# The texts


@pytest.mark.parametrize("name", TEXTS)
def test_every_page_leads_to_the_texts_and_none_asks_the_database(
    name: str, django_assert_num_queries: Any
) -> None:
    assert f'href="{reverse(name)}"' in read("home")
    with django_assert_num_queries(0):
        assert Client().get(reverse(name)).status_code == 200


def test_privacy_says_how_long_things_are_kept(settings: Any) -> None:
    settings.RETENTION_DAYS = {
        "deleted_projects": 41,
        "attempts": 42,
        "drafts": 43,
        "guest_notes": 44,
    }
    page = read("privacy")
    assert all(f" {days} days" in page for days in (41, 42, 43, 44))
    settings.RETENTION_DAYS = dict.fromkeys(settings.RETENTION_DAYS, 0) | {"deleted_projects": 1}
    page = read("privacy")
    assert "restored for 1 day and" in page
    assert "Receipts of writing are kept as long as the project." in page


def test_privacy_names_whom_texts_are_sent_to(settings: Any) -> None:
    settings.RUNNER, settings.LLM = "fake", {**settings.LLM, **WITH_MODEL}
    assert "No language model is used" in read("privacy")
    settings.RUNNER = "llm"
    assert "sent to: Anthropic, OpenAI." in read("privacy")


def test_privacy_names_a_server_of_the_operators(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.RUNNER, settings.LLM = "llm", {**settings.LLM, **WITH_MODEL, "models": ""}
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://models.example")
    assert "Anthropic, or a server that speaks its protocol." in read("privacy")


def test_privacy_says_whether_errors_are_reported(settings: Any) -> None:
    assert "Errors of the software" not in read("privacy")
    settings.SENTRY_DSN = "https://key@errors.example/1"
    assert "Errors of the software" in read("privacy")


def test_an_operator_replaces_a_text_for_all_languages_or_for_one(
    settings: Any, tmp_path: Path
) -> None:
    texts = tmp_path / "public" / "texts"
    texts.mkdir(parents=True)
    (texts / "terms.html").write_text("<p>Our own terms, {{ support_email }}.</p>")
    (texts / "terms.de.html").write_text("<p>Unsere eigenen Bedingungen.</p>")
    own = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    settings.TEMPLATES = own
    settings.SUPPORT_EMAIL = "help@site.example"
    assert "Our own terms, help@site.example." in read("terms")
    assert "Unsere eigenen Bedingungen." in read("terms", **{"Accept-Language": "de"})


# Search engines


def test_the_sitemap_lists_what_everybody_may_read() -> None:
    root = ET.fromstring(read("sitemap"))
    found = [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert found == [
        f"{SITE}{reverse(name)}" for name in ("home", "pricing", "help", "privacy", "terms")
    ]
    robots = read("robots")
    assert f"Sitemap: {SITE}/sitemap.xml" in robots
    closed = re.findall(r"Disallow: (\S+)", robots)
    assert not any(page and page.removeprefix(SITE).startswith(tuple(closed)) for page in found)


def test_share_links_are_for_previews_and_not_for_search() -> None:
    previews, everybody, _ = read("robots").split("\n\n")
    assert "Twitterbot" in previews
    assert "/s/" not in previews
    assert "Disallow: /s/" in everybody
    assert "Disallow: /projects/" in previews


def test_the_manifest_names_icons_of_the_size_it_says() -> None:
    icons = json.loads(read("manifest"))["icons"]
    for icon in icons:
        path = finders.find(icon["src"].removeprefix("/static/"))
        assert path
        if icon["type"] == "image/png":
            with Image.open(path) as picture:
                assert "{}x{}".format(*picture.size) == icon["sizes"]


def test_every_icon_of_a_page_is_there() -> None:
    linked = re.findall(
        r'<link rel="(?:icon|apple-touch-icon)" href="/static/([^"]+)"', read("home")
    )
    assert set(linked) == {"icon-32.png", "icon.svg", "apple-touch-icon.png"}
    assert all(finders.find(name) for name in linked)
    assert Client().get("/favicon.ico")["Location"] == "/static/icon-32.png"


# Cards


@pytest.mark.parametrize("name", ["home", "pricing", "help", "privacy", "terms"])
def test_a_public_page_has_a_card_with_absolute_addresses(name: str) -> None:
    card = meta(read(name))
    assert card["og:title"]
    assert card["og:description"]
    assert card["og:url"] == f"{SITE}{reverse(name)}"
    assert card.get("og:image", SITE).startswith(SITE)
    assert card["twitter:card"] == "summary"


def share(**fields: Any) -> tuple[ShareLink, str]:
    link = ShareLinkFactory.create(project=make_project(name='Ada & "Co"', written=True), **fields)
    return link, str(link_token(link))


def test_a_share_link_shows_title_summary_and_cover() -> None:
    _, token = share()
    card = meta(read("shared", token))
    assert card["og:title"] == "Ada &amp; &quot;Co&quot;"
    assert len(card["og:description"]) > 20
    assert card["og:image"] == f"{SITE}{reverse('shared_cover', args=[token])}"
    of_document = meta(read("shared_document", token, "brief"))
    assert of_document["og:title"] == "Product Brief · Ada &amp; &quot;Co&quot;"
    assert of_document["og:image"] == card["og:image"]


def test_a_card_holds_no_more_than_the_page() -> None:
    _, token = share(tier=Tier.BOOTSTRAPPER)
    for page in (read("shared", token), read("shared_document", token, "brief")):
        assert "SECRET" not in page


def test_a_share_link_with_a_password_tells_only_that_it_is_shared() -> None:
    _, token = share(password="correct horse")
    for page in (read("shared", token), read("shared_document", token, "brief")):
        card = meta(page)
        assert card["og:title"] == "Shared with you, to read"
        assert "og:image" not in card
        assert "Ada" not in page


@pytest.mark.parametrize("ended", ["revoked", "expired"])
def test_an_ended_share_link_has_no_card(ended: str) -> None:
    link, token = share(expired=ended == "expired")
    if ended == "revoked":
        revoke_link(link, now=timezone.now())
    page = read("shared", token)
    assert meta(page) == {}
    assert "description" not in page


def test_looking_at_a_card_is_no_view() -> None:
    link, token = share()
    Client(headers={"User-Agent": "Twitterbot/1.0"}).get(reverse("shared", args=[token]))
    link.refresh_from_db()
    assert link.view_count == 0
