"""Typed inputs beside some questions of the interview.

What is typed there becomes a line of the answer.

The answer stays the one place where a thing is said: the line is written in the words that we read
exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from artifacts.facts.labels import PERIODS, STAGES, display_value, number_text, weeks_text
from artifacts.forms.facts import AmountField, CurrencyField, DayField, ShortField, WholeField

ROWS_OF_PRICES = 2

STAGE_LINES = {
    "idea": gettext_noop("So far it is an idea."),
    "talks": gettext_noop("We have talked to people."),
    "prototype": gettext_noop("There is a prototype."),
    "pilot": gettext_noop("A pilot is running."),
    "customers": gettext_noop("There are paying customers."),
}
STAGE_LINES_COUNTED = {
    "idea": gettext_noop("An idea: %(whom)s."),
    "talks": gettext_noop("We have talked to %(whom)s."),
    "prototype": gettext_noop("A prototype: %(whom)s."),
    "pilot": gettext_noop("A pilot with %(whom)s."),
    "customers": gettext_noop("Paying customers: %(whom)s."),
}
"""What the answer says for each stage, in words that the reader knows."""


class TypedPart(forms.Form):
    """The typed inputs of one question, all of them optional."""

    def line(self) -> str:
        """Return what was typed as a line of the answer; "" for nothing.

        Call it on a valid form.
        """
        raise NotImplementedError


class PricePart(TypedPart):
    amount = AmountField(label=gettext_lazy("Amount"), required=False)
    currency = CurrencyField(required=False)
    per = forms.ChoiceField(
        label=gettext_lazy("How it is paid"),
        required=False,
        choices=[(key, gettext_lazy(words)) for key, words in PERIODS.items()],
    )
    unit = ShortField(label=gettext_lazy("For each (shop, ride)"))

    def line(self) -> str:
        said = self.cleaned_data
        if said["amount"] is None:
            return ""
        words = f"{number_text(said['amount'], decimals=2)} {said['currency']}"
        period = PERIODS.get(said["per"])
        if period and not (said["per"] == "once" and said["unit"]):
            words = f"{words} {_(period)}"
        return (
            _("%(amount)s per %(unit)s") % {"amount": words, "unit": said["unit"]}
            if said["unit"]
            else words
        )


class DeadlinePart(TypedPart):
    day = DayField(label=gettext_lazy("Ready by"), required=False)
    weeks = AmountField(label=gettext_lazy("or in how many weeks"), required=False, maximum=520)

    def line(self) -> str:
        day, weeks = self.cleaned_data["day"], self.cleaned_data["weeks"]
        lines = [_("Ready by %(day)s") % {"day": display_value(day)}] if day else []
        if weeks:
            lines.append(_("Within %(weeks)s") % {"weeks": weeks_text(weeks)})
        return "\n".join(lines)


class TeamPart(TypedPart):
    people = WholeField(label=gettext_lazy("People"), required=False, max_value=10_000)
    hours = AmountField(
        label=gettext_lazy("Hours a week, everybody together"), required=False, maximum=2000
    )

    def line(self) -> str:
        people, hours = self.cleaned_data["people"], self.cleaned_data["hours"]
        said = []
        if people is not None:
            words = ngettext("One person", "%(number)s people", people)
            said.append(words % {"number": number_text(people)})
        if hours:
            said.append(_("%(number)s hours a week together") % {"number": number_text(hours)})
        return ", ".join(said)


class BudgetPart(TypedPart):
    amount = AmountField(label=gettext_lazy("Amount"), required=False)
    currency = CurrencyField(required=False)

    def line(self) -> str:
        amount: Decimal | None = self.cleaned_data["amount"]
        return (
            ""
            if amount is None
            else f"{number_text(amount, decimals=2)} {self.cleaned_data['currency']}"
        )


class StagePart(TypedPart):
    stage = forms.ChoiceField(
        label=gettext_lazy("How far"),
        required=False,
        choices=[
            ("", gettext_lazy("Please choose")),
            *((key, gettext_lazy(words)) for key, words in STAGES.items()),
        ],
    )
    count = WholeField(label=gettext_lazy("How many so far"), required=False, max_value=10**9)
    noun = ShortField(label=gettext_lazy("of whom or what"))

    def line(self) -> str:
        said = self.cleaned_data
        if not said["stage"]:
            return ""
        if said["count"] is None:
            return _(STAGE_LINES[said["stage"]])
        whom = f"{number_text(said['count'])} {said['noun']}".rstrip()
        return _(STAGE_LINES_COUNTED[said["stage"]]) % {"whom": whom}


PARTS: Mapping[str, type[TypedPart]] = {
    "price": PricePart,
    "deadline": DeadlinePart,
    "team": TeamPart,
    "budget": BudgetPart,
    "stage": StagePart,
}


class TypedParts:
    """The typed inputs of one question as a form shows and reads them: several rows where there can
    be several.
    """

    def __init__(self, key: str, said: Any) -> None:
        kind = PARTS[key]
        rows = ROWS_OF_PRICES if kind is PricePart else 1
        self.rows = [kind(said, prefix=f"{key}-{number}") for number in range(rows)]

    def first_error(self) -> str:
        """Return what is wrong with the first field that cannot be read; "" if all can be."""
        for row in self.rows:
            for name, errors in row.errors.items():
                return f"{row[name].label}: {errors[0]}"
        return ""

    @property
    def is_another_open(self) -> bool:
        """Whether something was typed in a row that is folded away otherwise."""
        return any(row[name].value() for row in self.rows[1:] for name in ("amount", "unit"))

    def added_to(self, text: str) -> str:
        """Return `text` with what was typed, each as a line, unless it says so already."""
        lines = [line for row in self.rows for line in row.line().splitlines() if line not in text]
        return "\n".join([*([text] if text else []), *lines])
