"""Beginning a project: with the idea alone, or with everything on one page."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.responses import text

pytestmark = pytest.mark.django_db

NEEDED = {"target_user": "Owners of small shops", "problem": "They count on paper"}


class TestIdeaAlone:
    url = "/projects/new/"

    def test_it_makes_a_draft_and_asks_the_first_question(
        self, founder: User, founder_client: Client
    ) -> None:
        response = founder_client.post(self.url, {"name": "Ada", "idea": "Maps"}, follow=True)
        project = Project.objects.get()
        assert response.redirect_chain[-1][0] == reverse(
            "interview_question", args=[project.pk, "target_user"]
        )
        assert (project.owner, project.name, project.idea, project.is_draft) == (
            founder,
            "Ada",
            "Maps",
            True,
        )

    def test_it_says_what_is_missing_and_hands_the_text_back(self, founder_client: Client) -> None:
        response = founder_client.post(self.url, {"name": "Maps <b>for</b> sailors", "idea": ""})
        assert response.status_code == 422
        assert "Maps &lt;b&gt;for&lt;/b&gt; sailors" in text(response)
        assert 'aria-invalid="true"' in text(response)
        assert not Project.objects.exists()

    @pytest.mark.parametrize("nothing", ["   ", "\x07\x1b", "\u202e"])
    def test_text_of_which_nothing_is_left_is_refused(
        self, nothing: str, founder_client: Client
    ) -> None:
        said = {"name": "Ada", "idea": nothing}
        assert founder_client.post(self.url, said).status_code == 422
        founder_client.post(self.url, {"name": nothing, "idea": "Maps for sailors"})
        assert Project.objects.get().name == "Maps for sailors"

    def test_a_name_that_grows_when_it_is_normalised_is_refused_in_words(
        self, founder_client: Client
    ) -> None:
        response = founder_client.post(self.url, {"name": "\u0958" * 120, "idea": "Maps"})
        assert response.status_code == 422


class TestShort:
    url = "/projects/new/short/"

    def test_it_makes_a_project_and_shows_how_it_was_read(
        self, founder: User, founder_client: Client
    ) -> None:
        response = founder_client.post(
            self.url, {"name": "Ada", "idea": "Maps for sailors", **NEEDED}
        )
        project = Project.objects.get()
        assert response["Location"] == reverse("project_facts", args=[project.pk])
        assert (project.owner, project.name, project.get_answers().problem) == (
            founder,
            "Ada",
            "They count on paper",
        )
        assert project.artifacts.count() == ALL_DOCUMENTS
        assert not project.is_draft

    def test_it_says_what_is_missing_and_hands_the_text_back(self, founder_client: Client) -> None:
        response = founder_client.post(
            self.url, {"name": "Ada", "idea": "Maps <b>for</b> sailors", "price": "7 guineas"}
        )
        assert response.status_code == 422
        shown = text(response)
        assert "Maps &lt;b&gt;for&lt;/b&gt; sailors" in shown
        assert "7 guineas" in shown
        assert 'aria-invalid="true"' in shown
        assert not Project.objects.exists()

    def test_text_that_is_too_long_comes_back_with_how_much_too_long_it_is(
        self, founder_client: Client
    ) -> None:
        response = founder_client.post(self.url, {"name": "x" * 300, "idea": "Maps", **NEEDED})
        assert response.status_code == 422
        assert "shorten this to 120 characters; it has 300 now" in text(response)
        assert "x" * 300 in text(response)

    @pytest.mark.parametrize("nothing", ["   ", "\x07\x1b", "\u202e"])
    def test_text_of_which_nothing_is_left_is_refused(
        self, nothing: str, founder_client: Client
    ) -> None:
        response = founder_client.post(self.url, {"name": "Ada", "idea": nothing, **NEEDED})
        assert response.status_code == 422

    def test_without_a_name_the_idea_lends_its_first_words(self, founder_client: Client) -> None:
        founder_client.post(self.url, {"name": "", "idea": "Seamarks: maps for sailors", **NEEDED})
        assert Project.objects.get().name == "Seamarks"

    def test_control_characters_do_not_reach_the_database(self, founder_client: Client) -> None:
        founder_client.post(self.url, {"name": "A\x1bda", "idea": "Maps\u202e", **NEEDED})
        assert (Project.objects.get().name, Project.objects.get().idea) == ("Ada", "Maps")
