"""Pictures of a project on its pages and on those of its documents."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.facts.schema import Fact, Facts
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.links import link_token
from artifacts.tests.support.drawings import FEATURE, MILESTONE, RISK
from artifacts.tests.support.factories import (
    PLAIN,
    ShareLinkFactory,
    StubRunner,
    claim_all,
    make_project,
    make_user,
)
from artifacts.tests.support.responses import text
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database


def page_of(project: Project, artifact_type: ArtifactType | None = None) -> str:
    client = Client()
    client.force_login(project.owner)
    page = project.page_of(artifact_type) if artifact_type else None
    return text(client.get(page or reverse("project_detail", args=[project.pk])))


def written_as(**changes: dict[str, Any]) -> Project:
    project = make_project(make_user(Tier.PARTNER))
    changed = {t: {**PLAIN[t], **changes.get(t.value, {})} for t in ArtifactType}
    write_claim(claim_all(project), runner=StubRunner(contents=changed))
    return Project.objects.get(pk=project.pk)


@pytest.mark.django_db
class TestPage:
    def test_that_of_a_lower_tier_has_no_ids_of_gated_risks(self) -> None:
        project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
        page = page_of(project)
        assert "#R-1" in page
        assert "R-2" not in page
        assert "R-3" not in page

    def test_every_picture_links_to_what_it_shows(self) -> None:
        project = written_as()
        page = page_of(project) + page_of(project, ArtifactType.MVP_SCOPE)
        page += page_of(project, ArtifactType.HOW_IT_WORKS)
        for artifact_type, anchor in (
            ("milestones", "M-1"),
            ("risk_log", "R-1"),
            ("mvp_scope", "F-2"),
            ("how_it_works", "J-1"),
        ):
            assert (
                f"{reverse('artifact_detail', args=[project.pk, artifact_type])}#{anchor}" in page
            )

    def test_a_gap_is_named(self) -> None:
        page = page_of(written_as(), ArtifactType.MVP_SCOPE)
        assert "no milestone delivers it" in page
        assert "no step uses it" in page

    def test_a_new_project_has_no_pictures(self) -> None:
        assert (
            "<h2"
            not in page_of(make_project(make_user()))
            .split('id="pictures"')[1]
            .partition("</div>")[0]
        )

    def test_hostile_titles_are_text(self) -> None:
        title = '<script>alert(1)</script>"><img src=x> {{ 1 }}'
        page = page_of(
            written_as(
                milestones={"milestones": [{**MILESTONE, "title": title}]},
                risk_log={"technical_risks": [{**RISK, "title": title}]},
                mvp_scope={"core_features": [{**FEATURE, "name": title}]},
            )
        )
        page += page_of(Project.objects.get(), ArtifactType.MVP_SCOPE)
        assert "&lt;script&gt;alert" in page
        assert "<script>alert" not in page
        assert "<img" not in page

    def test_no_number_is_written_as_another_language_writes_it(self) -> None:
        project = written_as()
        client = Client(headers={"Accept-Language": "de"})
        client.force_login(project.owner)
        page = text(client.get(reverse("project_detail", args=[project.pk])))
        assert 'width="60.00%"' in page

    def test_no_style_stands_in_the_page(self) -> None:
        page = page_of(written_as())
        assert 'style="' not in page
        assert "<style" not in page

    def test_a_hundred_items_of_each_kind(self, django_assert_max_num_queries: Any) -> None:
        hundred = range(1, 101)
        project = written_as(
            milestones={
                "milestones": [
                    {**MILESTONE, "title": f"Step {n}", "delivers": [f"F-{n}"]} for n in hundred
                ]
            },
            risk_log={
                "technical_risks": [
                    {**RISK, "title": f"Risk {n}", "affects": ["F-1"]} for n in hundred
                ]
            },
            mvp_scope={"core_features": [{**FEATURE, "name": f"Feature {n}"} for n in hundred]},
        )
        client = Client()
        client.force_login(project.owner)
        with django_assert_max_num_queries(8):
            page = text(client.get(reverse("project_detail", args=[project.pk])))
        assert page.count("more are in the") == 2
        assert "80 more are in the MVP Scope" in page_of(project, ArtifactType.MVP_SCOPE)
        assert "+88" in page_of(project, ArtifactType.MVP_SCOPE)
        assert len(page.encode()) < 60_000

    def test_an_ordinary_page_is_small(self, written_project: Project) -> None:
        assert len(page_of(written_project).encode()) < 60_000

    def test_they_arrive_with_the_last_document(
        self, written_project: Project, founder_client: Client
    ) -> None:
        url = reverse("project_detail", args=[written_project.pk])
        done = text(founder_client.get(url, headers={"HX-Request": "true"}))
        assert 'id="pictures" hx-swap-oob="true"' in done
        claim_all(written_project)
        assert 'id="pictures"' not in text(founder_client.get(url, headers={"HX-Request": "true"}))


@pytest.mark.django_db
class TestDocuments:
    """Each document begins with its picture, also for guests."""

    @pytest.mark.parametrize(
        ("artifact_type", "title"),
        [
            (ArtifactType.MILESTONES, "timeline-title"),
            (ArtifactType.RISK_LOG, "risks-title"),
            (ArtifactType.MVP_SCOPE, "covered-title"),
            (ArtifactType.HOW_IT_WORKS, "journey-title"),
        ],
    )
    def test_a_founder_and_a_guest_see_it(self, artifact_type: ArtifactType, title: str) -> None:
        project = written_as()
        link = ShareLinkFactory.create(project=project)
        shared = reverse("shared_document", args=[link_token(link), artifact_type.value])
        guest = text(Client().get(shared))
        assert f'id="{title}"' in page_of(project, artifact_type)
        assert f'id="{title}"' in guest
        assert "/projects/" not in guest

    def test_pictures_name_nothing_that_is_not_shared(self) -> None:
        only = [ArtifactType.MVP_SCOPE, ArtifactType.HOW_IT_WORKS]
        link = ShareLinkFactory.create(project=written_as(), documents=only)
        shared = reverse("shared_document", args=[link_token(link), "mvp_scope"])
        guest = text(Client().get(shared))
        assert "J-1" in guest
        assert "M-1" not in guest
        assert "R-1" not in guest

    def test_the_plan_counts_from_the_day_it_was_written(self) -> None:
        project = written_as()
        moment = datetime(2026, 11, 30, 12, tzinfo=UTC)
        Artifact.objects.filter(artifact_type="milestones").update(generated_at=moment)
        page = page_of(project, ArtifactType.MILESTONES)
        assert "Counted from 30 Nov 2026." in page
        assert "30 Nov – 20 Dec 2026" in page

    def test_an_earliest_start_is_the_first_day_and_stays_with_the_founder(self) -> None:
        project = written_as()
        project.facts = Facts(
            earliest_start=Fact(value=date(2099, 2, 1), state="confirmed")
        ).model_dump(mode="json")
        project.save()
        assert "Counted from 1 Feb 2099." in page_of(project, ArtifactType.MILESTONES)
        link = ShareLinkFactory.create(project=project)
        shared = reverse("shared_document", args=[link_token(link), "milestones"])
        guest = text(Client().get(shared))
        assert "timeline-title" in guest
        assert "2099" not in guest
        assert "Counted from" not in guest
