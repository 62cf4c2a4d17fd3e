"""Documents that staff change as JSON."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest
from django.test import Client

from artifacts.exceptions import InvalidEdit
from artifacts.models import Artifact, Project, User
from artifacts.services.editing.json_editing import replace_content, stored_json
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.staff import admin_page
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


def test_json_is_held_to_the_same_rules_and_logged_by_section(
    written_project: Project, editor: Client, staff: User
) -> None:
    page = admin_page(written_project, MILESTONES, "json/")
    content = stored_json(row_of(written_project, MILESTONES))
    content["milestones"][0]["estimated_weeks"] = 10
    content["milestones"].append(
        {"title": "Launch", "description": "We open.", "estimated_weeks": 1}
    )
    content["total_duration_weeks"] = 999
    assert send(editor, page, content=json.dumps(content)).status_code == 302
    stored = row_of(written_project, MILESTONES)
    assert stored.content is not None
    assert [item.id for _, item in stored.content.items()] == ["M-1", "M-2", "M-3"]
    assert value(written_project, "total_duration_weeks", MILESTONES) == 12
    assert set(stored.edited_sections) == {"milestones"}
    assert stored.edited_sections["milestones"]["by_id"] == staff.pk
    assert logged(written_project, MILESTONES) == [f"Edited as JSON: Milestones. Reason: {REASON}"]


def test_one_section_is_edited_as_json_and_nothing_happens_where_nothing_differs(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, SCOPE, "json/out_of_scope/")
    assert send(editor, page).status_code == 302
    assert row_of(written_project, SCOPE).edited_sections == {}
    assert logged(written_project, SCOPE) == []
    send(editor, page, content='["Invoices", "Payroll"]')
    assert value(written_project, "out_of_scope", SCOPE) == ["Invoices", "Payroll"]
    assert (
        editor.get(admin_page(written_project, MILESTONES, "json/critical_path/")).status_code
        == 404
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{", "Line 1, column 2"),
        ('{"a": 1, "a": 2}', "stands twice"),
        ('{"a": NaN}', "NaN is no JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"\\ud800": 1}', "lone surrogate"),
        ("9" * 5_000, "Exceeds the limit"),
        (f'"{"x" * 500_001}"', "longer than 500,000 characters"),
        ("[1]", "Input should be"),
        (
            '{"core_features": "<script>alert(1)</script>"}',
            "core_features: Input should be a valid list",
        ),
    ],
)
def test_json_that_does_not_fit_is_refused_with_the_place(
    typed: str, told: str, written_project: Project, editor: Client
) -> None:
    before = row_of(written_project, SCOPE).current_content
    response = send(editor, admin_page(written_project, SCOPE, "json/"), content=typed)
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert "<script>alert" not in page
    assert row_of(written_project, SCOPE).current_content == before


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            {"F-9": "Shelf count", "F-2": "Reorder list"},
            "core_features &gt; 1: no item of this document is F-9",
        ),
        (
            {"F-2": "Shelf count", "F-1": "Reorder list"},
            "core_features &gt; 1: “Shelf count” is F-1",
        ),
        ({"F-1": "Reorder list"}, "core_features &gt; 1: “Reorder list” is F-2"),
        ({"X-1": "Shelf count"}, "id X-1 must begin with F-"),
    ],
)
def test_ids_are_neither_made_up_nor_taken_from_another_item(
    names: dict[str, str], told: str, written_project: Project, editor: Client
) -> None:
    features = [{**FEATURE, "id": item_id, "name": name} for item_id, name in names.items()]
    response = send(
        editor,
        admin_page(written_project, SCOPE, "json/core_features/"),
        content=json.dumps(features),
    )
    assert response.status_code == 422
    assert told in response.content.decode()


def test_an_id_that_was_dropped_is_never_given_again(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, SCOPE, "json/core_features/")
    send(editor, page, content=json.dumps([{**FEATURE, "id": "F-1", "name": "Quick count"}]))
    assert set(row_of(written_project, SCOPE).superseded_items) == {"F-2"}
    kept = {**FEATURE, "id": "F-1", "name": "Quick count"}
    send(editor, page, content=json.dumps([kept, FEATURE]))
    assert [item.id for item in value(written_project, "core_features", SCOPE)] == ["F-1", "F-3"]


def test_another_writer_in_between_hands_the_json_back(
    written_project: Project, editor: Client
) -> None:
    page = admin_page(written_project, BRIEF, "json/")
    content = stored_json(row_of(written_project))
    base = editor.get(page).context["form"]["base"].value()
    founders: dict[str, Any] = {
        "value": "The founder was quicker.",
        "editor": written_project.owner,
        "tier": Tier.PARTNER,
    }
    old = fingerprint(value(written_project, "key_constraint"))
    edit_section(row_of(written_project), section="key_constraint", base=old, **founders)
    mine = json.dumps({**content, "target_user": "Bakers."})
    response = editor.post(page, {"content": mine, "base": base, "reason": REASON})
    assert response.status_code == 409
    assert "Bakers." in response.content.decode()
    assert "quicker" in response.content.decode()
    assert value(written_project, "target_user") == "Owners of small shops."


def test_unreadable_content_is_fixed_as_json_and_only_so(
    written_project: Project, editor: Client
) -> None:
    good = stored_json(row_of(written_project, SCOPE))
    bad = {**good, "out_of_scope": 3}
    Artifact.objects.filter(pk=row_of(written_project, SCOPE).pk).update(current_content=bad)
    page = admin_page(written_project, SCOPE, "json/")
    for path in ("edit/core_features/", "json/core_features/", "notes/add/"):
        assert editor.get(admin_page(written_project, SCOPE, path))["Location"] == page
    repaired = {**bad, "out_of_scope": ["Invoices"], "core_features": [good["core_features"][1]]}
    assert send(editor, page, content=json.dumps(repaired)).status_code == 302
    stored = row_of(written_project, SCOPE)
    assert value(written_project, "out_of_scope", SCOPE) == ["Invoices"]
    # What could not be read is nothing to go back to.
    assert set(stored.edited_sections) == {"core_features"}
    assert set(stored.superseded_items) == {"F-1"}


def test_items_of_the_previous_version_may_come_back_where_the_current_one_is_unreadable(
    written_project: Project, editor: Client
) -> None:
    good = stored_json(row_of(written_project, SCOPE))
    broken = {"current_content": {"odd": 1}, "previous_content": good}
    Artifact.objects.filter(pk=row_of(written_project, SCOPE).pk).update(**broken)
    page = admin_page(written_project, SCOPE, "json/")
    made_up = {**good, "core_features": [{**FEATURE, "id": "F-9"}]}
    assert send(editor, page, content=json.dumps(made_up)).status_code == 422
    assert send(editor, page, content=json.dumps(good)).status_code == 302
    assert row_of(written_project, SCOPE).current_content == good


def test_no_typed_json_breaks_a_document(written_project: Project, staff: User) -> None:
    """A hundred contents with something odd in them: each is refused, or valid with no id made up
    or used again.
    """
    odd = random.Random(7)
    stored = 0
    for _ in range(100):
        scope = row_of(written_project, SCOPE)
        assert scope.content is not None
        before = {item.id for _, item in scope.content.items()}
        typed = stored_json(scope)
        base = fingerprint(typed)
        disturb(typed, odd)
        try:
            replace_content(scope, content=typed, base=base, editor=staff)
        except InvalidEdit:
            continue
        stored += 1
        after = row_of(written_project, SCOPE)
        assert after.content is not None
        now = {item.id for _, item in after.content.items()}
        assert not (now - before) & set(scope.superseded_items)
        assert before <= now | set(after.superseded_items)
    assert 10 < stored < 90


def disturb(content: Any, odd: random.Random) -> None:
    """Replace, drop, repeat or shuffle something inside of `content`."""
    place = content[odd.choice(list(content))]
    place = place if isinstance(place, list) and place else content
    key = odd.choice(list(place)) if isinstance(place, dict) else odd.randrange(len(place))
    if isinstance(place[key], dict) and odd.random() < 0.7:
        place, key = place[key], odd.choice(list(place[key]))
    match odd.choice(["replace", "drop", "repeat", "shuffle"]):
        case "replace":
            place[key] = odd.choice(
                [None, 3, "", "x", "F-1", "F-77", [], {}, ["[[F-1]]"], {"id": "F-2"}]
            )
        case "drop":
            del place[key]
        case "repeat" if isinstance(place, list):
            place.append(copy.deepcopy(place[key]))
        case _ if isinstance(place, list):
            odd.shuffle(place)
