"""Linear: a CSV for its importer.

It reads neither due dates nor milestones, so the milestone is a label.
"""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.csv_rows import write_csv
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.tasks import Task, body, make_tasks
from artifacts.text import gettext_noop

COLUMNS = (
    "Title", "Description", "Priority", "Status", "Assignee", "Labels", "Estimate", "Created",
    "Started", "Completed",
    "Archived",
)  # fmt: skip


def files(handover: Handover) -> Iterator[File]:
    rows = [_row(handover, task) for task in make_tasks(handover)]
    yield File("issues/linear.csv", write_csv(COLUMNS, rows))


def _row(handover: Handover, task: Task) -> tuple[str, ...]:
    # "high" in small letters becomes no priority without a word.
    priority = task.priority.capitalize()
    label = task.milestone.id if task.milestone else ""
    return (
        task.title,
        body(handover, task).rstrip("\n"),
        priority,
        "Backlog",
        "",
        label,
        "",
        "",
        "",
        "",
        "",
    )


FORM = Form(
    name="linear",
    group=Group.TRACKER,
    title="Linear",
    use=gettext_noop(
        "Run `npx @linear/import`, choose Linear CSV, and give it `issues/linear.csv`."
    ),
    folder="issues/linear.csv",
    files=files,
)
