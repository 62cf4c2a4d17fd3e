"""AGENTS.md, which most coding agents read first, and CLAUDE.md, which leads there.

There is no checker for it: plain Markdown, in which the nearest file to the code counts. It names
no commands for building and testing, since we know none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import Handover
from artifacts.text import gettext_noop

USE = gettext_noop(
    "Unzip into an empty repository; most coding agents read AGENTS.md before they do anything."
)


def files(handover: Handover, chosen: Sequence[Form]) -> Iterator[File]:
    """Yield the files; they say where the `chosen` forms keep criteria, tasks and dates."""
    specs = [form for form in chosen if form.group is Group.AGENTS]
    others = [form for form in chosen if form.group is not Group.AGENTS]
    yield File("AGENTS.md", fill("agents.md", handover=handover, specs=specs, others=others))
    yield File("CLAUDE.md", "@AGENTS.md\n")
