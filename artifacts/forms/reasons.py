"""Why staff do something. The admin is in English only."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from artifacts.text import clean_text, fold_spaces

REASON_MAX = 200


class ReasonForm(forms.Form):
    """Every act of staff stands in the admin's log with a reason."""

    reason = forms.CharField(
        max_length=REASON_MAX,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off", "dir": "auto"}),
        help_text=(
            "For the log: what the founder asked for, or what was wrong. The founder does not"
            " see it."
        ),
        error_messages={"required": "Please say why; it stands in the log."},
    )

    def clean_reason(self) -> str:
        reason = fold_spaces(clean_text(self.cleaned_data["reason"]))
        if not reason:
            raise ValidationError(self.fields["reason"].error_messages["required"], code="required")
        return reason
