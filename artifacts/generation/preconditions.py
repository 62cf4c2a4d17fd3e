"""What has to be there before a document is written: the documents it rests on, and money."""

from __future__ import annotations

from decimal import Decimal

from artifacts.exceptions import UpstreamMissing
from artifacts.generation.clock import shared_now
from artifacts.models import GenerationAttempt
from artifacts.runners.base import BUDGET_SPENT, RetryableRunnerError, Usage
from artifacts.schemas import ArtifactType, Contents
from artifacts.usage.budgets import budget_left

NOTHING = Usage(tokens_in=0, tokens_out=0, cost_usd=Decimal(0))
"""What was consumed before a runner was called."""


def check_upstream(artifact_type: ArtifactType, earlier: Contents) -> None:
    """Raise where a document is missing that was to be written first, because another generation
    took it over.
    """
    missing = [
        t for t in artifact_type.earlier if t.content_class.needed_by_later and t not in earlier
    ]
    if missing:
        raise RetryableRunnerError(message=str(UpstreamMissing(missing)), usage=NOTHING)


def spendable_usd(attempt: GenerationAttempt) -> Decimal | None:
    """Return how many USD the next document may cost; None is no limit.

    Raise where that is nothing.
    """
    left = budget_left(attempt.founder_id, now=shared_now())
    if left is not None and left <= 0:
        raise RetryableRunnerError(
            "the day's budget is spent",
            message=BUDGET_SPENT,
            usage=NOTHING,
        )
    return left
