"""Faults of real processes: workers and web servers that are killed, stopped and frozen, and a
database that goes away under them.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import tempfile
import time
import traceback
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError, connection
from django.db.models import Max
from django.utils import timezone
from huey.contrib.djhuey import HUEY
from huey.storage import SqliteStorage

from artifacts import tasks
from artifacts.generation.claims import Claim
from artifacts.generation.leases import HEARTBEAT_SECONDS, LEASE
from artifacts.models import Artifact, GenerationAttempt, Worker
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support import children
from bench.campaigns.report import Report
from bench.campaigns.scenes import Scene, scene
from bench.campaigns.web import edit_until_killed

BOUND_SECONDS = 180.0
"""How long anything may take until all is idle again, on a busy machine."""
RUNNER = "fake:slow:1"


@dataclass
class Play:
    """One fault: a project that is ordered from the queue, and who works at it."""

    stage: Scene
    workers: Workers
    began: float = field(default_factory=time.monotonic)
    at: Any = field(default_factory=timezone.now)

    def order(self, *, is_delivered: bool = True) -> None:
        cascade = self.stage.claim(started=False, runner=RUNNER)
        if is_delivered:
            self.worker.deliver(cascade)

    @property
    def worker(self) -> Working:
        assert self.workers.one is not None
        return self.workers.one

    def lose_worker(self) -> None:
        """The other one is left, and is the one that the next fault meets."""
        self.workers.one = None

    def wait_for(self, artifact_type: ArtifactType) -> None:
        """Wait until that document is being written."""
        self._until(lambda: self.stage.row(artifact_type).begun_at is not None)

    def strike(self) -> None:
        self.began, self.at = time.monotonic(), timezone.now()

    def wait_until_idle(self) -> float:
        """Wait until nothing is held, while the founder goes on; return how long that took."""
        self._until(lambda: not Artifact.objects.generating().exists(), acts=True)
        return time.monotonic() - self.began

    def _until(self, happened: Callable[[], bool], *, acts: bool = False) -> None:
        def look() -> bool:
            if happened():
                return True
            if acts and self.stage.rng.random() < 0.15:
                self.stage.act()
            return False

        wait_until(look)

    def taken_up(self) -> float | None:
        """Return how long after the fault another worker had taken the work over."""
        taken = GenerationAttempt.objects.filter(
            trigger=GenerationAttempt.Trigger.RECOVERY, created_at__gt=self.at
        ).aggregate(at=Max("created_at"))["at"]
        return (taken - self.at).total_seconds() if taken else None


def wait_until(happened: Callable[[], bool]) -> None:
    """Look again and again, also while the database is away."""
    ends = time.monotonic() + BOUND_SECONDS
    while time.monotonic() < ends:
        with suppress(OperationalError):
            if happened():
                return
        connection.close()
        time.sleep(0.1)
    raise TimeoutError("it did not happen")


Fault = Callable[[Play], None]


def kill_worker(where: ArtifactType) -> Fault:
    def strike(play: Play) -> None:
        play.order()
        play.wait_for(where)
        play.strike()
        children.kill(play.worker.process)
        play.lose_worker()

    return strike


def stop_worker(play: Play) -> None:
    play.order()
    play.wait_for(play.stage.rng.choice(GENERATION_ORDER))
    play.strike()
    children.stop_worker(play.worker.process, signal.SIGTERM)
    play.lose_worker()


def freeze_worker(seconds: float) -> Fault:
    """Longer than its lease it answers after another one has taken over; for less it keeps it."""

    def strike(play: Play) -> None:
        play.order()
        play.wait_for(play.stage.rng.choice(GENERATION_ORDER[:3]))
        play.strike()
        play.worker.process.send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        play.worker.process.send_signal(signal.SIGCONT)
        if seconds < LEASE.total_seconds() - HEARTBEAT_SECONDS:
            play.wait_until_idle()
            if play.taken_up() is not None:
                raise AssertionError("a worker that was merely slow lost its lease")

    return strike


def end_connections(play: Play) -> None:
    play.order()
    play.wait_for(play.stage.rng.choice(GENERATION_ORDER))
    play.strike()
    with _server() as server:
        server.execute(_END, [connection.settings_dict["NAME"]])


def lose_database(play: Play) -> None:
    """For 10 seconds nobody gets at it."""
    play.order()
    play.wait_for(play.stage.rng.choice(GENERATION_ORDER[:4]))
    play.strike()
    name = connection.settings_dict["NAME"]
    connection.close()
    if connection.vendor == "sqlite":
        with sqlite3.connect(name, isolation_level=None, timeout=30) as holder:
            holder.execute("BEGIN EXCLUSIVE")
            time.sleep(10)
            holder.execute("ROLLBACK")
        return
    with _server() as server:
        server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        try:
            for _ in range(20):
                server.execute(_END, [name])
                time.sleep(0.5)
        finally:
            server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


def lose_message(play: Play) -> None:
    play.order(is_delivered=False)
    play.strike()


def kill_web(play: Play) -> None:
    stage = play.stage
    edit_until_killed(stage, session_of(stage), stage.rng)
    play.strike()
    play.order()


def faults() -> dict[str, Fault]:
    kills = {f"kill -9 of a worker at the {t.label}": kill_worker(t) for t in GENERATION_ORDER}
    every: dict[str, Fault] = {
        **kills,
        "SIGTERM to a worker": stop_worker,
        "a worker frozen for 5 s": freeze_worker(5),
        "a worker frozen for 20 s": freeze_worker(20),
        "database away for 10 s": lose_database,
        "message to the queue lost": lose_message,
        "kill -9 of web while edits arrive": kill_web,
    }
    if connection.vendor == "postgresql":
        every["all connections ended"] = end_connections
    return every


def run(report: Report, *, runs: int, seconds: float, only: str = "") -> None:
    """Play one fault after the other until there were `runs` or the time is over."""
    ends = time.monotonic() + seconds
    playable = [(name, fault) for name, fault in faults().items() if only in name]
    with tempfile.TemporaryDirectory(prefix="queues-") as folder:
        workers = Workers(Path(folder))
        try:
            for number in range(runs):
                if time.monotonic() > ends:
                    break
                name, fault = playable[number % len(playable)]
                workers.make_ready()
                _play(report, name, fault, workers, f"{report.seed}-{number}")
        finally:
            workers.end()


class Working:
    """A worker process with a queue of its own, so that it takes only what is meant for it.

    Its sweep takes up what others leave in the database, as that of any worker.
    """

    def __init__(self, folder: Path) -> None:
        self._queue = folder / f"{uuid.uuid4().hex}.sqlite3"
        known = set(Worker.objects.values_list("pk", flat=True))
        self.process = children.start_worker(
            f"sqlite:///{self._queue}", SHUTDOWN_SECONDS="1", LOG_LEVEL="CRITICAL"
        )
        wait_until(lambda: Worker.objects.exclude(pk__in=known).exists())

    def deliver(self, cascade: Claim) -> None:
        message = tasks.write_cascade.s(str(cascade.project_id), str(cascade.token))
        storage = SqliteStorage(HUEY.name, filename=str(self._queue))
        storage.enqueue(HUEY.serialize_task(message))
        storage.close()


@dataclass
class Workers:
    """The worker that a fault is to meet, and another one for afterwards."""

    folder: Path
    one: Working | None = None
    other: Working | None = None

    def make_ready(self) -> None:
        self.one = self.one or self.other or Working(self.folder)
        if self.other in (None, self.one):
            self.other = Working(self.folder)

    def end(self) -> None:
        for working in {self.one, self.other} - {None}:
            assert working is not None
            children.kill(working.process)


def _play(report: Report, name: str, fault: Fault, workers: Workers, seed: str) -> None:
    with scene(random.Random(seed)) as stage:
        play = Play(stage, workers)
        try:
            fault(play)
            seconds = play.wait_until_idle()
            taken_up = play.taken_up()
            problems = list(stage.problems())
        except Exception as error:
            traceback.print_exc()
            seconds, taken_up, problems = BOUND_SECONDS, None, [repr(error)]
            stage.recover()
        row = report.row(name)
        row.note("violated" if problems else "all written", seconds)
        if taken_up is not None:
            row.taken_up.append(round(taken_up, 1))
        for problem in problems:
            report.violate(f"{name}, seed {seed}: {problem}")
        print(f"{name}: {seconds:.1f} s, taken up after {taken_up}", flush=True)


def session_of(stage: Scene) -> str:
    """Return the session of a browser in which the founder is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(stage.founder.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = stage.founder.get_session_auth_hash()
    session.create()
    assert session.session_key is not None
    return session.session_key


_END = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
    " AND pid <> pg_backend_pid()"
)


@contextmanager
def _server() -> Iterator[psycopg.Connection[Any]]:
    """Connect to the server, but to another database of it."""
    with psycopg.connect(os.environ["TEST_RUN_DATABASE_URL"], autocommit=True) as server:
        yield server
