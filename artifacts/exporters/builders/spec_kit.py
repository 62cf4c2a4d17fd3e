"""Spec Kit: a folder with a specification for each feature, and the constitution.

Plans and tasks are left to its own commands, which write them from the code base. Its quality check
is a prompt.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import BuildFeature, Handover
from artifacts.text import gettext_noop

MARKS_MAX = 3
"""How many open questions one specification may carry; the rest are told as assumptions."""
PRIORITIES = {"high": "P1", "medium": "P2", "low": "P3"}


def files(handover: Handover) -> Iterator[File]:
    ordered = [feature for stage in handover.stages for feature in stage.features]
    folders = [
        f"specs/{number:03}-{feature.folder}" for number, feature in enumerate(ordered, start=1)
    ]
    yield File(
        ".specify/memory/constitution.md", fill("spec_kit/constitution.md", handover=handover)
    )
    # This file, and not the branch, names the feature that is worked at.
    yield File(".specify/feature.json", json.dumps({"feature_directory": folders[0]}) + "\n")
    for feature, folder in zip(ordered, folders, strict=True):
        yield File(f"{folder}/spec.md", _spec(handover, feature, folder))


def _spec(handover: Handover, feature: BuildFeature, folder: str) -> str:
    room = MARKS_MAX if feature.criteria else MARKS_MAX - 1
    return fill(
        "spec_kit/spec.md",
        handover=handover,
        feature=feature,
        branch=folder.partition("/")[2],
        priority=PRIORITIES[feature.priority],
        marked=handover.open_questions[:room],
        assumed=handover.open_questions[room:],
    )


FORM = Form(
    name="spec-kit",
    group=Group.AGENTS,
    title="Spec Kit",
    use=gettext_noop(
        "Unzip into your repository, run `specify init --here --force`, and have your agent "
        "plan the first "
        "specification with its command for that."
    ),
    folder="specs/",
    files=files,
)
