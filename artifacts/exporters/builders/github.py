"""GitHub: the bodies of API calls, since it has no CSV import; README.md shows the two calls.

No script is written: founders' words in a shell would be commands there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import BuildMilestone, Handover
from artifacts.exporters.builders.tasks import body, make_tasks
from artifacts.exporters.builders.text import block, without_mentions
from artifacts.text import gettext_noop

_FOLDER = "issues/github"


def files(handover: Handover) -> Iterator[File]:
    tasks = make_tasks(handover)
    numbers = {
        milestone.id: number for number, milestone in enumerate(handover.milestones, start=1)
    }
    yield File(
        f"{_FOLDER}/README.md", fill("github.md", tasks=tasks, milestones=handover.milestones)
    )
    for milestone in handover.milestones:
        content: dict[str, Any] = {"title": milestone.title}
        content["description"] = without_mentions(_about(milestone))
        if milestone.last_day:
            content["due_on"] = f"{milestone.last_day.isoformat()}T23:59:59Z"
        yield _file(f"01-milestone-{numbers[milestone.id]:03}-{milestone.id.lower()}", content)
    for task in tasks:
        content = {
            "title": task.title,
            "body": without_mentions(body(handover, task)),
            "labels": [f"priority: {task.priority}"],
        }
        if task.milestone:
            content["milestone"] = numbers[task.milestone.id]
        yield _file(f"10-issue-{task.number:03}-{task.id.lower()}", content)


def _about(milestone: BuildMilestone) -> str:
    criteria = "\n".join(f"- {block(line)}" for line in milestone.criteria)
    return "\n\n".join(filter(None, (*map(block, milestone.description), criteria)))


def _file(name: str, content: dict[str, Any]) -> File:
    return File(f"{_FOLDER}/{name}.json", json.dumps(content, ensure_ascii=False, indent=2) + "\n")


FORM = Form(
    name="github",
    group=Group.TRACKER,
    title="GitHub",
    use=gettext_noop(
        "Unzip into your repository and make the calls that `issues/github/README.md` shows, "
        "milestones first."
    ),
    folder=f"{_FOLDER}/",
    files=files,
)
