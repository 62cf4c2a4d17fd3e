"""The page that asks what to regenerate, and what it starts."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.text import get_text_list

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import QUESTIONS
from artifacts.models import GenerationAttempt, Project, User
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import (
    PLAIN,
    ArtifactFactory,
    ProjectFactory,
    StubRunner,
    claim_all,
)
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.responses import text
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

MILESTONES_ON = (ArtifactType.MILESTONES, *ArtifactType.MILESTONES.later)


def address(project: Project) -> str:
    return reverse("project_generate", args=[project.pk])


def edit(project: Project, artifact_type: str, *sections: str) -> None:
    edited = {
        name: {"generated": "x", "by": "me", "by_id": None, "at": "2026-01-01T00:00:00Z"}
        for name in sections
    }
    project.artifacts.filter(artifact_type=artifact_type).update(edited_sections=edited)


def rewritten(project: Project) -> tuple[ArtifactType, ...]:
    """Return the documents that are at their second version, where all others are at the first."""
    documents = Project.objects.get(pk=project.pk).documents()
    assert {document.version_number for document in documents} <= {1, 2}
    return tuple(document.type for document in documents if document.version_number == 2)


def scopes(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.split('name="scope" value="')[1:]]


def checked(page: str, name: str) -> str:
    part = next(
        part
        for part in page.split(f'name="{name}" value="')[1:]
        if " checked>" in part.partition("<")[0]
    )
    return part.partition('"')[0]


@pytest.fixture
def stale_project(written_project: Project) -> Project:
    """A project whose milestones and all after them are stale."""
    scope = written_project.artifacts.get(artifact_type="mvp_scope")
    scope.current_content = {
        **PLAIN[ArtifactType.MVP_SCOPE],
        "out_of_scope": ["Invoices and orders"],
    }
    scope.save()
    return written_project


class TestAsking:
    def test_without_a_document_it_offers_all_and_what_is_stale(
        self, stale_project: Project, founder_client: Client
    ) -> None:
        page = text(founder_client.get(address(stale_project)))
        assert scopes(page) == ["stale", "all"]
        assert f"We rewrite {get_text_list([one.label for one in MILESTONES_ON], 'and')}." in page

    def test_for_a_document_it_offers_that_one_first(
        self, stale_project: Project, founder_client: Client
    ) -> None:
        page = text(founder_client.get(address(stale_project), {"artifact_type": "risk_log"}))
        assert scopes(page) == ["one", "later", "stale", "all"]
        assert checked(page, "scope") == "one"

    def test_what_would_write_the_same_is_offered_once(
        self, written_project: Project, founder_client: Client
    ) -> None:
        page = text(
            founder_client.get(
                address(written_project), {"artifact_type": GENERATION_ORDER[-1].value}
            )
        )
        assert scopes(page) == ["one", "all"]

    def test_the_stale_ones_can_be_chosen_by_a_link(
        self, stale_project: Project, founder_client: Client
    ) -> None:
        page = text(
            founder_client.get(address(stale_project), {"artifact_type": "brief", "scope": "stale"})
        )
        assert checked(page, "scope") == "stale"

    def test_a_link_to_stale_ones_when_there_are_none_says_so(
        self, written_project: Project, founder_client: Client
    ) -> None:
        response = founder_client.get(address(written_project), {"scope": "stale"})
        assert response.status_code == 200
        assert "There is nothing to write" in text(response)

    def test_it_asks_about_edits_only_where_there_are_some(
        self, written_project: Project, founder_client: Client
    ) -> None:
        assert 'name="edits"' not in text(founder_client.get(address(written_project)))
        edit(written_project, "brief", "target_user")
        page = text(founder_client.get(address(written_project)))
        assert checked(page, "edits") == "keep"
        assert "Product Brief: Target user" in page

    def test_edits_behind_a_gate_are_not_named(
        self, written_project: Project, founder_client: Client
    ) -> None:
        edit(written_project, "brief", "competitive_strategy")
        page = text(founder_client.get(address(written_project)))
        assert "Competitive strategy" not in page
        assert "parts that your plan does not open" in page

    def test_it_says_how_long_it_takes_and_what_it_costs(
        self, written_project: Project, founder_client: Client
    ) -> None:
        GenerationAttempt.objects.update(duration_seconds=12.4, cost_usd="0.02")
        page = text(founder_client.get(address(written_project), {"artifact_type": "risk_log"}))
        assert "Usually about 12\N{NO-BREAK SPACE}seconds and $0.02" in page
        both = 1 + len(ArtifactType.RISK_LOG.later)
        assert (
            f"Usually about {12.4 * both:.0f}\N{NO-BREAK SPACE}seconds and ${0.02 * both:.2f}"
            in page
        )

    def test_without_receipts_it_does_not_guess(
        self, project: Project, founder_client: Client
    ) -> None:
        assert "We cannot say yet how long it takes" in text(founder_client.get(address(project)))

    def test_it_says_what_is_left_of_today(
        self, written_project: Project, founder_client: Client, settings: Any
    ) -> None:
        settings.DAILY_DOCUMENTS = dict.fromkeys(settings.DAILY_DOCUMENTS, 3)
        page = text(founder_client.get(address(written_project)))
        assert "3 of 3 documents are left today." in page
        assert f"needs {ALL_DOCUMENTS} documents, and 3 are left today" in page

    def test_a_proposal_that_waits_is_mentioned(
        self, written_project: Project, founder_client: Client
    ) -> None:
        ArtifactFactory.create(project=written_project, with_proposal=True)
        page = text(founder_client.get(address(written_project)))
        assert reverse("artifact_proposal", args=[written_project.pk, "brief"]) in page

    def test_its_queries_and_size_are_bounded(
        self, written_project: Project, founder_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(8):
            page = text(founder_client.get(address(written_project), {"artifact_type": "brief"}))
        assert len(page.encode()) < 60_000


@pytest.mark.django_db(transaction=True)
class TestStarting:
    def test_without_a_choice_it_writes_all_through_the_queue(
        self, project: Project, founder: User, founder_client: Client
    ) -> None:
        founder_client.post(address(project))
        assert set(project.artifacts.values_list("version_number", "generation_status")) == {
            (1, "idle")
        }
        attempts = GenerationAttempt.objects.values_list("trigger", "requested_by", "outcome")
        assert set(attempts) == {("founder", founder.pk, "stored")}

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            ({"artifact_type": "milestones"}, MILESTONES_ON[:1]),
            ({"artifact_type": "milestones", "scope": "one"}, MILESTONES_ON[:1]),
            ({"artifact_type": "milestones", "scope": "later"}, MILESTONES_ON),
            ({"artifact_type": "milestones", "scope": "all"}, GENERATION_ORDER),
        ],
    )
    def test_it_writes_what_was_chosen(
        self,
        form: dict[str, str],
        expected: tuple[ArtifactType, ...],
        written_project: Project,
        founder_client: Client,
    ) -> None:
        founder_client.post(address(written_project), form)
        assert rewritten(written_project) == expected

    def test_it_writes_only_what_is_stale(
        self, stale_project: Project, founder_client: Client
    ) -> None:
        founder_client.post(address(stale_project), {"scope": "stale"})
        assert rewritten(stale_project) == MILESTONES_ON

    def test_edits_are_kept_where_that_was_chosen(
        self, written_project: Project, founder_client: Client
    ) -> None:
        edit(written_project, "brief", "target_user")
        written_project.artifacts.filter(artifact_type="brief").update(
            current_content={**PLAIN[ArtifactType.BRIEF], "target_user": "Owners of kiosks."}
        )
        founder_client.post(address(written_project), {"artifact_type": "brief", "edits": "keep"})
        row = written_project.artifacts.get(artifact_type="brief")
        assert row.version_number == 2
        assert isinstance(row.content, ProductBriefContent)
        assert row.content.target_user == "Owners of kiosks."

    def test_a_review_makes_a_proposal(
        self, written_project: Project, founder_client: Client
    ) -> None:
        edit(written_project, "brief", "target_user")
        founder_client.post(address(written_project), {"artifact_type": "brief", "edits": "review"})
        row = written_project.artifacts.get(artifact_type="brief")
        assert (row.version_number, row.proposal is not None) == (1, True)


class TestRefusing:
    def refused(self, client: Client, project: Project, status: int, **form: str) -> str:
        before = GenerationAttempt.objects.count()
        response = client.post(address(project), form)
        assert response.status_code == status
        assert GenerationAttempt.objects.count() == before
        return text(response)

    @pytest.mark.parametrize(
        "form",
        [
            {"artifact_type": "weather"},
            {"edits": "burn"},
            {"scope": "half"},
            {"scope": "one"},
            {"scope": "stale"},
        ],
    )
    def test_a_form_that_makes_no_sense(
        self, form: dict[str, str], written_project: Project, founder_client: Client
    ) -> None:
        assert "Nothing was started" in self.refused(founder_client, written_project, 422, **form)

    def test_a_second_click(self, project: Project, founder_client: Client) -> None:
        claim_all(project)
        page = self.refused(founder_client, project, 409, artifact_type="brief", scope="later")
        assert "already writing" in page
        assert checked(page, "scope") == "later"

    def test_edits_in_the_way_become_a_question(
        self, written_project: Project, founder_client: Client
    ) -> None:
        edit(written_project, "brief", "target_user")
        page = self.refused(founder_client, written_project, 409)
        assert "Product Brief: Target user" in page
        assert (checked(page, "edits"), checked(page, "scope")) == ("keep", "all")

    def test_more_than_is_left_of_today(
        self, written_project: Project, founder_client: Client, settings: Any
    ) -> None:
        settings.DAILY_DOCUMENTS = dict.fromkeys(settings.DAILY_DOCUMENTS, 2)
        edit(written_project, "brief", "target_user")
        page = self.refused(founder_client, written_project, 422, scope="all", edits="review")
        assert f"this needs {ALL_DOCUMENTS}" in page
        assert checked(page, "edits") == "review"

    def test_a_document_whose_base_is_missing(
        self, project: Project, founder_client: Client
    ) -> None:
        assert "must be written first" in self.refused(
            founder_client, project, 422, artifact_type="risk_log"
        )

    def test_a_writer_that_cannot_be_had_is_the_operators_business(
        self,
        project: Project,
        founder_client: Client,
        settings: Any,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        settings.RUNNER = "typewriter"
        page = self.refused(founder_client, project, 422)
        assert "The writer is not available at the moment." in page
        assert "typewriter" not in page
        assert "typewriter" in caplog.text


def test_a_lower_tier_sees_nothing_of_a_gate(
    written_project: Project, founder: User, founder_client: Client
) -> None:
    type(founder).objects.filter(pk=founder.pk).update(tier=Tier.BOOTSTRAPPER.value)
    write_claim(claim_all(written_project), runner=StubRunner())
    for artifact_type in ArtifactType:
        assert "SECRET" not in text(
            founder_client.get(address(written_project), {"artifact_type": artifact_type.value})
        )


def test_a_draft_leads_to_its_interview_and_is_not_written(
    founder: User, founder_client: Client
) -> None:
    draft = ProjectFactory.create(draft=True, owner=founder, name="Petal post")
    for name in ("project_generate", "project_retry"):
        response = founder_client.post(reverse(name, args=[draft.pk]), follow=True)
        assert f"Question 1 of {len(QUESTIONS)}" in response.content.decode()
    assert not draft.artifacts.filter(generation_status="generating").exists()
