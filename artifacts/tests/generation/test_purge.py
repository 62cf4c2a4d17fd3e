"""Deleted projects go for good when their time is over, by the worker and by the command."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from artifacts import tasks
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.services.projects import lifecycle
from artifacts.services.projects.lifecycle import KEEP_DELETED, purge_deleted
from artifacts.tests.support.factories import make_project
from artifacts.tests.support.plain import ALL_DOCUMENTS

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def deleted(ago: timedelta, name: str = "Old") -> Project:
    project = make_project(name=name)
    Project.objects.filter(pk=project.pk).update(deleted_at=NOW - ago)
    return project


def test_it_deletes_with_all_that_belongs_to_it_and_spares_the_rest(
    written_project: Project,
) -> None:
    Project.objects.update(deleted_at=NOW - KEEP_DELETED)
    kept = [make_project(name="Alive"), deleted(KEEP_DELETED - timedelta(minutes=1))]
    assert purge_deleted(NOW) == 1
    assert set(Project.objects.all()) == set(kept)
    assert Artifact.objects.count() == 2 * ALL_DOCUMENTS
    assert not GenerationAttempt.objects.exists()


def test_one_that_is_brought_back_at_the_last_moment_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    project = deleted(KEEP_DELETED)
    expired = lifecycle.expired_projects

    def then_brought_back(now: object) -> object:
        keys = expired(NOW)
        Project.objects.filter(pk=project.pk).update(deleted_at=None)
        return keys

    monkeypatch.setattr(lifecycle, "expired_projects", then_brought_back)
    assert purge_deleted(NOW) == 0
    assert Project.objects.active().get() == project


def test_one_that_cannot_be_deleted_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stuck, other = deleted(KEEP_DELETED * 2), deleted(KEEP_DELETED)
    delete = Project.delete

    def fail_for_stuck(self: Project) -> object:
        if self.pk == stuck.pk:
            raise RuntimeError("stuck")
        return delete(self)

    monkeypatch.setattr(Project, "delete", fail_for_stuck)
    assert purge_deleted(NOW) == 1
    assert not Project.objects.filter(pk=other.pk).exists()
    assert f"Could not purge project {stuck.pk}" in caplog.text


def test_one_call_does_a_bounded_amount(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        deleted(KEEP_DELETED)
    monkeypatch.setattr(lifecycle, "PURGED_AT_ONCE", 2)
    assert [purge_deleted(NOW) for _ in range(3)] == [2, 1, 0]


def test_the_worker_purges_and_lives_on_when_that_fails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    deleted(KEEP_DELETED)
    tasks.purge()
    assert not Project.objects.exists()

    def fail(now: object) -> int:
        raise RuntimeError("no database")

    monkeypatch.setattr(tasks, "purge_deleted", fail)
    tasks.purge()
    assert "Could not purge" in caplog.text


def test_the_command_says_how_many() -> None:
    deleted(KEEP_DELETED)
    out = StringIO()
    call_command("purge_deleted", stdout=out)
    assert "Deleted 1 project(s) for good." in out.getvalue()
    assert not Project.objects.exists()


def test_a_dry_run_names_them_and_changes_nothing() -> None:
    project = deleted(KEEP_DELETED)
    out = StringIO()
    call_command("purge_deleted", dry_run=True, stdout=out)
    assert str(project.pk) in out.getvalue()
    assert Project.objects.filter(pk=project.pk).exists()
