"""What a founder chooses on the export page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from artifacts.exporters import Format, Paper
from artifacts.schemas import ArtifactType
from artifacts.translation import translated

FORMATS = {
    Format.PDF: (_("PDF"), _("Designed, for printing and for sending.")),
    Format.DOCX: (_("Word"), _("To go on writing in Word, Pages or Google Docs.")),
    Format.MARKDOWN: (_("Markdown"), _("Plain text that pastes well into Notion, Google Docs or a mail.")),
    Format.MARKDOWN_TECHNICAL: (
        _("Markdown for developers"),
        _("For a repository: links, task lists, tables and diagrams."),
    ),
    Format.JSON: (_("JSON"), _("The documents as data, for programs.")),
    Format.CSV: (_("CSV"), _("Features, milestones and risks, for a spreadsheet or a tracker.")),
    Format.BUILDERS: (_("For builders"), _("What coding agents, trackers and calendars start from, in one ZIP.")),
}


class ExportForm(forms.Form):
    """Sent by GET, so that a download has an address of its own."""

    format = forms.TypedChoiceField(
        label=_("Format"),
        coerce=Format,
        choices=[(file_format.value, words[0]) for file_format, words in FORMATS.items()],
        error_messages={"invalid_choice": _("Please choose one of these formats.")},
    )
    only = forms.TypedChoiceField(
        label=_("Documents"),
        coerce=ArtifactType,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("This document is not written yet. Please choose another.")},
    )
    paper = forms.TypedChoiceField(
        label=_("Paper"),
        help_text=_("For PDF and Word."),
        coerce=Paper,
        empty_value=Paper.A4,
        required=False,
        choices=[(Paper.A4.value, "A4"), (Paper.LETTER.value, "US Letter")],
        error_messages={"invalid_choice": _("Please choose A4 or US Letter.")},
    )

    known_gaps = forms.BooleanField(
        label=_("Add what our checks still find"),
        help_text=_("A last chapter with known gaps and how to fix them, in every format but CSV."),
        required=False,
    )

    def __init__(self, *args: Any, written: Iterable[ArtifactType], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        documents = self.fields["only"]
        assert isinstance(documents, forms.ChoiceField)
        documents.choices = [("", _("All documents")), *((t.value, translated(t.label)) for t in written)]
