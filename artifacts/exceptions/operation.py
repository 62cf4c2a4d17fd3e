"""Errors of the installation, not of the request."""

from __future__ import annotations

from django.utils.translation import gettext as _

from artifacts.exceptions.base import ArtifactsError


class RunnerUnavailable(ArtifactsError):
    """Raised when the runner that was asked for is not set up on this installation."""


class CountsUnavailable(ArtifactsError):
    """Raised when what is limited cannot be counted, because the cache that counts is away; nothing
    was done.
    """

    def __init__(self) -> None:
        super().__init__(
            _(
                "We cannot do this at the moment, because a part of our system does not answer."
                " Please try again soon."
            )
        )


class BackupRefused(ArtifactsError):
    """Raised when no backup can be written or restored; says what was kept.

    For operators, in English.
    """
