"""Whatever is written to the database, on this connection or another one, makes another moment of
it.
"""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from artifacts.models import Project
from artifacts.models.stamps import database_moment
from artifacts.tests.support.factories import make_project

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project() -> Project:
    if connection.vendor != "sqlite":
        pytest.skip("has no cheap word for it")
    return make_project()


def rename(project: Project, name: str) -> None:
    Project.objects.filter(pk=project.pk).update(name=name)


def test_reading_makes_no_other_moment(project: Project) -> None:
    moment = database_moment()
    assert Project.objects.count() == 1
    assert database_moment() == moment


def test_a_change_makes_another_moment(project: Project) -> None:
    moment = database_moment()
    rename(project, "Ferry tickets")
    changed = database_moment()
    assert changed != moment
    with transaction.atomic():
        rename(project, "Ferry times")
        assert database_moment() != changed


def test_a_change_on_another_connection_makes_another_moment(project: Project) -> None:
    moment = database_moment()

    def write() -> None:
        rename(project, "Ferry tickets")
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    writer.join()
    assert database_moment() != moment


def test_other_databases_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "postgresql")
    assert database_moment() is None
