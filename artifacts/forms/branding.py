"""The form in which founders give the name, colour and logo that their exports carry."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from artifacts.exporters.brand import NAME_MAX
from artifacts.uploads.logos import UPLOAD_MAX, too_large


class LogoField(forms.FileField):
    """Hands on the bytes of what was uploaded, or None; what is in them is for the service to
    judge.
    """

    widget = forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/svg+xml"})

    def clean(self, data: Any, initial: Any = None) -> bytes | None:
        file = super().clean(data, initial)
        if not isinstance(file, UploadedFile):
            return None
        if (file.size or 0) > UPLOAD_MAX:
            raise forms.ValidationError(too_large())
        return bytes(file.read())


class BrandForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        help_text=_(
            "Your company, as it should appear on the cover and at the head of every page."
        ),
        max_length=NAME_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "organization", "dir": "auto"}),
        error_messages={
            "required": _("Please give the name that your exports should carry."),
            "max_length": _(
                "Please shorten this to %(limit_value)d characters; it has %(show_value)d now."
            ),
        },
    )
    colour = forms.CharField(
        label=_("Colour"),
        help_text=_(
            "For the cover, links and lines: # and six digits. It must be dark enough to be read on"
            " white."
        ),
        max_length=7,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "ltr"}),
        error_messages={
            "required": _("Please give the colour as # and six digits, such as #0e594b."),
            "max_length": _("Please give the colour as # and six digits, such as #0e594b."),
        },
    )
    logo = LogoField(
        label=_("Logo"),
        help_text=_(
            "A PNG, JPEG or SVG of at most %(limit)s kB. We keep a picture of it and nothing else"
            " that is in the file."
        ),
        required=False,
        error_messages={"empty": _("This file is empty. Please choose another.")},
    )
    drops_logo = forms.BooleanField(label=_("Take my logo off"), required=False)

    def __init__(self, *args: Any, has_logo: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["logo"].help_text = str(self.fields["logo"].help_text) % {
            "limit": UPLOAD_MAX // 1000
        }
        if not has_logo:
            del self.fields["drops_logo"]
