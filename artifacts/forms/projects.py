"""Forms for actions on a whole project."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from artifacts.forms.fields import TextField
from artifacts.interview.questions import NAME_MAX


class NameForm(forms.Form):
    """What a project is called."""

    name = TextField(
        label=_("Name"),
        max_length=NAME_MAX,
        help_text=_("A working title will do; you can change it at any time."),
        missing=_("Please give it a name; a working title will do."),
    )
