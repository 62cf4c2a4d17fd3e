"""What staff change in an artifact: by the founders' rules, with every gate open, and with a reason
in the log.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project, User
from artifacts.services.editing.json_editing import stored_json
from artifacts.services.editing.manual_edits import edit_section
from artifacts.tests.support.factories import (
    PASSWORD,
    PLAIN,
    AnnotationFactory,
    StubRunner,
    claim_all,
    make_project,
)
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.staff import VIEWER, admin_page, client_of, make_staff
from artifacts.tests.support.staff_edits import (
    BRIEF,
    FEATURE,
    MILESTONES,
    REASON,
    SCOPE,
    logged,
    send,
    value,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

OTHER = {"scalability_plan": "We grow slowly."}

PATHS = (
    "json/",
    "json/core_features/",
    "edit/out_of_scope/",
    "edit/core_features/",
    "edit/core_features/add/",
    "edit/core_features/revert/",
    "edit/core_features/item/F-1/",
    "edit/core_features/item/F-1/delete/",
    "restore/",
    "notes/add/",
    "notes/0123456789abcdef0123456789abcdef/",
    "notes/0123456789abcdef0123456789abcdef/edit/",
)


def test_a_section_above_the_owners_tier_is_edited_logged_and_marked(
    written_project: Project, editor: Client, staff: User, founder_client: Client
) -> None:
    page = admin_page(written_project, BRIEF, "edit/competitive_strategy/")
    assert send(editor, page, competitive_strategy="We are quicker.").status_code == 302
    brief = row_of(written_project)
    assert value(written_project, "competitive_strategy") == "We are quicker."
    mark = brief.edited_sections["competitive_strategy"]
    assert (mark["by_id"], mark["by_support"]) == (staff.pk, True)
    assert mark["generated"] == "SECRET-STRATEGIC brief.competitive_strategy"
    assert logged(written_project) == [f"Edited Competitive strategy. Reason: {REASON}"]
    send(
        editor,
        admin_page(written_project, BRIEF, "edit/key_constraint/"),
        key_constraint="Two developers.",
    )
    founders = founder_client.get(
        reverse("artifact_detail", args=[written_project.pk, "brief"])
    ).content.decode()
    assert "Edited by support" in founders
    assert "eve@example.com" not in founders


def test_nothing_is_done_without_a_reason_and_what_was_typed_stays(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, BRIEF, "edit/key_constraint/")
    response = send(editor, page, key_constraint="Two developers.", reason=" ")
    assert response.status_code == 422
    assert "Two developers." in response.content.decode()
    assert value(written_project, "key_constraint") == "One developer for eight weeks."
    assert logged(written_project) == []


def test_the_schema_refuses_as_it_does_for_founders(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, BRIEF, "edit/key_constraint/")
    response = send(editor, page, key_constraint="x" * 10_001)
    assert response.status_code == 422
    assert "Please shorten this to 10000 characters" in response.content.decode()


def test_another_writer_in_between_hands_the_text_back(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, BRIEF, "edit/key_constraint/")
    opened = editor.get(page).context["form"]["base"].value()
    edit_section(
        row_of(written_project),
        section="key_constraint",
        value="The founder was quicker.",
        base=opened,
        editor=written_project.owner,
        tier=Tier.PARTNER,
    )
    typed = {"key_constraint": "Two developers.", "base": opened, "reason": REASON}
    response = editor.post(page, typed)
    words = response.content.decode()
    assert response.status_code == 409
    assert "Two developers." in words
    assert "quicker" in words
    assert value(written_project, "key_constraint") == "The founder was quicker."
    # Having seen the current text, staff may decide to replace it.
    assert (
        editor.post(page, {**typed, "base": response.context["form"]["base"].value()}).status_code
        == 302
    )
    assert value(written_project, "key_constraint") == "Two developers."


@pytest.mark.parametrize("path", PATHS[:-4])
def test_nothing_is_changed_while_a_new_version_is_written(
    path: str, written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, SCOPE, path)
    edit = {"by": "x", "at": timezone.now().isoformat(), "generated": []}
    fields = {"move": "F-1 down"} if path == "edit/core_features/" else {}
    fields |= FEATURE if path.endswith("add/") else {}
    claim_all(written_project)
    Artifact.objects.filter(pk=row_of(written_project, SCOPE).pk).update(
        edited_sections={"core_features": edit}
    )
    before = row_of(written_project, SCOPE).current_content
    typed: dict[str, Any] = {**fields, "reason": REASON}
    form: Any = editor.get(page).context.get("form")
    if form is not None:
        typed = {**{name: form[name].value() or "" for name in form.fields}, **typed}
    response = editor.post(page, typed, follow=True)
    assert "at this moment" in response.content.decode()
    assert row_of(written_project, SCOPE).current_content == before
    assert logged(written_project, SCOPE) == []


def test_items_are_added_changed_moved_and_deleted(
    written_project: Project, editor: Client
) -> None:
    def page(path: str) -> str:
        return admin_page(written_project, SCOPE, f"edit/core_features/{path}")

    assert send(editor, page("add/"), **FEATURE).status_code == 302
    assert send(editor, page("item/F-1/"), name="Quick count").status_code == 302
    assert editor.post(page(""), {"move": "F-3 up", "reason": REASON}).status_code == 302
    assert send(editor, page("item/F-2/delete/")).status_code == 302
    features = value(written_project, "core_features", SCOPE)
    assert [(item.id, item.name) for item in features] == [
        ("F-1", "Quick count"),
        ("F-3", "Evening report"),
    ]
    assert features[0].acceptance_criteria == ["A count survives a lost connection"]
    assert set(row_of(written_project, SCOPE).superseded_items) == {"F-2"}
    assert [entry.partition(". Reason")[0] for entry in logged(written_project, SCOPE)] == [
        "Added F-3 to Core features",
        "Edited F-1 in Core features",
        "Moved F-3 in Core features",
        "Deleted F-2 from Core features",
    ]


def test_the_reason_of_a_move_is_ready_for_the_next_one_there_and_in_no_address(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, SCOPE, "edit/core_features/")
    moved = editor.post(page, {"move": "F-2 up", "reason": "Ana asked for it"})
    assert moved["Location"] == f"{page}#F-2"
    assert "Ana asked for it" in editor.get(page).content.decode()
    other = admin_page(written_project, MILESTONES, "edit/milestones/")
    assert "Ana asked for it" not in editor.get(other).content.decode()


def test_no_form_takes_away_links_to_a_document_that_cannot_be_read(
    written_project: Project, editor: Client
) -> None:
    Artifact.objects.filter(pk=row_of(written_project, SCOPE).pk).update(current_content={"odd": 1})
    as_json = admin_page(written_project, MILESTONES, "json/milestones/")
    page = admin_page(written_project, MILESTONES, "edit/milestones/item/M-1/")
    assert editor.get(page)["Location"] == as_json
    milestones = stored_json(row_of(written_project, MILESTONES), "milestones")
    milestones[0]["title"] = "Count quickly"
    assert send(editor, as_json, content=json.dumps(milestones)).status_code == 302
    changed = value(written_project, "milestones", MILESTONES)[0]
    assert (changed.title, changed.delivers) == ("Count quickly", ["F-1"])


def test_an_item_that_was_deleted_meanwhile_can_be_added_again(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, SCOPE, "edit/core_features/item/F-2/")
    base = editor.get(page).context["form"]["base"].value()
    send(editor, f"{page}delete/")
    response = editor.post(page, {**FEATURE, "base": base, "reason": REASON})
    assert response.status_code == 409
    assert (
        editor.post(response.context["edit"].submit_url, {**FEATURE, "reason": REASON}).status_code
        == 302
    )
    assert [item.id for item in value(written_project, "core_features", SCOPE)] == ["F-1", "F-3"]


def test_an_item_that_was_changed_meanwhile_is_asked_about_again(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, SCOPE, "edit/core_features/item/F-2/")
    base = editor.get(f"{page}delete/").context["form"]["base"].value()
    send(editor, page, name="Order list")
    response = editor.post(f"{page}delete/", {"base": base, "reason": REASON})
    assert response.status_code == 409
    assert "Order list" in response.content.decode()


def test_an_edit_is_taken_back(written_project: Project, editor: Client) -> None:
    send(
        editor,
        admin_page(written_project, BRIEF, "edit/key_constraint/"),
        key_constraint="Two developers.",
    )
    page = admin_page(written_project, BRIEF, "edit/key_constraint/revert/")
    assert send(editor, page).status_code == 302
    assert value(written_project, "key_constraint") == "One developer for eight weeks."
    assert row_of(written_project).edited_sections == {}
    assert editor.get(page).status_code == 302


def test_the_previous_version_comes_back_unless_another_one_stands_by_then(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, SCOPE, "restore/")
    assert editor.get(page).status_code == 302
    write_claim(
        claim_all(written_project),
        runner=StubRunner(contents={**PLAIN, SCOPE: {**PLAIN[SCOPE], **OTHER}}),
    )
    base = editor.get(page).context["form"]["base"].value()
    assert send(editor, page).status_code == 302
    assert row_of(written_project, SCOPE).content_version == 1
    assert editor.post(page, {"base": base, "reason": REASON}).status_code == 409
    assert len(logged(written_project, SCOPE)) == 1
    Artifact.objects.filter(pk=row_of(written_project, SCOPE).pk).update(
        previous_content={"odd": 1}
    )
    assert editor.get(page)["Location"].endswith("view=raw")


def test_notes_are_written_settled_and_brought_back_by_support(
    written_project: Project, editor: Client, founder_client: Client
) -> None:
    founders = AnnotationFactory.create(
        artifact=row_of(written_project, SCOPE), section="out_of_scope", text="Rude words."
    )
    add = admin_page(written_project, SCOPE, "notes/add/")
    assert (
        send(editor, add, place="core_features F-1", note="We looked at this.").status_code == 302
    )
    page = admin_page(written_project, SCOPE, f"notes/{founders.id}/")
    for act, field in (("resolve", "resolved_at"), ("delete", "deleted_at")):
        assert editor.post(page, {"act": act, "reason": ""}).status_code == 422
        assert editor.post(page, {"act": act, "reason": REASON}).status_code == 302
        assert row_of(written_project, SCOPE).annotations[0][field]
    assert editor.post(page, {"act": "undelete", "reason": REASON}).status_code == 302
    assert row_of(written_project, SCOPE).annotations[0]["deleted_at"] is None
    mine = row_of(written_project, SCOPE).annotations[1]["id"]
    assert (
        send(
            editor, admin_page(written_project, SCOPE, f"notes/{mine}/edit/"), note="We did."
        ).status_code
        == 302
    )
    response = send(editor, f"{page}edit/", note="Kind words.")
    assert (response.status_code, row_of(written_project, SCOPE).annotations[0]["note"]) == (
        409,
        "Rude words.",
    )
    assert len(logged(written_project, SCOPE)) == 5
    seen = founder_client.get(
        reverse("artifact_detail", args=[written_project.pk, "mvp_scope"])
    ).content.decode()
    assert "We did." in seen
    assert "eve@example.com" not in seen


@pytest.mark.parametrize("path", PATHS)
def test_only_staff_who_may_change_artifacts_get_in(
    path: str, written_project: Project, founder_client: Client
) -> None:
    page = admin_page(written_project, SCOPE, path)
    before = list(written_project.artifacts.values())
    for method in ("get", "post"):
        for client in (Client(), founder_client):
            assert getattr(client, method)(page)["Location"].startswith(reverse("admin:login"))
        assert (
            getattr(client_of(make_staff(*VIEWER)), method)(page, {"reason": REASON}).status_code
            == 403
        )
    assert list(written_project.artifacts.values()) == before


def test_there_is_no_way_to_what_nobody_writes_by_hand(
    written_project: Project, editor: Client
) -> None:
    for path in (
        "edit/critical_path/",
        "edit/attic/",
        "edit/resource_plan/add/",
        "edit/milestones/item/M-9/",
        "notes/attic/",
    ):
        assert editor.get(admin_page(written_project, MILESTONES, path)).status_code == 404
    for project in (make_project(), written_project):
        Project.objects.filter(pk=written_project.pk).update(deleted_at=timezone.now())
        response = editor.get(admin_page(project, SCOPE, "json/"))
        assert response["Location"] == f"{admin_page(project, SCOPE)}?view=document"
    assert editor.get("/admin/artifacts/artifact/987654321/json/").status_code == 302


def test_what_is_typed_after_the_session_has_ended_is_back_after_signing_in(
    written_project: Project, staff: User, editor: Client
) -> None:
    page = admin_page(written_project, BRIEF, "edit/key_constraint/")
    fields = {
        "key_constraint": "Two developers.",
        "base": editor.get(page).context["form"]["base"].value(),
    }
    editor.session.flush()
    del editor.cookies["sessionid"]
    answer = editor.post(page, {**fields, "reason": REASON})
    assert answer["Location"].startswith(reverse("admin:login"))
    staff.set_password(PASSWORD)
    staff.save()
    editor.post(
        answer["Location"], {"username": staff.username, "password": PASSWORD, "next": page}
    )
    back = editor.get(page).content.decode()
    for words in ("Two developers.", REASON, "This is not saved yet."):
        assert words in back
