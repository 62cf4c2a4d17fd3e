"""Figures about generation for staff: by day, cause and document, with cost, queue and workers.

Everything is read from the attempts of a window of days. Days are those of UTC; an attempt counts
on the day on which it was asked for.
"""

from __future__ import annotations

import math
import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.db.models import Count, Min, Q, QuerySet, Sum
from django.db.models.functions import Substr

from artifacts.models import Artifact, GenerationAttempt, Worker
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.usage.daily_sums import Group, begin_of, groups_by_day
from artifacts.usage.workers import FORGOTTEN_AFTER, SILENT_AFTER

Outcome = GenerationAttempt.Outcome

PERIODS = (7, 30, 90)
SAMPLE = 2_000
"""Of how many attempts, the newest, the times are computed.

More would take longer and say the same.
"""

CAUSES_READ, CAUSES_SHOWN = 500, 20
WORDS = 60

_STORED = (Outcome.STORED, Outcome.PROPOSED)
_UNDONE = (Outcome.FAILED, Outcome.POSTPONED, Outcome.SKIPPED, Outcome.ABANDONED, Outcome.CANCELLED)
_UNSAID = {
    Outcome.FAILED.value: "No cause was recorded",
    Outcome.POSTPONED.value: "The writing service asked us to wait",
    Outcome.SKIPPED.value: "A document that it builds on failed",
    Outcome.ABANDONED.value: "Taken over when its lease had run out",
    Outcome.CANCELLED.value: "Stopped by the founder, or the project was deleted",
}
# What comes after these is the case at hand, not the kind.
_END_OF_KIND = re.compile(r"[:(\n]|\. ")


@dataclass(frozen=True, slots=True)
class Day:
    """How what was asked for on a day has ended."""

    day: date
    stored: int = 0
    """Including what waits for its founder's decision."""
    failed: int = 0
    other: int = 0
    """Postponed, skipped, abandoned or cancelled."""
    open: int = 0

    @property
    def total(self) -> int:
        return self.stored + self.failed + self.other + self.open


@dataclass(frozen=True, slots=True)
class Cause:
    """Why so many attempts came to nothing: the outcome, and the first words of what was
    recorded.
    """

    outcome: str
    words: str
    trigger: str
    runner: str
    number: int


@dataclass(frozen=True, slots=True)
class Speed:
    """How long writing a document took, of those that were stored."""

    type: ArtifactType
    number: int
    median_seconds: float | None = None
    p95_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class DailyCost:
    """What a model took on a day.

    `cost_usd` is the sum of the known costs; `unpriced` attempts have none.
    """

    day: date
    model: str
    attempts: int
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    cost_usd: Decimal
    unpriced: int


