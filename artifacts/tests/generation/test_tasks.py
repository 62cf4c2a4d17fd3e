from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from artifacts import tasks
from artifacts.generation.claims import Claim, Requester
from artifacts.generation.leases import LEASE
from artifacts.generation.service import generate
from artifacts.models import GenerationAttempt, Project
from artifacts.tests.support import children
from artifacts.tests.support.factories import claim_all, make_project
from artifacts.tests.support.plain import ALL_DOCUMENTS
from cofounder import queues

pytestmark = pytest.mark.django_db(transaction=True)
COMMAND = Requester(GenerationAttempt.Trigger.COMMAND)


def test_a_queue_that_is_out_of_reach_leaves_the_claim_for_the_sweep(
    project: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def be_down(*_: str) -> None:
        raise ConnectionError("no queue")

    monkeypatch.setattr(tasks, "write_cascade", be_down)
    generate(project, trigger=COMMAND, deliver=tasks.deliver)
    assert "Could not reach the queue" in caplog.text
    assert project.artifacts.generating().count() == ALL_DOCUMENTS

    monkeypatch.undo()
    project.artifacts.update(lease_expires_at=timezone.now() - LEASE)
    tasks.sweep()
    assert set(project.artifacts.values_list("version_number", flat=True)) == {1}


def test_whatever_the_queue_its_worker_stops_as_ours_do() -> None:
    assert settings.HUEY["huey_class"].startswith("cofounder.queues.")
    ours = queues.StoppableWorkers.__subclasses__()
    assert len(ours) == 4
    assert {queue.create_consumer for queue in ours} == {queues.StoppableWorkers.create_consumer}
    consumer = queues.MemoryQueue("test").create_consumer(workers=1)
    assert isinstance(consumer, tasks.StoppableConsumer)


def test_the_queue_in_sqlite_flushes_the_disk_as_seldom_as_the_database(tmp_path: Path) -> None:
    storage = queues.SqliteQueue("test", filename=str(tmp_path / "queue.sqlite3")).storage

    [(flushes,)] = storage.sql("PRAGMA synchronous", results=True)
    [(journal,)] = storage.sql("PRAGMA journal_mode", results=True)

    normal = 1
    assert (flushes, journal) == (normal, "wal")


def test_a_message_that_a_dead_connection_lost_is_sent_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Redis and PostgreSQL are after a restart: the first call fails, and the client connects
    again.
    """
    sent: list[tuple[str, ...]] = []

    def fail_once(*arguments: str) -> None:
        sent.append(arguments)
        if len(sent) == 1:
            raise ConnectionResetError

    monkeypatch.setattr(tasks, "write_cascade", fail_once)
    cascade = generate(project, trigger=COMMAND, deliver=tasks.deliver).cascade
    assert sent == [(str(cascade.project_id), str(cascade.token))] * 2


def test_every_thread_of_ours_gives_its_connection_back() -> None:
    """Neither the event loop of the language models nor the server of counters ever has one."""
    sources = Path(tasks.__file__).parent.rglob("*.py")
    starting = {
        path.name
        for path in sources
        if "threading.Thread(" in path.read_text() and "tests" not in path.parts
    }
    assert starting == {"connections.py", "loop.py", "worker_server.py"}


def test_a_worker_process_sweeps_from_one_thread_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = threading.Event()
    begun = []

    def run() -> None:
        begun.append(threading.current_thread().name)
        done.wait(timeout=30)

    monkeypatch.setattr(tasks, "_sweep_for_ever", run)
    for _ in range(3):
        tasks.start_sweeping()
    done.set()
    assert begun == [tasks.SWEEPER]


def test_a_worker_process_loads_its_models_before_anybody_waits_for_them(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = threading.Event()
    monkeypatch.setattr("artifacts.tasks.load_models", loaded.set)
    tasks.start_loading()
    assert not loaded.wait(timeout=0), "the offline writer needs none"
    settings.RUNNER = "llm"
    tasks.start_loading()
    assert loaded.wait(timeout=30)


def test_messages_carry_ids_only(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Any] = []
    monkeypatch.setattr(tasks, "write_cascade", lambda *arguments: sent.append(arguments))
    cascade = claim_all(project)
    tasks.deliver(cascade)
    assert sent == [(str(cascade.project_id), str(cascade.token))]


def test_a_message_that_came_twice_does_no_harm(project: Project) -> None:
    cascade: Claim = claim_all(project)
    for _ in range(2):
        tasks.write_cascade(str(cascade.project_id), str(cascade.token))
    assert set(project.artifacts.values_list("version_number", flat=True)) == {1}


def test_a_real_worker_takes_orders_from_a_real_queue(tmp_path: Any) -> None:
    """From the queue that is embedded in SQLite or lives in PostgreSQL, whichever database the run
    is on.
    """
    project = make_project()
    queue_url = (
        "postgres" if connection.vendor == "postgresql" else f"sqlite:///{tmp_path}/queue.sqlite3"
    )
    children.finish(children.migrate(queue_url))
    worker = children.start_worker(queue_url)
    try:
        children.finish(children.start("order", project.pk, queue_url=queue_url))
        children.wait_until(lambda: not project.artifacts.exclude(version_number=1).exists())
    finally:
        children.stop_worker(worker)
    assert set(GenerationAttempt.objects.values_list("outcome", flat=True)) == {"stored"}
