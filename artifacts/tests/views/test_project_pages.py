from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import (
    AnnotationFactory,
    ArtifactFactory,
    StubRunner,
    claim_all,
    make_project,
)
from artifacts.tests.support.responses import text

pytestmark = pytest.mark.django_db


def without_tokens(html: str) -> str:
    return re.sub('name="csrfmiddlewaretoken" value="[^"]+"', "", html)


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

    def test_the_summary_comes_first_once_everything_is_written(
        self, written_project: Project, founder_client: Client
    ) -> None:
        page = text(founder_client.get(reverse("project_detail", args=[written_project.pk])))
        assert (
            page.index('class="jump"') < page.index('id="one-page"') < page.index('id="progress"')
        )
        assert page.count("data-announce") == page.count('id="one-page"') == 1

    def test_the_documents_come_first_while_one_is_written(
        self, written_project: Project, founder_client: Client
    ) -> None:
        claim_all(written_project)
        page = text(founder_client.get(reverse("project_detail", args=[written_project.pk])))
        assert page.index('id="progress"') < page.index('id="one-page"')
        assert 'class="jump"' not in page

    def test_the_fragment_is_the_part_that_changes(
        self, project: Project, founder_client: Client
    ) -> None:
        claim_all(project)
        url = reverse("project_detail", args=[project.pk])
        fragment = text(founder_client.get(url, headers={"HX-Request": "true"}))
        assert "<html" not in fragment
        assert without_tokens(fragment).strip() in without_tokens(text(founder_client.get(url)))

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

    def test_a_dead_worker_is_told_and_not_hidden(
        self, project: Project, founder_client: Client
    ) -> None:
        claim_all(project, now=timezone.now() - timedelta(minutes=5))
        page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
        assert "nterrupted" in page

    def test_a_failure_shows_its_reason_its_reference_and_a_way_on(
        self, project: Project, founder_client: Client
    ) -> None:
        project.artifacts.filter(artifact_type="brief").update(
            generation_status="failed",
            failure={
                "message": "The service was busy.",
                "reference": "abc12345",
                "retryable": True,
            },
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
        assert "Answer: Price" in text(
            founder_client.get(reverse("project_detail", args=[written_project.pk]))
        )

    def test_what_is_stale_can_be_regenerated_from_its_row(
        self, written_project: Project, founder_client: Client
    ) -> None:
        written_project.answers["price"] = "99 euros"
        written_project.save(update_fields=["answers"])
        page = text(founder_client.get(reverse("project_detail", args=[written_project.pk])))
        generate = reverse("project_generate", args=[written_project.pk])
        assert f"{generate}?artifact_type=risk_log" in page
        assert f"{generate}?scope=stale" in page

    def test_a_proposal_that_waits_can_be_decided_on(
        self, written_project: Project, founder_client: Client
    ) -> None:
        ArtifactFactory.create(project=written_project, with_proposal=True)
        page = text(founder_client.get(reverse("project_detail", args=[written_project.pk])))
        assert reverse("artifact_proposal", args=[written_project.pk, "brief"]) in page

    def test_it_says_how_long_a_document_usually_takes(
        self, project: Project, founder_client: Client
    ) -> None:
        write_claim(claim_all(project), runner=StubRunner())
        GenerationAttempt.objects.update(duration_seconds=12.4)
        claim_all(project)
        page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
        assert page.count("usually about 12\N{NO-BREAK SPACE}seconds") == 1

    def test_it_counts_edits_and_open_notes_that_the_tier_may_see(
        self, written_project: Project, founder: User, founder_client: Client
    ) -> None:
        brief = written_project.artifacts.get(artifact_type="brief")
        by = {"generated": "x", "by": "me", "by_id": founder.pk, "at": "2026-01-01T00:00:00+00:00"}
        brief.edited_sections = {"target_user": by, "competitive_strategy": by}
        brief.save()
        for section in ("target_user", "competitive_strategy"):
            AnnotationFactory.create(artifact=brief, section=section)
        page = text(founder_client.get(reverse("project_detail", args=[written_project.pk])))
        assert "1 section edited" in page
        assert "1 open note" in page

    def test_it_says_what_is_left_of_today(
        self, written_project: Project, founder_client: Client
    ) -> None:
        page = text(founder_client.get(reverse("project_detail", args=[written_project.pk])))
        assert "100 of 100 documents are left today." in page

    def test_founders_text_is_escaped(self, founder: User, founder_client: Client) -> None:
        project = make_project(
            founder, name="<script>alert(1)</script>", problem="<img src=x onerror=alert(1)>"
        )
        page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
        assert "<script>alert" not in page
        assert "<img src=x" not in page

    def test_its_queries_do_not_grow(
        self, written_project: Project, founder_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(8):
            founder_client.get(reverse("project_detail", args=[written_project.pk]))


@pytest.mark.django_db(transaction=True)
class TestRetry:
    def test_it_writes_only_what_is_missing(
        self, written_project: Project, founder_client: Client
    ) -> None:
        ArtifactFactory.create(project=written_project, artifact_type="risk_log", failed=True)
        founder_client.post(reverse("project_retry", args=[written_project.pk]))
        documents = Project.objects.get(pk=written_project.pk).documents()
        assert [document.type for document in documents if document.version_number == 2] == [
            ArtifactType.RISK_LOG
        ]

    def test_it_says_when_there_is_nothing_to_do(
        self, written_project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(
            reverse("project_retry", args=[written_project.pk]), follow=True
        )
        assert "written already" in text(response)
