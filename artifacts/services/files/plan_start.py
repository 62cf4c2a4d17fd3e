"""The day on which a plan begins, for those who may know it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from artifacts.facts.conflict_kinds import start_of
from artifacts.facts.schema import Facts
from artifacts.models import Artifact
from artifacts.schemas import ArtifactType


def plan_start(facts: Facts, documents: Iterable[Artifact], *, is_founder: bool) -> date | None:
    """Return the day from which the weeks of a plan among `documents` count; None without a plan.

    It is the day of writing, or the earliest start that the founder told. That one is a fact of the
    founder's: for others such a plan has weeks and no days.
    """
    moments = [
        row.generated_at
        for row in documents
        if row.type is ArtifactType.MILESTONES and row.generated_at and row.content is not None
    ]
    if not moments:
        return None
    written = timezone.localdate(moments[0])
    start = start_of(facts, written)
    return start if is_founder or start == written else None
