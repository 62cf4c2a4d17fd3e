"""Forms of the interview: one per screen, and one with everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from artifacts.facts.sheet import OWN_WORDS
from artifacts.forms.fields import TextField
from artifacts.forms.projects import NameForm
from artifacts.forms.typed_answers import PARTS, TypedParts
from artifacts.interview.questions import ANSWER_MAX, QUESTIONS, ProjectInput, Question
from artifacts.interview.wording import working_title
from artifacts.schemas.base import describe_errors

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NEEDED = _("We need an answer to this one. A guess is fine; you can say that it is one.")

GROUPS: tuple[tuple[StrOrPromise, tuple[str, ...]], ...] = (
    (_("Who it is for"), ("target_user", "problem", "workaround")),
    (_("The first version"), ("first_version", "left_out")),
    (_("Money"), ("price", "budget")),
    (_("Time and team"), ("deadline", "team")),
    (_("Place and limits"), ("place", "constraint")),
    (_("What we know"), ("stage", "evidence", "validation")),
)
"""The questions as the page with all of them groups them."""


def field_texts(described: ProjectInput) -> dict[str, str]:
    """Return every text of a description by the name of its field in ProjectForm."""
    return {"name": described.name, **described.texts()}


class IdeaForm(NameForm):
    """The first screen of the interview; with `name_may_wait`, the idea lends its first words to a
    project without a name.
    """

    idea = TextField(
        label=_("The idea"),
        max_length=ANSWER_MAX,
        help_text=_(
            "In your own words, as you would tell it to a friend. A few sentences are enough."
        ),
        missing=_("Please tell us the idea, in a sentence or two."),
        rows=7,
    )

    field_order = ("idea", "name")

    def __init__(self, *args: Any, name_may_wait: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if name_may_wait:
            self.fields["name"].required = False
            self.fields["name"].help_text = _(
                "A working title will do; you can change it at any time. Without one we take the"
                " first words of the idea."
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("name") and cleaned.get("idea") and "name" not in self.errors:
            cleaned["name"] = working_title(cleaned["idea"])
        return cleaned


class StartForm(forms.Form):
    """The box on the first page; who leaves it empty tells the idea later."""

    idea = TextField(
        label=_("What do you want to build?"),
        max_length=ANSWER_MAX,
        required=False,
        missing=NEEDED,
        rows=3,
    )


class AnswerForm(forms.Form):
    """One question of the interview.

    An empty answer is valid here: what becomes of it depends on the button.
    """

    needed = NEEDED
    undecided = _(
        "You have written something. Continue with it, or clear the box to leave the question open."
    )

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = TextField(
            label=_(question.prompt), max_length=ANSWER_MAX, required=False, missing=NEEDED, rows=6
        )
        said = self.data if self.is_bound else None
        self.parts = TypedParts(question.key, said) if question.key in PARTS else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.parts and "answer" in cleaned:
            cleaned["answer"] = _joined(self, "answer", self.parts, cleaned["answer"])
        return cleaned


class ProjectForm(IdeaForm):
    """The idea and the interview on one page; `described` is what was said.

    With `typed`, some questions have typed inputs beside their text.
    """

    described: ProjectInput

    field_order = ("name", "idea")

    def __init__(
        self,
        *args: Any,
        questions: Sequence[Question] = QUESTIONS,
        typed: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["idea"].widget.attrs["rows"] = 5
        said = self.data if self.is_bound else None
        self.parts = {key: TypedParts(key, said) for key in PARTS} if typed else {}
        for question in questions:
            self.fields[question.key] = TextField(
                label=_(question.prompt),
                help_text=_(question.why),
                example=_(question.example),
                required=question.required,
                max_length=ANSWER_MAX,
                missing=NEEDED,
                rows=4 if question.key in OWN_WORDS else 2,
            )

    def groups(self) -> list[tuple[StrOrPromise, list[tuple[forms.BoundField, TypedParts | None]]]]:
        """Return the questions as the page groups them: title, and each field with its typed
        inputs.
        """
        return [
            (title, [(self[key], self.parts.get(key)) for key in keys]) for title, keys in GROUPS
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for key, parts in self.parts.items():
            if key in cleaned:
                cleaned[key] = _joined(self, key, parts, cleaned[key])
        if not self.errors:
            try:
                self.described = ProjectInput.from_brief(cleaned)
            except ValidationError as error:
                raise forms.ValidationError(describe_errors(error)) from error
        return cleaned


def _joined(form: forms.Form, name: str, parts: TypedParts, text: str) -> str:
    """Return an answer with its typed inputs in it; what does not fit becomes an error of the
    form.
    """
    if wrong := parts.first_error():
        form.add_error(name, wrong)
        return text
    longer = parts.added_to(text)
    if len(longer) > ANSWER_MAX:
        form.add_error(name, _("There is no room for it in this answer. Please shorten the text."))
    return longer
