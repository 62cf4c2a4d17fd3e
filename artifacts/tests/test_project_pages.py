from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.models import GenerationAttempt, Project, User
from artifacts.tests.factories import claim_all, make_project

pytestmark = pytest.mark.django_db

ANSWERS = {"target_user": "Owners of small shops", "problem": "They count on paper"}


def text(response: Any) -> str:
    return str(response.content.decode())


class TestList:
    def test_it_lists_own_projects_only(self, project: Project, founder_client: Client) -> None:
        make_project(name="Somebody else's")
        page = text(founder_client.get(reverse("project_list")))
        assert project.name in page
        assert "Somebody else" not in page

    def test_it_invites_a_founder_without_projects(self, founder_client: Client) -> None:
        assert reverse("project_new") in text(founder_client.get(reverse("project_list")))

    def test_its_queries_do_not_grow_with_the_projects(
        self, founder: User, founder_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        for _ in range(12):
            make_project(founder)
        with django_assert_max_num_queries(4):
            founder_client.get(reverse("project_list"))


class TestNew:
    url = "/projects/new/"

    def test_it_makes_a_project_and_shows_it(self, founder: User, founder_client: Client) -> None:
        response = founder_client.post(self.url, {"name": "Ada", "idea": "Maps for sailors", **ANSWERS})
        project = Project.objects.get()
        assert response["Location"] == reverse("project_detail", args=[project.pk])
        assert (project.owner, project.name, project.get_answers().problem) == (founder, "Ada", "They count on paper")
        assert project.artifacts.count() == 5

    def test_it_says_what_is_missing_and_hands_the_text_back(self, founder_client: Client) -> None:
        response = founder_client.post(self.url, {"name": "Ada", "idea": "Maps <b>for</b> sailors", "price": "9 euros"})
        assert response.status_code == 422
        page = text(response)
        assert "Maps &lt;b&gt;for&lt;/b&gt; sailors" in page
        assert "9 euros" in page
        assert 'aria-invalid="true"' in page
        assert not Project.objects.exists()

    def test_text_that_is_too_long_comes_back_with_how_much_too_long_it_is(self, founder_client: Client) -> None:
        response = founder_client.post(self.url, {"name": "x" * 300, "idea": "Maps", **ANSWERS})
        assert response.status_code == 422
        assert "shorten this to 120 characters; it has 300 now" in text(response)
        assert "x" * 300 in text(response)

    @pytest.mark.parametrize("nothing", ["   ", "\x07\x1b", "\u202e"])
    def test_text_of_which_nothing_is_left_is_refused(self, nothing: str, founder_client: Client) -> None:
        response = founder_client.post(self.url, {"name": nothing, "idea": "Maps", **ANSWERS})
        assert response.status_code == 422

    def test_control_characters_do_not_reach_the_database(self, founder_client: Client) -> None:
        founder_client.post(self.url, {"name": "A\x1bda", "idea": "Maps\u202e", **ANSWERS})
        assert (Project.objects.get().name, Project.objects.get().idea) == ("Ada", "Maps")


class TestDetail:
    def test_a_new_project_offers_to_write(self, project: Project, founder_client: Client) -> None:
        page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
        assert reverse("project_generate", args=[project.pk]) in page
        assert "hx-trigger" not in page

    def test_a_running_cascade_updates_itself_with_and_without_javascript(
        self, project: Project, founder_client: Client
    ) -> None:
        claim_all(project)
        page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
        assert "hx-trigger" in page
        assert '<noscript><meta http-equiv="refresh"' in page

    def test_the_fragment_is_the_part_that_changes(self, project: Project, founder_client: Client) -> None:
        claim_all(project)
        url = reverse("project_detail", args=[project.pk])
        fragment = text(founder_client.get(url, headers={"HX-Request": "true"}))
        assert "<html" not in fragment
        assert fragment.strip() in text(founder_client.get(url))

    def test_the_fragment_stops_asking_when_nothing_runs(
        self, written_project: Project, founder_client: Client
    ) -> None:
        url = reverse("project_detail", args=[written_project.pk])
        assert "hx-trigger" not in text(founder_client.get(url, headers={"HX-Request": "true"}))

    def test_a_finished_document_can_be_read_while_others_are_written(
        self, written_project: Project, founder_client: Client
    ) -> None:
        written_project.artifacts.filter(artifact_type="brief").update(version_number=1)
        claim_all(written_project)
        page = text(founder_client.get(reverse("project_detail", args=[written_project.pk])))
        assert reverse("artifact_detail", args=[written_project.pk, "brief"]) in page

    def test_a_dead_worker_is_told_and_not_hidden(self, project: Project, founder_client: Client) -> None:
        claim_all(project, now=timezone.now() - timedelta(minutes=5))
        page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
        assert "nterrupted" in page

    def test_a_failure_shows_its_reason_its_reference_and_a_way_on(
        self, project: Project, founder_client: Client
    ) -> None:
        project.artifacts.filter(artifact_type="brief").update(
            generation_status="failed",
            failure={"message": "The service was busy.", "reference": "abc12345", "retryable": True},
        )
        page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
        assert "The service was busy." in page
        assert "abc12345" in page
        assert reverse("project_retry", args=[project.pk]) in page

    def test_a_changed_answer_makes_documents_stale_and_is_named(
        self, written_project: Project, founder_client: Client
    ) -> None:
        written_project.answers["price"] = "99 euros"
        written_project.save(update_fields=["answers"])
        assert "Answer: Price" in text(founder_client.get(reverse("project_detail", args=[written_project.pk])))

    def test_founders_text_is_escaped(self, founder: User, founder_client: Client) -> None:
        project = make_project(founder, name="<script>alert(1)</script>", problem="<img src=x onerror=alert(1)>")
        page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
        assert "<script>alert" not in page
        assert "<img src=x" not in page

    def test_its_queries_do_not_grow(
        self, written_project: Project, founder_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(5):
            founder_client.get(reverse("project_detail", args=[written_project.pk]))


@pytest.mark.django_db(transaction=True)
class TestGenerate:
    def test_it_writes_all_five_through_the_queue(
        self, project: Project, founder: User, founder_client: Client
    ) -> None:
        founder_client.post(reverse("project_generate", args=[project.pk]))
        assert set(project.artifacts.values_list("version_number", "generation_status")) == {(1, "idle")}
        attempts = GenerationAttempt.objects.values_list("trigger", "requested_by", "outcome")
        assert set(attempts) == {("founder", founder.pk, "stored")}

    @pytest.mark.parametrize(
        ("form", "versions"),
        [
            ({"artifact_type": "milestones"}, [1, 1, 2, 1, 1]),
            ({"artifact_type": "milestones", "and_later": "on"}, [1, 1, 2, 2, 2]),
        ],
    )
    def test_it_writes_one_or_one_and_all_after_it(
        self, form: dict[str, str], versions: list[int], written_project: Project, founder_client: Client
    ) -> None:
        founder_client.post(reverse("project_generate", args=[written_project.pk]), form)
        documents = Project.objects.get(pk=written_project.pk).documents()
        assert [document.version_number for document in documents] == versions

    @pytest.mark.parametrize("form", [{"artifact_type": "pitch"}, {"edits": "burn"}])
    def test_a_form_that_makes_no_sense_changes_nothing(
        self, form: dict[str, str], project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(reverse("project_generate", args=[project.pk]), form)
        assert "Nothing was started" in str(next(iter(get_messages(response.wsgi_request))))
        assert not GenerationAttempt.objects.exists()

    def test_a_second_click_says_that_we_are_writing_already(self, project: Project, founder_client: Client) -> None:
        claim_all(project)
        response = founder_client.post(reverse("project_generate", args=[project.pk]), follow=True)
        assert "already writing" in text(response)
        assert GenerationAttempt.objects.count() == 5

    def test_edits_in_the_way_are_named(self, written_project: Project, founder_client: Client) -> None:
        edited = {"target_user": {"generated": "x", "by": "me", "at": "2026-01-01T00:00:00Z"}}
        written_project.artifacts.filter(artifact_type="brief").update(edited_sections=edited)
        response = founder_client.post(reverse("project_generate", args=[written_project.pk]), follow=True)
        assert "Product Brief: Target user" in text(response)
        assert set(written_project.artifacts.values_list("version_number", flat=True)) == {1}


@pytest.mark.django_db(transaction=True)
class TestRetry:
    def test_it_writes_only_what_is_missing(self, written_project: Project, founder_client: Client) -> None:
        written_project.artifacts.filter(artifact_type="risk_log").update(generation_status="failed")
        founder_client.post(reverse("project_retry", args=[written_project.pk]))
        documents = Project.objects.get(pk=written_project.pk).documents()
        assert [document.version_number for document in documents] == [1, 1, 1, 2, 1]

    def test_it_says_when_there_is_nothing_to_do(self, written_project: Project, founder_client: Client) -> None:
        response = founder_client.post(reverse("project_retry", args=[written_project.pk]), follow=True)
        assert "written already" in text(response)
