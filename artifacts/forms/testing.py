"""Forms of a test of an assumption: what it is, and what came of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from artifacts.diff.text import compare_words
from artifacts.documents.testing import PLAN_FIELDS, Result
from artifacts.forms.editing import Difference, FoundersForm
from artifacts.forms.facts import DayField, WholeField
from artifacts.forms.fields import TextField
from artifacts.language import choose_language
from artifacts.models import AssumptionTest, Project
from artifacts.models.testing import KILLS_MAX, NOTE_MAX, WHAT_MAX, WHOM_MAX
from artifacts.runners.offline import draft_asks
from artifacts.services.assumptions.testing import COUNT_MAX, base_of

MISSING = _("Please write something here.")
NEEDED = _("Please say this before you begin.")


class TestedForm(FoundersForm):
    """A form over a test. What another window made of it is shown where a text differs."""

    __test__ = False  # not a test case of pytest

    def differences(self, current: Any) -> list[Difference]:
        return [
            (str(field.label), compare_words(str(self.cleaned_data[name] or ""), str(now or "")))
            for name, field in self.fields.items()
            if name in current and name in self.cleaned_data
            if str(now := current[name] or "") != str(self.cleaned_data[name] or "")
        ]


class PlanForm(TestedForm):
    """Whom to ask, what to do, what kills the assumption, and by when.

    A field that is empty says what the founder is asked there.
    """

    whom = TextField(label=_("Whom to ask"), max_length=WHOM_MAX, rows=3, missing=NEEDED)
    what = TextField(label=_("What to say or do"), max_length=WHAT_MAX, rows=6, missing=NEEDED)
    kills = TextField(
        label=_("What result kills the assumption"),
        max_length=KILLS_MAX,
        rows=3,
        missing=NEEDED,
    )
    due = DayField(label=_("By when"))

    def __init__(
        self, test: AssumptionTest, project: Project, data: QueryDict | None = None
    ) -> None:
        initial = {name: getattr(test, name) for name in PLAN_FIELDS} | {"base": base_of(test)}
        super().__init__(data, initial=initial, auto_id="id_%s")
        asks = draft_asks(project.get_input(), choose_language(get_language() or ""))
        for name in PLAN_FIELDS:
            if not getattr(test, name):
                self.fields[name].help_text = asks[name]
            # A draft may be saved with gaps; a test starts with none.
            self.fields[name].required = test.is_started or data is None or "start" in data
        self.fields["due"].error_messages["required"] = NEEDED
        if test.is_started:
            # What kills it was settled before the first answer.
            del self.fields["kills"]


class ResultForm(TestedForm):
    """What came of a test."""

    state = forms.TypedChoiceField(
        label=_("What came of it?"),
        coerce=Result,
        choices=[
            (Result.PASSED, _("It passed: the assumption holds")),
            (Result.FAILED, _("It failed: the assumption is wrong")),
            (Result.UNCLEAR, _("Unclear: it neither holds nor fails")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose one."),
            "invalid_choice": _("Please choose one of these."),
        },
    )
    ended_on = DayField(label=_("When was that?"))
    said_yes = WholeField(
        label=_("How many said yes or did it"), max_value=COUNT_MAX, required=False
    )
    asked = WholeField(label=_("How many you asked"), max_value=COUNT_MAX, required=False)
    note = TextField(
        label=_("What happened, in your words"),
        max_length=NOTE_MAX,
        rows=4,
        missing=MISSING,
        required=False,
    )

    def __init__(self, test: AssumptionTest, *, today: Any, data: QueryDict | None = None) -> None:
        initial = {
            "state": test.state if test.is_over else None,
            "ended_on": test.ended_on or today,
            "said_yes": test.said_yes,
            "asked": test.asked,
            "note": test.note,
            "base": base_of(test),
        }
        super().__init__(data, initial=initial, auto_id="id_%s")

    def differences(self, current: Any) -> list[Difference]:
        label = gettext("What came of it?")
        changed = [one for one in super().differences(current) if one[0] != label]
        if current["state"] in set(Result) and current["state"] != self.cleaned_data["state"]:
            choices: Any = self.fields["state"]
            now = str(dict(choices.choices)[Result(current["state"])])
            changed.insert(0, (label, compare_words("", now)))
        return changed
