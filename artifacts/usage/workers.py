"""The worker processes, each of which reports every few seconds."""

from __future__ import annotations

import os
import socket
import uuid
from datetime import datetime, timedelta

from artifacts.models import Worker

SILENT_AFTER = timedelta(seconds=45)
"""A worker that has not been heard of for so long is gone, or cannot reach the database."""

FORGOTTEN_AFTER = timedelta(hours=1)


def report_worker(
    worker_id: uuid.UUID, *, threads: int, now: datetime, skew_seconds: float = 0
) -> None:
    """Say that the process of that id lives, with so many threads that write.

    One statement, but for the first time.

    `now` is by the database's clock, and `skew_seconds` how far the machine's is ahead of it.
    """
    if Worker.objects.filter(pk=worker_id).update(
        seen_at=now, threads=threads, skew_seconds=skew_seconds
    ):
        return
    Worker.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()
    Worker.objects.create(
        pk=worker_id,
        host=socket.gethostname()[:253],
        pid=os.getpid(),
        threads=threads,
        started_at=now,
        seen_at=now,
        skew_seconds=skew_seconds,
    )
