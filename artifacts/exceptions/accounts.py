"""Errors that stop a change of an account, its plan or its brand."""

from __future__ import annotations

from django.utils.translation import gettext as _

from artifacts.exceptions.base import ArtifactsError, InvalidFields


class AccountRefused(ArtifactsError):
    """Raised when staff may not do to an account what they want to; nothing was changed.

    For staff, in English.
    """


class PlanRefused(ArtifactsError):
    """Raised when a founder asks for a plan that brings nothing new."""


class PlanRequestClosed(ArtifactsError):
    """Raised when a request for a plan no longer waits for an answer; nothing was changed.

    For staff, in English.
    """


class InvalidLogo(ArtifactsError):
    """Raised when an uploaded picture is none that we would put on a document; says why and what to
    do.
    """


class InvalidBranding(InvalidFields):
    """Raised when a founder's brand cannot be kept."""


class BrandingLocked(ArtifactsError):
    """Raised when the plan of a founder does not open a brand of their own."""

    def __init__(self) -> None:
        super().__init__(
            _("Your plan shows our name on exports; a larger one shows yours. Nothing was saved.")
        )
