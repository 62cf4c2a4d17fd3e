"""An edited export, as a file or as pasted text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from artifacts.importing import MAX_BYTES
from artifacts.services.files.importing import ImportFailed, read_upload


class ImportForm(forms.Form):
    """`cleaned_data["markdown"]` is the text of the file, or what was pasted where there is
    none.
    """

    file = forms.FileField(
        label=_("The edited file"),
        help_text=_("A Markdown file for developers, of one document or of all, up to 2 MB."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".md,.markdown,.txt,text/markdown,text/plain"}),
    )
    text = forms.CharField(
        label=_("Or paste its text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text", "")
        if self.errors:
            return cleaned
        if file is None and not text.strip():
            self.add_error("file", gettext("Please choose a file, or paste its text."))
            return cleaned
        # What is too long is not read any further than needed to know it.
        data = file.read(MAX_BYTES + 1) if file is not None else text.encode("utf-8", "replace")
        try:
            cleaned["markdown"] = read_upload(data)
        except ImportFailed as error:
            self.add_error("file" if file is not None else "text", str(error))
        return cleaned
