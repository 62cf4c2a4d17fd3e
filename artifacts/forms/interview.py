"""Forms of the interview, one per screen, and those of the acts on a project."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from artifacts.forms.projects import TextField
from artifacts.interview import ANSWER_MAX, NAME_MAX, Question
from artifacts.text import clean_text


class NameForm(forms.Form):
    """What a project is called."""

    name = TextField(
        label=_("Name"),
        max_length=NAME_MAX,
        help_text=_("A working title will do; you can change it at any time."),
        missing=_("Please give it a name; a working title will do."),
    )

    def clean_name(self) -> str:
        return _something(self, "name")


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

    def clean_idea(self) -> str:
        return _something(self, "idea")


class AnswerForm(forms.Form):
    """One question of the interview. An empty answer is valid here: what becomes of it depends on the button."""

    needed = _("We need an answer to this one. A guess is fine; you can say that it is one.")
    undecided = _("You have written something. Go on with it, or clear the box to leave the question open.")

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = TextField(
            label=_(question.prompt), max_length=ANSWER_MAX, required=False, missing=self.needed, rows=6
        )

    def clean_answer(self) -> str:
        return clean_text(self.cleaned_data["answer"]).strip()


def _something(form: forms.Form, name: str) -> str:
    """Return the text of a field, as it will be stored, and refuse one of which nothing is left then."""
    text = clean_text(form.cleaned_data[name]).strip()
    if not text:
        raise forms.ValidationError(form.fields[name].error_messages["required"], code="required")
    return text
