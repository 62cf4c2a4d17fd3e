"""Fresh databases for one benchmark, and the environment that leads the product's own processes to
them.
"""

from __future__ import annotations

import http.client
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from bench.builds import ROOT


@dataclass(frozen=True)
class Database:
    kind: str
    url: str
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    root: Path = ROOT
    """The folder of the build whose processes use it."""

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=self.root,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.root,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )


@contextmanager
def fresh(
    kind: str,
    more: Mapping[str, str] | None = None,
    /,
    *,
    root: Path = ROOT,
    migrated: bool = True,
    **environment: str,
) -> Iterator[Database]:
    """Make an empty database of `kind` ("SQLite" or "PostgreSQL"), `migrated` or not, and drop it
    afterwards.

    `more` and `environment` are variables of its processes; `root` is the folder of the build that
    migrates it.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        with _postgres() if kind == "PostgreSQL" else _sqlite(folder) as url:
            variables = {
                "DEBUG": "off",
                "SECRET_KEY": "benchmark" * 8,
                "ALLOWED_HOSTS": "localhost",
                # One account makes all that is measured.
                "PROJECTS_BOOTSTRAPPER": "1000000",
                "PROJECTS_PARTNER": "1000000",
                "PROJECTS_CTO_SCALE": "1000000",
                "DATABASE_URL": url,
                "QUEUE_URL": f"sqlite:///{folder}/queue.sqlite3",
                "LOG_LEVEL": "ERROR",
                "MALLOC_ARENA_MAX": "2",  # as docs/deploy has it
                **(more or {}),
                **environment,
            }
            database = Database(kind, url, folder, {**os.environ, **variables}, root)
            if migrated:
                database.manage("migrate", "--verbosity", "0")
            yield database


@contextmanager
def web(database: Database, port: int) -> Iterator[None]:
    """Run the web server that docs/operations.md names, with two processes, until the block
    ends.
    """
    server = database.start(
        "-m", "granian", "--interface", "wsgi", "--workers", "2",
        "--blocking-threads", "16", "--port", str(port),
        "--no-access-log", "cofounder.wsgi:application",
    )  # fmt: skip
    try:
        for _ in range(100):
            try:
                http.client.HTTPConnection("localhost", port).connect()
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _sqlite(folder: Path) -> Iterator[str]:
    yield f"sqlite:///{folder}/db.sqlite3"


@contextmanager
def _postgres() -> Iterator[str]:
    server = os.environ["TEST_RUN_DATABASE_URL"]
    name = f"bench_{os.getpid()}_{secrets.token_hex(3)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name}")
        try:
            yield f"{server.rpartition('/')[0]}/{name}"
        finally:
            connection.execute(f"drop database {name} with (force)")
