"""Asana: a CSV of tasks by milestone, with dependencies by name on rows above."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.csv_rows import write_csv
from artifacts.exporters.builders.handover import Handover, unplanned_title
from artifacts.exporters.builders.tasks import Task, make_tasks, plain_body
from artifacts.text import fold_spaces, gettext_noop

COLUMNS = (
    "Name",
    "Description",
    "Section",
    "Assignee",
    "Collaborators",
    "Start Date",
    "Due Date",
    "Dependencies",
)
_DAY = "%m/%d/%Y"


def files(handover: Handover) -> Iterator[File]:
    tasks = make_tasks(handover)
    names = {task.number: _name(task) for task in tasks}
    rows = [_row(handover, task, names) for task in tasks]
    yield File("issues/asana.csv", write_csv(COLUMNS, rows))


def _row(handover: Handover, task: Task, names: dict[int, str]) -> tuple[str, ...]:
    home = task.milestone
    first = home.first_day.strftime(_DAY) if home and home.first_day else ""
    last = home.last_day.strftime(_DAY) if home and home.last_day else ""
    before = ",".join(names[number] for number in task.before)
    text = plain_body(handover, task).rstrip("\n")
    return (
        names[task.number],
        text,
        home.title if home else unplanned_title(),
        "",
        "",
        first,
        last,
        before,
    )


def _name(task: Task) -> str:
    """Return a name without commas, which would part it where it is depended on."""
    return fold_spaces(task.title.replace(",", " "))


FORM = Form(
    name="asana",
    group=Group.TRACKER,
    title="Asana",
    use=gettext_noop("In a new project choose Import, CSV, and give it `issues/asana.csv`."),
    folder="issues/asana.csv",
    files=files,
)
