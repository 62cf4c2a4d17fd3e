"""The admin's pages of the notes on an artifact: support writes, resolves, deletes them and brings
them back.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from artifacts.admin.action_pages import TEMPLATES, ActionPages
from artifacts.admin.edit_targets import EditAction, named, signed_in
from artifacts.admin.inspected import EVERYTHING, Inspected, PlacedNote
from artifacts.exceptions import ArtifactsError
from artifacts.forms.notes import NoteForm
from artifacts.forms.reasons import ReasonForm
from artifacts.forms.staff import PlacedNoteForm
from artifacts.services.documents import notes
from artifacts.web.typed_forms import submitted_data

NOTE_ACTS = {
    "resolve": ("Resolve it", "Resolved", notes.resolve_note),
    "reopen": ("Reopen it", "Reopened", notes.reopen_note),
    "delete": ("Delete it", "Deleted", notes.delete_note),
    "undelete": ("Restore it", "Restored", notes.undelete_note),
}
"""What staff can do about a note: the button, the word in the log, and the service."""


class NotePages(ActionPages):
    """Changes the notes on an artifact."""

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(
                "<int:object_id>/notes/add/",
                self.artifact_view(self.note_add_view),
                name="note_add",
            ),
            path(
                "<int:object_id>/notes/<str:note_id>/edit/",
                self.artifact_view(self.note_edit_view),
                name="note_edit",
            ),
            path(
                "<int:object_id>/notes/<str:note_id>/",
                self.artifact_view(self.note_view, needs_text=False),
                name="note",
            ),
        ]
        return [*named(pages), *super().get_urls()]

    def note_add_view(self, request: HttpRequest, found: Inspected) -> HttpResponse:
        assert found.artifact.content is not None
        form = PlacedNoteForm(found.artifact.content, submitted_data(request))

        def do() -> Any:
            section, _, item_id = form.cleaned_data["place"].partition(" ")
            where: dict[str, Any] = {"section": section, "item_id": item_id or None}
            text = form.cleaned_data["note"]
            return notes.add_note(
                found.artifact, text=text, author=signed_in(request), tier=EVERYTHING, **where
            )

        act = EditAction(
            "Write a note",
            do,
            lambda note: f"Wrote note {note.id}.",
            found.url("notes"),
            "Add the note",
            makes=True,
        )
        return self.show_form(request, found, form, act)

    def note_edit_view(self, request: HttpRequest, found: Inspected, note_id: str) -> HttpResponse:
        """Change the text of a note of one's own."""
        note = _find(found, note_id).note
        form = NoteForm(note, submitted_data(request), key=note_id)

        def do() -> Any:
            text, base = form.cleaned_data["note"], form.cleaned_data["base"]
            who: dict[str, Any] = {"by": signed_in(request), "tier": EVERYTHING}
            return notes.edit_note(found.artifact, note_id=note_id, text=text, base=base, **who)

        act = EditAction(
            "Change your note", do, lambda _: f"Changed note {note_id}.", found.url("notes")
        )
        return self.show_form(request, found, form, act)

    def note_view(self, request: HttpRequest, found: Inspected, note_id: str) -> HttpResponse:
        """One note, and what can be done about it."""
        placed = _find(found, note_id)
        reason = ReasonForm(request.POST if request.method == "POST" else None)
        act = NOTE_ACTS.get(request.POST.get("act", ""))
        if act is not None and reason.is_valid():
            _, word, service = act
            try:
                with transaction.atomic():
                    service(found.artifact, note_id=note_id, by=signed_in(request), tier=EVERYTHING)
                    self.log(request, found, f"{word} note {note_id}.", reason)
            except ArtifactsError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, f"{word} the note.")
            return redirect(found.url("notes"))
        names = (
            ["undelete"]
            if placed.note.deleted_at
            else ["reopen" if placed.note.resolved_at else "resolve", "delete"]
        )
        context = {
            "placed": placed,
            "reason": reason,
            "acts": [(name, NOTE_ACTS[name][0]) for name in names],
        }
        page = self.page(request, found, heading="A note", back=found.url("notes"), **context)
        return TemplateResponse(
            request, f"{TEMPLATES}note.html", page, status=422 if reason.errors else 200
        )


def _find(found: Inspected, note_id: str) -> PlacedNote:
    placed = next((placed for placed in found.notes if placed.note.id == note_id), None)
    if placed is None:
        raise Http404("There is no such note.")
    return placed
