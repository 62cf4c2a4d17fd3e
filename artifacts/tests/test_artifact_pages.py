from __future__ import annotations

import copy
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.cascade import run_cascade
from artifacts.tests.factories import PLAIN, StubRunner, claim_all

pytestmark = pytest.mark.django_db


def page(client: Client, project: Project, artifact_type: str, name: str = "artifact_detail") -> str:
    response = client.get(reverse(name, args=[project.pk, artifact_type]))
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_every_document_shows_its_sections_with_anchors(
    artifact_type: ArtifactType, written_project: Project, founder_client: Client
) -> None:
    shown = page(founder_client, written_project, artifact_type.value)
    for section in artifact_type.content_class.access(written_project.owner.get_tier()).readable:
        assert f'id="{section.name}"' in shown
        assert section.title in shown


def test_items_show_their_fields_and_anchors(written_project: Project, founder_client: Client) -> None:
    shown = page(founder_client, written_project, "mvp_scope")
    assert 'id="F-1"' in shown
    assert "Shelf count" in shown
    assert "A count survives a lost connection" in shown


def test_pointers_are_links_with_the_title_of_their_target(written_project: Project, founder_client: Client) -> None:
    shown = page(founder_client, written_project, "mvp_scope")
    brief = reverse("artifact_detail", args=[written_project.pk, "brief"])
    assert f'<a class="ref" href="{brief}#key_constraint">key constraint</a>' in shown
    assert "[[" not in shown


def test_a_pointer_that_leads_nowhere_is_plain_text(written_project: Project, founder_client: Client) -> None:
    brief = written_project.artifacts.get(artifact_type="brief")
    assert brief.current_content is not None
    brief.current_content["problem_statement"] = "We need [[F-99]]."
    brief.save(update_fields=["current_content"])
    shown = page(founder_client, written_project, "brief")
    assert '<span class="ref-missing">F-99</span>' in shown


def test_hostile_text_is_shown_and_not_run(written_project: Project, founder_client: Client) -> None:
    brief = written_project.artifacts.get(artifact_type="brief")
    assert brief.current_content is not None
    brief.current_content["problem_statement"] = '<script>alert("x")</script> [[<b>]]'
    brief.save(update_fields=["current_content"])
    shown = page(founder_client, written_project, "brief")
    assert "&lt;script&gt;" in shown
    assert "<script>alert" not in shown


def test_a_document_that_was_not_written_yet_says_so(project: Project, founder_client: Client) -> None:
    assert reverse("project_generate", args=[project.pk]) in page(founder_client, project, "brief") or "first" in page(
        founder_client, project, "brief"
    )


def test_the_receipt_says_from_what_it_was_written(written_project: Project, founder_client: Client) -> None:
    shown = page(founder_client, written_project, "mvp_scope")
    assert "Version 1" in shown
    assert "Product Brief" in shown


def test_edited_sections_are_marked(written_project: Project, founder_client: Client) -> None:
    edited = {"target_user": {"generated": "x", "by": "me", "at": "2026-01-01T00:00:00Z"}}
    written_project.artifacts.filter(artifact_type="brief").update(edited_sections=edited)
    assert "Edited by you" in page(founder_client, written_project, "brief")


def test_every_page_has_few_queries(
    written_project: Project, founder_client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(6):
        page(founder_client, written_project, "mvp_scope")


class TestCompare:
    def test_there_is_nothing_to_compare_with_a_first_version(
        self, written_project: Project, founder_client: Client
    ) -> None:
        url = reverse("artifact_compare", args=[written_project.pk, "brief"])
        assert founder_client.get(url).status_code == 404

    def test_it_shows_both_versions_and_says_which_sections_changed(
        self, written_project: Project, founder_client: Client
    ) -> None:
        contents: dict[ArtifactType, Any] = copy.deepcopy(dict(PLAIN))
        contents[ArtifactType.BRIEF]["target_user"] = "Owners of kiosks."
        run_cascade(claim_all(written_project), runner=StubRunner(contents=contents))
        shown = page(founder_client, written_project, "brief", "artifact_compare")
        assert "Owners of kiosks." in shown
        assert "Owners of small shops." in shown
