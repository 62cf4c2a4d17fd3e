"""What the product logs during a test, as it would reach an operator."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from artifacts.monitoring.formatters import JsonFormatter


class LogLines:
    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def saying(self, words: str) -> list[dict[str, Any]]:
        return [line for line in self.lines if words in line["message"]]


@contextmanager
def logged(
    formatter: logging.Formatter | None = None, level: int = logging.DEBUG
) -> Iterator[LogLines]:
    """Gather every line within the block, as JSON if no other formatter is named; our own from
    `level` on.
    """
    found = LogLines()
    handler = logging.StreamHandler(found.stream)
    handler.setFormatter(formatter or JsonFormatter())
    loggers = [logging.getLogger(name) for name in ("", "artifacts", "huey", "django.server")]
    ours = logging.getLogger("artifacts")
    level_before = ours.level
    added = [logger for logger in loggers if logger.name == "root" or not logger.propagate]
    ours.setLevel(level)
    for logger in added:
        logger.addHandler(handler)
    try:
        yield found
    finally:
        for logger in added:
            logger.removeHandler(handler)
        ours.setLevel(level_before)
