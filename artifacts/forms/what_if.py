"""The facts that one may try other values of, on one form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from artifacts.facts.labels import value_text
from artifacts.facts.schema import Facts, Price
from artifacts.facts.sheet import comparable, fact_at, group_of
from artifacts.forms.facts import MISSING, AmountField, DayField
from artifacts.forms.fields import TextField
from artifacts.interview.questions import ANSWER_MAX
from artifacts.services.facts.corrections import fact_base, lines_base, lines_text
from artifacts.services.facts.what_if import FactChange

LINES = "first_version"
_BASE = "base-"


@dataclass(frozen=True, slots=True)
class TriedFact:
    """One fact of the form: its field, and what it says now."""

    field: BoundField
    stands: str


class WhatIfForm(forms.Form):
    """Each fact carries the base of the value that was seen, in a hidden field of its own."""

    def __init__(self, facts: Facts, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.facts = facts
        self._paths: dict[str, str] = {}
        for path, fact in facts.each():
            if group_of(path) == "prices" and fact.value is not None:
                self._add(path, AmountField(label=_("Price")), fact.value.amount)
        self._add("deadline", DayField(label=_("Ready by"), required=False))
        weeks = AmountField(label=_("Weeks we have"), required=False, maximum=520)
        self._add("duration_weeks", weeks)
        hours = _("Hours a week, everybody together")
        self._add("hours_per_week", AmountField(label=hours, required=False, maximum=2000))
        lines = TextField(
            label=_("The first version, one line for each step"),
            required=False,
            max_length=ANSWER_MAX,
            missing=MISSING,
            rows=6,
        )
        self._add(LINES, lines, lines_text(facts, LINES))

    def _add(self, path: str, field: forms.Field, initial: Any = None) -> None:
        name = path.replace(".", "-")
        self._paths[name] = path
        fact = fact_at(self.facts, path)
        field.initial = fact.value if initial is None and fact else initial
        self.fields[name] = field
        base = lines_base(self.facts, LINES) if fact is None else fact_base(fact)
        self.fields[_BASE + name] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=base
        )

    def tried(self) -> Iterator[TriedFact]:
        """What the page shows, in order."""
        for name, path in self._paths.items():
            fact = fact_at(self.facts, path)
            words = value_text(path, fact.value) if fact and path != LINES else ""
            yield TriedFact(self[name], words)

    def sent(self) -> list[tuple[str, str]]:
        """What was sent, to be sent again unchanged."""
        return [(name, self.data.get(name, "")) for name in self.fields]

    def changes(self) -> list[FactChange]:
        """What was typed that is not as it is stored."""
        return [change for name in self._paths if (change := self._change(name))]

    def rebase(self) -> None:
        """Let the form, sent again, replace what is stored now, which its reader has been shown."""
        assert isinstance(self.data, QueryDict)
        self.data = self.data.copy()
        for name in self._paths:
            self.data[_BASE + name] = self.fields[_BASE + name].initial

    def _change(self, name: str) -> FactChange | None:
        path, typed = self._paths[name], self.cleaned_data[name]
        base = self.cleaned_data[_BASE + name]
        if path == LINES:
            lines = "\n".join(line.strip() for line in typed.splitlines() if line.strip())
            return None if lines == lines_text(self.facts, LINES) else FactChange(path, lines, base)
        fact = fact_at(self.facts, path)
        stored = fact.value if fact else None
        now = stored.amount if isinstance(stored, Price) else stored
        if comparable(typed) == comparable(now):
            return None
        value: Any = None if typed is None else str(typed)
        if isinstance(stored, Price):
            value = {**stored.model_dump(mode="json"), "amount": value}
        return FactChange(path, value, base)
