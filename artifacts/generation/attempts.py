"""One document about to be written, what writing it took, and the receipt that is closed with
that.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from artifacts.models import Artifact, GenerationAttempt
from artifacts.monitoring.metrics import count_document, count_usage
from artifacts.runners.base import RunnerError, Usage
from artifacts.schemas import ArtifactType
from artifacts.unlocked import cached_property

if TYPE_CHECKING:
    from artifacts.checker.readings import Readings

logger = logging.getLogger(__name__)

MAX_POSTPONEMENTS = 3
"""How often one document is postponed before it fails."""


@dataclass(frozen=True)
class Turn:
    """One artifact about to be written: its row, its order, the rows held for later, all rows of
    its project, and what checks of it have read.
    """

    artifact: Artifact
    attempt: GenerationAttempt
    waiting: Sequence[Artifact]
    rows: Sequence[Artifact]
    readings: Readings

    @cached_property
    def earlier(self) -> list[Artifact]:
        earlier = self.type.earlier
        return [row for row in self.rows if row.type in earlier]

    @cached_property
    def type(self) -> ArtifactType:
        return self.artifact.type


@dataclass(frozen=True, slots=True)
class Effort:
    """What writing took, whether it succeeded or not."""

    usage: Usage
    seconds: float


def close_attempt(
    turn: Turn, outcome: GenerationAttempt.Outcome, effort: Effort, now: datetime, **changes: Any
) -> int:
    """Close the attempt with its outcome and what it took; return 0 if it was closed already."""
    columns = receipt_columns(turn, outcome, effort, now, **changes)
    closed = GenerationAttempt.objects.filter(pk=turn.attempt.pk).open().update(**columns)
    if closed:
        transaction.on_commit(lambda: note_end(turn, outcome, effort))
    return closed


def receipt_columns(
    turn: Turn, outcome: GenerationAttempt.Outcome, effort: Effort, now: datetime, **changes: Any
) -> dict[str, Any]:
    """Return the columns of an attempt that is closed with its outcome and what it took."""
    return {
        "outcome": outcome,
        "finished_at": now,
        **begun(effort, now),
        **usage_columns(effort),
        "upstream_versions": {
            row.artifact_type: row.version_number for row in turn.earlier if row.is_written
        },
        "error": effort.usage.warning,
        **changes,
    }


def note_end(turn: Turn, outcome: GenerationAttempt.Outcome, effort: Effort) -> None:
    """Count the attempt, and log how it ended."""
    runner, usage = turn.attempt.runner, effort.usage
    count_document(runner=runner, outcome=outcome, seconds=effort.seconds)
    usd = None if usage.cost_usd is None else float(usage.cost_usd)
    count_usage(
        runner=runner,
        model=usage.model,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        usd=usd,
    )
    logger.info(
        "Ended %s of project %s: %s in %.3f s",
        turn.type,
        turn.artifact.project_id,
        outcome,
        effort.seconds,
        extra={
            "fields": {
                "document": str(turn.type),
                "outcome": str(outcome),
                "seconds": round(effort.seconds, 3),
                "runner": runner.partition(":")[0],
                "model": usage.model,
            }
        },
    )


def begun(effort: Effort, now: datetime) -> dict[str, Any]:
    """Return since when it was written at; nothing if the writing service turned it away, or was
    never asked.
    """
    usage = effort.usage
    was_turned_away = not usage.model or usage.requests is not None
    if was_turned_away and usage.tokens_in == usage.tokens_out == 0:
        return {}
    return {"started_at": now - timedelta(seconds=effort.seconds)}


def usage_columns(effort: Effort) -> dict[str, Any]:
    """Return the columns of an attempt that say what it took: seconds, tokens, requests, USD."""
    return {
        "duration_seconds": round(effort.seconds, 3),
        "model": effort.usage.model,
        "prompt_version": effort.usage.prompt_version,
        "tokens_in": effort.usage.tokens_in,
        "tokens_out": effort.usage.tokens_out,
        "tokens_cached": effort.usage.tokens_cached,
        "requests": effort.usage.requests,
        "cost_usd": _as_stored(effort.usage.cost_usd),
        "guessed_usd": _as_stored(effort.usage.guessed_usd),
    }


def _as_stored(usd: Decimal | None) -> Decimal | None:
    """Return an amount with the digits of its column: SQLite would keep more, and sums would not be
    their parts'.
    """
    return None if usd is None else usd.quantize(Decimal("0.000001"), ROUND_HALF_UP)


def wait_before_next_try(attempt: GenerationAttempt, error: RunnerError) -> timedelta | None:
    """Return how long a document is postponed after `error`; None if it has failed."""
    seconds = error.retry_after_seconds
    if (
        not error.retryable
        or seconds is None
        or not 0 <= seconds <= settings.RETRY_AFTER_LIMIT_SECONDS
    ):
        return None
    return timedelta(seconds=seconds) if attempt.postponements < MAX_POSTPONEMENTS else None
