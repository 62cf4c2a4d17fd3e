"""Statements that are built once ask for other rows each time."""

from __future__ import annotations

import pytest

from artifacts.models import Project
from artifacts.models.compiled import CompiledQuery, Parameter
from artifacts.services.projects import delete_project
from artifacts.services.reading import read_project
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


def test_each_asking_gives_the_rows_for_its_values() -> None:
    query = CompiledQuery(
        lambda: Project.objects.filter(name=Parameter("name", Project._meta.get_field("name")))
    )
    first, second = make_project(name="First"), make_project(name="Second")
    assert query.rows(name="First") == [first]
    assert query.rows(name="Second") == [second]
    assert query.rows(name="'; DROP TABLE") == []


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
