"""Make a founder with written projects: prints the cookie of a session, and then the projects'
ids.
"""

from __future__ import annotations

import os
import sys


def main(projects: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "cofounder.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from artifacts.generation.claims import Requester
    from artifacts.generation.service import generate
    from artifacts.models import GenerationAttempt, User
    from artifacts.services.projects.lifecycle import create_project
    from artifacts.services.projects.sample import SHELFWISE
    from artifacts.tiers import Tier

    owner = User.objects.create(username="bench", email="bench@example.com", tier=Tier.CTO_SCALE)
    client = Client()
    client.force_login(owner, "django.contrib.auth.backends.ModelBackend")
    print(client.cookies[settings.SESSION_COOKIE_NAME].value)
    for number in range(projects):
        described = SHELFWISE.model_copy(update={"name": f"Shelfwise {number}"})
        project = create_project(owner=owner, described=described)
        generate(project, trigger=Requester(GenerationAttempt.Trigger.COMMAND), runner="fake")
        print(project.pk)


if __name__ == "__main__":
    main(int(sys.argv[1]))
