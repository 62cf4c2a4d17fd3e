"""How long a document usually takes to write, and what it costs, from the receipts of the newest
ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from django.conf import settings
from django.core.cache import cache

from artifacts.models import GenerationAttempt
from artifacts.schemas import ArtifactType

RECEIPTS = 200
"""How many of the newest receipts of this installation are looked at."""
KEEP_SECONDS = 300

Outcome = GenerationAttempt.Outcome


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds and USD that something usually takes; None if nobody can know yet."""

    seconds: float | None = None
    cost_usd: Decimal | None = None


def usual() -> dict[ArtifactType, Estimate]:
    """Return the median seconds and cost of each document type. One query in five minutes."""
    key = f"usual:{settings.RUNNER}"
    estimates: dict[ArtifactType, Estimate] | None = cache.get(key)
    if estimates is None:
        estimates = _measure()
        cache.set(key, estimates, KEEP_SECONDS)
    return estimates


def estimate_total(types: Iterable[ArtifactType]) -> Estimate:
    """Return what writing all of `types` usually takes; None for what is not known of each of
    them.
    """
    known = usual()
    parts = [known.get(artifact_type, Estimate()) for artifact_type in types]
    seconds = [part.seconds for part in parts if part.seconds is not None]
    costs = [part.cost_usd for part in parts if part.cost_usd is not None]
    return Estimate(
        sum(seconds) if len(seconds) == len(parts) else None,
        sum(costs, Decimal()) if len(costs) == len(parts) else None,
    )


def _measure() -> dict[ArtifactType, Estimate]:
    receipts = list(
        GenerationAttempt.objects.filter(
            outcome__in=(Outcome.STORED, Outcome.PROPOSED), runner=settings.RUNNER
        )
        .order_by("-pk")
        .values_list("artifact__artifact_type", "duration_seconds", "cost_usd")[:RECEIPTS]
    )
    return {
        artifact_type: Estimate(
            _median([seconds for name, seconds, _ in receipts if name == artifact_type.value]),
            _median([cost for name, _, cost in receipts if name == artifact_type.value]),
        )
        for artifact_type in ArtifactType
    }


def _median(values: Sequence[Any]) -> Any:
    known = [value for value in values if value is not None]
    return median(known) if known else None