@dataclass(frozen=True, slots=True)
class History:
    """What happened in a window of days, the oldest first."""

    days: tuple[Day, ...]
    causes: tuple[Cause, ...]
    more_causes: int
    """How many attempts came to nothing by causes that are not listed."""
    speeds: tuple[Speed, ...]
    is_sampled: bool
    spending: tuple[DailyCost, ...]

    @property
    def total(self) -> int:
        return sum(day.total for day in self.days)

    @property
    def success(self) -> float | None:
        """How many per cent were stored, of what was stored or has failed; None if nothing
        was.
        """
        stored, failed = sum(day.stored for day in self.days), sum(day.failed for day in self.days)
        return 100 * stored / (stored + failed) if stored + failed else None

    @property
    def cost_usd(self) -> Decimal:
        return sum((row.cost_usd for row in self.spending), Decimal(0))

    @property
    def unpriced(self) -> int:
        return sum(row.unpriced for row in self.spending)


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits and what is being written now."""

    generations: int
    """Those of which nobody has begun a document."""
    documents: int
    oldest: datetime | None
    """When the oldest of those was asked for."""
    postponed: int
    """Generations that go on at a later time, because a writing service asked us to wait."""
    writing: int
    interrupted: int
    """Begun by a worker that has not been heard of since; another one takes them up."""


def read_history(days: int, *, now: datetime) -> History:
    """Return the last `days` days, today included. A few queries, however many days."""
    today = now.astimezone(UTC).date()
    first = today - timedelta(days=days - 1)
    attempts = GenerationAttempt.objects.filter(
        created_at__gte=begin_of(first), created_at__lt=begin_of(today + timedelta(days=1))
    )
    groups = groups_by_day(first, days, now=now)
    causes = _causes(attempts)
    undone = sum(group["number"] for group in groups if group["outcome"] in _UNDONE)
    shown = causes[:CAUSES_SHOWN]
    speeds, is_sampled = _speeds(attempts)
    return History(
        days=_days(groups, first, days),
        causes=shown,
        more_causes=max(0, undone - sum(cause.number for cause in shown)),
        speeds=speeds,
        is_sampled=is_sampled,
        spending=_spending(groups),
    )


def read_queue(*, now: datetime) -> Queue:
    """Return what waits and what is being written, as the rows say it. Two queries."""
    generations = (
        GenerationAttempt.objects.open()
        .order_by()
        .values("token")
        .annotate(
            begun=Count("artifact__begun_at"),
            resumed=Count("artifact__resumes_at"),
            documents=Count("pk"),
            asked_at=Min("created_at"),
        )
    )
    waits = Q(resumed=0)
    waiting = generations.filter(begun=0).aggregate(
        generations=Count("token", filter=waits),
        all_documents=Sum("documents", filter=waits),
        oldest=Min("asked_at", filter=waits),
        postponed=Count("token", filter=~waits),
    )
    lost = Q(lease_expires_at__lt=now)
    begun = (
        Artifact.objects.generating()
        .filter(begun_at__isnull=False)
        .aggregate(writing=Count("pk", filter=~lost), interrupted=Count("pk", filter=lost))
    )
    return Queue(
        waiting["generations"],
        waiting["all_documents"] or 0,
        waiting["oldest"],
        postponed=waiting["postponed"],
        **begun,
    )


def read_workers(*, now: datetime) -> list[tuple[Worker, bool]]:
    """Return the workers of the last hour, and of each whether it has been heard of lately."""
    workers = Worker.objects.filter(seen_at__gte=now - FORGOTTEN_AFTER)
    return [(worker, worker.seen_at >= now - SILENT_AFTER) for worker in workers]


def _days(groups: Iterable[Group], first: date, number: int) -> tuple[Day, ...]:
    counts: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for group in groups:
        outcome = group["outcome"]
        kind = (
            "stored"
            if outcome in _STORED
            else outcome
            if outcome in (Outcome.FAILED, Outcome.OPEN)
            else "other"
        )
        counts[group["day"]][kind] += group["number"]
    days = (first + timedelta(days=offset) for offset in range(number))
    return tuple(Day(day, **counts[day]) for day in days)


def _spending(groups: Iterable[Group]) -> tuple[DailyCost, ...]:
    """Return what models took, the newest day first; the offline writer costs nothing and is left
    out.
    """
    rows: dict[tuple[date, str], list[Group]] = defaultdict(list)
    for group in groups:
        if group["written"] and group["runner"].partition(":")[0] != "fake":
            rows[group["day"], group["model"] or group["runner"]].append(group)
    newest_first = sorted(rows, key=lambda row: (-row[0].toordinal(), row[1]))
    return tuple(_daily_cost(day, model, rows[day, model]) for day, model in newest_first)


def _daily_cost(day: date, model: str, groups: list[Group]) -> DailyCost:
    return DailyCost(
        day,
        model,
        attempts=sum(group["written"] for group in groups),
        tokens_in=sum(group["sum_in"] or 0 for group in groups),
        tokens_out=sum(group["sum_out"] or 0 for group in groups),
        tokens_cached=sum(group["sum_cached"] or 0 for group in groups),
        cost_usd=sum((group["sum_cost"] or Decimal(0) for group in groups), Decimal(0)),
        unpriced=sum(group["unpriced"] for group in groups),
    )


def _causes(attempts: QuerySet[GenerationAttempt]) -> tuple[Cause, ...]:
    """Return why attempts came to nothing, the most frequent first."""
    groups = (
        attempts.filter(outcome__in=_UNDONE)
        .annotate(head=Substr("error", 1, 2 * WORDS))
        .order_by()
        .values("outcome", "trigger", "runner", "head")
        .annotate(number=Count("pk"))
        .order_by("-number")[:CAUSES_READ]
    )
    counts: dict[tuple[str, str, str, str], int] = defaultdict(int)
    for group in groups:
        counts[
            group["outcome"],
            kind_of(group["outcome"], group["head"]),
            group["trigger"],
            group["runner"],
        ] += group["number"]
    found = [
        Cause(
            Outcome(outcome).name.capitalize(),
            words,
            GenerationAttempt.Trigger(trigger).label,
            runner,
            number,
        )
        for (outcome, words, trigger, runner), number in counts.items()
    ]
    return tuple(sorted(found, key=lambda cause: (-cause.number, cause.outcome, cause.words)))


def kind_of(outcome: str, error: str) -> str:
    """Return the first words of what was recorded: the kind of a failure stands before its
    details.
    """
    words = _END_OF_KIND.split(error, maxsplit=1)[0].strip()
    if not words:
        return _UNSAID[outcome]
    return words if len(words) <= WORDS else f"{words[:WORDS].rstrip()}…"


def _speeds(attempts: QuerySet[GenerationAttempt]) -> tuple[tuple[Speed, ...], bool]:
    """Return the times by document, and whether there were more than SAMPLE of them."""
    times = (
        attempts.filter(outcome__in=_STORED, duration_seconds__isnull=False)
        .order_by("-created_at", "-pk")
        .values_list("artifact__artifact_type", "duration_seconds")[: SAMPLE + 1]
    )
    seconds: dict[str, list[float]] = defaultdict(list)
    rows = list(times)
    for artifact_type, duration in rows[:SAMPLE]:
        assert duration is not None
        seconds[artifact_type].append(duration)
    return tuple(_speed(t, seconds.get(t.value, [])) for t in GENERATION_ORDER), len(rows) > SAMPLE


def _speed(artifact_type: ArtifactType, seconds: Sequence[float]) -> Speed:
    if not seconds:
        return Speed(artifact_type, 0)
    ordered = sorted(seconds)
    p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
    return Speed(artifact_type, len(ordered), statistics.median(ordered), p95)
