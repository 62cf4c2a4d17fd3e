"""My projects."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.generation.claims import cancel_generation
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.factories import (
    PLAIN,
    ArtifactFactory,
    ProjectFactory,
    claim_all,
    make_project,
)
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.responses import text
from artifacts.usage import staff_index
from artifacts.usage.staff_index import index_changed
from artifacts.views import project_list

pytestmark = pytest.mark.django_db


def page(client: Client, **query: str) -> str:
    return text(client.get(reverse("project_list"), query))


def test_it_lists_own_projects_only(project: Project, founder_client: Client) -> None:
    make_project(name="Somebody else's")
    assert project.name in page(founder_client)
    assert "Somebody else" not in page(founder_client)


def test_it_invites_a_founder_without_projects(founder_client: Client) -> None:
    assert reverse("project_new") in page(founder_client)
    assert "Let us begin with your idea" in page(founder_client)


def test_a_draft_goes_on(founder: User, founder_client: Client) -> None:
    draft = ProjectFactory.create(draft=True, owner=founder, name="Ada")
    assert "Draft" in page(founder_client)
    assert reverse("interview_resume", args=[draft.pk]) in page(founder_client)


def test_each_state_is_told(founder: User, founder_client: Client) -> None:
    project = make_project(founder)
    assert "Not written yet" in page(founder_client)
    claim_all(project)
    assert "Writing now" in page(founder_client)
    cancel_generation(project)
    ArtifactFactory.create(project=project, written=True)
    assert f"1 of {ALL_DOCUMENTS} ready" in page(founder_client)
    ArtifactFactory.create(project=project, artifact_type="mvp_scope", failed=True)
    assert "Something failed" in page(founder_client)


def test_documents_written_from_other_answers_are_counted(
    written_project: Project, founder_client: Client
) -> None:
    assert "All documents ready" in page(founder_client)
    answer_question(written_project, key="price", text="99 euros")
    assert f"{ALL_DOCUMENTS} out-of-date documents" in page(founder_client)


@pytest.mark.parametrize("is_surveyed", [False, True])
def test_documents_that_an_edit_made_stale_are_counted(
    is_surveyed: bool, written_project: Project, founder_client: Client
) -> None:
    index_changed()
    assert "All documents ready" in page(founder_client)
    brief = written_project.artifacts.get(artifact_type="brief")
    edit_section(
        brief,
        section="key_constraint",
        value="Two developers",
        base=fingerprint(PLAIN[ArtifactType.BRIEF]["key_constraint"]),
        editor=written_project.owner,
        tier=written_project.owner.get_tier(),
    )
    if is_surveyed:
        index_changed()
    assert f"{ALL_DOCUMENTS - 1} out-of-date documents" in page(founder_client)


def test_a_project_that_cannot_be_read_does_not_hide_the_others(
    founder: User, written_project: Project, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project(founder, name="Another one")

    def fail(*_: object) -> bool:
        raise ValueError("not as the schema says")

    monkeypatch.setattr(staff_index, "outdated_types", fail)
    assert "Another one" in page(founder_client)


def test_it_has_pages(
    founder: User, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_list, "PAGE_SIZE", 2)
    for name in ("Ada", "Bea", "Cleo"):
        make_project(founder, name=name)
    assert "Ada" not in page(founder_client)
    assert "Page 1 of 2" in page(founder_client)
    assert "Ada" in page(founder_client, page="2")
    assert "Cleo" in page(founder_client, page="nonsense")


def test_founders_text_is_escaped(founder: User, founder_client: Client) -> None:
    make_project(founder, name="<script>alert(1)</script>")
    shown = page(founder_client)
    assert "&lt;script&gt;alert" in shown
    assert "<script>alert" not in shown


@pytest.mark.parametrize(
    ("written", "is_surveyed", "queries"), [(False, False, 7), (True, True, 7), (True, False, 8)]
)
def test_its_queries_do_not_grow_with_the_projects(
    written: bool,
    is_surveyed: bool,
    queries: int,
    founder: User,
    founder_client: Client,
    django_assert_max_num_queries: Any,
) -> None:
    for _ in range(12):
        make_project(founder, written=written)
    if is_surveyed:
        index_changed()
    with django_assert_max_num_queries(queries):
        page(founder_client)


def test_a_full_page_stays_small(founder: User, founder_client: Client) -> None:
    for _ in range(project_list.PAGE_SIZE):
        make_project(founder, name="n" * 120)
    Project.objects.update(idea="i" * 5_000)
    assert len(page(founder_client)) < 60_000
