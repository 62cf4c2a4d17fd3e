"""Forms of the interview: one per screen, and one with everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from artifacts.forms.fields import TextField
from artifacts.forms.projects import NameForm
from artifacts.interview import ANSWER_MAX, QUESTIONS, ProjectInput, Question
from artifacts.schemas.base import describe_errors

NEEDED = _("We need an answer to this one. A guess is fine; you can say that it is one.")


class IdeaForm(NameForm):
    """The first screen of the interview."""

    idea = TextField(
        label=_("The idea"),
        max_length=ANSWER_MAX,
        help_text=_("In your own words, as you would tell it to a friend. A few sentences are enough."),
        missing=_("Please tell us the idea, in a sentence or two."),
        rows=7,
    )

    field_order = ("idea", "name")


class AnswerForm(forms.Form):
    """One question of the interview. An empty answer is valid here: what becomes of it depends on the button."""

    needed = NEEDED
    undecided = _("You have written something. Go on with it, or clear the box to leave the question open.")

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = TextField(
            label=_(question.prompt), max_length=ANSWER_MAX, required=False, missing=NEEDED, rows=6
        )


class ProjectForm(IdeaForm):
    """The idea and the interview on one page; `described` is what was said."""

    described: ProjectInput

    field_order = ("name", "idea")

    def __init__(self, *args: Any, questions: Sequence[Question] = QUESTIONS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["idea"].widget.attrs["rows"] = 5
        for question in questions:
            self.fields[question.key] = TextField(
                label=_(question.prompt),
                help_text=_(question.why),
                example=_(question.example),
                required=question.required,
                max_length=ANSWER_MAX,
                missing=NEEDED,
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
