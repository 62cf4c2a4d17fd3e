"""A process imports no client of a server that it does not talk to."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys

import pytest
from django.conf import settings

from cofounder.imports import as_if_missing
from cofounder.queue_storage import unused_clients

SQLITE = {"ENGINE": "cofounder.sqlite"}
POSTGRESQL = {"ENGINE": "cofounder.postgresql"}


@pytest.mark.parametrize(
    ("url", "database", "unused"),
    [
        ("", SQLITE, ("redis", "psycopg")),
        ("sqlite:///queue.sqlite3", POSTGRESQL, ("redis",)),
        ("postgres", POSTGRESQL, ("redis",)),
        ("redis://localhost", SQLITE, ("psycopg",)),
        ("rediss://localhost", POSTGRESQL, ()),
    ],
)
def test_clients_follow_from_queue_and_database(
    url: str, database: dict[str, str], unused: tuple[str, ...]
) -> None:
    assert unused_clients(url, database=database) == unused


def test_a_package_is_missing_for_as_long_as_the_block_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "tabnanny", raising=False)
    with as_if_missing("tabnanny"), pytest.raises(ImportError):
        importlib.import_module("tabnanny")
    importlib.import_module("tabnanny")
    with as_if_missing("tabnanny"):
        importlib.import_module("tabnanny")
    assert "tabnanny" in sys.modules


def test_a_process_on_sqlite_imports_no_client() -> None:
    code = (
        "import django, sys; django.setup(); import cofounder.urls, artifacts.tasks;"
        "print(sorted({'redis', 'psycopg'} & set(sys.modules)))"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cofounder.settings",
        "DATABASE_URL": "sqlite:///:memory:",
        "QUEUE_URL": "memory",
    }
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    assert found.stdout == "[]\n"
