"""Pages show documents in the language of these, and everything else in the reader's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.generation.streaming import publish
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import StubRunner, claim_all, make_project, make_user
from artifacts.tests.support.german import (
    GERMAN,
    english_in,
    german_contents,
    german_project,
    words_of,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database

BRIEF = ArtifactType.BRIEF


@pytest.fixture
def german(db: None) -> Project:
    return german_project()


def tags(page: str, pattern: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(pattern, page))


class TestPages:
    @pytest.fixture
    def client(self, german: Project) -> Client:
        client = Client()
        client.force_login(german.owner)
        return client

    def page(
        self, client: Client, project: Project, kind: str = "mvp_scope", **headers: str
    ) -> str:
        url = reverse("artifact_detail", args=[project.pk, kind])
        return client.get(url, headers=headers).content.decode()

    def test_an_english_page_around_a_german_document(
        self, client: Client, german: Project
    ) -> None:
        page = self.page(client, german)
        assert '<h2 id="core_features-title" lang="de">Kernfunktionen</h2>' in page
        assert '<h1 id="document-title" lang="de">MVP-Umfang</h1>' in page
        assert '<div class="prose" lang="de">' in page
        assert "Priorität <b>hoch</b>" in page
        assert ">Edit</a>" in page
        assert ">Unser Rahmen</a>" in page

    def test_a_german_page_around_an_english_document(self, db: None) -> None:
        english = make_project(make_user(Tier.CTO_SCALE), written=True)
        client = Client()
        client.force_login(english.owner)
        page = self.page(client, english, **GERMAN)
        assert '<h2 id="core_features-title" lang="en">Core features</h2>' in page
        assert "Priority <b>high</b>" in page
        assert ">Bearbeiten</a>" in page

    @pytest.mark.parametrize("kind", [artifact_type.value for artifact_type in GENERATION_ORDER])
    def test_no_label_of_a_german_project_is_left_in_english(
        self, client: Client, german: Project, kind: str
    ) -> None:
        for artifact_type, content in german_contents().items():
            rows = Artifact.objects.filter(project=german, artifact_type=artifact_type.value)
            rows.update(current_content=content)
        page = self.page(client, german, kind, **GERMAN)
        assert english_in(words_of(page)) == []
        assert not re.search(r"\b(high|medium|low|weeks?|guess|answer|inferred)\b", words_of(page))

    def test_nothing_is_marked_where_both_are_in_one_language(
        self, client: Client, german: Project
    ) -> None:
        page = self.page(client, german, **GERMAN)
        assert '<html lang="de"' in page
        assert (
            list(tags(page.partition("<main")[2].partition("</main>")[0], r'lang="[a-z-]+"')) == []
        )

    def test_search_marks_the_language_of_what_it_finds(
        self, client: Client, german: Project
    ) -> None:
        page = client.get(reverse("search"), {"q": "shelf"}).content.decode()
        assert '<p class="hit-text" dir="auto" lang="de">' in page

    def test_titles_are_found_in_the_language_in_which_pointers_show_them(
        self, client: Client, german: Project
    ) -> None:
        assert "F-1" in client.get(reverse("search"), {"q": "unser rahmen"}).content.decode()

    def test_compare_marks_the_language_of_each_side(self, client: Client, german: Project) -> None:
        Project.objects.filter(pk=german.pk).update(language="en")
        write_claim(claim_all(german, [BRIEF]), runner=StubRunner())
        url = reverse("artifact_compare", args=[german.pk, "brief"])
        page = client.get(url, {"show": "all"}, headers={"Accept-Language": "fr"}).content.decode()
        assert 'lang="de"' in page

    def test_text_that_is_being_written_is_shown_in_its_own_language(
        self, client: Client, db: None
    ) -> None:
        project = make_project(make_user(), language="de")
        publish(claim_all(project).token, BRIEF, {"problem_statement": "Wir zählen[[+]]."})
        client.force_login(project.owner)
        page = self.page(client, project, "brief")
        assert '<section class="live-section" lang="de">' in page
        assert ">Das Problem</" in page
        assert "Wir zählen (Vorschlag)." in page

    @pytest.mark.parametrize(
        ("language", "headers", "words"),
        [
            ("", {}, None),
            ("de", GERMAN, None),
            ("", GERMAN, "Hier schreiben wir auf Englisch."),
            ("de", {}, "We write in German here."),
        ],
    )
    def test_a_language_that_may_surprise_is_said_before_anything_is_written(
        self, db: None, language: str, headers: dict[str, str], words: str | None
    ) -> None:
        project = make_project(language=language)
        client = Client()
        client.force_login(project.owner)
        for name in ("project_detail", "project_generate"):
            page = client.get(reverse(name, args=[project.pk]), headers=headers).content.decode()
            assert ("which-language" in page) == (words is not None)
            assert words is None or words in page
