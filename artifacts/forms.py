"""Forms: one per action."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from pydantic import ValidationError

from artifacts.interview import ANSWER_MAX, NAME_MAX, QUESTIONS, ProjectInput
from artifacts.models import GenerationAttempt
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.schemas.base import describe_errors


class TextField(forms.CharField):
    """A text with an example answer, which the page shows beside it: a placeholder would go as soon as one types."""

    def __init__(self, *, missing: str, example: str = "", rows: int = 1, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(widget=widget, error_messages={"required": missing}, **kwargs)
        too_long = "Please shorten this to %(limit_value)d characters; it has %(show_value)d now."
        for validator in self.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = too_long
        self.example = example


class ProjectForm(forms.Form):
    """The idea and the interview on one page; `described` is what was said."""

    described: ProjectInput

    name = TextField(
        label="Name",
        max_length=NAME_MAX,
        help_text="What you call it today.",
        example="Shelfwise",
        missing="Please give it a name; a working title will do.",
    )
    idea = TextField(
        label="The idea",
        max_length=ANSWER_MAX,
        help_text="In your own words, as you would tell it to a friend. A few sentences are enough.",
        missing="Please tell us the idea, in a sentence or two.",
        rows=5,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question.key] = TextField(
                label=question.prompt,
                help_text=question.why,
                example=question.example,
                required=question.required,
                max_length=ANSWER_MAX,
                missing="We need an answer to this one. A guess is fine; you can say that it is one.",
                rows=2,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                self.described = ProjectInput.from_brief(cleaned)
            except ValidationError as error:
                raise forms.ValidationError(describe_errors(error)) from error
        return cleaned


class GenerateForm(forms.Form):
    """Which documents to write: all, one, or one and all after it; and what becomes of edits."""

    artifact_type = forms.ChoiceField(
        choices=[(t.value, t.label) for t in GENERATION_ORDER], required=False, label="Document"
    )
    and_later = forms.BooleanField(required=False, label="And every document after it")
    edits = forms.ChoiceField(choices=GenerationAttempt.Edits.choices, required=False, label="Sections edited by hand")

    def wanted(self) -> tuple[ArtifactType, ...]:
        """The types to write, once the form is valid."""
        if not self.cleaned_data["artifact_type"]:
            return GENERATION_ORDER
        artifact_type = ArtifactType(self.cleaned_data["artifact_type"])
        return (artifact_type, *artifact_type.later) if self.cleaned_data["and_later"] else (artifact_type,)

    def edits_policy(self) -> GenerationAttempt.Edits:
        return GenerationAttempt.Edits(self.cleaned_data["edits"] or GenerationAttempt.Edits.REFUSE)
