"""Kiro: a folder with requirements for each feature.

Design and tasks are left to Kiro, which writes them after the founder has agreed to the
requirements. Criteria stay as they are written: turning them into WHEN and THE ... SHALL would be
guessing.
"""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import Handover
from artifacts.text import gettext_noop


def files(handover: Handover) -> Iterator[File]:
    for stage in handover.stages:
        for feature in stage.features:
            text = fill("kiro/requirements.md", handover=handover, feature=feature, stage=stage)
            yield File(f".kiro/specs/{feature.folder}/requirements.md", text)


FORM = Form(
    name="kiro",
    group=Group.AGENTS,
    title="Kiro",
    use=gettext_noop(
        "Unzip into your repository, open it in Kiro, and ask for the design of the first"
        " specification."
    ),
    folder=".kiro/specs/",
    files=files,
)
