"""Health of the installation, for probes and for Prometheus."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from functools import cache

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Count, Max, Min, Q
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from artifacts.generation.clock import shared_now
from artifacts.models import Artifact, Worker
from artifacts.usage.workers import SILENT_AFTER

logger = logging.getLogger(__name__)

OK = "ok"
CHECKS = ("database", "migrations", "queue", "worker")

QueueLength = Callable[[], int | None]
"""Returns how many messages wait; None if the queue is out of reach."""


def readiness(*, queue_length: QueueLength, exclude: Collection[str] = ()) -> dict[str, str]:
    """Return for each check OK, or what is wrong, in a few words that tell nothing of what is
    stored.

    Without a database nothing else is asked: all would say the same, each after its own wait.
    """
    tests = {
        "database": _check_database,
        "migrations": _check_migrations,
        "queue": lambda: OK if queue_length() is not None else "out of reach",
        "worker": _check_worker,
    }
    found: dict[str, str] = {}
    for name, test in tests.items():
        if name in exclude:
            continue
        try:
            found[name] = test()
        except (DatabaseError, InterfaceError) as error:
            logger.warning("Not ready: %s cannot be checked: %r", name, error)
            found[name] = "the database is out of reach"
            return found
    return found


def _check_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK


def _check_migrations() -> str:
    applied = MigrationRecorder(connection).applied_migrations()
    missing = [name for name in _newest_migrations() if name not in applied]
    return OK if not missing else f"not migrated: {', '.join('.'.join(name) for name in missing)}"


@cache
def _newest_migrations() -> tuple[tuple[str, str], ...]:
    """Return the last migration of each application in this build."""
    return tuple(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def _check_worker() -> str:
    seen_at = Worker.objects.aggregate(seen_at=Max("seen_at"))["seen_at"]
    if seen_at is None:
        return "none has ever been seen"
    return OK if shared_now() - seen_at < SILENT_AFTER else "none has been seen lately"


class Present(Collector):
    """What is going on at this moment, read when it is asked for: leases, queue, workers,
    connections.

    A database that is out of reach leaves its figures out, and `cofounder_database_up` says so.
    """

    def __init__(self, queue_length: QueueLength, *, now: datetime) -> None:
        self._queue_length = queue_length
        self._now = now

    def collect(self) -> Iterator[Metric]:
        try:
            families = [*self._leases(), *self._workers()]
            is_up = 1
        except (DatabaseError, InterfaceError) as error:
            logger.warning("The metrics lack what the database holds: %r", error)
            families, is_up = [], 0
        yield GaugeMetricFamily(
            "cofounder_database_up", "Whether the database answers.", value=is_up
        )
        yield from families
        waiting = self._queue_length() if is_up else None
        if waiting is not None:
            yield GaugeMetricFamily(
                "cofounder_queue_messages", "Messages that lie in the queue.", value=waiting
            )
        yield from _pool()

    def _leases(self) -> Iterator[Metric]:
        now = self._now
        is_postponed = Q(resumes_at__gt=now)
        found = Artifact.objects.generating().aggregate(
            writing=Count("pk", filter=Q(begun_at__isnull=False, lease_expires_at__gte=now)),
            waiting=Count("pk", filter=Q(begun_at=None, lease_expires_at__gte=now) & ~is_postponed),
            postponed=Count("pk", filter=is_postponed),
            expired=Count("pk", filter=Q(lease_expires_at__lt=now)),
            oldest=Min("generation_started_at", filter=~is_postponed),
        )
        leases = GaugeMetricFamily(
            "cofounder_leases", "Documents that are locked by a generation.", labels=["state"]
        )
        for state in ("writing", "waiting", "postponed", "expired"):
            leases.add_metric([state], found[state])
        yield leases
        oldest = max(now - found["oldest"], timedelta(0)).total_seconds() if found["oldest"] else 0
        yield GaugeMetricFamily(
            "cofounder_oldest_lease_seconds",
            "How long the oldest lock has been held.",
            value=oldest,
        )

    def _workers(self) -> Iterator[Metric]:
        lately = Worker.objects.filter(seen_at__gt=self._now - SILENT_AFTER)
        found = lately.aggregate(
            number=Count("pk"), ahead=Max("skew_seconds"), behind=Min("skew_seconds")
        )
        yield GaugeMetricFamily("cofounder_workers", "Workers seen lately.", value=found["number"])
        skew = max(abs(found["ahead"] or 0), abs(found["behind"] or 0))
        yield GaugeMetricFamily(
            "cofounder_clock_skew_seconds",
            "How far the clock of a worker's machine is off at most.",
            value=skew,
        )


def _pool() -> Iterator[Metric]:
    pool = getattr(connection, "pool", None)
    if pool is None:
        return
    stats = pool.get_stats()
    family = GaugeMetricFamily(
        "cofounder_pool_connections",
        "Database connections of the process that answers.",
        labels=["state"],
    )
    for state, number in {
        "open": stats.get("pool_size", 0),
        "free": stats.get("pool_available", 0),
        "most": stats.get("pool_max", 0),
        "awaited": stats.get("requests_waiting", 0),
    }.items():
        family.add_metric([state], number)
    yield family
