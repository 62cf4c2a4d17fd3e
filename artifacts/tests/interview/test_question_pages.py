"""What a founder is asked, while questions are made for the idea and afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.interview.questions import QUESTIONS
from artifacts.models import Project
from artifacts.runners.prompts import build_prompt
from artifacts.schemas import ArtifactType
from artifacts.services.facts.questions import begin_interview
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.rows import again
from artifacts.tests.support.tailored_questions import ANSWER, USAGE, Waiting, is_usual
from artifacts.tests.support.told_blocks import told_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def page(project: Project, key: str) -> str:
    return reverse("interview_question", args=[project.pk, key])


def resume(project: Project) -> str:
    return reverse("interview_resume", args=[project.pk])


def shown(client: Client, url: str, headers: Any = None) -> str:
    return str(client.get(url, headers=headers).content.decode())


def make_late(project: Project) -> None:
    project.interview_questions["ordered_at"] = (timezone.now() - timedelta(seconds=9)).isoformat()
    project.save()


class TestWaiting:
    def test_a_new_idea_is_read_and_then_asked_about(
        self, founder_client: Client, queue: Waiting
    ) -> None:
        response = founder_client.post(
            "/projects/new/", {"name": "Ada", "idea": "Maps <i>for</i> sailors"}
        )
        project = Project.objects.get()
        assert response["Location"] == resume(project)
        waiting = shown(founder_client, resume(project))
        assert "We are reading your idea" in waiting
        assert "Maps &lt;i&gt;for&lt;/i&gt; sailors" in waiting
        assert f'href="{page(project, "target_user")}">Begin with our usual' in waiting
        assert '<noscript><meta http-equiv="refresh"' in waiting
        queue.work()
        asked = founder_client.get(resume(project), follow=True)
        assert asked.redirect_chain[-1][0] == page(project, "problem")
        words = asked.content.decode()
        assert "Question 1 of 5" in words
        assert "chosen for Ada" in words
        assert "Which sailors, &lt;b&gt;problem&lt;/b&gt;?" in words

    def test_the_page_asks_by_itself_and_is_led_on(
        self, ordered: Project, queue: Waiting, founder_client: Client
    ) -> None:
        htmx = {"HX-Request": "true"}
        assert "<html" not in shown(founder_client, resume(ordered), htmx)
        queue.work()
        assert founder_client.get(resume(ordered), headers=htmx)["HX-Redirect"] == page(
            ordered, "problem"
        )

    def test_nobody_waits_longer_than_some_seconds(
        self, ordered: Project, founder_client: Client
    ) -> None:
        make_late(ordered)
        assert founder_client.get(resume(ordered))["Location"] == page(ordered, "target_user")

    def test_a_stranger_sees_nothing_of_it(
        self, ordered: Project, queue: Waiting, stranger_client: Client
    ) -> None:
        assert stranger_client.get(resume(ordered)).status_code == 404
        queue.work()
        assert stranger_client.get(page(ordered, "problem")).status_code == 404


class TestFreezing:
    def test_words_do_not_change_under_a_founder_who_is_typing(
        self, ordered: Project, queue: Waiting, founder_client: Client
    ) -> None:
        before = founder_client.get(page(ordered, "target_user"))
        queue.work()
        said = {"answer": "x" * 10_001, "base": before.context["base"]}
        assert (
            QUESTIONS[0].prompt
            in founder_client.post(page(ordered, "target_user"), said).content.decode()
        )
        said["answer"] = "Sailors"
        assert founder_client.post(page(ordered, "target_user"), said)["Location"] == page(
            ordered, "problem"
        )
        assert QUESTIONS[1].prompt in shown(founder_client, page(ordered, "problem"))

    def test_questions_that_come_while_one_is_shown_are_dropped_and_paid_for(
        self, ordered: Project, queue: Waiting
    ) -> None:
        def be_overtaken(instructions: str, prompt: str) -> Any:
            begin_interview(again(ordered))
            return ANSWER, USAGE

        queue.work(be_overtaken)
        assert is_usual(ordered)
        assert again(ordered).get_interview().spent.tokens_out == 400

    def test_an_answer_from_another_window_keeps_the_usual_words(
        self, ordered: Project, queue: Waiting
    ) -> None:
        answer_question(ordered, key="price", text="7 guineas")
        queue.work()
        assert is_usual(ordered)

    def test_another_idea_gets_other_questions(
        self, ordered: Project, queue: Waiting, founder_client: Client
    ) -> None:
        queue.work()
        url = page(ordered, "idea")
        said = {"name": "Ada", "idea": "Charts", "base": founder_client.get(url).context["base"]}
        assert founder_client.post(url, said)["Location"] == resume(ordered)
        assert is_usual(ordered)
        queue.work(number=0)
        assert is_usual(ordered), "made for the idea before"
        queue.work()
        assert not is_usual(ordered)
        assert again(ordered).get_interview().spent.tokens_out == 800

    def test_another_idea_after_an_answer_keeps_the_questions(
        self, ordered: Project, queue: Waiting, founder_client: Client
    ) -> None:
        queue.work()
        answer_question(ordered, key="problem", text="They run aground")
        url = page(ordered, "idea")
        said = {"name": "Ada", "idea": "Charts", "base": founder_client.get(url).context["base"]}
        assert founder_client.post(url, said)["Location"] == page(ordered, "target_user")
        assert len(queue.orders) == 1
        assert not is_usual(ordered)


class TestOwnWords:
    @pytest.fixture
    def tailored(self, ordered: Project, queue: Waiting) -> Project:
        queue.work()
        return again(ordered)

    def test_the_review_asks_what_was_chosen(
        self, tailored: Project, founder_client: Client
    ) -> None:
        review = shown(founder_client, reverse("interview_review", args=[tailored.pk]))
        assert "Which sailors, &lt;b&gt;constraint&lt;/b&gt;?" in review
        assert QUESTIONS[3].prompt not in review

    def test_a_question_that_was_not_chosen_can_be_answered_all_the_same(
        self, tailored: Project, founder_client: Client
    ) -> None:
        url = page(tailored, "price")
        opened = founder_client.get(url)
        assert next(q.prompt for q in QUESTIONS if q.key == "price") in opened.content.decode()
        founder_client.post(url, {"answer": "7 guineas", "base": opened.context["base"]})
        assert "Question 1 of 6" in shown(founder_client, page(tailored, "problem"))

    def test_a_writer_of_an_answer_is_told_what_was_asked(self, tailored: Project) -> None:
        answer_question(tailored, key="problem", text="They run aground")
        _facts, told = build_prompt(again(tailored).get_input(), ArtifactType.BRIEF, {}).shared
        project = told_in(told)
        assert project["interview"]["Which sailors, <b>problem</b>?"] == "They run aground"
        assert QUESTIONS[3].title in project["not_answered"]

    def test_answers_are_shown_and_changed_under_the_words_that_asked_for_them(
        self, tailored: Project, founder_client: Client
    ) -> None:
        Project.objects.update(interviewed_at=timezone.now())
        words = shown(founder_client, reverse("project_answers", args=[tailored.pk]))
        assert "Which sailors, &lt;b&gt;problem&lt;/b&gt;?" in words
        assert QUESTIONS[3].prompt in words
