"""SQLite's connections wait for the next one who needs one, and are never those of another file."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from artifacts.models import User
from artifacts.tests.support.factories import make_user
from cofounder.sqlite.base import MAX_IDLE, DatabaseWrapper, IdleConnections, idle

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="is about SQLite"),
]


def raw() -> Any:
    connection.ensure_connection()
    return connection.connection


def another(path: Path) -> DatabaseWrapper:
    settings = {**connection.settings_dict, "NAME": str(path)}
    return DatabaseWrapper(settings, "default")


def test_what_is_closed_is_used_again() -> None:
    first = raw()
    connection.close()
    assert connection.connection is None
    assert raw() is first


def test_a_transaction_that_was_left_open_is_undone() -> None:
    transaction.set_autocommit(False)
    make_user()
    connection.close()
    assert not User.objects.exists()
    assert not raw().in_transaction


def test_a_setting_of_one_is_none_of_the_next() -> None:
    assert connection.get_autocommit()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)


def test_a_file_that_was_replaced_is_opened_again(tmp_path: Path) -> None:
    path, backup = tmp_path / "db.sqlite3", tmp_path / "backup.sqlite3"
    wrapper = another(path)
    with wrapper.cursor() as cursor:
        cursor.execute("CREATE TABLE told (word text)")
        cursor.execute("INSERT INTO told VALUES ('before')")
        cursor.execute("VACUUM INTO %s", [str(backup)])
        cursor.execute("UPDATE told SET word = 'after'")
    wrapper.close()
    for left in (path, tmp_path / "db.sqlite3-wal", tmp_path / "db.sqlite3-shm"):
        left.unlink(missing_ok=True)
    backup.rename(path)
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT word FROM told")
        assert cursor.fetchone() == ("before",)
    wrapper.close()


def test_only_so_many_wait() -> None:
    together = threading.Barrier(MAX_IDLE + 3)

    def ask() -> None:
        User.objects.exists()
        together.wait(30)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(MAX_IDLE + 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(vars(idle)["_idle"]) <= MAX_IDLE


def test_a_process_that_was_forked_begins_without_any(tmp_path: Path) -> None:
    mine = IdleConnections()
    path = tmp_path / "db.sqlite3"
    path.touch()
    assert mine.give(str(path), raw())
    mine.forget()
    assert mine.take(str(path)) is None


def test_the_last_one_is_closed_with_the_process(tmp_path: Path) -> None:
    """Then SQLite writes its log back to the file, and there is one file to copy."""
    path = tmp_path / "db.sqlite3"
    wrapper = another(path)
    with wrapper.cursor() as cursor:
        cursor.execute("CREATE TABLE told (word text)")
    wrapper.close()
    assert path.with_name("db.sqlite3-wal").exists()
    idle.close()
    assert not path.with_name("db.sqlite3-wal").exists()


def test_parameters_and_signs_of_per_cent_are_what_a_statement_says() -> None:
    for _ in range(2):
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s, '30 %%', %s LIKE 'm%%'", ["a%s", "mill"])
            assert cursor.fetchone() == ("a%s", "30 %", 1)
            cursor.execute("SELECT %(one)s, %(two)s, '%%'", {"one": 1, "two": "b"})
            assert cursor.fetchone() == (1, "b", "%")
            cursor.execute("SELECT '%s'")
            assert cursor.fetchone() == ("%s",)


def test_every_connection_knows_the_hash_of_bytes(tmp_path: Path) -> None:
    for made in (connection, another(tmp_path / "other.sqlite3")):
        with made.cursor() as cursor:
            cursor.execute("SELECT SHA256_OF_BYTES(CAST('ü' AS BLOB)), SHA256_OF_BYTES(NULL)")
            assert cursor.fetchone() == (hashlib.sha256("ü".encode()).hexdigest(), None)
        made.close()
