"""System checks: what an operator should know before the first founder does."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from artifacts.exceptions import RunnerUnavailable
from artifacts.runners import get_runner


@register()
def check_runner(**_: Any) -> list[CheckMessage]:
    """The runner named by the RUNNER setting can be had."""
    try:
        get_runner(settings.RUNNER)
    except RunnerUnavailable as error:
        return [Error(str(error), hint="Set RUNNER in the environment.", id="artifacts.E001")]
    return []
