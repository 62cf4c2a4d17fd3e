"""Deleting a project for good while its documents are being stored."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.tests.support.children import wait_until

pytestmark = pytest.mark.django_db(transaction=True)

WAITING = (
    "select count(*) from pg_locks where not granted and pg_backend_pid() ="
    " any(pg_blocking_pids(pid))"
)


def someone_waits_for_us() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchall() != [(0,)])


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="has one writer at a time: the one waits for the other"
)
@pytest.mark.parametrize("what", ["the project", "several", "its founder"])
def test_storing_a_document_and_deleting_it_wait_for_each_other(
    written_project: Project, what: str
) -> None:
    attempt = GenerationAttempt.objects.filter(artifact__project=written_project).latest("pk")
    storing = threading.Event()

    def store() -> None:
        try:
            with transaction.atomic():
                list(Artifact.objects.filter(pk=attempt.artifact_id).locked())
                storing.set()
                wait_until(someone_waits_for_us)
                GenerationAttempt.objects.filter(pk=attempt.pk).update(tokens_in=1)
        finally:
            connection.close()

    def delete() -> None:
        try:
            assert storing.wait(60)
            match what:
                case "the project":
                    written_project.delete()
                case "several":
                    Project.objects.filter(pk=written_project.pk).delete()
                case _:
                    User.objects.get(pk=written_project.owner_id).delete()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(store), threads.submit(delete)]:
            done.result(60)
    assert not Project.objects.exists()
    assert not GenerationAttempt.objects.exists()
