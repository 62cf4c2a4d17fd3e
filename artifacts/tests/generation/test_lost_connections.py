"""A database that is busy or away for a moment costs time and no document."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from django.db import IntegrityError, NotSupportedError, OperationalError, connections

from artifacts.generation import connections as ours
from artifacts.generation.connections import STORE_TRIES, retry_on_lost_connection, start_thread
from artifacts.generation.leases import LEASE


class Away:
    """A database that answers again after so many seconds, by a clock that only waiting moves."""

    def __init__(self, seconds: float, error: Exception) -> None:
        self.seconds, self.error = seconds, error
        self.now, self.asked = 0.0, 0

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def write(self) -> str:
        self.asked += 1
        if self.now < self.seconds:
            raise self.error
        return "stored"


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Away]:
    def make(seconds: float, error: Exception | None = None) -> Away:
        database = Away(seconds, error or OperationalError("server closed the connection"))
        monkeypatch.setattr(time, "sleep", database.wait)
        return database

    return make


@pytest.mark.parametrize("seconds", [0, 0.1, 1, 5])
def test_a_database_that_is_away_for_five_seconds_is_waited_for(
    away: Callable[..., Away], seconds: float
) -> None:
    database = away(seconds)
    assert retry_on_lost_connection(database.write) == "stored"
    assert database.asked <= STORE_TRIES


def test_one_that_stays_away_is_given_up_before_the_lease_ends(
    away: Callable[..., Away],
) -> None:
    """Another worker writes the document then."""
    database = away(60)
    with pytest.raises(OperationalError, match="server closed"):
        retry_on_lost_connection(database.write)
    assert database.asked == STORE_TRIES
    assert database.now < LEASE.total_seconds()


def test_a_statement_that_a_migration_outdated_is_tried_again(away: Callable[..., Away]) -> None:
    database = away(1, NotSupportedError("cached plan must not change result type"))
    assert retry_on_lost_connection(database.write) == "stored"


@pytest.mark.parametrize("error", [IntegrityError("a key twice"), ZeroDivisionError()])
def test_what_would_fail_again_is_not_tried_again(
    away: Callable[..., Away], error: Exception
) -> None:
    database = away(1, error)
    with pytest.raises(type(error)):
        retry_on_lost_connection(database.write)
    assert (database.asked, database.now) == (1, 0)


def test_each_try_is_on_a_connection_of_its_own_and_in_the_log(
    away: Callable[..., Away], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    released: list[bool] = []
    monkeypatch.setattr(ours, "release_connection", lambda: released.append(True))
    with pytest.raises(OperationalError):
        retry_on_lost_connection(away(60).write)
    assert len(released) == STORE_TRIES - 1
    assert caplog.messages == [
        f"The database was not available (server closed the connection); try {number} of"
        f" {STORE_TRIES}"
        for number in range(1, STORE_TRIES)
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_gives_its_connection_back_and_ends_with_the_process(fails: bool) -> None:
    seen = []

    def work() -> None:
        connection = connections["default"]
        connection.ensure_connection()
        seen.append(connection)
        if fails:
            raise ZeroDivisionError

    thread = start_thread("sweeper", work)
    thread.join()
    assert (thread.name, thread.daemon) == ("sweeper", True)
    assert [connection.connection for connection in seen] == [None]
