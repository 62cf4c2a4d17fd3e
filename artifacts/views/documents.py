"""The page of one document, which reading, editing and annotating all come back to."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject

from artifacts.documents.labels import section_in
from artifacts.documents.presentation import (
    DocumentView,
    ItemView,
    SectionView,
    present_document,
    previews,
)
from artifacts.documents.references import ReferenceIndex
from artifacts.documents.testing import Decided, decided, resting
from artifacts.exceptions import ArtifactsError
from artifacts.generation.streaming import LiveDocument, read_live
from artifacts.language import DEFAULT_LANGUAGE
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactAnnotation
from artifacts.services.accounts.plans import asked_plans
from artifacts.services.accounts.support import receipt_and_support
from artifacts.services.documents.notes import PlacedNotes, find_note, placed_notes
from artifacts.services.documents.status import DocumentState, DocumentStatus, project_status
from artifacts.services.editing.marks import MarkBases
from artifacts.services.files.pictures import founders_pictures
from artifacts.tiers import Tier
from artifacts.views.loaders import (
    FounderRequest,
    founders_mark,
    get_artifact,
    get_project_by_documents,
    get_project_with_guest_notes,
)
from artifacts.web.consistency import consistency_of
from artifacts.web.kept_shown import may_be_shown_again, render_shown
from artifacts.web.kept_texts import ReadBeside, text_key
from artifacts.web.polling import SEEN, nothing_new

NOTES_BESIDE = 8
"""How many open notes stand beside the document; all of them stand under their sections."""


READ_VERSION = "Read-Version"
"""The header in which a page that stays open says which version of the document it shows."""


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """The item that has changed, with the section in whose head its edit is told."""

    section: SectionView
    item: ItemView

    @property
    def name(self) -> str:
        return self.section.section.name


@dataclass(frozen=True, slots=True)
class OpenNote:
    """A note beside the document, and what it is on."""

    note: ArtifactAnnotation
    place: str


def show_document(
    request: FounderRequest,
    project_id: uuid.UUID,
    artifact_type: str,
    *,
    changed: str = "",
    changed_item: str = "",
    notes_of: str = "",
    deleted_note: str = "",
) -> HttpResponse:
    """Render the document as it is stored now; for htmx, where the section `changed` has, only what
    that touches; of the section no more than its head and `changed_item`, where that is all.

    The notes of the section `notes_of` are unfolded, and `deleted_note` can be restored there.
    """
    mark = founders_mark(request, project_id)
    if answer := nothing_new(request, mark):
        return answer
    get = get_project_by_documents if changed else get_project_with_guest_notes
    project, guest_notes = get(request, project_id, artifact_type)
    artifact = get_artifact(project, artifact_type)
    template = (
        "artifacts/document/_answer.html"
        if changed and artifact.content
        else "artifacts/document/detail.html"
    )
    tier = request.user.get_tier()
    shown: dict[str, Any] = {
        **_text_of(project, artifact, tier),
        **_remarks_on(project, artifact, tier, guest_notes),
        "oob": outdated_by_an_edit(artifact),
        "notes_of": notes_of,
        "deleted_note": _deleted_note(artifact, deleted_note, tier),
        "seen": mark,
        "read_version": _read_version(request, artifact),
    }
    document = shown["document"]
    if changed and document:
        item = shown["changed_item"] = _changed_item(document, changed, changed_item)
        shown["touched"] = _touched(document, "" if item else changed)
    shown["text_key"] = SimpleLazyObject(partial(_text_key, request, shown))
    response = render(request, template, shown) if changed else _page(request, template, shown)
    patch_vary_headers(response, [READ_VERSION, SEEN])
    return response


def _page(request: FounderRequest, template: str, shown: dict[str, Any]) -> HttpResponse:
    """Render the whole page; where it shows what it showed before, send that again."""
    shown["asked_plans"] = SimpleLazyObject(partial(asked_plans, request.user))
    shown["receipt"], shown["support"] = receipt_and_support(shown["artifact"])
    is_still = shown["document"] and not shown["status"].is_running
    if is_still and may_be_shown_again(request):
        return render_shown(request, template, shown, partial(_told, shown))
    return render(request, template, shown)


def _told(shown: dict[str, Any]) -> dict[str, Any]:
    """Return all that the page of a written document shows while nothing is being written."""
    artifact: Artifact = shown["artifact"]
    status: DocumentStatus = shown["document_status"]
    return {
        "project": shown["project"].address,
        "faces": shown["status"].faces,
        "here": artifact.type,
        "version": (artifact.content_version, artifact.previous_version, artifact.generated_at),
        "has_previous": artifact.has_previous,
        "is_restored": artifact.is_restored,
        "waits": (artifact.has_proposal, shown["support"]),
        "changed": status.changed,
        "fitting": (status.fitting, status.fits),
        "text": str(shown["text_key"]),
        "pictures": shown["pictures"].told(artifact.type),
        "receipt": shown["receipt"],
        "checked": shown["checked"],
        "notes": (shown["open_notes"], shown["more_notes"], shown["notes"].tray),
        "guest_notes": shown["guest_notes"],
        "asked": list(shown["asked_plans"].items()) if shown["document"].locked else (),
        "read_version": shown["read_version"],
    }


def _text_key(request: FounderRequest, shown: dict[str, Any]) -> str:
    artifact: Artifact = shown["artifact"]
    assert artifact.content is not None
    beside = ReadBeside(
        shown["notes"],
        shown["notes_of"],
        shown["deleted_note"],
        shown["resting"],
        can_edit=shown["can_edit"],
    )
    return text_key(artifact, artifact.content, shown["index"], request.user, beside)


def _text_of(project: Project, artifact: Artifact, tier: Tier) -> dict[str, Any]:
    """Return what a page shows of a document as it stands among the others."""
    index = project.reference_index(tier)
    status = project_status(project, now=timezone.now())
    document_status = status.documents[artifact.type.number - 1]
    document = (
        present_document(artifact.type, artifact.content, index, tier) if artifact.content else None
    )
    can_edit = document is not None and not artifact.is_generating
    is_writing = document_status.state is DocumentState.WRITING
    return {
        "project": project,
        "artifact": artifact,
        "status": status,
        "document_status": document_status,
        "document": document,
        "live": _live(project, artifact, tier, index) if is_writing else None,
        "index": index,
        "previews": partial(previews, document, index) if document else (),
        "pictures": founders_pictures(project, project.contents(), tier) if document else None,
        "can_edit": can_edit,
        "resting": _resting(project, artifact, tier),
        "mark_bases": MarkBases(artifact.content) if can_edit and artifact.content else None,
    }


def _resting(
    project: Project, artifact: Artifact, tier: Tier
) -> dict[tuple[str, str], tuple[Decided, ...]]:
    """Return what of a document rests on assumptions that tests have decided about."""
    known = decided(project.contents(), project.outcomes())
    return resting(artifact.content, known, tier) if artifact.content else {}


def _remarks_on(
    project: Project, artifact: Artifact, tier: Tier, guest_notes: int
) -> dict[str, Any]:
    """Return what is shown beside the text: notes, and what the checker says."""
    notes = placed_notes(artifact, artifact.content, tier)
    open_notes = _open_notes(artifact, notes)
    return {
        "checked": consistency_of(project, tier, artifact.type) if artifact.content else None,
        "notes": notes,
        "open_notes": open_notes[:NOTES_BESIDE],
        "more_notes": max(0, len(open_notes) - NOTES_BESIDE),
        "guest_notes": guest_notes if artifact.content else 0,
    }


def _live(
    project: Project, artifact: Artifact, tier: Tier, index: ReferenceIndex
) -> LiveDocument | None:
    return read_live(artifact, tier, index, project.get_input().document_language)


def _touched(document: DocumentView, changed: str) -> list[SectionView]:
    """Return the section that has changed, and those that are computed."""
    return [
        view for view in document.sections if view.section.computed or view.section.name == changed
    ]


def _changed_item(document: DocumentView, changed: str, item_id: str) -> ChangedItem | None:
    """Return the item of that id in the section `changed`; None if it is not there."""
    found = (
        ChangedItem(section, item)
        for section in document.sections
        if item_id and section.section.name == changed
        for item in section.value or ()
        if item.id == item_id
    )
    return next(found, None)


def outdated_by_an_edit(artifact: Artifact) -> str:
    """Return the selectors of what else on the page an edit may change: all around the text, and
    computed sections.
    """
    computed = [
        section.name for section in artifact.type.content_class.sections() if section.computed
    ]
    return ",".join(
        f"#{name}" for name in ("path", "rail", "previews", "legend", "pictures", *computed)
    )


def _read_version(request: FounderRequest, artifact: Artifact) -> int:
    """The version that stands on the founder's page: that of now, but for a page that only asks
    what is new.
    """
    named = request.headers.get(READ_VERSION, "")
    return int(named) if re.fullmatch(r"[0-9]{1,9}", named) else artifact.content_version


def _deleted_note(artifact: Artifact, note_id: str, tier: Tier) -> ArtifactAnnotation | None:
    if not note_id:
        return None
    try:
        note = find_note(artifact, note_id, tier)
    except ArtifactsError:
        return None
    return note if note.deleted_at else None


def _open_notes(artifact: Artifact, notes: PlacedNotes) -> list[OpenNote]:
    found = []
    language = artifact.content.language if artifact.content else DEFAULT_LANGUAGE
    for declared in artifact.type.content_class.sections():
        section = section_in(declared, language)
        for (name, item_id), placed in notes.placed.items():
            if name == section.name:
                found += [
                    OpenNote(note, item_id or section.title)
                    for note in placed
                    if note.resolved_at is None
                ]
    return found
