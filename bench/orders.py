"""Order the documents of new projects from the queue: prints `ready`, `ordered`, and the seconds
until all are done.
"""

from __future__ import annotations

import os
import sys
import time


def main(projects: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "cofounder.settings"
    import django

    django.setup()
    from artifacts import tasks
    from artifacts.generation.claims import Requester
    from artifacts.generation.service import generate
    from artifacts.interview.questions import ProjectInput
    from artifacts.models import Artifact, GenerationAttempt, User
    from artifacts.services.projects.lifecycle import create_project

    owner, _ = User.objects.get_or_create(username="bench")
    described = ProjectInput.from_brief(
        {"name": "Bench", "idea": "Stock counting for small shops."}
    )
    created = [create_project(owner=owner, described=described) for _ in range(projects)]
    print("ready", flush=True)
    began = time.monotonic()
    for project in created:
        generate(
            project, trigger=Requester(GenerationAttempt.Trigger.COMMAND), deliver=tasks.deliver
        )
    print("ordered", flush=True)
    while Artifact.objects.generating().filter(project__in=created).exists():
        time.sleep(0.1)
    print(time.monotonic() - began)


if __name__ == "__main__":
    main(int(sys.argv[1]))
