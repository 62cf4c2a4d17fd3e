"""The list of assumptions and open questions, and the pages that settle them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.generation.writer import write_claim
from artifacts.models import Project, User
from artifacts.services.assumptions import register
from artifacts.services.editing.locking import fingerprint
from artifacts.services.editing.manual_edits import edit_section
from artifacts.tests.support.assuming import LINE, brief, fields, fresh, page, they_change, url
from artifacts.tests.support.factories import (
    ProjectFactory,
    StubRunner,
    claim_all,
    make_assuming_project,
    make_project,
    make_user,
)
from artifacts.tests.support.plain import ALL_DOCUMENTS, ASSUMING
from artifacts.tests.views.test_findings_pages import shown
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

HOSTILE = '</textarea><script>alert("x")</script> {{ 7 }}'


@pytest.fixture
def project(founder: User) -> Project:
    return make_assuming_project(founder)


def listing(project: Project) -> str:
    return reverse("project_assumptions", args=[project.pk])


class TestList:
    def test_it_says_what_is_not_settled_and_where_it_is_used(
        self, project: Project, founder_client: Client
    ) -> None:
        html = page(founder_client, listing(project))
        words = shown(html)
        assert "18 things are not settled yet" in words
        for title in (
            "What we take for granted",
            "What we have to find out",
            "What you have not told us yet",
        ):
            assert title in words
        assert "Basis: guess · Confidence: low" in words
        assert (
            "Used in Product Brief ( Problem statement ), MVP Scope ( Technical architecture )"
            in words
        )
        assert (
            f'href="{url("confirm", project)}" aria-label="It is true: Owners keep counting"'
            in html
        )

    def test_the_project_and_the_brief_lead_to_it(
        self, project: Project, founder_client: Client
    ) -> None:
        assert f'href="{listing(project)}"' in page(
            founder_client, reverse("project_detail", args=[project.pk])
        )
        document = page(founder_client, reverse("artifact_detail", args=[project.pk, "brief"]))
        assert document.count(f'href="{listing(project)}"') == 2
        other = page(founder_client, reverse("artifact_detail", args=[project.pk, "mvp_scope"]))
        assert listing(project) not in other

    def test_before_anything_is_written_it_says_what_will_stand_here(
        self, founder: User, founder_client: Client
    ) -> None:
        words = shown(page(founder_client, listing(make_project(founder))))
        assert "No document is written yet." in words
        assert "What you have not told us yet" in words

    def test_where_all_is_settled_it_says_so(self, founder: User, founder_client: Client) -> None:
        project = make_project(
            founder, written=True, **dict.fromkeys(make_project().get_answers().model_dump(), "x")
        )
        assert "Nothing is left to settle" in shown(page(founder_client, listing(project)))

    def test_a_draft_leads_to_its_interview(self, founder: User, founder_client: Client) -> None:
        draft = ProjectFactory.create(draft=True, owner=founder, name="Petals")
        assert founder_client.get(listing(draft))["Location"] == reverse(
            "interview_resume", args=[draft.pk]
        )

    def test_while_the_brief_is_written_it_offers_only_what_can_be_done(
        self, project: Project, founder_client: Client
    ) -> None:
        confirm, answer = url("confirm", project), url("correct", project, "How far are we?")
        claim_all(project)
        html = page(founder_client, listing(project))
        assert "We are writing a new version of the Product Brief at this moment" in shown(html)
        assert confirm not in html
        assert answer in html

    def test_a_section_above_the_tier_is_not_named(self) -> None:
        founder = make_user(Tier.BOOTSTRAPPER)
        project = make_project(founder)
        write_claim(claim_all(project), runner=StubRunner(contents=ASSUMING))
        client = Client()
        client.force_login(founder)
        for address in (
            listing(project),
            url("confirm", project),
            url("correct", project),
            url("reject", project),
        ):
            html = page(client, address)
            assert "Owners keep counting" in html
            assert "Technical architecture" not in html

    def test_many_stand_on_pages_of_their_own(
        self, project: Project, founder_client: Client
    ) -> None:
        lines = [f"Question {number}? " + "x" * 900 for number in range(100)]
        base = fingerprint(ASSUMING["brief"]["open_questions"])  # type: ignore[index]
        row = project.documents()[0]
        edit_section(
            row,
            section="open_questions",
            value=lines,
            base=base,
            editor=project.owner,
            tier=Tier.PARTNER,
        )
        html = page(founder_client, listing(project))
        assert "Page 1 of 6" in shown(html)
        assert len(html) < 60_000
        assert "Question 99?" in page(founder_client, f"{listing(project)}?page=6")
        assert "Page 6 of 6" in shown(page(founder_client, f"{listing(project)}?page=1000"))

    def test_what_they_say_is_escaped(self, project: Project, founder_client: Client) -> None:
        they_change(project, HOSTILE)
        for address in (
            listing(project),
            reverse("assumption_correct", args=[project.pk, "brief.A-1"]),
        ):
            html = page(founder_client, address)
            assert "<script>alert" not in html
            assert "&lt;script&gt;" in html

    def test_an_edit_of_the_list_can_be_taken_back_from_here(
        self, project: Project, founder_client: Client
    ) -> None:
        address = reverse("section_revert", args=[project.pk, "brief", "assumptions"])
        assert address not in page(founder_client, listing(project))
        they_change(project)
        assert address in page(founder_client, listing(project))


class TestActs:
    def test_each_page_says_first_what_the_act_does(
        self, project: Project, founder_client: Client
    ) -> None:
        rejecting = shown(page(founder_client, url("reject", project)))
        assert (
            f"{ALL_DOCUMENTS - 1} documents were written from this, and are marked as out of date"
            in rejecting
        )
        assert "It is mentioned here, too: Product Brief ( Problem statement )" in rejecting
        assert "MVP Scope : Technical architecture" in rejecting
        confirming = shown(page(founder_client, url("confirm", project)))
        assert f"{ALL_DOCUMENTS} documents were written from this" in confirming
        assert "Price: not said yet" in confirming
        assert brief(project).assumptions[0].basis == "guess"

    def test_confirming_leads_back_to_the_list(
        self, project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(url("confirm", project), fields(project), follow=True)
        assert response.redirect_chain[0][0] == listing(project)
        assert "It is part of your answers now." in response.content.decode()
        assert fresh(project).get_answers().price == "Owners keep counting"

    def test_confirming_twice_changes_nothing_more(
        self, project: Project, founder_client: Client
    ) -> None:
        address, mine = url("confirm", project), fields(project)
        founder_client.post(address, mine)
        after = fresh(project).answers
        assert (
            "This is settled already."
            in founder_client.post(address, mine, follow=True).content.decode()
        )
        assert fresh(project).answers == after

    def test_correcting(self, project: Project, founder_client: Client) -> None:
        founder_client.post(url("correct", project), fields(project, text="They stop"))
        assert brief(project).assumptions[0].text == "They stop"
        assert fresh(project).get_answers().price == "They stop"

    def test_answering_an_open_question(self, project: Project, founder_client: Client) -> None:
        founder_client.post(url("correct", project, LINE), fields(project, LINE, text="The owner"))
        assert LINE not in brief(project).open_questions
        assert fresh(project).get_answers().price == "The owner"

    def test_answering_a_question_of_the_interview(
        self, project: Project, founder_client: Client
    ) -> None:
        address = url("correct", project, "How far are we?")
        assert "An idea, a prototype and a product with customers" in page(founder_client, address)
        founder_client.post(address, fields(project, "How far are we?", text="A prototype"))
        assert fresh(project).get_answers().stage == "A prototype"

    def test_rejecting(self, project: Project, founder_client: Client) -> None:
        founder_client.post(url("reject", project), fields(project))
        assert [item.id for item in brief(project).assumptions] == ["A-2", "A-3"]

    @pytest.mark.parametrize(
        ("act", "text"),
        [("confirm", LINE), ("confirm", "How far are we?"), ("reject", "How far are we?")],
    )
    def test_what_does_not_fit_an_entry_has_no_page(
        self, project: Project, founder_client: Client, act: str, text: str
    ) -> None:
        response = founder_client.get(url(act, project, text))
        assert response.status_code == 404

    def test_no_page_asks_much(
        self, project: Project, founder_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        for address in (
            listing(project),
            url("confirm", project),
            url("correct", project),
            url("reject", project),
        ):
            founder_client.get(address)
            with django_assert_max_num_queries(8):
                founder_client.get(address)


@pytest.mark.parametrize("act", ["confirm", "correct", "reject"])
@pytest.mark.parametrize("key", ["brief.A-1", "answers.price", "brief.A-99"])
def test_a_stranger_finds_and_changes_nothing(
    project: Project, stranger_client: Client, act: str, key: str
) -> None:
    address = reverse(f"assumption_{act}", args=[project.pk, key])
    for response in (
        stranger_client.get(address),
        stranger_client.post(address, fields(project, text="x")),
        stranger_client.get(listing(project)),
    ):
        assert response.status_code == 404
        assert b"Owners keep" not in response.content
    assert brief(project).assumptions[0].basis == "guess"
    assert fresh(project).get_answers() == project.get_answers()


def test_keys_of_every_shape_are_answered(project: Project, founder_client: Client) -> None:
    for key in (
        "brief",
        "brief.",
        ".",
        "answers.",
        "answers.x",
        "idea",
        "brief.A-1.x",
        "[[A-1]]",
        "x" * 300,
    ):
        for act in ("confirm", "correct", "reject"):
            address = reverse(f"assumption_{act}", args=[project.pk, key])
            assert founder_client.get(address).status_code == 404
            assert founder_client.post(address, {}).status_code in {302, 404}
    assert register.find_entry(fresh(project), "brief.A-1", Tier.PARTNER) is not None
