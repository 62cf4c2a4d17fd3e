"""Remember what trials of language models have shown, for every process that writes."""

from __future__ import annotations

from datetime import datetime

from artifacts.models import LanguageModel
from artifacts.runners.llm.trying import Trial


def remember_trial(trial: Trial, *, now: datetime) -> None:
    """Keep what a trial showed, in the place of what an earlier one did."""
    found = {"takes_schema": trial.takes_schema, "tried_at": now}
    LanguageModel.objects.update_or_create(name=trial.model, defaults=found)


def schema_models() -> frozenset[str]:
    """Return the names of the models that write by a JSON schema. One query."""
    return frozenset(LanguageModel.objects.filter(takes_schema=True).values_list("name", flat=True))
