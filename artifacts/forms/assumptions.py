"""Forms to settle an assumption or an open question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from artifacts.diff.text import compare_words
from artifacts.documents.references import shorten
from artifacts.forms.editing import Difference, FoundersForm
from artifacts.forms.fields import TextField
from artifacts.interview.questions import ANSWER_MAX, find_question
from artifacts.models import Project
from artifacts.schemas.base import Item
from artifacts.schemas.fields import LINE_MAX
from artifacts.services.assumptions.register import AssumptionEntry, EntryKind, SettleAction
from artifacts.services.facts.founder_texts import IDEA, PLACES, current_text, fitting_place
from artifacts.services.projects.lifecycle import input_fingerprint

SAID_MAX = 160
"""How much of an answer stands beside the choice to add to it."""


class SettleForm(FoundersForm):
    """What is true, for a correction; and which answer it becomes part of, where that is not clear
    already.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        entry: AssumptionEntry,
        act: SettleAction,
        project: Project,
        data: QueryDict | None = None,
    ) -> None:
        initial = {"base": entry.base, "seen": input_fingerprint(project)}
        super().__init__(data, initial=initial, auto_id="id_%s")
        if act is SettleAction.CORRECT:
            self.fields["text"] = TextField(
                label=_("What is true") if entry.kind is EntryKind.ASSUMPTION else _("Your answer"),
                max_length=LINE_MAX if entry.kind is EntryKind.ASSUMPTION else ANSWER_MAX,
                rows=4,
                missing=_("Please write something here."),
            )
            if entry.kind is EntryKind.ASSUMPTION:
                self.initial["text"] = entry.text
        if act is not SettleAction.REJECT and entry.kind is not EntryKind.UNANSWERED:
            self.initial["place"] = fitting_place(project, entry.text)
            self.fields["place"] = forms.ChoiceField(
                label=_("Which of your answers it is added to"),
                choices=[(place, _place_label(project, place)) for place in PLACES],
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Please choose one."),
                    "invalid_choice": _("Please choose one."),
                },
            )

    @property
    def said(self) -> str:
        return str(self.cleaned_data.get("text", ""))

    @property
    def chosen_place(self) -> str:
        return str(self.cleaned_data.get("place", ""))

    def show_again(self, project: Project) -> None:
        """Let the form, sent again, add to the answers as its reader sees them now."""
        assert isinstance(self.data, QueryDict)
        self.data = self.data.copy()
        self.data["seen"] = input_fingerprint(project)

    def differences(self, current: Any) -> list[Difference]:
        """How the assumption, as another window has stored it, differs from what was typed here."""
        if "text" not in self.fields or not isinstance(current, Item):
            return []
        return [(gettext("Current version"), compare_words(self.said, current.label))]


def _place_label(project: Project, place: str) -> str:
    question = find_question(place.partition(".")[2])
    title = gettext("The idea") if place == IDEA or question is None else gettext(question.title)
    said = shorten(current_text(project, place), SAID_MAX)
    return f"{title}: {said}" if said else gettext("%(title)s: not said yet") % {"title": title}
