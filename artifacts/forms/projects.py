"""Forms: one per action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from artifacts.interview import ANSWER_MAX, NAME_MAX, QUESTIONS, ProjectInput
from artifacts.schemas.base import describe_errors

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class TextField(forms.CharField):
    """A text with an example answer, which the page shows beside it: a placeholder would go as soon as one types."""

    def __init__(self, *, missing: StrOrPromise, example: StrOrPromise = "", rows: int = 1, **kwargs: Any) -> None:
        widget = (
            forms.Textarea(attrs={"rows": rows, "dir": "auto"})
            if rows > 1
            else forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"})
        )
        super().__init__(widget=widget, error_messages={"required": missing}, **kwargs)
        too_long = _("Please shorten this to %(limit_value)d characters; it has %(show_value)d now.")
        for validator in self.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = too_long
        self.example = example


class ProjectForm(forms.Form):
    """The idea and the interview on one page; `described` is what was said."""

    described: ProjectInput

    name = TextField(
        label=_("Name"),
        max_length=NAME_MAX,
        help_text=_("What you call it today."),
        example="Shelfwise",
        missing=_("Please give it a name; a working title will do."),
    )
    idea = TextField(
        label=_("The idea"),
        max_length=ANSWER_MAX,
        help_text=_("In your own words, as you would tell it to a friend. A few sentences are enough."),
        missing=_("Please tell us the idea, in a sentence or two."),
        rows=5,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question.key] = TextField(
                label=_(question.prompt),
                help_text=_(question.why),
                example=_(question.example),
                required=question.required,
                max_length=ANSWER_MAX,
                missing=_("We need an answer to this one. A guess is fine; you can say that it is one."),
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
