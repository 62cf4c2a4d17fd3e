"""The base class of our errors, and those that any action can raise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _


class ArtifactsError(Exception):
    """Base of all errors that a page, a command or the admin shows as they are."""


class StaleUpdate(ArtifactsError):
    """Raised when what somebody decided on is no longer what is stored."""

    def __init__(self) -> None:
        super().__init__(
            _("This has changed since you opened the page. Nothing was saved; please look again.")
        )


class InvalidFields(ArtifactsError):
    """Raised when what was typed does not fit.

    `errors` has the sentences by the name of the field.
    """

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        self.errors = {name: list(sentences) for name, sentences in errors.items()}
        super().__init__(
            " ".join(sentence for sentences in self.errors.values() for sentence in sentences)
        )


class TooOften(ArtifactsError):
    """Raised when a founder does something more often than is good for the others; nothing was
    done.
    """

    def __init__(self, sentence: str, *, retry_after_seconds: int) -> None:
        self.retry_after_seconds = retry_after_seconds
        super().__init__(_(sentence))
