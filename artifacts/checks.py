"""System checks: what an operator should know before the first founder does."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as CheckWarning

from artifacts.exceptions import RunnerUnavailable
from artifacts.runners import get_runner
from artifacts.runners.llm import current_settings
from artifacts.runners.llm.prices import models_without_price

DAY_BUDGETS = ("FOUNDER_DAY_BUDGET_USD", "INSTALLATION_DAY_BUDGET_USD")


@register()
def check_runner(**_: Any) -> list[CheckMessage]:
    """The runner named by the RUNNER setting can be had."""
    try:
        get_runner(settings.RUNNER)
    except RunnerUnavailable as error:
        return [
            Error(
                str(error),
                hint="Set RUNNER or LLM_MODEL; see docs/language-model.md.",
                id="artifacts.E001",
            )
        ]
    return []


@register()
def check_language_models(**_: Any) -> list[CheckMessage]:
    """The language models that are named can be reached, whatever writes, and their budget can be
    held.
    """
    if not settings.LLM["model"]:
        return []
    try:
        llm = current_settings()
    except RunnerUnavailable as error:
        told = settings.RUNNER == "llm"
        return (
            []
            if told
            else [Error(str(error), hint="See docs/language-model.md.", id="artifacts.E002")]
        )
    budgets = (
        ("LLM_BUDGET_USD", llm.budget_usd),
        *((name, getattr(settings, name)) for name in DAY_BUDGETS),
    )
    held = ", ".join(name for name, value in budgets if value is not None)
    unknown = models_without_price(llm.all_models()) if held else []
    return [
        CheckWarning(
            f"Nobody knows the price of {model}, so {held} cannot hold what it costs.",
            hint=f"LLM_UNPRICED={llm.unpriced} says how it counts. Set a limit with its provider.",
            id="artifacts.W001",
        )
        for model in unknown
    ]
