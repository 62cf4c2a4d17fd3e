"""How long an abandoned cascade waits: a worker is killed in mid-document, another one goes on
(promised: 60 s).
"""

from __future__ import annotations

import time

from bench.databases import Database, fresh

PROMISED_SECONDS = 60.0


def run() -> None:
    print("\nSeconds from kill -9 of a worker until another one has written the rest")
    for kind in ("SQLite", "PostgreSQL"):
        with fresh(kind, RUNNER="fake:slow:1") as database:
            waited = _measure(database)
        print(f"{kind:<12}{waited:>6.1f} s, {waited / PROMISED_SECONDS:.2f} of what is promised")


def _measure(database: Database) -> float:
    doomed = database.start("manage.py", "run_huey", "--quiet")
    time.sleep(4)
    order = database.start("-m", "bench.orders", "1")
    assert order.stdout is not None
    while order.stdout.readline() != "ordered\n":
        pass
    time.sleep(1.5)
    doomed.kill()
    doomed.wait()
    killed = time.monotonic()
    heir = database.start("manage.py", "run_huey", "--quiet")
    order.wait()
    waited = time.monotonic() - killed
    heir.terminate()
    heir.wait()
    return waited
