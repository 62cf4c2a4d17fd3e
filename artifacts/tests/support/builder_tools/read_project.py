# mypy: ignore-errors
"""Print what mpxj understood of a project file, as JSON: python read_project.py FILE."""

from __future__ import annotations

import json
import sys

import jpype
import mpxj  # noqa: F401  # it names the library in Java

jpype.startJVM()

from org.mpxj.reader import UniversalProjectReader  # noqa: E402

project = UniversalProjectReader().read(sys.argv[1])
tasks = [task for task in project.getTasks() if task.getName() is not None]
found = [
    {
        "wbs": str(task.getWBS()),
        "name": str(task.getName()),
        "start": str(task.getStart() or ""),
        "finish": str(task.getFinish() or ""),
        "duration": str(task.getDuration()),
        "after": [str(link.getPredecessorTask().getWBS()) for link in task.getPredecessors()],
        "links": [str(link.getType()) for link in task.getPredecessors()],
    }
    for task in tasks
]
json.dump(
    {"title": str(project.getProjectProperties().getProjectTitle()), "tasks": found}, sys.stdout
)
