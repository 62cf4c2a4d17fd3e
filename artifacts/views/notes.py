"""Notes on a section or an item: write, change, resolve, delete and bring back."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.vary import vary_on_headers

from artifacts.exceptions import ArtifactsError, NoteGone, NotYourNote, SectionLocked
from artifacts.forms.notes import NoteForm
from artifacts.models import Artifact
from artifacts.schemas import ArtifactAnnotation
from artifacts.schemas.base import Section
from artifacts.services.documents import notes
from artifacts.usage.limits import Action, count_action
from artifacts.views.documents import show_document
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_artifact,
    get_project,
    get_section,
    post_only,
)
from artifacts.web.idempotency import once
from artifacts.web.submission import FormFailure, submit
from artifacts.web.typed_forms import submitted_data


@founder_form
@vary_on_headers("HX-Request")
def note_add(request: FounderRequest, project_id: uuid.UUID, artifact_type: str) -> HttpResponse:
    """A new note on the section, or the item of it, that the address names."""
    artifact = get_artifact(get_project(request, project_id), artifact_type)
    section, item_id = _place(request, artifact)
    form = NoteForm(None, submitted_data(request), key=item_id or section.name)
    if request.method != "POST":
        return _show_form(
            request, artifact, form, None, **_new_note_texts(artifact, section, item_id)
        )

    def act() -> ArtifactAnnotation:
        count_action(request.user, Action.NOTES)
        return notes.add_note(
            artifact,
            section=section.name,
            item_id=item_id or None,
            text=form.cleaned_data["note"],
            author=request.user,
            tier=request.user.get_tier(),
        )

    outcome = submit(form, lambda: once(request, act, key_of=lambda note: note.id))
    if isinstance(outcome, FormFailure):
        words = _new_note_texts(artifact, section, item_id)
        if outcome.is_gone:
            words["save"] = gettext("Add it to the section")
            words["action"] = _add_url(artifact, section.name)
        return _show_form(request, artifact, form, outcome, **words)
    note = outcome.new
    if note is None:
        artifact.refresh_from_db(fields=["annotations"])
        note = _find(request, artifact, outcome.key)
    if note is None:
        return redirect(_page(artifact))
    return _done(request, artifact, note, piece=f"{item_id}-tools" if item_id else "")


@founder_form
@vary_on_headers("HX-Request")
def note_edit(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, note_id: str
) -> HttpResponse:
    """Change one's own note."""
    artifact = get_artifact(get_project(request, project_id), artifact_type)
    data = submitted_data(request)
    note = _find(request, artifact, note_id)
    if note is None and data is None:
        raise Http404("There is no such note.")
    form = NoteForm(note, data, key=note_id)
    if note is None:
        gone = FormFailure(409, str(NoteGone()), is_gone=True)
        return _show_form(request, artifact, form, gone, **_lost_note_texts(artifact))
    if note.author_id != request.user.pk:
        messages.error(request, str(NotYourNote()))
        return redirect(_page(artifact, note))
    if request.method != "POST":
        return _show_form(request, artifact, form, None, **_note_texts(artifact, note))

    def act() -> ArtifactAnnotation:
        text, base = form.cleaned_data["note"], form.cleaned_data["base"]
        return notes.edit_note(
            artifact,
            note_id=note_id,
            text=text,
            base=base,
            by=request.user,
            tier=request.user.get_tier(),
        )

    outcome = submit(form, act)
    if isinstance(outcome, FormFailure):
        words = _lost_note_texts(artifact, note) if outcome.is_gone else _note_texts(artifact, note)
        return _show_form(request, artifact, form, outcome, **words)
    return _done(request, artifact, outcome, piece=f"note-{note_id}")


@founder_required
@post_only("artifact_detail")
def note_resolve(request: FounderRequest, **names: Any) -> HttpResponse:
    return _change(request, notes.resolve_note, **names)


@founder_required
@post_only("artifact_detail")
def note_reopen(request: FounderRequest, **names: Any) -> HttpResponse:
    return _change(request, notes.reopen_note, **names)


@founder_required
@post_only("artifact_detail")
def note_delete(request: FounderRequest, **names: Any) -> HttpResponse:
    return _change(request, notes.delete_note, **names)


@founder_required
@post_only("artifact_detail")
def note_undelete(request: FounderRequest, **names: Any) -> HttpResponse:
    return _change(request, notes.undelete_note, **names)


