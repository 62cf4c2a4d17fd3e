"""Which documents to write, and what becomes of the founder's edits."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from artifacts.forms.fields import TextField
from artifacts.generation.rewriting import WISH_MAX
from artifacts.models import GenerationAttempt
from artifacts.schemas import GENERATION_ORDER, ArtifactType

Edits = GenerationAttempt.Edits
Types = tuple[ArtifactType, ...]

EDITS_LABELS = {
    Edits.KEEP: (
        _("Keep my edits"),
        _("Your sections stay as they are; everything around them is new."),
    ),
    Edits.REVIEW: (
        _("Show me both, side by side"),
        _(
            "A document that you edited stays as it is. Its new text waits beside yours until you"
            " decide."
        ),
    ),
    Edits.OVERWRITE: (
        _("Overwrite my edits"),
        _("Everything is new. Your text stays in the previous version."),
    ),
}
"""What a founder can choose from, and what each means."""


class Scope(StrEnum):
    """How much to write."""

    ONE = "one"
    LATER = "later"
    STALE = "stale"
    ALL = "all"

    def types(self, chosen: ArtifactType | None, stale: Types) -> Types:
        """Return the documents to write, in order; none where there is nothing of the kind."""
        match self:
            case Scope.ONE:
                return (chosen,) if chosen else ()
            case Scope.LATER:
                return (chosen, *chosen.later) if chosen else ()
            case Scope.STALE:
                return stale
            case Scope.ALL:
                return GENERATION_ORDER


class GenerateForm(forms.Form):
    """What to write. A form without a scope asks for the document that it names, else for all."""

    artifact_type = forms.TypedChoiceField(
        choices=[(t.value, t.label) for t in GENERATION_ORDER],
        coerce=ArtifactType,
        empty_value=None,
        required=False,
        error_messages={
            "invalid_choice": _("That is not a document we can write. Nothing was started.")
        },
    )
    scope = forms.TypedChoiceField(
        choices=[(scope.value, scope.value) for scope in Scope],
        coerce=Scope,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("Please choose what we write. Nothing was started.")},
    )
    edits = forms.TypedChoiceField(
        choices=Edits.choices,
        coerce=Edits,
        empty_value=Edits.REFUSE,
        required=False,
        error_messages={
            "invalid_choice": _("Please choose what becomes of your edits. Nothing was started.")
        },
    )

    wish = TextField(
        label=_("Your wish"),
        missing="",
        required=False,
        rows=3,
        max_length=WISH_MAX,
        help_text=_("What should be different in the new version?"),
    )

    def __init__(self, *args: Any, stale: Types, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stale = stale

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not self.wanted():
            raise forms.ValidationError(
                _("There is nothing to write of what you chose. Nothing was started.")
            )
        return cleaned

    @property
    def chosen(self) -> ArtifactType | None:
        """The document that the form names, of a form that was validated."""
        chosen: ArtifactType | None = self.cleaned_data.get("artifact_type")
        return chosen

    @property
    def edits_shown(self) -> Edits:
        """What becomes of edits, as the page has it chosen: keeping them until something else was
        said.
        """
        edits = self.cleaned_data.get("edits")
        return edits if edits in EDITS_LABELS else Edits.KEEP

    def wanted(self) -> Types:
        """The documents to write, of a form that was validated."""
        scope = self.cleaned_data.get("scope") or (Scope.ONE if self.chosen else Scope.ALL)
        return scope.types(self.chosen, self.stale)
