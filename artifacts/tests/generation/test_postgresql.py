"""What happens when a PostgreSQL server ends connections, is away and comes back."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.backends.postgresql import base
from django.test import Client
from django.urls import reverse
from huey import PostgresHuey

from artifacts import tasks
from artifacts.generation.claims import Claim
from artifacts.generation.connections import start_thread
from artifacts.generation.leases import Heartbeat
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.generation.test_row_locks import _lease_ends
from artifacts.tests.support.at_once import in_thread
from artifacts.tests.support.children import wait_until
from artifacts.tests.support.factories import StubRunner, claim_all, make_project
from cofounder.postgresql.base import DatabaseWrapper

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="is about PostgreSQL"),
]


def end_connections() -> int:
    """End every connection to this database but our own, as a restart does, and return how many
    those were.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return int(cursor.fetchone()[0])


def fill_pool(number: int) -> None:
    """Leave `number` idle connections in the pool."""
    together = threading.Barrier(number)

    def ask() -> None:
        User.objects.exists()
        together.wait(30)

    with ThreadPoolExecutor(number) as threads:
        for done in [in_thread(threads, ask) for _ in range(number)]:
            done.result()


def test_the_first_request_after_a_restart_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    fill_pool(10)
    assert end_connections() >= 9
    connection.close()
    pauses: list[float] = []
    monkeypatch.setattr("psycopg_pool.pool.sleep", pauses.append)
    assert Client().get(reverse("account_login")).status_code == 200
    assert User.objects.count() == 0
    assert sum(pauses) < 1


@pytest.fixture
def queue() -> Iterator[Any]:
    names = {
        "host": "HOST",
        "port": "PORT",
        "user": "USER",
        "password": "PASSWORD",
        "dbname": "NAME",
    }
    database = connection.settings_dict
    queue = PostgresHuey(
        "test", **{name: database[key] for name, key in names.items() if database.get(key)}
    )
    yield queue
    queue.storage.flush_queue()
    queue.storage.close()


def test_the_first_order_after_a_restart_is_not_lost(
    queue: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "write_cascade", queue.task()(lambda project_id, token: None))
    monkeypatch.setattr(tasks, "HUEY", queue)
    assert tasks.waiting_messages() == 0
    end_connections()
    tasks.deliver(Claim(uuid.uuid4(), uuid.uuid4()))
    assert tasks.waiting_messages() == 1
    end_connections()
    assert tasks.waiting_messages() == 1


def test_a_connection_of_the_pool_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    connection.ensure_connection()
    connection.close()

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(base.DatabaseWrapper, "get_connection_params", refuse)
    monkeypatch.setattr(base.DatabaseWrapper, "_set_autocommit", refuse)
    assert User.objects.count() == 0
    connection.close()
    monkeypatch.undo()
    with transaction.atomic():
        make_project()
        assert not connection.connection.autocommit
    assert connection.connection.autocommit
    assert Project.objects.count() == 1


@pytest.mark.parametrize("has_pool", [False, True])
def test_no_statement_is_compiled_to_machine_code(*, has_pool: bool) -> None:
    pool = {"min_size": 0, "max_size": 1, "timeout": 5} if has_pool else None
    fresh = DatabaseWrapper(
        {
            **connection.settings_dict,
            "OPTIONS": {**connection.settings_dict["OPTIONS"], "pool": pool},
        },
        "another",
    )
    try:
        with fresh.cursor() as cursor:
            cursor.execute("SHOW jit")
            assert cursor.fetchone() == ("off",)
    finally:
        fresh.close()
        fresh.close_pool()


def test_a_thread_of_ours_keeps_no_connection_when_it_ends() -> None:
    answers: list[int] = []
    for _ in range(settings.DATABASE_POOL_SIZE + 1):
        start_thread("asks", lambda: answers.append(User.objects.count())).join()
    assert answers == [0] * (settings.DATABASE_POOL_SIZE + 1)


