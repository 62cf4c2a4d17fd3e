"""What it costs to keep the leases of 1,000 cascades in flight, and to look for abandoned ones."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.builds import ROOT
from bench.campaigns.ground import scratch

IN_FLIGHT = 1_000
BEATS = 15


def run() -> None:
    print(f"\nKeeping the leases of {IN_FLIGHT:,} cascades of five documents in one process")
    for database in ("SQLite", "PostgreSQL"):
        subprocess.run([sys.executable, "-m", "bench.leases", database], cwd=ROOT, check=True)


def measure(database: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from artifacts.generation.leases import HEARTBEAT_SECONDS, LEASE, QUEUED, Heartbeat
    from artifacts.generation.recovery import resume_abandoned
    from artifacts.models import Artifact
    from artifacts.tasks import SWEEP_SECONDS

    def sweep() -> None:
        resume_abandoned(deliver=lambda _: None)

    def make_due() -> None:
        Artifact.objects.update(lease_expires_at=timezone.now() + LEASE / 2)

    heartbeat = Heartbeat(interval_seconds=3_600)
    with ExitStack() as stack:
        for token in _held():
            stack.enter_context(heartbeat.holding(token))
        every, all_rows = _cost(heartbeat.beat, before=make_due), heartbeat.beat()
        with CaptureQueriesContext(connection) as beaten:
            rows = heartbeat.beat()
        with CaptureQueriesContext(connection) as swept:
            sweep()
        beat, look = _cost(heartbeat.beat), _cost(sweep)
    # What waits is renewed once in so many beats.
    seldom = math.ceil((QUEUED - LEASE).total_seconds() / HEARTBEAT_SECONDS)
    mean = (beat * (seldom - 1) + every) / seldom
    statements = 60 / HEARTBEAT_SECONDS * len(beaten) + 60 / SWEEP_SECONDS * len(swept)
    load = mean / HEARTBEAT_SECONDS + look / SWEEP_SECONDS
    print(
        f"{database:<12}{rows:,} rows a beat in {beat * 1000:.0f} ms of processor time, once in"
        f" {seldom} beats {IN_FLIGHT * 5:,} in {every * 1000:.0f}; a sweep in {look * 1000:.1f};"
        f" {statements:.0f} statements a minute, {load:.1%} of one processor"
    )
    assert all_rows == rows == IN_FLIGHT


def _held() -> list[uuid.UUID]:
    """Make the cascades, held as by a worker; their receipts are of no matter here."""
    from django.utils import timezone

    from artifacts.generation.leases import LEASE
    from artifacts.models import Artifact, Project
    from artifacts.schemas import GENERATION_ORDER
    from artifacts.tests.support.factories import PLAIN, make_user

    now = timezone.now()
    owner = make_user()
    projects = Project.objects.bulk_create(
        Project(owner=owner, name="Bench", idea="Stock counting.", interviewed_at=now)
        for _ in range(IN_FLIGHT)
    )
    tokens = {project.pk: uuid.uuid4() for project in projects}
    Artifact.objects.bulk_create(
        Artifact(
            project=project,
            artifact_type=artifact_type.value,
            current_content=PLAIN[artifact_type],
            generation_status="generating",
            generation_token=tokens[project.pk],
            generation_started_at=now,
            begun_at=now if artifact_type is GENERATION_ORDER[0] else None,
            lease_expires_at=now + 20 * LEASE,
        )
        for project in projects
        for artifact_type in GENERATION_ORDER
    )
    return list(tokens.values())


def _cost(act: Callable[[], object], before: Callable[[], object] | None = None) -> float:
    """Return the processor time of one call, in this process and in the database's."""
    took = 0.0
    for _ in range(BEATS):
        if before is not None:
            before()
        began = _processor_seconds()
        act()
        took += _processor_seconds() - began
    return took / BEATS


def _processor_seconds() -> float:
    from django.db import connection

    own = time.process_time()
    if connection.vendor != "postgresql":
        return own
    connection.ensure_connection()
    raw: Any = connection.connection
    ticks = Path(f"/proc/{raw.info.backend_pid}/stat").read_text().rpartition(")")[2].split()
    return own + (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    with scratch(postgres=sys.argv[1] == "PostgreSQL"):
        measure(sys.argv[1])
