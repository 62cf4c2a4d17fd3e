"""Changing what was said of a project."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.services.projects.lifecycle import (
    answer_question,
    leave_open,
    update_project,
)
from artifacts.tests.support.factories import ProjectFactory, claim_all, make_project
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.responses import base, text
from artifacts.tests.support.rows import again

pytestmark = pytest.mark.django_db

NEEDED = {"target_user": "Owners of small shops", "problem": "They count on paper"}


class TestAnswers:
    @pytest.fixture
    def told(self, founder: User) -> Project:
        return make_project(founder, written=True, **NEEDED, price="7 guineas")

    @staticmethod
    def url(project: Project) -> str:
        return reverse("project_answers", args=[project.pk])

    def form(self, client: Client, project: Project, **changes: str) -> dict[str, str]:
        said = {"name": project.name, "idea": project.idea, **project.get_answers().model_dump()}
        return {**said, "base": base(client, self.url(project)), **changes}

    def test_it_says_what_a_change_makes_stale(self, told: Project, founder_client: Client) -> None:
        assert f"{ALL_DOCUMENTS} documents are written from these answers" in text(
            founder_client.get(self.url(told))
        )

    def test_it_tells_what_changed_and_offers_to_regenerate(
        self, told: Project, founder_client: Client
    ) -> None:
        form = self.form(founder_client, told, price="99 crowns")
        shown = text(founder_client.post(self.url(told), form, follow=True))
        assert "Saved. You changed: Price." in shown
        assert reverse("project_generate", args=[told.pk]) + "?scope=stale" in shown
        assert again(told).get_answers().price == "99 crowns"

    def test_saving_without_a_change_says_so(self, told: Project, founder_client: Client) -> None:
        shown = text(
            founder_client.post(self.url(told), self.form(founder_client, told), follow=True)
        )
        assert "nothing changed" in shown
        assert "scope=stale" not in shown

    def test_a_needed_answer_cannot_be_emptied(self, told: Project, founder_client: Client) -> None:
        response = founder_client.post(
            self.url(told), self.form(founder_client, told, problem="", price="7")
        )
        assert response.status_code == 422
        assert ">7</textarea>" in text(response).replace("\n", "").replace("\r", "")
        assert again(told).get_answers().price == "7 guineas"

    def test_another_window_s_change_is_shown_and_not_replaced_unseen(
        self, told: Project, founder_client: Client
    ) -> None:
        form = self.form(founder_client, told, price="12 guineas")
        meanwhile = told.get_input().answers.model_copy(update={"price": "80 shillings"})
        described = told.get_input().model_copy(update={"answers": meanwhile})
        update_project(told, described=described, base=form["base"])
        response = founder_client.post(self.url(told), form)
        assert response.status_code == 409
        assert "12 guineas" in text(response)
        assert "80 shillings" in text(response)
        assert again(told).get_answers().price == "80 shillings"
        founder_client.post(self.url(told), {**form, "base": response.context["base"]})
        assert again(told).get_answers().price == "12 guineas"

    def test_only_what_differs_is_shown_as_another_window_s(
        self, told: Project, founder_client: Client
    ) -> None:
        answer_question(told, key="problem", text="One line\nand another")
        form = self.form(
            founder_client, again(told), price="12 guineas", problem="One line\r\nand another"
        )
        answer_question(told, key="price", text="80 shillings")
        response = founder_client.post(self.url(told), form)
        assert [stands for _, stands, _ in response.context["fields"] if stands is not None] == [
            "80 shillings"
        ]

    def test_answers_can_be_changed_while_documents_are_written(
        self, told: Project, founder_client: Client
    ) -> None:
        form = self.form(founder_client, told, price="99 crowns")
        claim_all(told)
        assert "We are writing from these answers at this moment" in text(
            founder_client.get(self.url(told))
        )
        founder_client.post(self.url(told), form)
        assert again(told).get_answers().price == "99 crowns"

    def test_a_draft_goes_on_with_its_questions(
        self, founder: User, founder_client: Client
    ) -> None:
        draft = ProjectFactory.create(draft=True, owner=founder)
        assert founder_client.get(self.url(draft))["Location"] == reverse(
            "interview_resume", args=[draft.pk]
        )

    def test_it_says_what_the_founder_did_not_know(
        self, told: Project, founder_client: Client
    ) -> None:
        leave_open(told, key="stage")
        assert "You said you don’t know yet." in text(founder_client.get(self.url(told)))

    def test_it_asks_few_queries(
        self, told: Project, founder_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(6):
            founder_client.get(self.url(told))
