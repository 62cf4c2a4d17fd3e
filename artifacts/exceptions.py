"""What can go wrong and be told to a person.

The text of each is written for the founder or operator who reads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.schemas import ArtifactType
from artifacts.translation import clock_label, translated


class ArtifactsError(Exception):
    """Base of all errors that a page, a command or the admin shows as they are."""


class GenerationInProgress(ArtifactsError):
    """Raised when another generation holds an artifact that is wanted."""

    def __init__(self, types: Sequence[ArtifactType], sentence: str = "") -> None:
        self.types = tuple(types)
        names = ", ".join(translated(artifact_type.label) for artifact_type in types)
        usual = _(
            "We are already writing: %(names)s. Nothing was started; wait until that is done."
        )
        super().__init__(sentence or usual % {"names": names})


class DocumentLocked(GenerationInProgress):
    """Raised when a document is to be changed by hand while a new version of it is being
    written.
    """

    def __init__(self, artifact_type: ArtifactType) -> None:
        sentence = _(
            "We are writing a new version of the %(label)s at this moment, so this is not saved"
            " yet. Your text is kept here; save it again when the new version is there."
        )
        super().__init__([artifact_type], sentence % {"label": translated(artifact_type.label)})


class LeaseGone(ArtifactsError):
    """Raised when the lease that staff wanted to release is not there any more; says what became of
    it.
    """


class InterviewUnfinished(ArtifactsError):
    """Raised when a founder asks for documents before having gone through the interview."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Your interview is not finished. Nothing was started; answer what we need, and we"
                " write."
            )
        )


class UnresolvedEdits(ArtifactsError):
    """Raised when a wanted artifact has a founder's edits and the caller has not said what becomes
    of them.
    """

    def __init__(self, sections: Mapping[ArtifactType, Sequence[str]]) -> None:
        self.sections = {artifact_type: tuple(names) for artifact_type, names in sections.items()}
        places = "; ".join(
            f"{translated(artifact_type.label)}:"
            f" {', '.join(_section_title(artifact_type, name) for name in names)}"
            for artifact_type, names in sections.items()
        )
        sentence = _(
            "These sections were edited by hand: %(places)s. Choose whether to keep or to overwrite"
            " them."
        )
        super().__init__(sentence % {"places": places})


class WishTooLong(ArtifactsError):
    """Raised when what is wanted of a new version is told at too great length."""

    def __init__(self, length: int, limit: int) -> None:
        sentence = _(
            "Please shorten your wish to %(limit)d characters; it has %(length)d now. Nothing was"
            " started."
        )
        super().__init__(sentence % {"limit": limit, "length": length})


class UpstreamMissing(ArtifactsError):
    """Raised when a document that the wanted ones build on has never been written."""

    def __init__(self, missing: Sequence[ArtifactType]) -> None:
        self.types = tuple(missing)
        names = get_text_list(
            [translated(artifact_type.label) for artifact_type in missing], _("and")
        )
        sentence = _("%(names)s must be written first, because what you asked for builds on it.")
        super().__init__(sentence % {"names": names})


class NothingToGenerate(ArtifactsError):
    """Raised when a retry finds every document written."""

    def __init__(self) -> None:
        super().__init__(
            _("Every document is written already. Regenerate them to get new versions.")
        )


class NothingStale(ArtifactsError):
    """Raised when staff want to regenerate outdated documents and there are none, or that is
    unknown.
    """


class RunnerUnavailable(ArtifactsError):
    """Raised when the runner that was asked for is not set up on this installation."""


class ProjectDeleted(ArtifactsError):
    """Raised when a project was deleted while something was to be done to it."""

    def __init__(self) -> None:
        super().__init__(_("This project was deleted in the meantime. Nothing was started."))


class AccountSuspended(ArtifactsError):
    """Raised when documents were to be written for a founder who cannot read them.

    Its text is for staff.
    """

    def __init__(self) -> None:
        super().__init__("The founder's account is suspended. Nothing was started.")


class InvalidProject(ArtifactsError):
    """Raised when the description of a project does not fit; names every place and what is wrong
    there.
    """


