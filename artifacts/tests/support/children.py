"""Other processes for tests about locks: each runs one of the functions below against the test's
database.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cache
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from typing import Any
from urllib.parse import quote

from django.conf import settings


class Forked:
    """A child that is forked from a process that has loaded the product, which takes longer than
    what most children do. It is waited for and ended as one of `subprocess`.
    """

    def __init__(self, what: str, arguments: Sequence[str]) -> None:
        context = _fork_server()
        reader, writer = context.Pipe(duplex=False)
        self._process = context.Process(target=_run_forked, args=(writer, what, arguments))
        self._process.start()
        writer.close()
        self.stdout = os.fdopen(os.dup(reader.fileno()))
        reader.close()

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, signal_number: int) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, signal_number)

    def wait(self, timeout: float | None = None) -> int | None:
        self._process.join(timeout)
        return self.returncode

    def communicate(self, timeout: float | None = None) -> tuple[str, None]:
        """Return what it printed, which is little enough to wait for until it has ended."""
        if self.wait(timeout) is None:
            self._process.kill()
            raise subprocess.TimeoutExpired(str(self._process.name), timeout or 0)
        with self.stdout:
            return self.stdout.read(), None


Child = subprocess.Popen[str] | Forked


@cache
def _fork_server() -> ForkServerContext:
    """Start the process that children are forked from, in their environment."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["artifacts.tests.support.loaded"])
    own = dict(os.environ)
    os.environ.update(_environment(queue_url="memory"), PYTHONPATH=str(settings.BASE_DIR))
    try:
        forkserver.ensure_running()
    finally:
        os.environ.clear()
        os.environ.update(own)
    return context


def _run_forked(writer: Connection, what: str, arguments: Sequence[str]) -> None:
    os.dup2(writer.fileno(), sys.stdout.fileno())
    main(what, arguments)


def start(what: str, *arguments: object, queue_url: str = "memory", **environment: str) -> Child:
    """Start a child that runs the function `what`; its output is read from `stdout`."""
    if queue_url == "memory" and not environment:
        return Forked(what, [*map(str, arguments)])
    return _start(
        "-m",
        "artifacts.tests.support.children",
        what,
        *map(str, arguments),
        queue_url=queue_url,
        **environment,
    )


def migrate(queue_url: str) -> subprocess.Popen[str]:
    """Do what a deployment does before a worker starts: it makes the tables of a queue that needs
    some.
    """
    return _start("manage.py", "migrate", "--verbosity", "0", queue_url=queue_url)


def start_worker(queue_url: str, **environment: str) -> subprocess.Popen[str]:
    return _start("manage.py", "run_huey", "--workers", "2", queue_url=queue_url, **environment)


def stop_worker(worker: subprocess.Popen[str], signal_number: int = signal.SIGINT) -> None:
    """End the worker as an operator would."""
    worker.send_signal(signal_number)
    worker.communicate(timeout=60)
    assert worker.returncode == 0


def wait_until(happened: Callable[[], bool]) -> None:
    """Look again and again; give up only when something must be broken."""
    for _ in range(600):
        if happened():
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen")


def _start(*arguments: str, queue_url: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, **_environment(queue_url=queue_url), **environment},
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )


def _environment(*, queue_url: str) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "artifacts.tests.settings",
        "TEST_RUN_DATABASE_URL": _database_url(),
        "TEST_RUN_QUEUE_URL": queue_url,
    }


def read_line(child: Child) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def kill(child: Child) -> None:
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert child.stdout is not None
    child.stdout.close()


def finish(child: Child) -> str:
    """Wait for the child to end well, and return what it printed."""
    output, _ = child.communicate(timeout=60)
    assert child.returncode == 0
    return output


def _database_url() -> str:
    from django.db import connection

    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    user = quote(database["USER"] or "", safe="")
    password = f":{quote(database['PASSWORD'], safe='')}" if database["PASSWORD"] else ""
    host = quote(database["HOST"] or "", safe="")
    port = f":{database['PORT']}" if database["PORT"] else ""
    return (
        f"postgres://{user}{password}{'@' if user or host else ''}{host}{port}/{database['NAME']}"
    )


def claim(*project_ids: str) -> None:
    """Wait for a line on the clock, then claim each project once; print how many claims were
    got.
    """
    from artifacts.exceptions import GenerationInProgress
    from artifacts.models import Project
    from artifacts.tests.support.factories import claim_all

    moment, *projects = project_ids
    time.sleep(max(0.0, float(moment) - time.time()))
    got = 0
    for project_id in projects:
        try:
            claim_all(Project.objects.get(pk=project_id))
            got += 1
        except GenerationInProgress:
            pass
    print(got)


def write_until(project_id: str, artifact_type: str) -> None:
    """Write the project's documents; say so and hang when it is the turn of `artifact_type`."""
    from artifacts.generation.writer import write_claim
    from artifacts.models import Project
    from artifacts.tests.support.factories import StubRunner, claim_all

    def hang(current: str) -> None:
        if current == artifact_type:
            print("hanging", flush=True)
            time.sleep(600)

    write_claim(claim_all(Project.objects.get(pk=project_id)), runner=StubRunner(before=hang))


def resume(seconds_later: str) -> None:
    """Take up what was abandoned, as a worker would `seconds_later` from now; print how many
    cascades that were.
    """
    from django.utils import timezone

    from artifacts.generation.recovery import resume_abandoned
    from artifacts.generation.writer import write_claim
    from artifacts.tests.support.factories import StubRunner

    def deliver(cascade: Any) -> None:
        write_claim(cascade, runner=StubRunner())

    now = timezone.now() + timedelta(seconds=float(seconds_later))
    print(len(resume_abandoned(deliver=deliver, now=now)))


def order(project_id: str, runner: str = "fake") -> None:
    """Order the project's documents from the queue, as a page would."""
    from artifacts import tasks
    from artifacts.generation.claims import Requester
    from artifacts.generation.service import generate
    from artifacts.models import GenerationAttempt, Project

    project = Project.objects.get(pk=project_id)
    generate(
        project,
        trigger=Requester(GenerationAttempt.Trigger.FOUNDER),
        runner=runner,
        deliver=tasks.deliver,
    )


def main(what: str, arguments: Sequence[str]) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "artifacts.tests.settings")
    django.setup()
    functions: list[Callable[..., None]] = [claim, write_until, resume, order]
    next(function for function in functions if function.__name__ == what)(*arguments)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
