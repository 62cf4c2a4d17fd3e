"""Three hundred projects at once in one worker process: real queue, real worker, a runner that
sleeps.
"""

from __future__ import annotations

import signal
import time

import psutil
import psycopg

from bench.databases import Database, fresh

PROJECTS = 300
SECONDS = 2.0


def run() -> None:
    print(
        f"\n{PROJECTS} projects at once, {SECONDS:.0f} s a document, one worker process with"
        f" {PROJECTS} threads"
    )
    print(
        f"{'database':<12}{'wall s':>8}{'ideal s':>8}{'ratio':>7}{'memory MB':>11}"
        f"{'peak connections':>18}"
    )
    for kind in ("SQLite", "PostgreSQL"):
        with fresh(kind, RUNNER=f"fake:slow:{SECONDS}", WORKERS=str(PROJECTS)) as database:
            _measure(database)


def _measure(database: Database) -> None:
    worker = database.start("manage.py", "run_huey", "--quiet")
    time.sleep(5)
    orders = database.start("-m", "bench.orders", str(PROJECTS))
    assert orders.stdout is not None
    memory = connections = 0
    process = psutil.Process(worker.pid)
    watch = (
        psycopg.connect(database.url, autocommit=True) if database.kind == "PostgreSQL" else None
    )
    while orders.poll() is None:
        memory = max(memory, process.memory_info().rss)
        connections = max(connections, _connections(watch) if watch else 0)
        time.sleep(0.1)
    wall = float(orders.stdout.read().split()[-1])
    worker.send_signal(signal.SIGINT)
    worker.wait()
    if watch:
        watch.close()
    ideal = 5 * SECONDS
    shown = str(connections) if watch else "-"
    print(
        f"{database.kind:<12}{wall:>8.1f}{ideal:>8.1f}{wall / ideal:>7.2f}"
        f"{memory / 2**20:>11.0f}{shown:>18}"
    )


def _connections(watch: psycopg.Connection[tuple[int]]) -> int:
    row = watch.execute(
        "select count(*) from pg_stat_activity where datname = current_database() and pid <>"
        " pg_backend_pid()"
    ).fetchone()
    return row[0] if row else 0
