"""Documents that were read for one page are not read again for another page of the same rows."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from artifacts.models import Artifact, Project
from artifacts.models.stamps import PageStamp
from artifacts.web import known_rows
from artifacts.web.known_rows import KnownRows

pytestmark = pytest.mark.django_db

STAMP = PageStamp("a")
PROJECT, ANOTHER, THIRD = (uuid.UUID(int=number) for number in (1, 2, 3))


@pytest.fixture
def rows(written_project: Project) -> list[Artifact]:
    return list(Artifact.objects.filter(project=written_project).select_related("project"))


def reads_of_documents(client: Client, path: str) -> int:
    """Return how many statements read the texts of documents."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return sum(
        '"artifacts_artifact"."current_content"' in query["sql"].partition("FROM")[0]
        for query in queries
    )


@pytest.fixture
def paths(written_project: Project) -> list[str]:
    return [
        reverse("artifact_detail", args=[written_project.pk, "brief"]),
        reverse("artifact_detail", args=[written_project.pk, "mvp_scope"]),
        reverse("project_detail", args=[written_project.pk]),
    ]


def test_the_first_page_after_a_change_reads_the_documents_for_all(
    founder_client: Client, paths: list[str], written_project: Project
) -> None:
    for name in ("CHANGED", "CHANGED again"):
        Project.objects.filter(pk=written_project.pk).update(name=name)
        assert [reads_of_documents(founder_client, path) for path in paths] == [1, 0, 0]


def test_a_document_that_has_changed_is_read_again(
    founder_client: Client, paths: list[str], written_project: Project
) -> None:
    founder_client.get(paths[0])
    row = written_project.artifacts.get(artifact_type="mvp_scope")
    assert row.current_content is not None
    row.current_content["core_features"][0]["name"] = "CHANGED by another"
    row.save(update_fields=["current_content"])
    assert "CHANGED by another" in founder_client.get(paths[1]).content.decode()


def test_what_a_page_sets_on_its_rows_stays_with_that_page(rows: list[Artifact]) -> None:
    known = KnownRows()
    known.remember(PROJECT, STAMP, rows)
    rows[0].version_number = 70
    mine = known.of(PROJECT, STAMP)
    assert mine is not None
    mine[0].version_number = 71
    others = known.of(PROJECT, STAMP)
    assert others is not None
    assert [row.version_number for row in others] == [1] * len(rows)
    assert others == rows
    assert not any(Artifact.project.is_cached(row) for row in others)


def test_a_page_without_a_stamp_reads_its_rows(rows: list[Artifact]) -> None:
    known = KnownRows()
    known.remember(PROJECT, STAMP, rows)
    assert known.of(PROJECT, None) is None
    assert known.of(PROJECT, PageStamp("b")) is None
    assert known.of(ANOTHER, STAMP) is None


def test_the_projects_that_were_looked_at_last_are_held(
    rows: list[Artifact], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_rows, "MOST", 2)
    known = KnownRows()
    for project in (PROJECT, ANOTHER):
        known.remember(project, STAMP, rows)
    known.of(PROJECT, STAMP)
    known.remember(THIRD, STAMP, rows)
    held = [each for each in (PROJECT, ANOTHER, THIRD) if known.of(each, STAMP) is not None]
    assert held == [PROJECT, THIRD]


def test_of_a_project_only_its_newest_rows_are_held(rows: list[Artifact]) -> None:
    known = KnownRows()
    known.remember(PROJECT, STAMP, rows)
    known.remember(PROJECT, PageStamp("b"), rows)
    assert known.of(PROJECT, STAMP) is None
    assert known.of(PROJECT, PageStamp("b")) is not None
