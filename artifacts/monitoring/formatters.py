"""Lines of the log: for people, or as one JSON object each for a collector."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

from artifacts.monitoring.context import current_ids
from artifacts.monitoring.masking import safe_record


class TextFormatter(logging.Formatter):
    """Time, level, name, message, and the ids in brackets."""

    def format(self, record: logging.LogRecord) -> str:
        message, trace = safe_record(record)
        ids = " ".join(f"{name}={value}" for name, value in current_ids().items())
        line = (
            f"{self.formatTime(record)} {record.levelname} {record.name}"
            f" {message}{f' [{ids}]' if ids else ''}"
        )
        return f"{line}\n{trace}" if trace else line


class JsonFormatter(logging.Formatter):
    """One JSON object a line; what README.md names, and `exception` where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        message, trace = safe_record(record)
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": message,
            **current_ids(),
            **getattr(record, "fields", {}),
            "process": record.process,
            "thread": record.threadName,
        }
        if trace:
            line["exception"] = trace
        return json.dumps(line, ensure_ascii=False, default=str, allow_nan=False)
