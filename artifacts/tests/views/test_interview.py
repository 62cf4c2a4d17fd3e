"""The interview, page by page."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from artifacts.interview.questions import QUESTIONS, find_question
from artifacts.models import GenerationAttempt, Project, User
from artifacts.services.projects.lifecycle import (
    answer_question,
    finish_interview,
    leave_open,
)
from artifacts.tests.support.factories import ProjectFactory, claim_all
from artifacts.tests.support.responses import base, text
from artifacts.tests.support.rows import again

pytestmark = pytest.mark.django_db

NEEDED = {"target_user": "Owners of small shops", "problem": "They count on paper"}


@pytest.fixture
def draft(founder: User) -> Project:
    return ProjectFactory.create(draft=True, owner=founder, name="Ada", idea="Maps for sailors")


@pytest.fixture
def answered(draft: Project) -> Project:
    """A draft whose needed questions are answered."""
    for key, said in NEEDED.items():
        draft = answer_question(draft, key=key, text=said)
    return draft


def page(project: Project, key: str) -> str:
    return reverse("interview_question", args=[project.pk, key])


def answer(client: Client, project: Project, key: str, said: str, **more: str) -> Any:
    url = page(project, key)
    return client.post(url, {"answer": said, "base": base(client, url), **more})


class TestIdea:
    def test_the_idea_of_a_draft_can_be_changed(
        self, answered: Project, founder_client: Client
    ) -> None:
        url = page(answered, "idea")
        said = {"name": "Bea", "idea": "Charts", "base": base(founder_client, url)}
        assert founder_client.post(url, said)["Location"] == page(answered, "first_version")
        assert (again(answered).name, again(answered).idea) == ("Bea", "Charts")
        assert again(answered).get_answers().problem == NEEDED["problem"]

    def test_two_windows_with_the_idea_do_not_replace_each_other_unseen(
        self, draft: Project, founder_client: Client
    ) -> None:
        url = page(draft, "idea")
        old = base(founder_client, url)
        founder_client.post(url, {"name": "Ada", "idea": "Charts", "base": old})
        response = founder_client.post(url, {"name": "Ada", "idea": "Globes", "base": old})
        assert response.status_code == 409
        assert "Charts" in text(response)
        assert "Globes" in text(response)
        assert again(draft).idea == "Charts"


class TestQuestion:
    def test_it_shows_the_question_why_it_matters_and_an_example(
        self, draft: Project, founder_client: Client
    ) -> None:
        shown = text(founder_client.get(page(draft, "price")))
        question = find_question("price")
        assert question is not None
        for part in (
            question.prompt,
            question.why,
            question.example,
            f"Question 5 of {len(QUESTIONS)}",
        ):
            assert part in shown

    @pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.key)
    def test_only_what_is_not_needed_can_be_left_open(
        self, question: Any, draft: Project, founder_client: Client
    ) -> None:
        shown = text(founder_client.get(page(draft, question.key)))
        assert ('value="open"' in shown) == (not question.required)

    def test_an_answer_is_saved_and_the_next_question_follows(
        self, draft: Project, founder_client: Client
    ) -> None:
        response = answer(founder_client, draft, "target_user", "Sailors\r\nand fishers")
        assert response["Location"] == page(draft, "problem")
        assert again(draft).get_answers().target_user == "Sailors\nand fishers"

    @pytest.mark.parametrize("said", [{"to": "open"}, {}])
    def test_nothing_in_the_box_leaves_the_question_open(
        self, said: dict[str, str], draft: Project, founder_client: Client
    ) -> None:
        assert answer(founder_client, draft, "price", "", **said)["Location"] == page(
            draft, "deadline"
        )
        assert again(draft).unknown_answers == ["price"]

    def test_a_needed_question_insists(self, draft: Project, founder_client: Client) -> None:
        response = answer(founder_client, draft, "problem", " ")
        assert response.status_code == 422
        assert "We need an answer" in text(response)

    def test_not_knowing_does_not_throw_away_what_was_typed(
        self, draft: Project, founder_client: Client
    ) -> None:
        response = answer(founder_client, draft, "price", "Perhaps 7 guineas", to="open")
        assert response.status_code == 422
        assert "Perhaps 7 guineas" in text(response)
        assert again(draft).unknown_answers == []

    @pytest.mark.parametrize("to", ["target_user", "stage", "idea"])
    def test_going_elsewhere_saves_what_was_typed(
        self, to: str, draft: Project, founder_client: Client
    ) -> None:
        assert answer(founder_client, draft, "price", "7 guineas", to=to)["Location"] == page(
            draft, to
        )
        assert again(draft).get_answers().price == "7 guineas"

    def test_going_elsewhere_from_an_empty_box_decides_nothing(
        self, draft: Project, founder_client: Client
    ) -> None:
        assert answer(founder_client, draft, "problem", "", to="target_user").status_code == 302
        assert answer(founder_client, draft, "price", "", to="target_user").status_code == 302
        assert again(draft).unknown_answers == []

    def test_a_text_that_is_too_long_comes_back(
        self, draft: Project, founder_client: Client
    ) -> None:
        response = answer(founder_client, draft, "price", "x" * 10_001)
        assert response.status_code == 422
        assert "shorten this to 10000 characters; it has 10001 now" in text(response)
        assert "x" * 10_001 in text(response)

    def test_another_window_s_answer_is_shown_and_not_replaced_unseen(
        self, draft: Project, founder_client: Client
    ) -> None:
        url = page(draft, "price")
        old = base(founder_client, url)
        founder_client.post(url, {"answer": "7 guineas", "base": old})
        response = founder_client.post(url, {"answer": "12 guineas", "base": old})
        assert response.status_code == 409
        assert "7 guineas" in text(response)
        assert "12 guineas" in text(response)
        founder_client.post(url, {"answer": "12 guineas", "base": response.context["base"]})
        assert again(draft).get_answers().price == "12 guineas"

    def test_the_last_question_leads_back_to_what_was_skipped_and_then_to_the_review(
        self, answered: Project, founder_client: Client
    ) -> None:
        for question in QUESTIONS:
            if not question.required and question.key != "workaround":
                leave_open(answered, key=question.key)
        skipped = answer(founder_client, answered, "constraint", "Only by night")
        assert skipped["Location"] == page(answered, "workaround")
        last = answer(founder_client, answered, "workaround", "Paper")
        assert last["Location"] == reverse("interview_review", args=[answered.pk])

    def test_a_question_that_does_not_exist_is_404(
        self, draft: Project, founder_client: Client
    ) -> None:
        assert founder_client.get(page(draft, "weather")).status_code == 404

    def test_after_the_interview_it_leads_to_all_answers(
        self, project: Project, founder_client: Client
    ) -> None:
        response = founder_client.get(page(project, "price"))
        assert response["Location"] == reverse("project_answers", args=[project.pk]) + "#id_price"

    def test_an_answer_sent_after_another_window_ended_the_interview_is_saved(
        self, answered: Project, founder_client: Client
    ) -> None:
        url = page(answered, "price")
        said = {"answer": "7 guineas", "base": base(founder_client, url)}
        finish_interview(answered)
        assert founder_client.post(url, said)["Location"] == reverse(
            "project_answers", args=[answered.pk]
        )
        assert again(answered).get_answers().price == "7 guineas"

    def test_founders_text_is_escaped(self, draft: Project, founder_client: Client) -> None:
        answer_question(draft, key="price", text="</textarea><script>alert(1)</script>")
        shown = text(founder_client.get(page(draft, "price")))
        assert "&lt;script&gt;alert" in shown
        assert "<script>alert" not in shown

    def test_it_asks_few_queries(
        self, draft: Project, founder_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(6):
            founder_client.get(page(draft, "price"))


class TestResume:
    def test_the_project_of_a_draft_is_its_interview(
        self, draft: Project, founder_client: Client
    ) -> None:
        response = founder_client.get(reverse("project_detail", args=[draft.pk]))
        assert response["Location"] == reverse("interview_resume", args=[draft.pk])

    def test_a_draft_that_staff_had_written_is_shown(
        self, draft: Project, founder_client: Client
    ) -> None:
        claim_all(draft)
        assert founder_client.get(reverse("project_detail", args=[draft.pk])).status_code == 200

    def test_it_leads_to_the_first_question_that_waits(
        self, draft: Project, founder_client: Client
    ) -> None:
        answer_question(draft, key="target_user", text="Sailors")
        url = reverse("interview_resume", args=[draft.pk])
        assert founder_client.get(url)["Location"] == page(draft, "problem")

    def test_it_leads_to_the_review_when_none_waits(
        self, answered: Project, founder_client: Client
    ) -> None:
        for question in QUESTIONS[2:]:
            leave_open(answered, key=question.key)
        url = reverse("interview_resume", args=[answered.pk])
        assert founder_client.get(url)["Location"] == reverse(
            "interview_review", args=[answered.pk]
        )


class TestReview:
    @staticmethod
    def url(project: Project) -> str:
        return reverse("interview_review", args=[project.pk])

    def test_it_shows_every_answer_and_what_is_open(
        self, answered: Project, founder_client: Client
    ) -> None:
        leave_open(answered, key="price")
        shown = text(founder_client.get(self.url(answered)))
        assert NEEDED["problem"] in shown
        assert "You said you don’t know yet" in shown
        assert page(answered, "price") in shown

    def test_what_is_needed_must_be_answered_first(
        self, draft: Project, founder_client: Client
    ) -> None:
        assert 'value="write"' not in text(founder_client.get(self.url(draft)))
        response = founder_client.post(self.url(draft), {"then": "write"}, follow=True)
        assert "Who is it for first?" in text(response)
        assert again(draft).is_draft
        assert not GenerationAttempt.objects.exists()

    def test_writing_can_wait(self, answered: Project, founder_client: Client) -> None:
        response = founder_client.post(self.url(answered), {"then": "later"})
        assert response["Location"] == reverse("project_detail", args=[answered.pk])
        assert not again(answered).is_draft
        assert not GenerationAttempt.objects.exists()

    @pytest.mark.django_db(transaction=True)
    def test_one_button_ends_the_interview_and_writes(
        self, answered: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(self.url(answered), {"then": "write"})
        assert response["Location"] == reverse("project_detail", args=[answered.pk])
        assert set(answered.artifacts.values_list("version_number", flat=True)) == {1}
        assert set(GenerationAttempt.objects.values_list("trigger", "requested_by")) == {
            ("founder", answered.owner_id)
        }

    @pytest.mark.django_db(transaction=True)
    def test_what_stops_the_writing_is_told(
        self, answered: Project, founder_client: Client, settings: Any
    ) -> None:
        settings.DAILY_DOCUMENTS = {**settings.DAILY_DOCUMENTS, "partner": 2}
        response = founder_client.post(self.url(answered), {"then": "write"}, follow=True)
        assert "Your plan writes 2 documents a day" in text(response)
        assert not again(answered).is_draft

    @pytest.mark.django_db(transaction=True)
    def test_sent_again_from_the_browser_s_history_it_writes_nothing_again(
        self, answered: Project, founder_client: Client
    ) -> None:
        for _ in range(2):
            response = founder_client.post(self.url(answered), {"then": "write"})
        assert response["Location"] == reverse("project_detail", args=[answered.pk])
        assert set(answered.artifacts.values_list("version_number", flat=True)) == {1}

    def test_after_the_interview_it_leads_to_the_project(
        self, project: Project, founder_client: Client
    ) -> None:
        assert founder_client.get(self.url(project))["Location"] == reverse(
            "project_detail", args=[project.pk]
        )


def test_what_was_typed_while_signed_out_is_on_the_page_again(
    draft: Project, founder_client: Client
) -> None:
    url = page(draft, "price")
    old = base(founder_client, url)
    founder_client.cookies.pop(settings.SESSION_COOKIE_NAME)
    founder_client.post(url, {"answer": "7 guineas", "base": old})
    founder_client.force_login(draft.owner)
    assert "7 guineas" in text(founder_client.get(url))
    assert again(draft).get_answers().price == ""


def test_what_another_window_saved_meanwhile_is_a_conflict_after_signing_in_again_too(
    draft: Project, founder_client: Client
) -> None:
    url = page(draft, "price")
    old = base(founder_client, url)
    founder_client.cookies.pop(settings.SESSION_COOKIE_NAME)
    founder_client.post(url, {"answer": "7 guineas", "base": old})
    answer_question(draft, key="price", text="80 shillings")
    founder_client.force_login(draft.owner)
    kept = founder_client.get(url).context["base"]
    assert founder_client.post(url, {"answer": "7 guineas", "base": kept}).status_code == 409
