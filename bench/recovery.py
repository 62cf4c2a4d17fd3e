"""How long an abandoned cascade waits: a worker is killed in mid-document, another one goes on (promised: 60 s)."""

from __future__ import annotations

import sys
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
    order = database.start("-m", "bench.recovery", "order")
    assert order.stdout is not None
    order.stdout.readline()
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


def order() -> None:
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

    described = ProjectInput.from_brief({"name": "Bench", "idea": "Stock counting for small shops."})
    project = create_project(owner=User.objects.create(username="bench"), described=described)
    generate(project, trigger=Trigger(GenerationAttempt.Trigger.COMMAND), deliver=tasks.deliver)
    print("ordered", flush=True)
    while Artifact.objects.exclude(version_number=1).exists():
        time.sleep(0.1)


if __name__ == "__main__" and sys.argv[1:] == ["order"]:
    order()
