"""Errors that stop a project from being changed or exported."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.exceptions.base import ArtifactsError


class ProjectDeleted(ArtifactsError):
    """Raised when a project was deleted while something was to be done to it."""

    def __init__(self) -> None:
        super().__init__(_("This project was deleted in the meantime. Nothing was started."))


class InvalidProject(ArtifactsError):
    """Raised when the description of a project does not fit; names every place and what is wrong
    there.
    """


class ProjectLimitReached(ArtifactsError):
    """Raised when a founder has as many projects as their plan holds; nothing was made."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        sentence = ngettext(
            "Your plan holds %(limit)s project, and you have it. Nothing was made. "
            "Delete it if you no longer need it; a larger plan holds more.",
            "Your plan holds %(limit)s projects, and you have them. Nothing was made. "
            "Delete a project that you no longer need; a larger plan holds more.",
            limit,
        )
        super().__init__(sentence % {"limit": limit})


class ExportFailed(ArtifactsError):
    """Raised when a file cannot be made of a project's documents; nothing was written anywhere."""


class ExportBusy(ExportFailed):
    """Raised when so many exports are being made that this one would have to wait for long."""

    def __init__(self) -> None:
        super().__init__(
            _("Many exports are being made at this moment. Please try again in a minute.")
        )
