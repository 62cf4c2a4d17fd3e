"""What a founder chooses on the export page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from artifacts.exporters import Format, Options, Paper
from artifacts.exporters.builders import form_names
from artifacts.exporters.options import DEFAULT_FORMS
from artifacts.schemas import ArtifactType
from artifacts.translation import translated

NONE = "none"
"""Said where none of the forms for coding agents is wanted, since a radio button cannot be taken
back.
"""

FORMATS = {
    Format.PDF: (_("PDF"), _("Designed, for printing and for sending.")),
    Format.DOCX: (_("Word"), _("To keep writing in Word, Pages or Google Docs.")),
    Format.MARKDOWN: (
        _("Markdown"),
        _("Plain text that pastes well into Notion, Google Docs or a mail."),
    ),
    Format.MARKDOWN_TECHNICAL: (
        _("Markdown for developers"),
        _("For a repository: links, task lists, tables and diagrams."),
    ),
    Format.JSON: (_("JSON"), _("The documents as data, for programs.")),
    Format.CSV: (_("CSV"), _("Features, milestones and risks, for a spreadsheet or a tracker.")),
    Format.BUILDERS: (
        _("For builders"),
        _("What coding agents, trackers and calendars start from, in one ZIP."),
    ),
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
        error_messages={
            "invalid_choice": _("This document is not written yet. Please choose another.")
        },
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

    handover = forms.MultipleChoiceField(
        label=_("What to hand over"),
        required=False,
        error_messages={"invalid_choice": _("Please choose from these forms.")},
    )
    start = forms.DateField(
        label=_("First day of work"),
        help_text=_(
            "Milestones have weeks. With a first day they get dates, and you get a calendar."
        ),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Please give a day, such as 2027-01-04.")},
    )

    known_gaps = forms.BooleanField(
        label=_("Add what our checks still find"),
        help_text=_(
            "A last chapter with known gaps and how to fix them. "
            "CSV and the files for builders have none."
        ),
        required=False,
    )

    def __init__(self, *args: Any, written: Iterable[ArtifactType], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        handed_over = self.fields["handover"]
        assert isinstance(handed_over, forms.MultipleChoiceField)
        handed_over.choices = [(name, name) for name in (*form_names(), NONE)]
        documents = self.fields["only"]
        assert isinstance(documents, forms.ChoiceField)
        documents.choices = [
            ("", _("All documents")),
            *((t.value, translated(t.label)) for t in written),
        ]

    def clean_handover(self) -> tuple[str, ...]:
        """Return the forms that are asked for; nothing said is the usual ones."""
        chosen = self.cleaned_data["handover"]
        return tuple(name for name in chosen if name != NONE) if chosen else DEFAULT_FORMS

    def options(self) -> Options:
        """Return what is chosen beside the format and the documents; the form must be valid."""
        chosen = self.cleaned_data
        return Options(
            paper=chosen["paper"],
            known_gaps=chosen["known_gaps"],
            forms=chosen["handover"],
            start=chosen["start"],
        )
