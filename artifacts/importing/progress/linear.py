"""The CSV that Linear exports: a row for each issue, with its status, dates and description."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from artifacts.importing.progress.evidence import (
    FormEvidence,
    ProgressState,
    Sighting,
    count_ticks,
    own_id,
)

NAME = "Linear"
_OPEN = frozenset({"", "backlog", "todo", "to do", "triage", "unstarted", "icebox"})
_DONE = frozenset({"done", "completed", "released", "merged"})
_DROPPED = frozenset({"canceled", "cancelled", "duplicate"})


class NotIssues(Exception):
    """Raised when a table is none of issues: it has no titles, or no status."""


class BrokenTable(Exception):
    """Raised when rows cannot be read as CSV."""


def read(name: str, text: str) -> FormEvidence:
    """Return what the rows say. Raises NotIssues or BrokenTable."""
    first = text.partition("\n")[0]
    # Spreadsheets in many countries write a semicolon.
    delimiter = ";" if first.count(";") > first.count(",") else ","
    # No cell can be longer than the file.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [cell.strip().casefold() for cell in next(rows, [])]
        if not {"title", "status"} <= set(header):
            raise NotIssues
        found = [
            (number, dict(zip(header, row, strict=False)))
            for number, row in enumerate(rows, start=2)
            if any(row)
        ]
    except csv.Error as error:
        raise BrokenTable from error
    return FormEvidence(NAME, tuple(_issues(name, found)))


def _issues(name: str, rows: Iterable[tuple[int, Mapping[str, str]]]) -> Iterator[Sighting]:
    for number, row in rows:
        title = row.get("title", "").lstrip("'").strip()
        done, total = count_ticks(row.get("description", ""))
        yield Sighting(own_id(title), 0, title, _state(row), done, total, f"{name}, {number}")


def _state(row: Mapping[str, str]) -> ProgressState:
    """Return the state by the name of the status where it is a usual one, or else by the dates."""
    status = row["status"].strip().casefold() if "status" in row else ""
    if status in _DROPPED or row.get("canceled", "").strip():
        return ProgressState.DROPPED
    if status in _DONE or row.get("completed", "").strip():
        return ProgressState.DONE
    if status in _OPEN and not row.get("started", "").strip():
        return ProgressState.OPEN
    return ProgressState.STARTED
