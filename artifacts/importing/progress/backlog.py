"""The tasks of Backlog.md: a file each, with status in its front matter and criteria as boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from artifacts.importing.front_matter import NotRead, load_rows
from artifacts.importing.progress.evidence import (
    FormEvidence,
    ProgressState,
    Sighting,
    count_ticks,
    own_id,
)

NAME = "Backlog.md"
STATUSES = ("To Do", "In Progress", "Done")
"""Those of a new backlog; its config.yml may name others, from the first to the last."""
_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_CRITERIA = ("<!-- AC:BEGIN -->", "<!-- AC:END -->")
_FOLDER = re.compile(r"(?:^|/)\.?backlog/(archive|completed)/")


class BrokenTask(Exception):
    """Raised when the front matter of a task cannot be read; its argument is the file's name."""


def is_task(text: str) -> bool:
    """Return whether a text begins as a task does: with an id, a title and a status."""
    matter = _MATTER.match(text)
    return matter is not None and all(
        re.search(rf"^{key}:", matter[1], re.MULTILINE) for key in ("id", "title", "status")
    )


def read(files: Iterable[tuple[str, str]], config: str) -> FormEvidence:
    """Return what the files of tasks say; `config` may be empty. Raises BrokenTask."""
    statuses = _statuses(config)
    return FormEvidence(NAME, tuple(_tasks(files, statuses)))


def _tasks(files: Iterable[tuple[str, str]], statuses: Sequence[str]) -> Iterator[Sighting]:
    for name, text in files:
        matter = _MATTER.match(text)
        try:
            values = load_rows(matter[1]) if matter else None
        except NotRead as error:
            raise BrokenTask(name) from error
        title = values.get("title") if isinstance(values, dict) else None
        if not isinstance(title, str) or not isinstance(values, dict):
            raise BrokenTask(name)
        begin, end = _CRITERIA
        done, total = count_ticks(text.partition(begin)[2].partition(end)[0])
        state = _state(name, str(values.get("status") or ""), statuses)
        yield Sighting(own_id(title), 0, title, state, done, total, name)


def _state(name: str, status: str, statuses: Sequence[str]) -> ProgressState:
    """Return the state by the folder, which says more, or else by the place of the status."""
    if folder := _FOLDER.search(name):
        return ProgressState.DROPPED if folder[1] == "archive" else ProgressState.DONE
    if status == statuses[-1]:
        return ProgressState.DONE
    return ProgressState.OPEN if status in ("", "Draft", statuses[0]) else ProgressState.STARTED


def _statuses(config: str) -> Sequence[str]:
    try:
        values: Any = load_rows(config)
    except NotRead:
        return STATUSES
    named = values.get("statuses") if isinstance(values, dict) else None
    if (
        not isinstance(named, list)
        or len(named) < 2
        or not all(isinstance(status, str) for status in named)
    ):
        return STATUSES
    return named
