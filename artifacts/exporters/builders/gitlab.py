"""GitLab: a CSV for the import of issues.

A milestone that is not in the project yet would refuse its row.
"""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.csv_rows import write_csv
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.tasks import Task, body, make_tasks
from artifacts.exporters.builders.text import without_mentions
from artifacts.text import gettext_noop

COLUMNS = ("title", "description", "due_date", "milestone", "type")


def files(handover: Handover) -> Iterator[File]:
    rows = [
        (task.title, _about(handover, task), task.due.isoformat() if task.due else "", "", "issue")
        for task in make_tasks(handover)
    ]
    yield File("issues/gitlab.csv", write_csv(COLUMNS, rows))


def _about(handover: Handover, task: Task) -> str:
    return without_mentions(body(handover, task).rstrip("\n"))


FORM = Form(
    name="gitlab",
    group=Group.TRACKER,
    title="GitLab",
    use=gettext_noop(
        "In your project choose Plan, Work items, Import CSV, and give it `issues/gitlab.csv`."
    ),
    folder="issues/gitlab.csv",
    files=files,
)
