"""Marks on pages: what they say, and the buttons that accept what is suggested."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.links import link_token, make_link
from artifacts.tests.support.factories import PLAIN, claim_all, make_project, make_user
from artifacts.tests.support.marked import BRIEF, SCOPE, content, marked_project, store_marked
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database


@pytest.fixture
def project(db: None) -> Project:
    return marked_project()


@pytest.fixture
def client(project: Project) -> Client:
    client = Client()
    client.force_login(project.owner)
    return client


class TestPages:
    def page(
        self, client: Client, project: Project, kind: ArtifactType = BRIEF, language: str = "en"
    ) -> str:
        url = reverse("artifact_detail", args=[project.pk, kind.value])
        response = client.get(url, headers={"Accept-Language": language})
        return str(response.content.decode())

    def buttons(self, page: str) -> list[str]:
        return re.findall(
            r'<button class="source-mark source-mark-open"[^>]* value="([^"]+)"', page
        )

    def send(
        self,
        client: Client,
        project: Project,
        mark: str,
        kind: ArtifactType = BRIEF,
        *,
        htmx: bool = False,
    ) -> Any:
        headers = {"HX-Request": "true"} if htmx else {}
        return client.post(
            reverse("mark_accept", args=[project.pk, kind.value]), {"mark": mark}, headers=headers
        )

    def test_every_mark_is_shown_and_every_suggestion_is_a_button(
        self, client: Client, project: Project
    ) -> None:
        page = self.page(client, project)
        assert page.count('class="source-mark"') + len(self.buttons(page)) == 4
        assert len(self.buttons(page)) == 2
        assert "[[" not in page.partition("<main")[2]
        assert len(self.buttons(self.page(client, project, SCOPE))) == 4

    def test_every_button_of_a_page_accepts_its_own_mark(
        self, client: Client, project: Project
    ) -> None:
        while marks := self.buttons(self.page(client, project, SCOPE)):
            response = self.send(client, project, marks[-1], SCOPE)
            assert response.status_code == 302
            assert response["Location"].endswith("/mvp_scope/#F-1")
            assert len(self.buttons(self.page(client, project, SCOPE))) == len(marks) - 1
        stored = content(project, SCOPE).core_features[0]
        assert stored.name == "Shelf count"
        assert stored.description == "We count[[=]] a shelf, within [[brief.key_constraint]]."
        assert stored.acceptance_criteria == ["A count survives", "A count is kept"]

    def test_htmx_gets_the_text_and_no_more_of_the_section(
        self, client: Client, project: Project
    ) -> None:
        mark = self.buttons(self.page(client, project, SCOPE))[0]
        response = self.send(client, project, mark, SCOPE, htmx=True)
        assert response["HX-Reselect"] == response["HX-Retarget"] == "#F-1-text"
        answer = response.content.decode()
        assert 'id="F-1-text"' in answer
        assert 'id="core_features-head"' in answer
        assert 'id="core_features"' not in answer

    @pytest.mark.parametrize("htmx", [False, True])
    def test_an_old_page_is_told_that_the_text_has_changed(
        self, client: Client, project: Project, htmx: bool
    ) -> None:
        first, second = self.buttons(self.page(client, project))
        assert first.startswith("problem_statement/")
        self.send(client, project, first)
        response = self.send(client, project, first, htmx=htmx)
        page = reverse("artifact_detail", args=[project.pk, "brief"])
        assert (response.get("HX-Redirect") or response["Location"]) == page
        assert "Nothing was saved" in client.get(page).content.decode()
        assert second.startswith("differentiation_points/")

    @pytest.mark.parametrize(
        "mark", ["", "x", "a/b/c/d/e/f", "nothing///0/0/x", "problem_statement///0/0/" + "/"]
    )
    def test_an_address_that_makes_no_sense_is_not_found(
        self, client: Client, project: Project, mark: str
    ) -> None:
        assert self.send(client, project, mark).status_code == 404

    def test_strangers_find_nothing_and_visitors_are_sent_to_sign_in(
        self, client: Client, project: Project
    ) -> None:
        mark = self.buttons(self.page(client, project))[0]
        stranger = Client()
        stranger.force_login(make_user())
        assert self.send(stranger, project, mark).status_code == 404
        response = self.send(Client(), project, mark)
        assert (response.status_code, "login" in response["Location"]) == (302, True)
        assert "[[+]]" in content(project, BRIEF).problem_statement

    def test_reading_the_address_changes_nothing(self, client: Client, project: Project) -> None:
        response = client.get(reverse("mark_accept", args=[project.pk, "brief"]))
        assert response.status_code == 302

    def test_there_are_no_buttons_while_it_is_being_written(
        self, client: Client, project: Project
    ) -> None:
        claim_all(project)
        page = self.page(client, project)
        assert self.buttons(page) == []
        assert 'class="source-mark"' in page

    def test_guests_see_the_marks_without_buttons_and_who_is_meant(self, project: Project) -> None:
        link = make_link(project, documents=[BRIEF], tier=Tier.PARTNER, days=7, now=timezone.now())
        url = reverse("shared_document", args=[link_token(link), "brief"])
        page = Client().get(url).content.decode()
        assert page.count('class="source-mark"') == 4
        assert "<button" not in page.partition("<main")[2].partition("</main>")[0]
        assert "Text without a mark is what was said about the idea" in page

    def test_the_legend_is_there_once_and_names_what_there_is(
        self, client: Client, project: Project
    ) -> None:
        brief, scope = self.page(client, project), self.page(client, project, SCOPE)
        assert brief.count("Text without a mark is what you said") == 1
        assert "Open: not known yet." in brief
        assert "Open: not known yet." not in scope
        assert '<p class="legend" id="legend"></p>' in self.page(
            client, project, ArtifactType.RISK_LOG
        )

    def test_marks_are_words_in_brackets_with_a_hint(
        self, client: Client, project: Project
    ) -> None:
        page = client.get(
            reverse("section_edit", args=[project.pk, "brief", "problem_statement"])
        ).content.decode()
        assert "seconds[[suggested]]" in page
        assert "says where the words before it come from" in page
        assert "<option>suggested</option>" in page

    def test_marks_of_a_german_document_are_in_german(self, db: None) -> None:
        german = make_project(make_user(Tier.CTO_SCALE), language="de", written=True)
        store_marked(german)
        client = Client()
        client.force_login(german.owner)
        page = self.page(client, german)
        assert '</span>Vorschlag<span class="unseen">' in page
        assert 'lang="en-gb">Accept?</span>' in page
        assert ">Annehmen?</span>" in self.page(client, german, language="de")

    def test_search_and_compare_say_them_in_words(self, client: Client, project: Project) -> None:
        found = client.get(reverse("search"), {"q": "trip begins"}).content.decode()
        assert "20 seconds (suggested)" in found
        Artifact.objects.filter(project=project).update(
            previous_content=PLAIN[BRIEF], previous_version=1
        )
        compared = client.get(
            reverse("artifact_compare", args=[project.pk, "brief"])
        ).content.decode()
        assert "(suggested)" in compared
        assert "source-mark-open" not in compared
