"""Notes, through the pages: written beside the text, kept apart from it, and never lost without a
word.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactAnnotation
from artifacts.schemas.annotation import NOTE_MAX
from artifacts.services.documents.notes import delete_note, edit_note, find_note
from artifacts.services.editing.manual_edits import delete_item, fingerprint
from artifacts.tests.support.factories import AnnotationFactory, claim_all, make_project, make_user
from artifacts.tests.support.responses import text
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
HOSTILE = '</textarea><script>alert("x")</script>'


def document(project: Project) -> Artifact:
    return project.artifacts.select_related("project").get(artifact_type="mvp_scope")


def write(
    project: Project, words: str = "Ask the pilot shop.", **changes: Any
) -> ArtifactAnnotation:
    return AnnotationFactory.create(artifact=document(project), text=words, **changes)


def stored(project: Project, note: ArtifactAnnotation) -> ArtifactAnnotation:
    return find_note(document(project), note.id, Tier.CTO_SCALE)


def url(name: str, project: Project, note: ArtifactAnnotation | None = None) -> str:
    return reverse(name, args=[project.pk, "mvp_scope", *([note.id] if note else [])])


def new(project: Project, section: str = "core_features", item: str = "") -> str:
    return f"{url('note_add', project)}?section={section}" + (f"&item={item}" if item else "")


def page(client: Client, project: Project, query: str = "") -> str:
    return text(client.get(url("artifact_detail", project) + query))


def lose(project: Project, item_id: str) -> None:
    """Delete an item, as its founder would."""
    row = document(project)
    assert row.content is not None
    item = next(item for _, item in row.content.items() if item.id == item_id)
    place = {"section": "core_features", "item_id": item_id, "base": fingerprint(item)}
    delete_item(row, **place, editor=project.owner, tier=Tier.CTO_SCALE)


class TestAdding:
    def test_a_note_on_a_section_stands_under_it(
        self, written_project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(
            new(written_project), {"note": "Ask the pilot shop."}, follow=True
        )
        assert "Ask the pilot shop." in text(response)
        assert 'id="notes-core_features" open' in text(response)
        assert document(written_project).annotations[0]["section_id"] == "core_features"

    def test_a_note_on_an_item_names_it(
        self, written_project: Project, founder_client: Client
    ) -> None:
        founder_client.post(new(written_project, item="F-2"), {"note": "Which list?"})
        shown = page(founder_client, written_project)
        assert "on F-2" in shown
        assert "1 note<" in shown

    def test_it_has_a_page_of_its_own(
        self, written_project: Project, founder_client: Client
    ) -> None:
        shown = text(founder_client.get(new(written_project, item="F-2")))
        assert "A note on F-2" in shown
        assert "<html" in shown

    def test_htmx_gets_the_form_alone_and_then_the_notes(
        self, written_project: Project, founder_client: Client
    ) -> None:
        assert "<html" not in text(founder_client.get(new(written_project), headers=HTMX))
        response = founder_client.post(new(written_project), {"note": "Ask."}, headers=HTMX)
        assert response["HX-Retarget"] == response["HX-Reselect"] == "#notes-core_features"
        assert "Ask." in text(response)

    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
    @pytest.mark.parametrize("words", ["", "x" * (NOTE_MAX + 1)], ids=["empty", "too long"])
    def test_what_does_not_fit_is_handed_back(
        self, words: str, headers: dict[str, str], written_project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(new(written_project), {"note": words}, headers=headers)
        assert response.status_code == 422
        assert f"{words}</textarea>" in text(response)
        assert response.context["form"].errors["note"]
        assert document(written_project).annotations == []

    def test_a_note_on_an_item_that_is_gone_can_go_to_its_section(
        self, written_project: Project, founder_client: Client
    ) -> None:
        lose(written_project, "F-2")
        response = founder_client.post(new(written_project, item="F-2"), {"note": "Which list?"})
        assert response.status_code == 409
        assert "Which list?</textarea>" in text(response)
        founder_client.post(response.context["action"], {"note": "Which list?"})
        assert document(written_project).annotations[0]["item_id"] is None

    def test_notes_may_be_written_while_a_new_version_is(
        self, written_project: Project, founder_client: Client
    ) -> None:
        claim_all(written_project)
        founder_client.post(new(written_project), {"note": "Meanwhile."})
        assert "Meanwhile." in page(founder_client, written_project)

    def test_what_was_typed_before_signing_in_again_is_in_the_form(
        self, written_project: Project, founder: User, founder_client: Client
    ) -> None:
        page(founder_client, written_project)
        founder_client.get(new(written_project))
        founder_client.cookies.pop("sessionid")
        founder_client.post(new(written_project), {"note": "Typed too late."})
        founder_client.force_login(founder)
        assert "Typed too late.</textarea>" in text(founder_client.get(new(written_project)))

    @pytest.mark.parametrize("section", ["", "nonsense", "scalability_plan"])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_section_that_is_not_there_for_this_reader_has_no_notes(
        self, method: str, section: str, written_project: Project, founder_client: Client
    ) -> None:
        response = getattr(founder_client, method)(new(written_project, section))
        assert response.status_code == 404


class TestChanging:
    def test_the_author_changes_it(self, written_project: Project, founder_client: Client) -> None:
        note = write(written_project)
        founder_client.post(
            url("note_edit", written_project, note),
            {"note": "Ask two shops.", "base": fingerprint(note.note)},
        )
        assert stored(written_project, note).note == "Ask two shops."
        assert "edited" in page(founder_client, written_project)

    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
    def test_a_change_in_another_window_is_shown_beside_what_was_typed(
        self,
        headers: dict[str, str],
        written_project: Project,
        founder_client: Client,
        founder: User,
    ) -> None:
        note = write(written_project)
        base = fingerprint(note.note)
        row = document(written_project)
        edit_note(
            row, note_id=note.id, text="Ask nobody.", base=base, by=founder, tier=Tier.PARTNER
        )
        address = url("note_edit", written_project, note)
        response = founder_client.post(
            address, {"note": "Ask two shops.", "base": base}, headers=headers
        )
        assert response.status_code == 409
        assert "Ask two shops.</textarea>" in text(response)
        assert "<mark>nobody" in text(response)
        again = {"note": "Ask two shops.", "base": response.context["form"]["base"].value()}
        founder_client.post(address, again)
        assert stored(written_project, note).note == "Ask two shops."

    def test_what_was_typed_into_a_deleted_note_can_become_a_new_one(
        self, written_project: Project, founder_client: Client, founder: User
    ) -> None:
        note = write(written_project)
        delete_note(document(written_project), note_id=note.id, by=founder, tier=Tier.PARTNER)
        typed = {"note": "Ask two shops.", "base": fingerprint(note.note)}
        response = founder_client.post(url("note_edit", written_project, note), typed)
        assert response.status_code == 409
        assert "Ask two shops.</textarea>" in text(response)
        founder_client.post(response.context["action"], {"note": "Ask two shops."})
        assert "Ask two shops." in page(founder_client, written_project)

    def test_another_author_s_note_is_not_changed(
        self, written_project: Project, founder_client: Client, stranger: User
    ) -> None:
        note = write(written_project, author=stranger)
        address = url("note_edit", written_project, note)
        assert f'href="{address}"' not in page(founder_client, written_project)
        response = founder_client.post(
            address, {"note": "x", "base": fingerprint(note.note)}, follow=True
        )
        assert "Only the author of a note can change it." in text(response)
        assert stored(written_project, note).note == "Ask the pilot shop."

    def test_htmx_gets_the_note_back(
        self, written_project: Project, founder_client: Client
    ) -> None:
        note = write(written_project)
        typed = {"note": "Ask two shops.", "base": fingerprint(note.note)}
        response = founder_client.post(url("note_edit", written_project, note), typed, headers=HTMX)
        assert response["HX-Reselect"] == f"#note-{note.id}"


class TestSettling:
    def test_resolved_notes_are_folded_and_can_be_reopened(
        self, written_project: Project, founder_client: Client
    ) -> None:
        note = write(written_project)
        founder_client.post(url("note_resolve", written_project, note))
        assert stored(written_project, note).resolved_at
        assert "1 resolved" in page(founder_client, written_project)
        founder_client.post(url("note_reopen", written_project, note))
        assert stored(written_project, note).resolved_at is None
        assert "1 resolved" not in page(founder_client, written_project)

    def test_open_notes_come_first(self, written_project: Project, founder_client: Client) -> None:
        first, second = write(written_project, "First one"), write(written_project, "Second one")
        founder_client.post(url("note_resolve", written_project, first))
        shown = page(founder_client, written_project)
        assert shown.index(f'id="note-{second.id}"') < shown.index(f'id="note-{first.id}"')

    def test_a_deleted_note_can_be_brought_back_at_once(
        self, written_project: Project, founder_client: Client
    ) -> None:
        note = write(written_project)
        response = founder_client.post(url("note_delete", written_project, note), follow=True)
        assert "Ask the pilot shop." not in text(response)
        assert url("note_undelete", written_project, note) in text(response)
        founder_client.post(url("note_undelete", written_project, note))
        assert "Ask the pilot shop." in page(founder_client, written_project)

    @pytest.mark.parametrize("name", ["note_resolve", "note_delete"])
    def test_htmx_gets_the_notes_of_the_section(
        self, name: str, written_project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(
            url(name, written_project, write(written_project)), headers=HTMX
        )
        assert response["HX-Retarget"] == response["HX-Reselect"] == "#notes-core_features"
        assert ("Undo" in text(response)) is (name == "note_delete")

    @pytest.mark.parametrize(
        "name", ["note_resolve", "note_reopen", "note_delete", "note_undelete"]
    )
    def test_a_get_leads_to_the_document_and_changes_nothing(
        self, name: str, written_project: Project, founder_client: Client
    ) -> None:
        note = write(written_project)
        before = document(written_project).annotations
        response = founder_client.get(url(name, written_project, note))
        assert response["Location"] == url("artifact_detail", written_project)
        assert document(written_project).annotations == before

    @pytest.mark.parametrize(
        "name", ["note_resolve", "note_reopen", "note_delete", "note_undelete", "note_edit"]
    )
    def test_a_note_that_never_was_is_404(
        self, name: str, written_project: Project, founder_client: Client
    ) -> None:
        address = reverse(name, args=[written_project.pk, "mvp_scope", "0" * 32])
        # Typed text is handed back even so.
        assert founder_client.post(address, {"note": "x"}).status_code == (
            409 if name == "note_edit" else 404
        )


class TestReading:
    def test_open_notes_stand_beside_the_document(
        self, written_project: Project, founder_client: Client
    ) -> None:
        for number in range(12):
            write(written_project, f"Note number {number}", item_id="F-1")
        shown = page(founder_client, written_project)
        assert shown.count("On F-1, ") == 8
        assert "and 4 more under their sections" in shown

    def test_a_note_whose_item_is_gone_stands_in_the_tray_with_its_title(
        self, written_project: Project, founder_client: Client
    ) -> None:
        write(written_project, "Which list?", item_id="F-2")
        lose(written_project, "F-2")
        tray = page(founder_client, written_project).partition('id="notes-tray"')[2]
        assert "Which list?" in tray
        assert "Reorder list" in tray

    def test_hostile_notes_are_text(self, written_project: Project, founder_client: Client) -> None:
        note = write(written_project, HOSTILE)
        shown = page(founder_client, written_project)
        shown += text(founder_client.get(url("note_edit", written_project, note)))
        assert "<script>alert" not in shown
        assert "&lt;script&gt;" in shown

    def test_a_note_on_a_locked_section_is_not_there(self, db: None) -> None:
        project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
        note = write(project, "About money", section="technical_architecture")
        client = Client()
        client.force_login(project.owner)
        assert "About money" not in page(
            client, project, f"?notes=technical_architecture&deleted={note.id}"
        )
        assert client.get(url("note_edit", project, note)).status_code == 404
        assert client.post(url("note_resolve", project, note)).status_code == 404
        assert stored(project, note).resolved_at is None

    def test_many_notes_need_no_more_queries(
        self, written_project: Project, founder_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        first = write(written_project).model_dump(mode="json")
        row = document(written_project)
        row.annotations = [{**first, "id": f"{n:032x}", "item_id": "F-1"} for n in range(100)]
        row.save()
        with django_assert_max_num_queries(8):
            assert "100 notes" in page(founder_client, written_project)


def test_a_note_without_author_and_id_is_shown_and_can_be_settled(
    written_project: Project, founder_client: Client
) -> None:
    bare = {
        "section_id": "core_features",
        "note": "From another system",
        "created_at": "2026-03-01T12:00:00",
    }
    written_project.artifacts.filter(artifact_type="mvp_scope").update(annotations=[bare])
    page = founder_client.get(url("artifact_detail", written_project)).content.decode()
    assert "From another system" in page
    assert re.search(
        r'<p class="note-by">Unknown · <time datetime="2026-03-01T12:00:00\+00:00"', page
    )
    [note_id] = set(re.findall(r'id="note-(\w+)"', page))
    address = reverse("note_resolve", args=[written_project.pk, "mvp_scope", note_id])
    assert founder_client.post(address).status_code == 302
    [stored] = written_project.artifacts.get(artifact_type="mvp_scope").annotations
    assert stored["id"] == note_id
    assert stored["resolved_at"]
