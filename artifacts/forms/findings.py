"""The form in which a founder says why a finding does not matter."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from artifacts.services.documents.checks import REASON_MAX


class IgnoreForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does this not matter here?"),
        help_text=_("The finding stays ignored until the text it is about changes."),
        max_length=REASON_MAX,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Please write a few words; they will remind us later.")},
    )
