"""Statements that are built once ask for other rows each time."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from artifacts.models import Artifact, GenerationAttempt, Project, compiled
from artifacts.models.compiled import CompiledQuery, CompiledUpdate, Parameter
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.documents.reading import read_project
from artifacts.services.projects.lifecycle import delete_project
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier
from cofounder.json_columns import read_json

pytestmark = pytest.mark.django_db


def test_each_asking_gives_the_rows_for_its_values() -> None:
    query = CompiledQuery(
        lambda: Project.objects.filter(name=Parameter("name", Project._meta.get_field("name")))
    )
    first, second = make_project(name="First"), make_project(name="Second")
    assert query.rows(name="First") == [first]
    assert query.rows(name="Second") == [second]
    assert query.rows(name="'; DROP TABLE") == []


def test_related_rows_are_read_with_it_and_the_same_row_is_one_object() -> None:
    project = make_project(written=True)
    make_project(written=True)
    query = CompiledQuery(
        lambda: (
            Artifact.objects.filter(project=Parameter("project", Project._meta.pk))
            .select_related("project__owner")
            .defer("previous_content")
            .order_by("pk")
        )
    )
    rows, owner = query.rows(project=project.pk), project.owner
    with CaptureQueriesContext(connection) as queries:
        assert [(row.project, row.project.owner) for row in rows] == [
            (project, owner) for _ in rows
        ]
        assert all(row.content for row in rows)
    assert not queries.captured_queries
    assert len({id(row.project) for row in rows}) == 1
    assert rows[0].get_deferred_fields() == {"previous_content"}


def test_rows_are_those_of_a_queryset_without_the_signals_of_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = make_project(written=True)
    rows = Artifact.objects.filter(project=Parameter("project", Project._meta.pk))
    query = CompiledQuery(
        lambda: rows.select_related("project").defer("annotations").order_by("pk")
    )
    usual = Artifact.objects.filter(project=project).defer("annotations").order_by("pk")
    expected = list(usual)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Artifact, "__init__", refuse)
    found = query.rows(project=project.pk)
    assert found == expected
    for row, same in zip(found, expected, strict=True):
        assert vars(row) == vars(same) | {"_state": row._state}
        assert (row._state.adding, row._state.db) == (False, "default")
    monkeypatch.undo()
    assert found[0].annotations == []


def test_a_related_row_that_is_missing_is_none() -> None:
    project = make_project(written=True)
    query = CompiledQuery(
        lambda: GenerationAttempt.objects.filter(
            artifact__project=Parameter("project", Project._meta.pk)
        ).select_related("requested_by")
    )
    GenerationAttempt.objects.update(requested_by=None)
    assert {attempt.requested_by for attempt in query.rows(project=project.pk)} == {None}


def test_an_update_changes_the_rows_for_its_values_and_counts_them() -> None:
    name = Project._meta.get_field("name")
    rename = CompiledUpdate(
        lambda: (
            Project.objects.filter(name=Parameter("old", name)),
            {"name": Parameter("new", name), "language": "de", "answered_at": None},
        )
    )
    first, second = make_project(name="First"), make_project(name="Second")
    assert rename.run(old="First", new="It's %s") == 1
    assert rename.run(old="First", new="Third") == 0
    assert rename.run(old="Second", new="Fourth") == 1
    for project, new in ((first, "It's %s"), (second, "Fourth")):
        project.refresh_from_db()
        assert (project.name, project.language, project.answered_at) == (new, "de", None)


def test_statements_are_built_once() -> None:
    built: list[str] = []
    name = Parameter("name", Project._meta.get_field("name"))

    def make_query() -> Any:
        built.append("query")
        return Project.objects.filter(name=name)

    def make_update() -> Any:
        built.append("update")
        return Project.objects.filter(name=name), {"language": "de"}

    query, update = CompiledQuery(make_query), CompiledUpdate(make_update)
    for given in ("First", "Second"):
        query.rows(name=given)
        update.run(name=given)
    assert built == ["query", "update"]


def test_values_are_told_in_the_order_they_are_asked_for() -> None:
    project = make_project(name="First", language="de")
    query: CompiledQuery[Project] = CompiledQuery(
        lambda: Project.objects.filter(
            name=Parameter("name", Project._meta.get_field("name"))
        ).values_list("language", "answers", "pk")
    )
    assert query.values(name="First") == [["de", project.answers, project.pk]]
    assert query.values(name="Second") == []


def test_a_project_is_read_as_any_query_would_read_it() -> None:
    project = make_project(written=True)
    read = read_project(project.pk, owner_id=project.owner_id)
    usual = Project.objects.with_artifacts().get(pk=project.pk)
    assert read is not None
    assert read.contents() == usual.contents()
    assert read.known_tests == usual.known_tests
    assert {name: vars(read)[name] for name in vars(usual) if not name.startswith("_")} == {
        name: value for name, value in vars(usual).items() if not name.startswith("_")
    }


def test_only_its_founder_reads_a_project_and_only_until_it_is_deleted() -> None:
    project, stranger = make_project(), make_user(Tier.CTO_SCALE)
    assert read_project(project.pk, owner_id=stranger.pk) is None
    delete_project(project)
    assert read_project(project.pk, owner_id=project.owner_id) is None


def test_what_was_read_is_read_again_after_a_refresh() -> None:
    project = make_project(written=True)
    read = read_project(project.pk, owner_id=project.owner_id)
    assert read is not None
    project.artifacts.filter(artifact_type="brief").update(is_stale=True)
    assert not read.documents()[0].is_stale
    read.refresh_from_db()
    assert read.documents()[0].is_stale


def test_a_row_that_many_refer_to_is_converted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(written=True)
    converted: list[str] = []

    def noted(text: str) -> Any:
        converted.append(text)
        return read_json(text)

    monkeypatch.setattr(compiled, "read_json", noted)
    query = CompiledQuery(
        lambda: (
            Artifact.objects.filter(project=Parameter("project", Project._meta.pk))
            .select_related("project")
            .only("artifact_type", "project__answers")
        )
    )
    rows = query.rows(project=project.pk)
    assert [row.project.answers for row in rows] == [project.answers] * len(GENERATION_ORDER)
    assert [read_json(text) for text in converted] == [project.answers]
