"""Task Master: all tasks in one file.

Its ids are numbers: an id "F-1" is listed, but what depends on it counts as depending on nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from artifacts.documents.references import shorten
from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.tasks import TITLE_MAX, make_tasks, plain_body
from artifacts.text import gettext_noop

DESCRIPTION_MAX = 400


def files(handover: Handover) -> Iterator[File]:
    tasks = [
        {
            "id": task.number,
            "title": shorten(task.title, TITLE_MAX),
            "description": shorten(" ".join(task.item.description), DESCRIPTION_MAX),
            "status": "pending",
            "dependencies": list(task.before),
            "priority": task.priority,
            "details": plain_body(handover, task),
            "testStrategy": "\n".join(task.criteria),
            "subtasks": [],
        }
        for task in make_tasks(handover)
    ]
    made = handover.made.isoformat()
    metadata = {"created": made, "updated": made, "description": f"Tasks of {handover.name}"}
    text = json.dumps(
        {"master": {"tasks": tasks, "metadata": metadata}}, ensure_ascii=False, indent=2
    )
    yield File(".taskmaster/tasks/tasks.json", text + "\n")


FORM = Form(
    name="task-master",
    group=Group.TASKS,
    title="Task Master",
    use=gettext_noop(
        "Unzip into your repository and run `npx -p task-master-ai task-master next`."
    ),
    folder=".taskmaster/tasks/tasks.json",
    files=files,
)
