"""A hundred projects at once in one worker process: real queue, real worker, a runner that sleeps."""

from __future__ import annotations

import signal
import sys
import time

import psutil
import psycopg

from bench.databases import Database, fresh

PROJECTS = 100
SECONDS = 2.0


def run() -> None:
    print(f"\n{PROJECTS} projects at once, {SECONDS:.0f} s a document, one worker process with {PROJECTS} threads")
    print(f"{'database':<12}{'wall s':>8}{'ideal s':>8}{'ratio':>7}{'memory MB':>11}{'peak connections':>18}")
    for kind in ("SQLite", "PostgreSQL"):
        with fresh(kind, RUNNER=f"fake:slow:{SECONDS}", WORKERS=str(PROJECTS)) as database:
            _measure(database)


def _measure(database: Database) -> None:
    worker = database.start("manage.py", "run_huey", "--quiet")
    time.sleep(5)
    orders = database.start("-m", "bench.fleet", "order")
    assert orders.stdout is not None
    orders.stdout.readline()
    memory = connections = 0
    process = psutil.Process(worker.pid)
    watch = psycopg.connect(database.url, autocommit=True) if database.kind == "PostgreSQL" else None
    while orders.poll() is None:
        memory = max(memory, process.memory_info().rss)
        connections = max(connections, _connections(watch) if watch else 0)
        time.sleep(0.1)
    wall = float(orders.stdout.readline())
    worker.send_signal(signal.SIGINT)
    worker.wait()
    if watch:
        watch.close()
    ideal = 5 * SECONDS
    shown = str(connections) if watch else "-"
    print(f"{database.kind:<12}{wall:>8.1f}{ideal:>8.1f}{wall / ideal:>7.2f}{memory / 2**20:>11.0f}{shown:>18}")


def _connections(watch: psycopg.Connection[tuple[int]]) -> int:
    row = watch.execute(
        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
    ).fetchone()
    return row[0] if row else 0


def order() -> None:
    """Order every project's documents from the queue, and end when all of them are written."""
    import os

    os.environ["DJANGO_SETTINGS_MODULE"] = "cofounder.settings"
    import django

    django.setup()
    from artifacts import tasks
    from artifacts.interview import ProjectInput
    from artifacts.models import Artifact, GenerationAttempt, User
    from artifacts.services.claims import Trigger
    from artifacts.services.generation import generate
    from artifacts.services.projects import create_project

    owner = User.objects.create(username="bench")
    described = ProjectInput.from_brief({"name": "Bench", "idea": "Stock counting for small shops."})
    projects = [create_project(owner=owner, described=described) for _ in range(PROJECTS)]
    print("ready", flush=True)
    began = time.monotonic()
    for project in projects:
        generate(project, trigger=Trigger(GenerationAttempt.Trigger.COMMAND), deliver=tasks.deliver)
    while Artifact.objects.exclude(version_number=1).exists():
        time.sleep(0.1)
    print(time.monotonic() - began)


if __name__ == "__main__":
    if sys.argv[1:] == ["order"]:
        order()
