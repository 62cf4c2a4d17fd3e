"""How a command finds the project that its user means."""

from __future__ import annotations

import uuid

from django.core.management.base import CommandError

from artifacts.documents.references import shorten
from artifacts.interview.questions import NAME_MAX
from artifacts.models import Project
from artifacts.text import clean_text

USAGE = 2
"""Exit code for an argument that names nothing; argparse uses the same."""


def _called(name: str) -> list[Project]:
    """Return the projects with this name; none is longer than a name may be, and SQLite looks for
    no such text.
    """
    if len(name) > NAME_MAX:
        return []
    projects = Project.objects.select_related("owner")
    active = projects.active()
    return list(
        active.filter(name=name)
        or active.filter(name__iexact=name)
        or projects.filter(name__iexact=name)
    )


def find_project(name: str) -> Project:
    """Return the project with this UUID, or the only one with this name.

    Raises CommandError with exit code 2.
    """
    name = clean_text(name)
    try:
        found = list(Project.objects.select_related("owner").filter(pk=uuid.UUID(name)))
    except ValueError:
        found = _called(name)
    if found and all(project.deleted_at for project in found):
        raise CommandError(
            f"Project {name!r} was deleted; its founder can bring it back from the list of"
            " projects.",
            returncode=USAGE,
        )
    if len(found) == 1:
        return found[0]
    if not found:
        raise CommandError(
            f"There is no project {shorten(name, NAME_MAX)!r}. Give its UUID or its full name.",
            returncode=USAGE,
        )
    choices = "\n".join(f"  {project.pk}  {project.owner}" for project in found)
    raise CommandError(
        f"{len(found)} projects are called {name!r}. Give the UUID of one:\n{choices}",
        returncode=USAGE,
    )