def test_a_restart_while_a_runner_writes_costs_no_document(founder: User) -> None:
    """The connection that stores is taken unseen, and is dead; those beside it are, too."""
    project = make_project(founder)
    fill_pool(4)
    ended = []

    def restart(artifact_type: ArtifactType) -> None:
        if artifact_type is ArtifactType.MILESTONES:
            ended.append(end_connections())
            connection.close()

    steps = write_claim(claim_all(project), runner=StubRunner(before=restart))
    assert ended[0] > 1
    assert [step.succeeded for step in steps] == [True] * 5
    assert set(Artifact.objects.values_list("version_number", flat=True)) == {1}


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A wrapper for a server that refuses connections, as after it has been stopped."""
    from cofounder.postgresql import base

    options = {
        **connection.settings_dict["OPTIONS"],
        "pool": {"min_size": 0, "max_size": 4, "timeout": 0.3},
    }
    database = {**connection.settings_dict, "HOST": "127.0.0.1", "PORT": "1", "OPTIONS": options}
    wrapper = base.DatabaseWrapper(database, alias="elsewhere")
    yield wrapper
    wrapper.close_pool()
    base.outages.pop("elsewhere", None)


def come_back(wrapper: Any) -> None:
    """Let the server be there again, under the address that it has had all the time."""
    wrapper.settings_dict.update(
        {name: connection.settings_dict[name] for name in ("HOST", "PORT")}
    )
    # A pool that has not been opened yet knows the address from before.
    wrapper._connection_pools.pop("elsewhere", None)


def test_while_a_server_is_away_one_request_waits_and_the_others_fail_at_once(
    elsewhere: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr("cofounder.postgresql.base.time.monotonic", lambda: clock[0])
    with pytest.raises(OperationalError, match="couldn't get a connection"):
        elsewhere.ensure_connection()
    for _ in range(3):
        with pytest.raises(OperationalError, match="did not answer lately"):
            elsewhere.ensure_connection()
    clock[0] += 2
    with pytest.raises(OperationalError, match="refused"):
        elsewhere.ensure_connection()
    with pytest.raises(OperationalError, match="did not answer lately"):
        elsewhere.ensure_connection()


def test_a_server_that_is_back_is_used_with_the_next_try(
    elsewhere: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pool itself would wait twice as long after each failure."""
    clock = [100.0]
    monkeypatch.setattr("cofounder.postgresql.base.time.monotonic", lambda: clock[0])
    for _ in range(4):
        with pytest.raises(OperationalError):
            elsewhere.ensure_connection()
        clock[0] += 2
    come_back(elsewhere)
    elsewhere.ensure_connection()
    assert elsewhere.is_usable()
    elsewhere.close()
    clock[0] += 0.1
    elsewhere.ensure_connection()
    elsewhere.close()


def test_a_pool_that_is_merely_busy_is_no_outage(
    elsewhere: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cofounder.postgresql import base

    come_back(elsewhere)
    elsewhere.settings_dict["OPTIONS"]["pool"]["max_size"] = 1
    monkeypatch.setattr(base, "LOOK_SECONDS", 0.1)
    elsewhere.ensure_connection()
    other = base.DatabaseWrapper(elsewhere.settings_dict, alias="elsewhere")
    with pytest.raises(OperationalError, match="couldn't get a connection"):
        other.ensure_connection()
    elsewhere.close()
    other.ensure_connection()
    other.close()


def test_the_heartbeat_keeps_no_connection_between_beats(project: Project) -> None:
    """Each thread has a wrapper of its own, which says so itself: what other threads take from the
    pool does not matter.
    """
    begun_with_one: list[bool] = []

    class Watched(Heartbeat):
        def beat(self) -> int:
            begun_with_one.append(connection.connection is not None)
            return super().beat()

    token = claim_all(project).token
    ends_before = _lease_ends(project)
    with Watched(interval_seconds=0.05).holding(token):
        wait_until(lambda: len(begun_with_one) > 3)
    assert not any(begun_with_one)
    assert _lease_ends(project) != ends_before
