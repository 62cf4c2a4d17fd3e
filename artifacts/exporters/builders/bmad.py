"""BMAD: a product requirements document, and an epic for each milestone with a story for each of
its features.

No other heading may have the word epic or story in it: its parser takes those for headings that it
cannot read.
"""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import (
    BuildFeature,
    BuildMilestone,
    Handover,
    unplanned_title,
)
from artifacts.text import gettext_noop

_FOLDER = "_bmad-output/planning-artifacts"


def files(handover: Handover) -> Iterator[File]:
    epics: list[tuple[str, BuildMilestone | None, tuple[BuildFeature, ...]]] = [
        (milestone.title, milestone, milestone.features) for milestone in handover.milestones
    ]
    if handover.unplanned:
        epics.append((unplanned_title(), None, handover.unplanned))
    yield File(f"{_FOLDER}/prd.md", fill("bmad/prd.md", handover=handover))
    yield File(f"{_FOLDER}/epics.md", fill("bmad/epics.md", handover=handover, epics=epics))


FORM = Form(
    name="bmad",
    group=Group.AGENTS,
    title="BMAD",
    use=gettext_noop(
        "Unzip into your repository, run `npx bmad-method install`, and begin with sprint planning."
    ),
    folder=f"{_FOLDER}/epics.md",
    files=files,
)
