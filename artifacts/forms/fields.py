"""Fields that forms share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from artifacts.text import clean_text

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class TextField(forms.CharField):
    """A text as it will be stored.

    `example` is shown beside it: a placeholder would go as soon as one types.
    """

    def __init__(
        self, *, missing: StrOrPromise, example: StrOrPromise = "", rows: int = 1, **kwargs: Any
    ) -> None:
        widget = (
            forms.Textarea(attrs={"rows": rows, "dir": "auto"})
            if rows > 1
            else forms.TextInput(attrs={"dir": "auto"})
        )
        super().__init__(widget=widget, error_messages={"required": missing}, **kwargs)
        too_long = _(
            "Please shorten this to %(limit_value)d characters; it has %(show_value)d now."
        )
        for validator in self.validators:
            if isinstance(validator, MaxLengthValidator):
                validator.message = too_long
        self.example = example

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "").strip()
