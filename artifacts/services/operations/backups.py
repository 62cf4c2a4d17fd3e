"""Back up everything that is stored into one file, and restore it into an empty installation.

SQLite is copied by its own online copy, which is consistent while others write. PostgreSQL's own
tools do it there. The queue is not part of it: it only wakes workers, who find everything in the
rows.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from artifacts.exceptions import BackupRefused
from artifacts.models import Project, User

ADVICE = (
    "Install PostgreSQL's client tools of the server's version, or run them elsewhere:"
    " docs/operations.md has them."
)


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What a backup holds, as its own rows say."""

    users: int
    projects: int
    size: int
    """In bytes."""


def write_backup(path: Path) -> BackupSummary:
    """Write everything into a new file that only its owner can read.

    Raises BackupRefused; no half file is left.

    Readers and writers are not blocked; the file holds the state of one moment.
    """
    if path.exists():
        raise BackupRefused(
            f"{path} exists already. Nothing was written; name a file that does not."
        )
    partial = path.with_name(f"{path.name}.partial")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.close(descriptor)
        summary = _dump_postgresql(partial) if _is_postgresql() else _copy_sqlite(partial)
        partial.replace(path)
    except OSError as error:
        raise BackupRefused(
            f"{path} cannot be written: {error.strerror}. Nothing is left of it."
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return summary


def restore_backup(path: Path, *, overwrite: bool = False) -> BackupSummary:
    """Put a backup in the place of what is stored, and bring it to this build's migrations.

    Raises BackupRefused if the file is none of ours or from a newer build, and unless
    `overwrite` says so where somebody's rows would be lost.
    """
    if not path.is_file():
        raise BackupRefused(f"There is no file {path}.")
    if not overwrite and _holds_rows():
        raise BackupRefused(
            "This installation holds accounts already, which a backup would replace. "
            "Restore into an empty one, or say --overwrite."
        )
    if _is_postgresql():
        _restore_postgresql(path)
    else:
        _restore_sqlite(path)
    call_command("migrate", verbosity=0, interactive=False)
    return _summary(path.stat().st_size)


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def _holds_rows() -> bool:
    return User._meta.db_table in connection.introspection.table_names() and User.objects.exists()


def _summary(size: int) -> BackupSummary:
    return BackupSummary(User.objects.count(), Project.objects.count(), size)


# SQLite


def _copy_sqlite(path: Path) -> BackupSummary:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        # All pages in one step: a copy in several begins again whenever somebody writes.
        connection.connection.backup(copy, pages=-1)
        # One file, without the two beside it that write-ahead logging needs.
        copy.execute("PRAGMA journal_mode=DELETE")
        users, projects = _check_sqlite(copy, path)
    return BackupSummary(users, projects, path.stat().st_size)


def _check_sqlite(copy: sqlite3.Connection, path: Path) -> tuple[int, int]:
    """Return how many users and projects a file holds.

    Raises BackupRefused unless it is whole, and one of ours.
    """
    try:
        (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        applied = set(copy.execute("SELECT app, name FROM django_migrations"))
        (users,) = copy.execute("SELECT count(*) FROM artifacts_user").fetchone()
        (projects,) = copy.execute("SELECT count(*) FROM artifacts_project").fetchone()
    except sqlite3.DatabaseError as error:
        raise BackupRefused(f"{path} is no backup of this product: {error}.") from error
    if verdict != "ok":
        raise BackupRefused(f"{path} is damaged: {verdict}.")
    _check_migrations(applied, path)
    return users, projects


def _check_migrations(applied: set[tuple[str, str]], path: Path) -> None:
    unknown = sorted(
        name
        for app, name in applied - set(MigrationLoader(None).disk_migrations)
        if app == "artifacts"
    )
    if unknown:
        raise BackupRefused(
            f"{path} is from a newer build, which had {unknown[-1]}. Restore it with that build."
        )


def _restore_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
        _check_sqlite(copy, path)
        connection.ensure_connection()
        copy.backup(connection.connection, pages=-1)
    # What this connection knows of the tables is of the ones before.
    connection.close()


# PostgreSQL


def _dump_postgresql(path: Path) -> BackupSummary:
    _run(["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}"])
    return _summary(path.stat().st_size)


def _restore_postgresql(path: Path) -> None:
    database = str(connection.settings_dict["NAME"])
    listing = _run(["pg_restore", "--list", str(path)])
    if "artifacts_project" not in listing:
        raise BackupRefused(f"{path} is no backup of this product.")
    # Locks that this process holds on the tables would be waited for.
    connection.close()
    options = [
        "--clean",
        "--if-exists",
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
    ]
    _run(["pg_restore", *options, f"--dbname={database}", str(path)])
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        _check_migrations(set(cursor.fetchall()), path)


def _run(command: Sequence[str]) -> str:
    """Run one of PostgreSQL's tools against our database, and return what it says.

    Raises BackupRefused.
    """
    tool = shutil.which(command[0])
    if tool is None:
        raise BackupRefused(f"{command[0]} is not installed. {ADVICE}")
    done = subprocess.run(  # noqa: S603 (no shell; the tool is PostgreSQL's)
        [tool, *command[1:]],
        env={**os.environ, **_variables()},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it said nothing"])[0]
        raise BackupRefused(f"{command[0]} failed ({said}). Nothing was changed. {ADVICE}")
    return done.stdout


def _variables() -> dict[str, str]:
    """Return the connection in the variables of libpq, so that no list of processes shows the
    password.
    """
    database: dict[str, Any] = connection.settings_dict
    names = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    return {variable: str(database[key]) for variable, key in names.items() if database.get(key)}
