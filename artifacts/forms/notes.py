"""The form of a note."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from artifacts.diff.text import compare_words
from artifacts.forms.editing import Difference, FoundersForm
from artifacts.schemas import ArtifactAnnotation
from artifacts.services.editing.locking import fingerprint


class NoteForm(FoundersForm):
    note = forms.CharField(
        label=_("Your note"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Please write something here.")},
    )

    def __init__(
        self, note: ArtifactAnnotation | None, data: QueryDict | None = None, *, key: str
    ) -> None:
        initial = {"note": note.note, "base": fingerprint(note.note)} if note else {}
        super().__init__(data, initial=initial, auto_id=f"id_{key}_%s")

    def differences(self, current: str) -> list[Difference]:
        return [(gettext("The note"), compare_words(self.cleaned_data["note"], current))]