def _change(
    request: FounderRequest,
    act: Callable[..., ArtifactAnnotation],
    *,
    project_id: uuid.UUID,
    artifact_type: str,
    note_id: str,
) -> HttpResponse:
    artifact = get_artifact(get_project(request, project_id), artifact_type)
    try:
        note = act(artifact, note_id=note_id, by=request.user, tier=request.user.get_tier())
    except (NoteGone, SectionLocked) as error:
        raise Http404(str(error)) from error
    except ArtifactsError as error:
        messages.error(request, str(error))
        return redirect(_page(artifact))
    return _done(request, artifact, note)


def _done(
    request: FounderRequest, artifact: Artifact, note: ArtifactAnnotation, *, piece: str = ""
) -> HttpResponse:
    """Go back to the notes of the section; htmx gets its section, and takes the `piece` of it that
    changed.
    """
    if not request.htmx:
        return redirect(_page(artifact, note))
    deleted = note.id if note.deleted_at else ""
    response = show_document(
        request,
        artifact.project_id,
        artifact.type.value,
        changed=note.section_id,
        notes_of=note.section_id,
        deleted_note=deleted,
    )
    piece = piece or f"notes-{note.section_id}"
    response["HX-Reselect"] = response["HX-Retarget"] = f"#{piece}"
    return response


def _page(artifact: Artifact, note: ArtifactAnnotation | None = None) -> str:
    """The document, with the notes unfolded among which `note` is or was."""
    page = reverse("artifact_detail", args=[artifact.project_id, artifact.type.value])
    if note is None:
        return page
    query = {"notes": note.section_id, **({"deleted": note.id} if note.deleted_at else {})}
    anchor = f"notes-{note.section_id}" if note.deleted_at else f"note-{note.id}"
    return f"{page}?{urlencode(query)}#{anchor}"


def _place(request: FounderRequest, artifact: Artifact) -> tuple[Section, str]:
    """Return the section and the item's id that the address names, or 404 if this reader has no
    such section.
    """
    if artifact.content is None:
        raise Http404("There is nothing to write a note on yet.")
    section = get_section(artifact, request.GET.get("section", ""), request.user.get_tier())
    return section, request.GET.get("item", "")


def _find(request: FounderRequest, artifact: Artifact, note_id: str) -> ArtifactAnnotation | None:
    """Return a note that is there, or None if it is gone.

    Raises Http404 where this reader may not know of it.
    """
    try:
        note = notes.find_note(artifact, note_id, request.user.get_tier())
    except NoteGone:
        return None
    except SectionLocked as error:
        raise Http404(str(error)) from error
    return note if note.deleted_at is None else None


def _add_url(artifact: Artifact, section: str, item_id: str = "") -> str:
    query = {"section": section, **({"item": item_id} if item_id else {})}
    return (
        f"{reverse('note_add', args=[artifact.project_id, artifact.type.value])}?{urlencode(query)}"
    )


def _new_note_texts(artifact: Artifact, section: Section, item_id: str) -> dict[str, str]:
    return {
        "heading": gettext("A note on %(place)s") % {"place": item_id or gettext(section.title)},
        "wrapper": f"{item_id}-tools" if item_id else f"note-new-{section.name}",
        "save": gettext("Add the note"),
        "action": _add_url(artifact, section.name, item_id),
        "back": f"{_page(artifact)}#{item_id or section.name}",
    }


def _note_texts(artifact: Artifact, note: ArtifactAnnotation) -> dict[str, str]:
    return {
        "heading": gettext("Your note"),
        "wrapper": f"note-{note.id}",
        "save": gettext("Save"),
        "action": reverse("note_edit", args=[artifact.project_id, artifact.type.value, note.id]),
        "back": _page(artifact, note),
        "tag": "li",
    }


def _lost_note_texts(artifact: Artifact, note: ArtifactAnnotation | None = None) -> dict[str, str]:
    """For the text of a note that is gone: it can become a new one, on the same section where that
    is known.
    """
    first = artifact.type.content_class.sections()[0].name
    return {
        "heading": gettext("Your note"),
        "wrapper": f"note-{note.id}" if note else "note-gone",
        "save": gettext("Add it as a new note"),
        "action": _add_url(artifact, note.section_id if note else first),
        "back": _page(artifact),
    }


def _show_form(
    request: FounderRequest,
    artifact: Artifact,
    form: NoteForm,
    refusal: FormFailure | None,
    **words: str,
) -> HttpResponse:
    context = {
        "project": artifact.project,
        "artifact": artifact,
        "form": form,
        "problem": refusal.problem if refusal else "",
        "differences": refusal.differences if refusal else (),
        "unsent": request.method != "POST" and form.is_bound,
        **words,
    }
    template = (
        "artifacts/notes/_note_form.html" if request.htmx else "artifacts/notes/note_form.html"
    )
    return render(request, template, context, status=refusal.status if refusal else 200)
