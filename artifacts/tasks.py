"""The queue. Nothing else knows which one it is; it only rings the bell, the rows are the truth."""

from __future__ import annotations

import logging
import uuid

from huey import crontab
from huey.contrib.djhuey import HUEY, periodic_task, task

from artifacts.services.cascade import run_cascade
from artifacts.services.claims import Cascade
from artifacts.services.connections import release_connection
from artifacts.services.recovery import resume_abandoned

logger = logging.getLogger(__name__)

SWEEP_SECONDS = 10


def deliver(cascade: Cascade) -> None:
    """Ring for a worker. Where the queue is out of reach the claim stands, and is found when its lease ends."""
    try:
        write_cascade(str(cascade.project_id), str(cascade.token))
    except Exception:
        logger.exception("Could not reach the queue for project %s; a worker will find the claim", cascade.project_id)


def prepare_queue() -> None:
    """Make the tables of a queue that lives in PostgreSQL; other queues make their own."""
    initialize = getattr(HUEY.storage, "initialize_schema", None)
    if initialize:
        initialize()


@task()  # type: ignore[untyped-decorator]
def write_cascade(project_id: str, token: str) -> None:
    run_cascade(Cascade(uuid.UUID(project_id), uuid.UUID(token)))


@periodic_task(crontab(minute="*"), expires=60)  # type: ignore[untyped-decorator]
def sweep_for_a_minute() -> None:
    """Order the sweeps of the next minute: the queue's own clock strikes only once in that time."""
    for delay_seconds in range(0, 60, SWEEP_SECONDS):
        sweep.schedule(delay=delay_seconds, priority=1)


@task(priority=1, expires=60)  # type: ignore[untyped-decorator]
def sweep() -> None:
    try:
        resume_abandoned(deliver=deliver)
    finally:
        release_connection()
