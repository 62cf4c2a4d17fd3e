"""Backlog.md: a Markdown file for each task and milestone.

Front matter is written as JSON strings: a title `A: b` without quotation marks makes its task
vanish without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.tasks import make_tasks
from artifacts.text import gettext_noop

_KEPT = ("completed", "archive/tasks", "drafts")
"""Folders that have to be there: it makes none, and moves no task into one that is missing."""


def files(handover: Handover) -> Iterator[File]:
    yield File("backlog/config.yml", fill("backlog/config.yml", handover=handover))
    for folder in _KEPT:
        yield File(f"backlog/{folder}/.gitkeep", "Kept, since tasks are moved here.\n")
    for milestone in handover.milestones:
        text = fill("backlog/milestone.md", milestone=milestone)
        yield File(f"backlog/milestones/{_named(milestone.id.lower(), milestone.folder)}", text)
    for task in make_tasks(handover):
        before = [f"TASK-{number}" for number in task.before]
        text = fill("backlog/task.md", handover=handover, task=task, before=before)
        yield File(f"backlog/tasks/{_named(f'task-{task.number}', task.item.folder)}", text)


def _named(own_id: str, folder: str) -> str:
    return f"{own_id} - {folder}.md"


FORM = Form(
    name="backlog",
    group=Group.TASKS,
    title="Backlog.md",
    use=gettext_noop("Unzip into your repository and run `npx backlog.md board`."),
    folder="backlog/tasks/",
    files=files,
)
