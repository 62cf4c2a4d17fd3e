"""Jira: a CSV of milestones as epics, and below them what they deliver."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.csv_rows import write_csv
from artifacts.exporters.builders.handover import BuildMilestone, Handover
from artifacts.exporters.builders.tasks import Task, make_tasks, milestone_task, plain_body
from artifacts.text import gettext_noop

COLUMNS = (
    "Work item Id",
    "Parent",
    "Work type",
    "Summary",
    "Description",
    "Priority",
    "Labels",
    "Due date",
)


def files(handover: Handover) -> Iterator[File]:
    tasks = [task for task in make_tasks(handover) if task.feature]
    numbers = {
        milestone.id: str(number) for number, milestone in enumerate(handover.milestones, start=1)
    }
    rows = [_epic(handover, milestone, numbers[milestone.id]) for milestone in handover.milestones]
    for number, task in enumerate(tasks, start=len(rows) + 1):
        parent = numbers[task.milestone.id] if task.milestone else ""
        rows.append(_item(handover, task, str(number), parent))
    yield File("issues/jira.csv", write_csv(COLUMNS, rows))


def _epic(handover: Handover, milestone: BuildMilestone, number: str) -> tuple[str, ...]:
    task = milestone_task(milestone)
    return (number, "", "Epic", task.title, _about(handover, task), "Medium", task.id, _due(task))


def _item(handover: Handover, task: Task, number: str, parent: str) -> tuple[str, ...]:
    priority = task.priority.capitalize()
    return (
        number,
        parent,
        "Story",
        task.title,
        _about(handover, task),
        priority,
        task.id,
        _due(task),
    )


def _about(handover: Handover, task: Task) -> str:
    return plain_body(handover, task).rstrip("\n")


def _due(task: Task) -> str:
    return task.due.isoformat() if task.due else ""


FORM = Form(
    name="jira",
    group=Group.TRACKER,
    title="Jira",
    use=gettext_noop(
        "Import `issues/jira.csv` as an administrator (System, External system import) with the"
        " date format yyyy-MM-dd; in the other import leave Parent unmapped."
    ),
    folder="issues/jira.csv",
    files=files,
)
