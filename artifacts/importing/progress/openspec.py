"""The tasks of OpenSpec's changes: `- [x] 1.2 F-1.2: ...` is a criterion that is met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from artifacts.importing.progress.evidence import FormEvidence, ProgressState, Sighting

NAME = "OpenSpec"
TASK = re.compile(r"^[ \t]*[-*+] \[([ xX])\][ \t]+(.*)$", re.MULTILINE)
_NUMBER = r"(?:[0-9]{1,6}(?:\.[0-9]{1,6}){0,5}[.)]?[ \t]+)?"
_CRITERION = re.compile(
    rf"(?:\*\*|__)?{_NUMBER}(?:\*\*|__)?(F-[1-9][0-9]{{0,8}})\.([1-9][0-9]{{0,8}})\b[:. \t]*(.*)"
)


def read(files: Iterable[tuple[str, str]]) -> FormEvidence:
    """Return what the tasks.md of changes say, those of archived changes too."""
    sightings: list[Sighting] = []
    others = 0
    for name, text in files:
        for sighting in _tasks(name, text):
            if sighting.item_id:
                sightings.append(sighting)
            else:
                others += 1
    return FormEvidence(NAME, tuple(sightings), others)


def _tasks(name: str, text: str) -> Iterator[Sighting]:
    for task in TASK.finditer(text):
        is_done = task[1] != " "
        state = ProgressState.DONE if is_done else ProgressState.OPEN
        found = _CRITERION.match(task[2])
        item_id, place, title = (found[1], int(found[2]), found[3]) if found else ("", 0, task[2])
        yield Sighting(item_id, place, title.strip(), state, int(is_done), 1, name)
