"""The pages that anybody may see."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.exceptions import ExportBusy
from artifacts.runners import fake
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.schemas.marks import without_marks
from artifacts.services.files.exporting import ExportRequest
from artifacts.services.projects.sample import SHELFWISE, sample_contents
from artifacts.tests.support.exports import pdf_pages
from artifacts.tiers import Gate
from artifacts.views.public import excerpts, plans

pytestmark = pytest.mark.one_database


@pytest.fixture
def page() -> str:
    return unescape(Client().get(reverse("home")).content.decode())


def test_the_first_page_asks_the_database_nothing(django_assert_num_queries: Any, db: None) -> None:
    with django_assert_num_queries(0):
        assert Client().get(reverse("home")).status_code == 200


def test_a_signed_in_founder_goes_to_the_projects(founder_client: Client) -> None:
    assert founder_client.get(reverse("home"))["Location"] == reverse("project_list")


def test_it_shows_what_the_writer_composed(page: str) -> None:
    brief = sample_contents()[ArtifactType.BRIEF]
    scope = sample_contents()[ArtifactType.MVP_SCOPE]
    assert isinstance(brief, ProductBriefContent)
    assert isinstance(scope, MvpScopeContent)
    assert SHELFWISE.idea in page
    assert without_marks(brief.value_proposition) in page
    assert without_marks(scope.core_features[0].acceptance_criteria[0]) in page
    assert without_marks(scope.core_features[-1].description) not in page


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_it_has_an_excerpt_of_every_document(artifact_type: ArtifactType, page: str) -> None:
    assert f"<h3>{artifact_type.label}</h3>" in page
    assert artifact_type.content_class.purpose in page


def test_no_pointer_is_left_as_it_is_stored(page: str) -> None:
    assert "[[" not in page
    assert '<span class="ref">problem statement</span>' in page


def test_the_example_is_written_once_in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    excerpts()
    monkeypatch.setattr(fake, "compose_with_inputs", None)
    assert Client().get(reverse("home")).status_code == 200


def test_excerpts_are_of_what_the_first_plan_opens() -> None:
    assert {excerpt.view.section.gate for excerpt in excerpts()} == {Gate.CORE}


def test_every_section_is_named_under_the_plan_that_opens_it(page: str) -> None:
    named = [section for plan in plans() for _, sections in plan.documents for section in sections]
    assert len(named) == sum(len(t.content_class.sections()) for t in GENERATION_ORDER)
    assert all(f"<dd>{section.title}</dd>" in page for section in named)


def test_it_leads_to_signing_up_and_in(page: str) -> None:
    assert f'href="{reverse("account_signup")}"' in page
    assert f'href="{reverse("account_login")}"' in page


@pytest.mark.parametrize("path", ["/", "/shortcuts/"])
def test_public_pages_are_small_and_keep_to_the_content_policy(path: str) -> None:
    response = Client().get(path)
    html = response.content.decode()
    assert len(html) < 60_000
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html)
    assert "script-src 'self'" in response["Content-Security-Policy"]


def test_headings_come_in_order(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_search_engines_are_kept_out_of_what_is_private() -> None:
    response = Client().get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    for private in ("/projects/", "/account", "/search/", "/admin/"):
        assert f"Disallow: {private}\n" in response.content.decode()


def test_the_shortcuts_are_listed_without_javascript() -> None:
    html = Client().get(reverse("shortcuts")).content.decode()
    assert html.count("<kbd>") >= 10
    assert "hidden><input type=" in html


def test_the_language_is_chosen_by_a_form_and_stays() -> None:
    client = Client()
    response = client.post(reverse("set_language"), {"language": "de", "next": "/shortcuts/"})
    assert response["Location"] == "/shortcuts/"
    assert '<html lang="de"' in client.get("/shortcuts/").content.decode()


def test_a_language_form_does_not_lead_to_another_site() -> None:
    response = Client().post(
        reverse("set_language"), {"language": "de", "next": "https://evil.example/"}
    )
    assert response["Location"] == "/"


def test_a_page_that_is_not_there_shows_a_visitor_the_way(db: None) -> None:
    response = Client().get("/nowhere/")
    assert response.status_code == 404
    assert "Go to the first page" in response.content.decode()


def test_a_request_for_another_site_gets_a_page_that_can_be_read() -> None:
    response = Client(raise_request_exception=False).get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "We could not read that request" in response.content.decode()


def test_the_example_can_be_looked_at_and_taken_along_as_a_pdf(
    client: Client, db: None, django_assert_num_queries: Any
) -> None:
    page = client.get("/").content.decode()
    assert 'href="/example.pdf?language=en"' in page
    assert 'src="/example.png?language=en"' in page
    german = client.get("/", headers={"Accept-Language": "de"}).content.decode()
    assert 'href="/example.pdf?language=de"' in german
    assert "Wettbewerbsstrategie" in " ".join(
        pdf_pages(client.get("/example.pdf?language=de").content)
    )
    with django_assert_num_queries(0):
        file, cover = client.get("/example.pdf"), client.get("/example.png")
    assert file.content.startswith(b"%PDF")
    assert "Competitive strategy" in " ".join(pdf_pages(file.content))
    assert cover["Content-Type"] == "image/png"
    for answer, path in ((file, "/example.pdf"), (cover, "/example.png")):
        assert answer["Cache-Control"] == "public, max-age=3600"
        assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_an_example_that_has_to_wait_says_so_and_is_not_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise ExportBusy

    monkeypatch.setattr(ExportRequest, "file", fail)
    monkeypatch.setattr(ExportRequest, "cover", fail)
    cache.clear()
    for path in ("/example.pdf", "/example.png"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "public" not in answer.get("Cache-Control", "")
        assert "try again" in answer.content.decode()
