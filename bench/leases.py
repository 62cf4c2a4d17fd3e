"""What it costs to keep the leases of 1,000 cascades in flight, and to look for abandoned ones."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
import uuid
from contextlib import ExitStack
from datetime import timedelta

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

    from artifacts.generation.leases import HEARTBEAT_SECONDS, LEASE, Heartbeat
    from artifacts.generation.recovery import resume_abandoned
    from artifacts.models import Artifact
    from artifacts.tasks import SWEEP_SECONDS
    from artifacts.tests.support.factories import make_project, make_user
    from artifacts.tiers import Tier

    owner = make_user(Tier.CTO_SCALE)
    tokens = [_held(make_project(owner).pk, timezone.now() + LEASE) for _ in range(IN_FLIGHT)]
    heartbeat = Heartbeat(interval_seconds=3_600)
    with ExitStack() as stack:
        for token in tokens:
            stack.enter_context(heartbeat.holding(token))
        with CaptureQueriesContext(connection) as asked:
            rows = heartbeat.beat()
        beats = [_seconds(heartbeat.beat) for _ in range(BEATS)]
        with CaptureQueriesContext(connection) as swept:
            resume_abandoned(deliver=lambda _: None)
        sweeps = [_seconds(lambda: resume_abandoned(deliver=lambda _: None)) for _ in range(BEATS)]
    beat, sweep = statistics.median(beats), statistics.median(sweeps)
    per_minute = 60 / HEARTBEAT_SECONDS, 60 / SWEEP_SECONDS
    load = beat / HEARTBEAT_SECONDS + sweep / SWEEP_SECONDS
    statements = per_minute[0] * len(asked) + per_minute[1] * len(swept)
    print(
        f"{database:<12}{rows:,} rows a beat in {beat * 1000:.0f} ms, a sweep {sweep * 1000:.1f},"
        f" {statements:.0f} statements a minute, {load:.1%} of one processor"
    )
    Artifact.objects.generating().update(generation_status="idle", generation_token=None)


def _held(project_id: uuid.UUID, until: object) -> uuid.UUID:
    """Have all documents of a project held, as by a worker; the receipts are of no matter here."""
    from django.utils import timezone

    from artifacts.models import Artifact

    token = uuid.uuid4()
    Artifact.objects.filter(project=project_id).update(
        generation_status="generating",
        generation_token=token,
        generation_started_at=timezone.now() + timedelta(seconds=1),
        lease_expires_at=until,
    )
    return token


def _seconds(act: object) -> float:
    assert callable(act)
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    os.environ["PROJECTS_CTO_SCALE"] = str(IN_FLIGHT)
    with scratch(postgres=sys.argv[1] == "PostgreSQL"):
        measure(sys.argv[1])
