"""What the files of a form say of a task, before it is compared with the documents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_OWN_ID = re.compile(r"(?:\*\*|__)?([FM]-[1-9][0-9]{0,8})\b(?!\.[0-9])")
_CHECKBOX = re.compile(r"^[ \t]*[-*+] \[([ xX])\](?:[ \t]|$)", re.MULTILINE)


class ProgressState(StrEnum):
    """How far something is."""

    MISSING = "missing"
    """The files do not speak of it."""
    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one place of a file says: of a criterion, or of a feature or milestone as a whole."""

    item_id: str
    """`F-1` or `M-1`; "" where the place names none of our ids."""
    criterion: int
    """The place of the criterion in its feature, from 1; 0 if it is about the whole."""
    title: str
    state: ProgressState
    done: int
    total: int
    """How many checkboxes there are, and how many are ticked; both 0 if there are none."""
    where: str
    """The file, and the row of a table, said to those who look for it."""

    @property
    def name(self) -> str:
        return f"{self.item_id}.{self.criterion}" if self.criterion else self.item_id


@dataclass(frozen=True, slots=True)
class FormEvidence:
    """All that the files of one form say."""

    form: str
    """The name of the tool."""
    sightings: tuple[Sighting, ...]
    others: int = 0
    """Tasks that builders added, which name none of our ids."""


def own_id(title: str) -> str:
    """Return the id that a title of ours begins with; "" where it begins with none."""
    found = _OWN_ID.match(title.lstrip())
    return found[1] if found else ""


def count_ticks(text: str) -> tuple[int, int]:
    """Return how many checkboxes of a Markdown text are ticked, and how many there are."""
    boxes = _CHECKBOX.findall(text)
    return sum(box != " " for box in boxes), len(boxes)
