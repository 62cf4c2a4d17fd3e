"""What staff see of one artifact, and what they see as somebody else sees it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.admin.artifact_detail import VIEWS
from artifacts.generation.claims import Edits
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.tests.support.factories import (
    PLAIN,
    AnnotationFactory,
    StubRunner,
    claim_all,
    make_project,
)
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.staff import EDITOR, VIEWER, admin_page, client_of, make_staff
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

BRIEF, SCOPE = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def viewer() -> Client:
    return client_of(make_staff(*VIEWER))


def read(
    client: Client, project: Project, artifact_type: ArtifactType = BRIEF, query: str = ""
) -> str:
    response = client.get(admin_page(project, artifact_type, f"change/?{query}"))
    assert response.status_code == 200
    return response.content.decode()


def edit(project: Project, by: User, section: str, text: str) -> None:
    brief = row_of(project)
    base = fingerprint(getattr(brief.content, section))
    edit_section(brief, section=section, value=text, base=base, editor=by, tier=Tier.CTO_SCALE)


def write_again(project: Project, *, edits: Edits = Edits.KEEP, **texts: str) -> None:
    """Regenerate the brief, with other texts."""
    runner = StubRunner(contents={**PLAIN, BRIEF: {**PLAIN[BRIEF], **texts}})
    write_claim(claim_all(project, [BRIEF], edits=edits), runner=runner)


@pytest.mark.parametrize(
    ("query", "seen", "hidden"),
    [
        ("", ["SECRET-BUSINESS"], ["SECRET-STRATEGIC"]),
        ("tier=bootstrapper", [], ["SECRET-BUSINESS", "SECRET-STRATEGIC"]),
        ("tier=cto_scale", ["SECRET-BUSINESS", "SECRET-STRATEGIC"], []),
        ("tier=emperor", ["SECRET-BUSINESS"], ["SECRET-STRATEGIC"]),
    ],
)
def test_the_document_is_what_a_founder_of_that_tier_reads(
    query: str, seen: list[str], hidden: list[str], written_project: Project, viewer: Client
) -> None:
    page = read(viewer, written_project, query=query)
    assert "We see owners count stock on paper." in page
    assert [secret for secret in ("SECRET-BUSINESS", "SECRET-STRATEGIC") if secret in page] == seen
    assert not any(secret in page for secret in hidden)
    assert "/projects/" not in page


def test_links_in_a_document_lead_to_the_pages_of_staff(
    written_project: Project, viewer: Client
) -> None:
    page = read(viewer, written_project, ArtifactType.MILESTONES, "tier=cto_scale")
    assert f'href="{admin_page(written_project, SCOPE)}?tier=cto_scale#F-1"' in page


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_shows_what_is_there_with_few_queries(
    name: str, written_project: Project, viewer: Client, django_assert_max_num_queries: Any
) -> None:
    edit(written_project, written_project.owner, "key_constraint", "Two developers.")
    write_again(written_project, key_constraint="Three developers.", edits=Edits.REVIEW)
    with django_assert_max_num_queries(12):
        page = read(viewer, written_project, query=f"view={name}")
    assert 'aria-current="page"' in page
    assert page.count("<h1") == 1


def test_an_unknown_view_is_the_document_and_an_unknown_artifact_is_sent_away(
    written_project: Project, viewer: Client
) -> None:
    assert "We see owners count stock on paper." in read(
        viewer, written_project, query="view=attic"
    )
    for key in ("987654321", "9" * 30, "attic"):
        assert viewer.get(f"/admin/artifacts/artifact/{key}/change/").status_code == 302


def test_the_sections_say_who_may_read_them(written_project: Project, viewer: Client) -> None:
    page = viewer.get(admin_page(written_project, BRIEF, "change/?view=sections"))
    rows = {entry.section.name: entry for entry in page.context["rows"]}
    assert dict(rows["competitive_strategy"].opens_for) == {
        Tier.BOOTSTRAPPER: False,
        Tier.PARTNER: False,
        Tier.CTO_SCALE: True,
    }
    assert rows["differentiation_points"].amount == "1 entry"


def test_current_stands_beside_previous_with_all_gates(
    written_project: Project, viewer: Client
) -> None:
    write_again(written_project, competitive_strategy="We are quicker.")
    page = read(viewer, written_project, query="view=compare")
    assert "1 of 9 sections differs." in page
    assert "quicker" in page
    assert "SECRET-STRATEGIC" in page


def test_edits_show_what_was_generated_who_changed_it_and_when(
    written_project: Project, viewer: Client
) -> None:
    editor = make_staff(*EDITOR, email="eve@example.com")
    edit(written_project, editor, "key_constraint", "Two developers.")
    page = read(viewer, written_project, query="view=edits")
    for words in ("eve@example.com (support)", "One", "Two", "developers", "As it was generated"):
        assert words in page
    assert "Undo my edit" not in page


def test_an_edit_that_cannot_be_compared_is_shown_as_it_is_stored(
    written_project: Project, viewer: Client
) -> None:
    edit(written_project, written_project.owner, "key_constraint", "Two developers.")
    brief = row_of(written_project)
    brief.edited_sections["key_constraint"]["generated"] = {"odd": EVIL}
    brief.edited_sections["gone"] = {
        "by": "x",
        "at": timezone.now().isoformat(),
        "generated": "of another time",
    }
    brief.save()
    page = read(viewer, written_project, query="view=edits")
    assert "of another time" in page
    assert "odd" in page
    assert EVIL not in page


def test_the_proposal_stands_beside_what_is_current(
    written_project: Project, viewer: Client
) -> None:
    edit(written_project, written_project.owner, "key_constraint", "Two developers.")
    write_again(written_project, edits=Edits.REVIEW, key_constraint="Three developers.")
    page = read(viewer, written_project, query="view=proposal")
    assert "The version that waits" in page
    assert "Three" in page


def test_notes_of_all_sections_are_listed_also_resolved_and_deleted_ones(
    written_project: Project, viewer: Client
) -> None:
    for section in ("key_constraint", "competitive_strategy"):
        AnnotationFactory.create(
            artifact=row_of(written_project), section=section, text=f"On {section} {EVIL}"
        )
    brief = row_of(written_project)
    brief.annotations[0]["deleted_at"] = timezone.now().isoformat()
    brief.annotations.append({"note": "no id"})
    brief.save()
    page = read(viewer, written_project, query="view=notes")
    assert "On key_constraint" in page
    assert "(Strategic)" in page
    assert "1 cannot be read as stored." in page
    assert EVIL not in page
    assert "Resolve or delete" not in page


def test_every_attempt_is_there_in_full(written_project: Project, viewer: Client) -> None:
    told = {
        "model": "anthropic:opus",
        "prompt_version": "p-17",
        "tokens_in": 1111,
        "tokens_cached": 222,
        "tokens_out": 3333,
        "requests": 4,
        "cost_usd": "0.0512",
        "duration_seconds": 61.25,
        "error": f"Too slow {EVIL}",
        "reference": "cafe0001",
        "reason": "The founder asked for it.",
        "trigger": "staff",
    }
    GenerationAttempt.objects.filter(artifact=row_of(written_project)).update(**told)
    page = read(viewer, written_project, query="view=attempts")
    for words in (
        "anthropic:opus",
        "p-17",
        "1111",
        "222",
        "3333",
        "$0.0512",
        "61.3",
        "cafe0001",
        "The founder asked",
    ):
        assert words in page
    assert EVIL not in page
    GenerationAttempt.objects.update(cost_usd=None, guessed_usd="0.0311")
    assert "about $0.0311" in read(viewer, written_project, query="view=attempts")


def test_who_holds_a_document_and_until_when_is_said(project: Project, viewer: Client) -> None:
    claim_all(project)
    project.artifacts.filter(artifact_type="brief").update(
        lease_expires_at=timezone.now() - timedelta(hours=1)
    )
    page = read(viewer, project, query="view=attempts")
    assert str(row_of(project).generation_token) in page
    assert "<b>ran out</b>" in page


def test_a_stale_document_says_what_has_changed(written_project: Project, viewer: Client) -> None:
    edit(written_project, written_project.owner, "key_constraint", "Two developers.")
    page = read(viewer, written_project, SCOPE, "view=attempts")
    assert "<b>Product Brief: Key constraint</b> has changed since" in page


def test_findings_lead_to_their_places(project: Project, viewer: Client) -> None:
    broken = {**PLAIN, BRIEF: {**PLAIN[BRIEF], "key_constraint": f"See [[F-99]] {EVIL}."}}
    write_claim(claim_all(project), runner=StubRunner(contents=broken))
    page = read(viewer, project, query="view=findings")
    assert f"{admin_page(project, BRIEF)}?tier=cto_scale#key_constraint" in page
    assert EVIL not in page


@pytest.mark.parametrize(
    "stored", [{"problem_statement": 3, "x": EVIL}, [1, EVIL], EVIL, {"_schema_version": 99}]
)
@pytest.mark.parametrize("name", VIEWS)
def test_what_cannot_be_read_is_shown_with_what_is_wrong(
    name: str, stored: Any, written_project: Project, viewer: Client
) -> None:
    everywhere = {
        "current_content": stored,
        "previous_content": stored,
        "proposal": {"content": stored, "attempt": 1},
    }
    Artifact.objects.filter(pk=row_of(written_project).pk).update(**everywhere)
    page = read(viewer, written_project, query=f"view={name}")
    assert "What is stored does not validate." in page
    assert EVIL not in page
    # The documents beside it can be read all the same.
    assert "Other documents do not validate" in read(viewer, written_project, SCOPE, f"view={name}")


def test_an_unreadable_previous_version_spoils_only_the_comparison(
    written_project: Project, viewer: Client
) -> None:
    Artifact.objects.filter(pk=row_of(written_project).pk).update(previous_content={"odd": 1})
    assert "cannot be shown as it is stored" in read(viewer, written_project, query="view=compare")
    assert "We see owners" in read(viewer, written_project)


def test_unreadable_answers_spoil_nothing_else(written_project: Project, viewer: Client) -> None:
    Project.objects.filter(pk=written_project.pk).update(answers={"odd": 1})
    assert "We see owners" in read(viewer, written_project)
    assert "nobody can say" in read(viewer, written_project, query="view=attempts")


def test_what_is_stored_can_be_downloaded(written_project: Project, viewer: Client) -> None:
    write_again(written_project, key_constraint="Ümlaut.")
    for name, version in (("current", "v2"), ("previous", "v1")):
        response = viewer.get(admin_page(written_project, BRIEF, f"download/{name}/"))
        stored = getattr(row_of(written_project), f"{name}_content")
        assert json.loads(response.content) == stored
        assert response["Content-Type"] == "application/json"
        assert (
            response["Content-Disposition"]
            == f'attachment; filename="{written_project.pk}-brief-{version}.json"'
        )
    for name in ("proposal", "attic"):
        assert (
            viewer.get(admin_page(written_project, BRIEF, f"download/{name}/")).status_code == 404
        )


def test_only_staff_who_may_see_artifacts_get_in(
    written_project: Project, founder_client: Client
) -> None:
    for path in ("change/", "download/current/"):
        page = admin_page(written_project, BRIEF, path)
        for client in (Client(), founder_client):
            assert client.get(page)["Location"].startswith(reverse("admin:login"))
        assert client_of(make_staff("view_project")).get(page).status_code == 403


def test_a_viewer_is_offered_no_change_and_an_editor_is(
    written_project: Project, viewer: Client
) -> None:
    for query in ("", "view=sections", "view=raw", "view=notes"):
        assert "/json/" not in read(viewer, written_project, query=query)
        assert "/edit/" not in read(viewer, written_project, query=query)
    assert "/json/" in read(client_of(make_staff(*EDITOR)), written_project)


def test_the_page_of_a_project_leads_to_its_documents(
    written_project: Project, viewer: Client
) -> None:
    page = viewer.get(
        reverse("admin:artifacts_project_change", args=[written_project.pk])
    ).content.decode()
    for artifact_type in ArtifactType:
        assert f'href="{admin_page(written_project, artifact_type)}?view=document"' in page


def test_nothing_written_yet_is_no_error(viewer: Client) -> None:
    project = make_project()
    for name in VIEWS:
        read(viewer, project, query=f"view={name}")
    assert not LogEntry.objects.exists()
