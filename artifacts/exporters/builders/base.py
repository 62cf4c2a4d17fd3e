"""What a form is: a way to hand over that some tool reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from artifacts.text import gettext_noop

if TYPE_CHECKING:
    from artifacts.exporters.builders.handover import Handover


class Group(StrEnum):
    """What a form is for.

    Of the forms of AGENTS one is chosen; of the others as many as one likes.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    AGENTS = "agents", gettext_noop("Coding agents")
    TASKS = "tasks", gettext_noop("Task lists in the repository")
    TRACKER = "tracker", gettext_noop("Trackers")
    PLAN = "plan", gettext_noop("Calendar and charts")


@dataclass(frozen=True, slots=True)
class File:
    """A file to be handed over, by its path in the archive."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its name for commands, its title, how to use its files in one sentence, and what
    makes them.
    """

    name: str
    group: Group
    title: str
    use: str
    folder: str
    """Where its files are, said to those who look for them."""
    files: Callable[[Handover], Iterable[File]]
