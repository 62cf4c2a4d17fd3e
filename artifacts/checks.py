"""System checks: what an operator should fix before the first founder signs up."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as CheckWarning

from artifacts.exceptions import RunnerUnavailable
from artifacts.runners import get_runner
from artifacts.runners.llm import current_settings
from artifacts.services.accounts.plans import plan_sales
from artifacts.usage.budgets import unheld_budgets
from cofounder.loading import load_views


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
def check_plan_sales(**_: Any) -> list[CheckMessage]:
    """The class that PLAN_SALES names can be made."""
    try:
        plan_sales()
    except (ImportError, TypeError) as error:
        hint = "Name a class by its module; see docs/plans.md."
        return [Error(f"PLAN_SALES cannot be used: {error}.", hint=hint, id="artifacts.E003")]
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
    hint = f"LLM_UNPRICED={llm.unpriced} says how it counts. Set a limit with its provider."
    return [CheckWarning(sentence, hint=hint, id="artifacts.W001") for sentence in unheld_budgets()]


@register(Tags.urls, deploy=True)
def check_views(**_: Any) -> list[CheckMessage]:
    """Each address has a view; without `--deploy` none is imported for that."""
    try:
        load_views()
    except (ImportError, AttributeError) as error:
        hint = "Name a view that is there in urls.py."
        return [Error(f"An address has no view: {error}.", hint=hint, id="artifacts.E004")]
    return []
