"""Errors that stop documents from being written, or postpone that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from artifacts.exceptions.base import ArtifactsError
from artifacts.schemas import ArtifactType
from artifacts.translation import clock_label, translated


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
    """Raised when the lease that staff wanted to release has ended already; its text says how."""


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


class AccountSuspended(ArtifactsError):
    """Raised when documents were to be written for a founder who cannot read them.

    Its text is for staff.
    """

    def __init__(self) -> None:
        super().__init__("The founder's account is suspended. Nothing was started.")


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


def _section_title(artifact_type: ArtifactType, name: str) -> str:
    section = artifact_type.content_class.section(name)
    return _(section.title) if section else name
