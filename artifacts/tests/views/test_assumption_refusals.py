"""An assumption that cannot be settled as it was sent: the text comes back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.assuming import LINE, brief, fields, fresh, page, they_change, url
from artifacts.tests.support.factories import (
    claim_all,
    make_assuming_project,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(founder: User) -> Project:
    return make_assuming_project(founder)


class TestRefusals:
    def test_nothing_typed_is_asked_for_again(
        self, project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(url("correct", project), fields(project, text="  "))
        assert response.status_code == 422
        assert "Please write something here." in response.content.decode()

    @pytest.mark.parametrize("place", ["", "name", "answers.nothing"])
    def test_a_place_that_is_none_is_refused_and_the_text_stays(
        self, project: Project, founder_client: Client, place: str
    ) -> None:
        response = founder_client.post(
            url("correct", project), fields(project, text="My words", place=place)
        )
        assert response.status_code == 422
        assert "My words" in response.content.decode()

    def test_a_text_that_is_too_long_is_handed_back(
        self, project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(url("correct", project), fields(project, text="x" * 1_001))
        assert response.status_code == 422
        assert "x" * 1_001 in response.content.decode()

    def test_an_assumption_changed_meanwhile_is_shown_beside_what_was_typed_and_can_be_replaced(
        self, project: Project, founder_client: Client
    ) -> None:
        address, mine = url("correct", project), fields(project, text="My words")
        they_change(project)
        response = founder_client.post(address, mine)
        html = response.content.decode()
        assert response.status_code == 409
        assert "My words" in html
        assert "Theirs" in html
        again = {**mine, "base": response.context["form"]["base"].value()}
        assert founder_client.post(address, again).status_code == 302
        assert brief(project).assumptions[0].text == "My words"

    def test_an_answer_changed_meanwhile_is_shown_and_can_be_added_to(
        self, project: Project, founder_client: Client
    ) -> None:
        address, mine = url("correct", project), fields(project, text="My words")
        answer_question(project, key="price", text="Their answer")
        response = founder_client.post(address, mine)
        html = response.content.decode()
        assert response.status_code == 409
        assert "Price: Their answer" in html
        assert "My words" in html
        again = {**mine, "seen": response.context["form"]["seen"].value()}
        assert founder_client.post(address, again).status_code == 302
        assert fresh(project).get_answers().price == "Their answer\nMy words"

    def test_a_question_answered_meanwhile_shows_that_answer_and_takes_the_other_one_too(
        self, project: Project, founder_client: Client
    ) -> None:
        address = url("correct", project, "How far are we?")
        mine = fields(project, "How far are we?", text="My words")
        answer_question(project, key="stage", text="Their answer")
        response = founder_client.post(address, mine)
        assert response.status_code == 409
        assert "Their answer" in response.content.decode()
        assert "My words" in response.content.decode()
        again = {**mine, "seen": response.context["form"]["seen"].value()}
        assert founder_client.post(address, again).status_code == 302
        assert fresh(project).get_answers().stage == "Their answer\nMy words"
        opened = founder_client.get(address)
        assert opened["Location"] == reverse("project_answers", args=[project.pk]) + "#id_stage"

    def test_while_the_brief_is_written_the_text_is_kept(
        self, project: Project, founder_client: Client
    ) -> None:
        address, mine = url("correct", project), fields(project, text="My words")
        claim_all(project)
        assert "We are writing a new version of this document" in page(founder_client, address)
        response = founder_client.post(address, mine)
        assert response.status_code == 409
        assert "We are writing a new version of the Product Brief" in response.content.decode()
        assert "My words" in response.content.decode()

    def test_what_is_gone_hands_the_text_back(
        self, project: Project, founder_client: Client
    ) -> None:
        address, mine = url("correct", project, LINE), fields(project, LINE, text="My words")
        founder_client.post(url("reject", project, LINE), fields(project, LINE))
        response = founder_client.post(address, mine)
        assert response.status_code == 409
        assert "My words" in response.content.decode()
        assert reverse("project_answers", args=[project.pk]) in response.content.decode()
        assert fresh(project).get_answers().price == ""

    def test_what_is_gone_and_took_no_text_leads_back_to_the_list(
        self, project: Project, founder_client: Client
    ) -> None:
        address, mine = url("reject", project), fields(project)
        founder_client.post(address, mine)
        response = founder_client.post(address, mine, follow=True)
        assert "This is no longer on the list." in response.content.decode()
        assert founder_client.get(address).status_code == 404

    def test_what_was_typed_after_the_session_had_ended_is_on_the_page_again(
        self, project: Project, founder: User
    ) -> None:
        address, mine = url("correct", project), fields(project, text="My long words")
        client = Client()
        client.force_login(founder)
        client.get(address)
        client.cookies.pop("sessionid")
        client.post(address, mine)
        client.force_login(founder)
        html = page(client, address)
        assert "My long words" in html
        assert "This is not saved yet." in html
        assert brief(project).assumptions[0].text == "Owners keep counting"
