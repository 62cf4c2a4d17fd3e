"""What may be spent on writing in a day: by each founder, and by the installation.

What is spent is known when a document is done, so a budget is checked before each one and may be
exceeded by what is in flight. A cost that nobody told counts as what it is guessed to be; where
there is no guess either, as nothing.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.conf import settings

from artifacts.exceptions import BudgetExhausted, RunnerUnavailable
from artifacts.runners.llm import current_settings
from artifacts.runners.llm.prices import models_without_price
from artifacts.usage.totals import end_of_day, spent, start_of_day

DAY_BUDGETS = ("FOUNDER_DAY_BUDGET_USD", "INSTALLATION_DAY_BUDGET_USD")


def budget_left(founder_id: int | None, *, now: datetime) -> Decimal | None:
    """Return how many USD may still be spent today on an order of this founder, or of staff where
    that is None.

    None is no limit. Zero or less: nothing. No query where no budget is set, else one for each.
    """
    return min((left for _, left in _budgets(founder_id, now)), default=None)


def check_budget(founder_id: int | None, *, now: datetime) -> None:
    """Raise BudgetExhausted if today's budget for this founder, or for everybody, is used up."""
    for is_founders, left in _budgets(founder_id, now):
        if left <= 0:
            raise BudgetExhausted(is_founders=is_founders, resets_at=end_of_day(now))


def unheld_budgets() -> list[str]:
    """Return a sentence for each language model that budgets cannot hold, because nobody knows its
    price.

    None if no budget is set or no model can be asked. No query.
    """
    try:
        llm = current_settings() if settings.LLM["model"] else None
    except RunnerUnavailable:
        return []
    if llm is None:
        return []
    budgets = (
        ("LLM_BUDGET_USD", llm.budget_usd),
        *((name, getattr(settings, name)) for name in DAY_BUDGETS),
    )
    held = ", ".join(name for name, value in budgets if value is not None)
    unknown = models_without_price(llm.all_models()) if held else []
    return [
        f"Nobody knows the price of {model}, so {held} cannot hold what it costs."
        for model in unknown
    ]


def _budgets(founder_id: int | None, now: datetime) -> list[tuple[bool, Decimal]]:
    """Return (whether it is the founder's own, what is left of it) for every budget that is set."""
    found: list[tuple[bool, Decimal]] = []
    if founder_id is not None and settings.FOUNDER_DAY_BUDGET_USD is not None:
        used = spent(founder_id=founder_id, since=start_of_day(now))
        found.append((True, settings.FOUNDER_DAY_BUDGET_USD - used.cost_usd - used.guessed_usd))
    if settings.INSTALLATION_DAY_BUDGET_USD is not None:
        used = spent(since=start_of_day(now))
        found.append(
            (False, settings.INSTALLATION_DAY_BUDGET_USD - used.cost_usd - used.guessed_usd)
        )
    return found
