"""Notes on sections and items."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from artifacts.exceptions import (
    EditConflict,
    InvalidEdit,
    ItemGone,
    NoteGone,
    NotYourNote,
    SectionLocked,
)
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.documents.notes import (
    KEEP_DELETED,
    PlacedNotes,
    delete_note,
    edit_note,
    placed_notes,
    reopen_note,
    resolve_note,
    undelete_note,
)
from artifacts.services.editing.locking import fingerprint
from artifacts.tests.support.factories import PLAIN, AnnotationFactory, StubRunner, claim_all
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier


def stored(project: Project) -> Artifact:
    return row_of(project, "mvp_scope")


def note(scope: Artifact, author: User, text: str = "Ask Ana.", **where: Any) -> Any:
    place = {"item_id": "F-1", "tier": author.get_tier(), **where}
    return AnnotationFactory.create(artifact=scope, text=text, author=author, **place)


def seen(scope: Artifact, tier: Tier = Tier.CTO_SCALE) -> PlacedNotes:
    row = stored(scope.project)
    return placed_notes(row, row.content, tier)


def by(user: User) -> dict[str, Any]:
    return {"by": user, "tier": user.get_tier()}


def test_a_note_stands_on_its_item_with_author_and_title(scope: Artifact, founder: User) -> None:
    note(scope, founder)
    (found,) = seen(scope).on("core_features", "F-1")
    assert (found.note, found.author, found.item_title) == (
        "Ask Ana.",
        founder.username,
        "Shelf count",
    )


def test_a_note_on_a_section_stands_on_the_section(scope: Artifact, founder: User) -> None:
    note(scope, founder, section="out_of_scope", item_id=None)
    assert [found.note for found in seen(scope).on("out_of_scope")] == ["Ask Ana."]


def test_two_notes_written_from_the_same_page_are_both_kept(
    scope: Artifact, founder: User, stranger: User
) -> None:
    note(scope, founder, "First")
    note(scope, stranger, "Second")
    assert [found.note for found in seen(scope).on("core_features", "F-1")] == ["First", "Second"]


def test_a_note_can_be_written_while_the_document_is_and_survives_it(
    scope: Artifact, founder: User
) -> None:
    cascade = claim_all(scope.project)
    runner = StubRunner(
        before=lambda _: note(scope, founder) if not stored(scope.project).annotations else None
    )
    write_claim(cascade, runner=runner)
    assert stored(scope.project).version_number == 2
    assert seen(scope).on("core_features", "F-1")


def test_a_note_whose_item_is_gone_waits_in_the_tray_with_the_old_title(
    scope: Artifact, founder: User
) -> None:
    note(scope, founder)
    features = [{"name": "Something else", "description": "New.", "priority": "low", "id": "F-7"}]
    contents = {
        **PLAIN,
        ArtifactType.MVP_SCOPE: {**PLAIN[ArtifactType.MVP_SCOPE], "core_features": features},
    }
    write_claim(claim_all(scope.project), runner=StubRunner(contents=contents))
    assert [found.item_title for found in seen(scope).tray] == ["Shelf count"]


def test_open_notes_are_counted_and_stand_before_resolved_ones(
    scope: Artifact, founder: User
) -> None:
    first = note(scope, founder, "First")
    note(scope, founder, "Second")
    resolve_note(scope, note_id=first.id, **by(founder))
    assert [found.note for found in seen(scope).on("core_features", "F-1")] == ["Second", "First"]
    assert seen(scope).open_count == 1
    reopen_note(scope, note_id=first.id, **by(founder))
    assert seen(scope).open_count == 2


def test_only_the_author_changes_a_note(scope: Artifact, founder: User, stranger: User) -> None:
    written = note(scope, founder)
    with pytest.raises(NotYourNote):
        edit_note(
            scope,
            note_id=written.id,
            text="Mine now",
            base=fingerprint(written.note),
            **by(stranger),
        )
    edit_note(
        scope,
        note_id=written.id,
        text="Ask Ana today.",
        base=fingerprint(written.note),
        **by(founder),
    )
    assert seen(scope).on("core_features", "F-1")[0].note == "Ask Ana today."


def test_a_note_changed_in_another_tab_is_a_conflict(scope: Artifact, founder: User) -> None:
    written = note(scope, founder)
    base = fingerprint(written.note)
    edit_note(scope, note_id=written.id, text="From one tab.", base=base, **by(founder))
    with pytest.raises(EditConflict) as conflict:
        edit_note(scope, note_id=written.id, text="From the other.", base=base, **by(founder))
    assert conflict.value.current == "From one tab."


def test_a_deleted_note_is_hidden_and_can_be_brought_back(scope: Artifact, founder: User) -> None:
    written = note(scope, founder)
    delete_note(scope, note_id=written.id, **by(founder))
    assert seen(scope).total == 0
    undelete_note(scope, note_id=written.id, **by(founder))
    assert seen(scope).total == 1


def test_a_note_deleted_long_ago_is_forgotten_at_the_next_change(
    scope: Artifact, founder: User
) -> None:
    written = note(scope, founder)
    delete_note(scope, note_id=written.id, **by(founder))
    row = stored(scope.project)
    row.annotations[0]["deleted_at"] = (
        timezone.now() - KEEP_DELETED - timedelta(days=1)
    ).isoformat()
    row.save(update_fields=["annotations"])
    note(scope, founder, "New")
    assert [entry["note"] for entry in stored(scope.project).annotations] == ["New"]


@pytest.mark.parametrize("text", ["", " \n ", "x" * 4_001])
def test_text_that_does_not_fit_is_refused_with_a_sentence(
    scope: Artifact, founder: User, text: str
) -> None:
    with pytest.raises(InvalidEdit) as refusal:
        note(scope, founder, text)
    assert list(refusal.value.errors) == ["note"]


def test_a_note_needs_a_place_that_exists(scope: Artifact, founder: User) -> None:
    with pytest.raises(ItemGone):
        note(scope, founder, item_id="F-99")
    with pytest.raises(SectionLocked):
        note(scope, founder, section="nowhere")
    with pytest.raises(NoteGone):
        resolve_note(scope, note_id="0" * 32, **by(founder))


def test_notes_on_locked_sections_are_neither_shown_nor_counted_nor_changed(
    scope: Artifact, founder: User
) -> None:
    written = note(scope, founder, section="technical_architecture", item_id=None)
    assert seen(scope, Tier.PARTNER).open_count == 1
    assert seen(scope, Tier.BOOTSTRAPPER).total == 0
    with pytest.raises(SectionLocked):
        resolve_note(scope, note_id=written.id, by=founder, tier=Tier.BOOTSTRAPPER)


def test_a_note_that_was_deleted_meanwhile_takes_no_new_text(
    scope: Artifact, founder: User
) -> None:
    """Else what was typed would be stored where nobody sees it."""
    mine = note(scope, founder)
    delete_note(scope, note_id=mine.id, **by(founder))
    with pytest.raises(NoteGone):
        edit_note(
            scope, note_id=mine.id, text="Ask Ben.", base=fingerprint("Ask Ana."), **by(founder)
        )
    undelete_note(scope, note_id=mine.id, **by(founder))
    (found,) = seen(scope).on("core_features", "F-1")
    assert found.note == "Ask Ana."
