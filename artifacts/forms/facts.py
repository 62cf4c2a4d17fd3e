"""Typed inputs for facts: one form per kind of value."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from artifacts.facts.labels import PLATFORMS, STAGES
from artifacts.facts.schema import (
    VALUE_MAX,
    Budget,
    Count,
    LaterMoney,
    Price,
    Region,
    StageReached,
    Test,
)
from artifacts.facts.sheet import OWN_WORDS, group_of
from artifacts.forms.fields import TextField
from artifacts.interview.questions import ANSWER_MAX

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CURRENCIES = (
    "EUR", "USD", "GBP", "CHF", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "GHS", "HUF", "IDR",
    "INR", "JPY", "KES",
    "MXN", "NGN", "NOK", "NZD", "PHP", "PLN", "RON", "SEK", "SGD", "TRY", "UAH", "ZAR",
)  # fmt: skip
PER = {
    "month": _("a month"),
    "year": _("a year"),
    "week": _("a week"),
    "day": _("a day"),
    "hour": _("an hour"),
    "once": _("once"),
    "percent": _("percent"),
    "other": _("for each ..."),
}
MISSING = _("Please fill this in, or leave the fact open.")


class NumberInput(forms.TextInput):
    """A number as people type it; the keyboard of a phone shows digits."""

    def __init__(self) -> None:
        super().__init__(
            attrs={"inputmode": "decimal", "autocomplete": "off", "class": "input-short"}
        )


class AmountField(forms.DecimalField):
    """A number with at most two decimals, written as in English or as in German: 1,290.50 or
    1.290,50.
    """

    widget = NumberInput

    def __init__(
        self, *, label: StrOrPromise, required: bool = True, maximum: int = 10**12 - 1
    ) -> None:
        super().__init__(
            label=label,
            required=required,
            min_value=Decimal(0),
            max_value=Decimal(maximum),
            decimal_places=2,
        )
        self.error_messages["required"] = MISSING

    def clean(self, value: Any) -> Any:
        return super().clean(_plain_number(value) if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """Show 29 and not 29.00."""
        return number_format(value.normalize()) if isinstance(value, Decimal) else value


class WholeField(forms.IntegerField):
    widget = NumberInput

    def __init__(
        self, *, label: StrOrPromise, max_value: int, required: bool = True, min_value: int = 0
    ) -> None:
        super().__init__(label=label, required=required, min_value=min_value, max_value=max_value)
        self.error_messages["required"] = MISSING


class DayField(forms.DateField):
    def __init__(self, *, label: StrOrPromise, required: bool = True) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "input-short"})
        super().__init__(label=label, required=required, widget=widget)
        self.error_messages["required"] = MISSING


class ShortField(TextField):
    def __init__(
        self, *, label: StrOrPromise, required: bool = False, max_length: int = 80, rows: int = 1
    ) -> None:
        super().__init__(
            label=label, required=required, max_length=max_length, missing=MISSING, rows=rows
        )


class CurrencyField(forms.ChoiceField):
    def __init__(self, *, required: bool = True) -> None:
        choices = [(code, code) for code in CURRENCIES]
        super().__init__(label=_("Currency"), required=required, choices=choices)


class FactForm(forms.Form):
    """Typed inputs for one fact. `typed_value` is what is stored, as JSON holds it."""

    def typed_value(self) -> Any:
        return _as_json(self.cleaned_data["value"])

    @classmethod
    def initial_of(cls, value: Any) -> dict[str, Any]:
        """Return the initial data of a form that shows `value`."""
        return {"value": value}

    def _filled(self, *names: str) -> dict[str, Any]:
        return {name: _as_json(self.cleaned_data[name]) for name in names}


class TextForm(FactForm):
    value = ShortField(label=_("In a few words"), required=True, max_length=VALUE_MAX, rows=2)


class LanguageForm(FactForm):
    value = ShortField(label=_("Language"), required=True)


class LinesForm(FactForm):
    value = TextField(
        label=_("One line each"), required=False, max_length=ANSWER_MAX, missing=MISSING, rows=6
    )


class DayForm(FactForm):
    value = DayField(label=_("Date"))


class WeeksForm(FactForm):
    value = AmountField(label=_("Weeks"), maximum=520)


class HoursForm(FactForm):
    value = AmountField(label=_("Hours a week, everybody together"), maximum=2000)


class PeopleForm(FactForm):
    value = WholeField(label=_("People"), max_value=10_000)


class PlatformForm(FactForm):
    value = forms.ChoiceField(
        label=_("It runs on"), choices=[(key, _(name)) for key, name in PLATFORMS.items()]
    )


class RegionForm(FactForm):
    """The code of a place is ours: it stays as long as the name does."""

    value = ShortField(label=_("Town, region or country"), required=True, max_length=VALUE_MAX)
    code = forms.CharField(required=False, widget=forms.HiddenInput)
    coded = forms.CharField(required=False, widget=forms.HiddenInput)

    def typed_value(self) -> Any:
        name = self.cleaned_data["value"]
        return {
            "name": name,
            "code": self.cleaned_data["code"] if name == self.cleaned_data["coded"] else "",
        }

    @classmethod
    def initial_of(cls, value: Region) -> dict[str, Any]:
        return {"value": value.name, "code": value.code, "coded": value.name}


class CountForm(FactForm):
    number = WholeField(label=_("Number"), max_value=10**9)
    noun = ShortField(label=_("of whom or what"), required=True)

    def typed_value(self) -> Any:
        return self._filled("number", "noun")

    @classmethod
    def initial_of(cls, value: Count) -> dict[str, Any]:
        return value.model_dump()


class StageForm(FactForm):
    stage = forms.ChoiceField(
        label=_("How far"), choices=[(key, _(name)) for key, name in STAGES.items()]
    )
    count = WholeField(label=_("How many so far"), required=False, max_value=10**9)
    noun = ShortField(label=_("of whom or what"))

    def typed_value(self) -> Any:
        return self._filled("stage", "count", "noun")

    @classmethod
    def initial_of(cls, value: StageReached) -> dict[str, Any]:
        return value.model_dump()


class PriceForm(FactForm):
    amount = AmountField(label=_("Amount"))
    currency = CurrencyField()
    per = forms.ChoiceField(label=_("How it is paid"), choices=list(PER.items()))
    unit = ShortField(label=_("For each (shop, ride)"))
    payer = ShortField(label=_("Who pays it"))
    months_a_year = WholeField(
        label=_("Paid months a year, if not 12"), required=False, min_value=1, max_value=12
    )
    is_minimum = forms.BooleanField(label=_("This is a minimum price"), required=False)
    is_shared = forms.BooleanField(label=_("Others get a part of it"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("per") == "other" and not cleaned.get("unit"):
            self.add_error("unit", _("Please say for what: one shop, one ride, one cup."))
        return cleaned

    def typed_value(self) -> Any:
        said = self._filled(
            "amount", "currency", "per", "unit", "payer", "months_a_year", "is_minimum", "is_shared"
        )
        if said["per"] == "other":
            return {**said, "per": said["unit"][:40], "unit": ""}
        return {**said, "currency": None} if said["per"] == "percent" else said

    @classmethod
    def initial_of(cls, value: Price) -> dict[str, Any]:
        said = value.model_dump()
        return said if value.per in PER else {**said, "per": "other", "unit": value.per}


class BudgetForm(FactForm):
    amount = AmountField(label=_("Amount in all"))
    currency = CurrencyField()
    later = AmountField(label=_("Part of it that comes later"), required=False)
    condition = ShortField(label=_("when or if"), max_length=VALUE_MAX)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        later, amount = cleaned.get("later"), cleaned.get("amount")
        if later and not cleaned.get("condition"):
            self.add_error("condition", _("Please say when or under which condition it comes."))
        if later and amount is not None and later > amount:
            self.add_error("later", _("This is more than the whole amount."))
        return cleaned

    def typed_value(self) -> Any:
        later, condition = self.cleaned_data["later"], self.cleaned_data["condition"]
        part = (
            LaterMoney(amount=later, condition=condition).model_dump(mode="json") if later else None
        )
        return {**self._filled("amount", "currency"), "later": [part] if part else []}

    @classmethod
    def initial_of(cls, value: Budget) -> dict[str, Any]:
        """Return the initial data; several later parts are shown as one."""
        later = sum((part.amount for part in value.later), Decimal(0))
        condition = "; ".join(part.condition for part in value.later)[:VALUE_MAX]
        return {
            "amount": value.amount,
            "currency": value.currency,
            "later": later or None,
            "condition": condition,
        }


class TestForm(FactForm):
    __test__ = False  # not a test case of pytest

    participants = WholeField(label=_("How many take part"), required=False, max_value=10**9)
    noun = ShortField(label=_("of whom or what"))
    weeks = AmountField(label=_("For how many weeks"), required=False, maximum=520)
    rhythm = ShortField(label=_("How often"))
    begins = DayField(label=_("Begins"), required=False)
    ends = DayField(label=_("Ends"), required=False)
    pass_mark = ShortField(label=_("Passed if"), max_length=VALUE_MAX, rows=2)
    pass_number = WholeField(label=_("That is how many of them"), required=False, max_value=10**9)
    pass_share = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("The test ends before it begins."))
        return cleaned

    def typed_value(self) -> Any:
        said = self._filled(*self.base_fields)
        return {**said, "weeks": said["weeks"] or None, "pass_share": said["pass_share"] or None}

    @classmethod
    def initial_of(cls, value: Test) -> dict[str, Any]:
        return value.model_dump()


FORMS: dict[str, type[FactForm]] = {
    "counts": CountForm,
    "stage": StageForm,
    "prices": PriceForm,
    "budget": BudgetForm,
    "deadline": DayForm,
    "duration_weeks": WeeksForm,
    "earliest_start": DayForm,
    "test": TestForm,
    "people": PeopleForm,
    "hours_per_week": HoursForm,
    "regions": RegionForm,
    "languages": LanguageForm,
    "platforms": PlatformForm,
}


def form_class(path: str) -> type[FactForm]:
    """Return the form for the fact at `path`; most facts are a text."""
    group = group_of(path)
    return LinesForm if group in OWN_WORDS else FORMS.get(group, TextForm)


def _plain_number(text: str) -> str:
    """Return what Python reads as the same number: groups of three digits are thousands."""
    digits = re.sub(r"[\s'’]", "", text)
    whole = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?", digits)
    if whole:
        return re.sub(r"[.,]", "", whole[1]) + (f".{whole[2]}" if whole[2] else "")
    return digits.replace(",", ".")


def _as_json(value: Any) -> Any:
    return str(value) if isinstance(value, date | Decimal) else value
