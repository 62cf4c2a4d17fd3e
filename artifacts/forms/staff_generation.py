"""What staff regenerate, what happens to the founder's edits, and why.

The admin is in English only.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from pydantic import ValidationError as InvalidContent

from artifacts.exceptions import NothingStale
from artifacts.forms.reasons import ReasonForm
from artifacts.generation.claims import in_order, unfinished_types
from artifacts.generation.rewriting import WISH_MAX
from artifacts.models import GenerationAttempt, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.status import project_status, stale_types

Edits = GenerationAttempt.Edits
Types = tuple[ArtifactType, ...]


class What(StrEnum):
    """Which documents of a project."""

    SELECTED = "selected"
    LATER = "later"
    ALL = "all"
    ONLY = "only"
    STALE = "stale"
    UNFINISHED = "unfinished"


FROM = "from_"
"""Stands before the name of a document: that one and all after it."""

EDITS_LABELS = {
    Edits.KEEP: (
        "Keep the edits",
        "Sections that the founder edited stay as they are; everything around them is new.",
    ),
    Edits.REVIEW: (
        "Let the founder decide",
        (
            "A document with edits stays as it is. Its new text waits beside it until the founder"
            " has chosen."
        ),
    ),
    Edits.REFUSE: (
        "Skip a project with edits",
        (
            "Where one of these documents has edits, nothing of that project is started, and you"
            " are told which it was."
        ),
    ),
    Edits.OVERWRITE: (
        "Overwrite the edits",
        (
            "Everything is new. The founder's text stays in the previous version only, until the"
            " next one is written."
        ),
    ),
}


def _explained(title: str, more: str) -> SafeString:
    return format_html('<span><b>{}.</b> <span class="quiet">{}</span></span>', title, more)


class ReleaseForm(ReasonForm):
    """Which lease is meant, so that no newer one is released in its place."""

    token = forms.UUIDField(widget=forms.HiddenInput)


class RegenerateForm(ReasonForm):
    """Which documents to write; `with_selected` offers the documents that were selected one by
    one.
    """

    what = forms.ChoiceField(
        label="What shall be written?",
        widget=forms.RadioSelect,
        error_messages={"required": "Please choose what shall be written."},
    )
    only = forms.MultipleChoiceField(
        label="Documents for “Only these”",
        choices=[(t.value, t.label) for t in GENERATION_ORDER],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    edits = forms.ChoiceField(
        label="What becomes of sections that the founder edited?",
        choices=[(edits.value, _explained(*words)) for edits, words in EDITS_LABELS.items()],
        widget=forms.RadioSelect,
    )

    wish = forms.CharField(
        label="The founder’s wish for the new version",
        max_length=WISH_MAX,
        required=False,
        widget=forms.Textarea(attrs={"class": "vLargeTextField", "rows": 3, "dir": "auto"}),
        help_text=(
            "In the founder’s words, where there is one. A language model is told it; the offline"
            " writer is not."
        ),
    )

    field_order = ("what", "only", "edits", "wish", "reason")
    read_by = "the founder, and by staff"

    def __init__(self, data: Any = None, *, with_selected: bool) -> None:
        first = What.SELECTED if with_selected else What.ALL
        super().__init__(data, initial={"what": first, "edits": Edits.KEEP.value})
        self.fields["what"].choices = list(_whats(with_selected=with_selected))  # type: ignore[attr-defined]
        self.fields[
            "reason"
        ].help_text = (
            "“Refreshed by support: …” stands on each new version. It stands in the log, too."
        )
        self.fields["reason"].error_messages["required"] = "Please say why; the founder reads it."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("what") == What.ONLY and not cleaned.get("only"):
            self.add_error("only", "Please choose at least one document.")
        return cleaned

    def types(self, project: Project, selected: Types) -> Types:
        """Return what to write of `project`, of a form that was validated.

        Raises NothingToGenerate or NothingStale where that is nothing.
        """
        what = self.cleaned_data["what"]
        match what:
            case What.SELECTED:
                return selected
            case What.LATER:
                return in_order((*selected, *(later for t in selected for later in t.later)))
            case What.STALE:
                return _stale(project)
            case What.UNFINISHED:
                return unfinished_types(project.documents())
            case What.ONLY:
                return in_order(ArtifactType(value) for value in self.cleaned_data["only"])
            case What.ALL:
                return GENERATION_ORDER
        first = ArtifactType(what.removeprefix(FROM))
        return (first, *first.later)

    @property
    def policy(self) -> GenerationAttempt.Edits:
        return Edits(self.cleaned_data["edits"])


def _whats(*, with_selected: bool) -> Iterator[tuple[str, str]]:
    if with_selected:
        yield What.SELECTED, "The selected documents"
        yield What.LATER, "The selected documents and all that build on them"
    yield What.ALL, f"All {len(GENERATION_ORDER)} documents"
    for artifact_type in GENERATION_ORDER[1:]:
        yield FROM + artifact_type.value, f"From the {artifact_type.label} on"
    yield What.ONLY, "Only these:"
    yield What.STALE, "Only what is out of date"
    yield What.UNFINISHED, "Only what failed, was held up by a failure, or was never written"


def _stale(project: Project) -> Types:
    try:
        stale = stale_types(project_status(project, now=timezone.now()))
    except InvalidContent as error:
        raise NothingStale(
            "What is stored of it does not validate, so nobody can say what is stale."
        ) from error
    if not stale:
        raise NothingStale("Nothing of it is stale.")
    return stale
