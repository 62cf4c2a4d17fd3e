"""The form for uploading builders' files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from artifacts.importing.progress import MAX_ARCHIVE_BYTES

MAX_UPLOADS = 50
"""More of them can be packed into a ZIP."""


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """One file or several; cleaned to a list of them."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, list) else [data]
        return [super(ManyFilesField, self).clean(file, initial) for file in files or [None]]


class ProgressForm(forms.Form):
    """`contents()` yields names and contents, none read further than to know that it is long."""

    uploads = ManyFilesField(
        label=_("Their files"),
        help_text=_(
            "A ZIP of the repository, tasks.md of OpenSpec changes, tasks of Backlog.md, "
            "or the CSV that Linear "
            "exports. Up to 20 MB."
        ),
        allow_empty_file=True,
        widget=ManyFilesInput(attrs={"accept": ".zip,.md,.csv,.yml", "multiple": True}),
        error_messages={"required": _("Please choose a file.")},
    )

    def clean_uploads(self) -> list[UploadedFile[Any]]:
        files: list[UploadedFile[Any]] = self.cleaned_data["uploads"]
        if len(files) > MAX_UPLOADS:
            raise forms.ValidationError(
                _("These are more than %(max)s files. Pack them into a ZIP.") % {"max": MAX_UPLOADS}
            )
        return files

    def contents(self) -> Iterator[tuple[str, bytes]]:
        for file in self.cleaned_data["uploads"]:
            yield file.name or "", file.read(MAX_ARCHIVE_BYTES + 1)
