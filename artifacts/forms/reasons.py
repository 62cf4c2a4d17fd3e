"""The reason that staff give for an action. The admin is in English only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from artifacts.text import one_line

REASON_MAX = 200


class ReasonForm(forms.Form):
    """Every act of staff stands in the admin's log with a reason. `read_by` is who will read it."""

    required_css_class = "required"
    read_by = "staff only"

    reason = forms.CharField(
        max_length=REASON_MAX,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off", "dir": "auto"}),
        help_text="What the founder asked for, or what was wrong. It stands in the log.",
        error_messages={"required": "Please say why; it stands in the log."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = f"Reason, read by {self.read_by} (required)"

    def clean_reason(self) -> str:
        reason = one_line(self.cleaned_data["reason"])
        if not reason:
            raise ValidationError(self.fields["reason"].error_messages["required"], code="required")
        return reason


class AccountReasonForm(ReasonForm):
    """Why staff do something to an account: its history is in the copy of a founder's data."""

    read_by = "staff, and by the founder in the copy of their data"