class QuotaExceeded(ArtifactsError):
    """Raised when a founder asks for more documents than are left of today's."""

    def __init__(self, *, wanted: int, left: int, limit: int, resets_at: datetime) -> None:
        self.wanted, self.left, self.limit = wanted, left, limit
        sentence = _(
            "Your plan writes %(limit)s documents a day, and %(left)s are left today; this needs"
            " %(wanted)s. Nothing was started. The count starts again at %(time)s; a larger"
            " plan writes more."
        )
        numbers = {"limit": limit, "left": left, "wanted": wanted}
        super().__init__(sentence % {**numbers, "time": clock_label(resets_at)})


class BudgetExhausted(ArtifactsError):
    """Raised when what may be spent on writing in a day is spent, by the founder who asks or by
    everybody together.
    """

    def __init__(self, *, is_founders: bool, resets_at: datetime) -> None:
        self.is_founders = is_founders
        sentence = (
            _(
                "Today’s budget for your documents is used up. Nothing was started; try again after"
                " %(time)s."
            )
            if is_founders
            else _(
                "Today’s budget for writing is used up. Nothing was started; try again after"
                " %(time)s."
            )
        )
        super().__init__(sentence % {"time": clock_label(resets_at)})


class StaleUpdate(ArtifactsError):
    """Raised when what somebody decided on is no longer what is stored."""

    def __init__(self) -> None:
        super().__init__(
            _("This has changed since you opened the page. Nothing was saved; please look again.")
        )


class EditConflict(StaleUpdate):
    """Raised when a text was changed by somebody else after the form was opened.

    `current` is the current version.
    """

    def __init__(self, current: Any) -> None:
        self.current = current
        super().__init__()


class InvalidEdit(ArtifactsError):
    """Raised when an edit does not fit the schema.

    `errors` has the sentences by the name of the field.
    """

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        self.errors = {name: list(sentences) for name, sentences in errors.items()}
        super().__init__(
            " ".join(sentence for sentences in self.errors.values() for sentence in sentences)
        )


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
    """Raised when the item that was to be changed is not there any more."""

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
        super().__init__(_("There is no proposal to decide on any more. Nothing was changed."))


class NoteGone(ArtifactsError):
    """Raised when a note does not exist any more."""

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
    """Raised when what was to be ignored is not found any more, or never was for this reader."""

    def __init__(self) -> None:
        super().__init__(_("We no longer find this, so there is nothing to ignore."))


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


class TooOften(ArtifactsError):
    """Raised when a founder does something more often than is good for the others; nothing was
    done.
    """

    def __init__(self, sentence: str, *, retry_after_seconds: int) -> None:
        self.retry_after_seconds = retry_after_seconds
        super().__init__(_(sentence))


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


class ExportFailed(ArtifactsError):
    """Raised when a file cannot be made of a project's documents; nothing was written anywhere."""


class ExportBusy(ExportFailed):
    """Raised when so many exports are being made that this one would have to wait for long."""

    def __init__(self) -> None:
        super().__init__(
            _("Many exports are being made at this moment. Please try again in a minute.")
        )


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


class InvalidBranding(ArtifactsError):
    """Raised when a founder's brand cannot be kept.

    `errors` has the sentences by the name of the field.
    """

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        self.errors = {name: list(sentences) for name, sentences in errors.items()}
        super().__init__(
            " ".join(sentence for sentences in self.errors.values() for sentence in sentences)
        )


class BrandingLocked(ArtifactsError):
    """Raised when the plan of a founder does not open a brand of their own."""

    def __init__(self) -> None:
        super().__init__(
            _("Your plan shows our name on exports; a larger one shows yours. Nothing was saved.")
        )


def _section_title(artifact_type: ArtifactType, name: str) -> str:
    section = artifact_type.content_class.section(name)
    return _(section.title) if section else name


class BackupRefused(ArtifactsError):
    """Raised when no backup can be written or restored; says what was kept.

    For operators, in English.
    """


class AssumptionTestGone(ArtifactsError):
    """Raised when a test of an assumption is not there (any more)."""

    def __init__(self) -> None:
        super().__init__(_("This test is no longer there. Nothing was changed."))


class NothingToTest(ArtifactsError):
    """Raised when what was asked for cannot be tested, or takes no result now."""

    def __init__(self) -> None:
        super().__init__(
            _("There is nothing to test here now, or the test has a result. Nothing was changed.")
        )


class AnswerLinkGone(ArtifactsError):
    """Raised when a link from a mail answers nothing (any more)."""

    def __init__(self) -> None:
        super().__init__(_("This link no longer answers anything. Nothing was changed."))
