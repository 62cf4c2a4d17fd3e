"""Errors that stop a change of a document or of what belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from artifacts.exceptions.base import ArtifactsError, InvalidFields, StaleUpdate


class EditConflict(StaleUpdate):
    """Raised when a text was changed by somebody else after the form was opened.

    `current` is the current version.
    """

    def __init__(self, current: Any) -> None:
        self.current = current
        super().__init__()


class InvalidEdit(InvalidFields):
    """Raised when an edit does not fit the schema."""


class InvalidChoice(ArtifactsError):
    """Raised when what was chosen of two versions does not fit together.

    `problems` has the sentences by section.
    """

    def __init__(self, problems: Mapping[str, Sequence[str]]) -> None:
        self.problems = {name: list(sentences) for name, sentences in problems.items()}
        super().__init__(_("What you chose does not fit together. Nothing was saved."))


class SectionLocked(ArtifactsError):
    """Raised when a section does not exist for this reader: its name is wrong, or its gate is
    closed.
    """

    def __init__(self) -> None:
        super().__init__(_("There is no such section that you could change."))


class ItemGone(ArtifactsError):
    """Raised when the item that was to be changed no longer exists."""

    def __init__(self, item_id: str, sentence: str = "") -> None:
        self.item_id = item_id
        usual = _("%(item)s is no longer in this document. Nothing was saved.")
        super().__init__(sentence or usual % {"item": item_id})


class EntryGone(ItemGone):
    """Raised when what was to be settled is not among the assumptions and open questions any
    more.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key, _("This is no longer on the list. Nothing was saved."))


class NothingToRestore(ArtifactsError):
    """Raised when there is no previous version, or no edit that could be taken back."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to go back to. Nothing was changed."))


class NoProposal(ArtifactsError):
    """Raised when the proposal was decided on or dropped already."""

    def __init__(self) -> None:
        super().__init__(_("There is no longer a proposal to decide on. Nothing was changed."))


class NoteGone(ArtifactsError):
    """Raised when a note no longer exists."""

    def __init__(self) -> None:
        super().__init__(_("This note is no longer there."))


class NotYourNote(ArtifactsError):
    """Raised when somebody would change a note of another author."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Only the author of a note can change it. You can resolve it, or write one of your"
                " own."
            )
        )


class FindingGone(ArtifactsError):
    """Raised when the finding that was to be ignored is gone, or was never shown to this reader."""

    def __init__(self) -> None:
        super().__init__(_("We no longer find this, so there is nothing to ignore."))


class AssumptionTestGone(ArtifactsError):
    """Raised when a test of an assumption does not, or no longer, exist."""

    def __init__(self) -> None:
        super().__init__(_("This test is no longer there. Nothing was changed."))


class NothingToTest(ArtifactsError):
    """Raised when what was asked for cannot be tested, or takes no result now."""

    def __init__(self) -> None:
        super().__init__(
            _("There is nothing to test here now, or the test has a result. Nothing was changed.")
        )
