"""Errors that stop a share link or an answer link from working."""

from __future__ import annotations

from django.utils.translation import gettext as _

from artifacts.exceptions.base import ArtifactsError


class ShareLinkNotFound(ArtifactsError):
    """Raised when a share link leads nowhere, whatever the reason: no answer tells one reason from
    another.
    """

    def __init__(self) -> None:
        super().__init__(_("This link leads nowhere."))


class ShareRefused(ArtifactsError):
    """Raised when a share link cannot be made or changed as asked for; nothing was changed."""


class WrongPassword(ArtifactsError):
    """Raised when a guest's password is not that of the share link."""

    def __init__(self) -> None:
        super().__init__(_("That is not the password of this link. Please check it and try again."))


class TooManyTries(ArtifactsError):
    """Raised when a guest has tried passwords or sent notes too often in a short while."""


class AnswerLinkGone(ArtifactsError):
    """Raised when a link from a mail does not, or no longer, answer anything."""

    def __init__(self) -> None:
        super().__init__(_("This link no longer answers anything. Nothing was changed."))
