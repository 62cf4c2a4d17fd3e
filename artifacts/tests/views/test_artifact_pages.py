from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.generation.claims import Requester
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.editing.restoring import restore_previous
from artifacts.tests.support.factories import (
    ArtifactFactory,
    ProjectFactory,
    StubRunner,
    claim_all,
    make_project,
    make_user,
)
from artifacts.tests.support.plain import WRITE_ALL
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


def page(client: Client, project: Project, artifact_type: str) -> str:
    response = client.get(reverse("artifact_detail", args=[project.pk, artifact_type]))
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


def test_items_show_their_fields_and_anchors(
    written_project: Project, founder_client: Client
) -> None:
    shown = page(founder_client, written_project, "mvp_scope")
    assert 'id="F-1"' in shown
    assert "Shelf count" in shown
    assert "A count survives a lost connection" in shown


def test_pointers_are_links_with_the_title_of_their_target(
    written_project: Project, founder_client: Client
) -> None:
    shown = page(founder_client, written_project, "mvp_scope")
    brief = reverse("artifact_detail", args=[written_project.pk, "brief"])
    assert f'<a class="ref" href="{brief}#key_constraint">key constraint</a>' in shown
    assert "[[" not in shown


def test_a_pointer_that_leads_nowhere_is_plain_text(
    written_project: Project, founder_client: Client
) -> None:
    brief = written_project.artifacts.get(artifact_type="brief")
    assert brief.current_content is not None
    brief.current_content["problem_statement"] = "We need [[F-99]]."
    brief.save(update_fields=["current_content"])
    shown = page(founder_client, written_project, "brief")
    assert '<span class="ref-missing">F-99</span>' in shown


def test_a_pointer_at_an_item_that_is_gone_names_it(
    written_project: Project, founder_client: Client
) -> None:
    scope = written_project.artifacts.get(artifact_type="mvp_scope")
    scope.superseded_items = {"F-99": {"title": "<b>Barcode scan</b>", "version": 1}}
    scope.save()
    row = written_project.artifacts.get(artifact_type="how_it_works")
    row.current_content = {**(row.current_content or {}), "data_flow": "Like [[F-99]]."}
    row.save()
    shown = page(founder_client, written_project, "how_it_works")
    words = "F-99 &lt;b&gt;Barcode scan&lt;/b&gt; (taken out)"
    assert (
        f'<span class="ref-gone" title="Last in version 1 of the MVP Scope.">{words}</span>'
        in shown
    )


def test_hostile_text_is_shown_and_not_run(
    written_project: Project, founder_client: Client
) -> None:
    brief = written_project.artifacts.get(artifact_type="brief")
    assert brief.current_content is not None
    brief.current_content["problem_statement"] = '<script>alert("x")</script> [[<b>]]'
    brief.save(update_fields=["current_content"])
    shown = page(founder_client, written_project, "brief")
    assert "&lt;script&gt;" in shown
    assert "<script>alert" not in shown


def test_a_document_that_was_not_written_yet_says_so(
    project: Project, founder_client: Client
) -> None:
    shown = page(founder_client, project, "brief")
    assert f'action="{reverse("project_generate", args=[project.pk])}"' in shown
    assert WRITE_ALL in shown


def test_the_receipt_says_from_what_it_was_written(
    written_project: Project, founder_client: Client
) -> None:
    shown = page(founder_client, written_project, "mvp_scope")
    assert "Version 1, written just now by the offline writer" in shown
    assert "from Product Brief v1" in shown
    assert "restored" not in shown


def test_the_receipt_of_a_restored_version_is_that_of_when_it_was_written(
    written_project: Project, founder_client: Client
) -> None:
    write_claim(claim_all(written_project), runner=StubRunner())
    row = written_project.artifacts.select_related("project").get(artifact_type="mvp_scope")
    restore_previous(row, base=2, editor=written_project.owner)
    shown = page(founder_client, written_project, "mvp_scope")
    assert "Version 1, written" in shown
    assert "restored" in shown
    assert "Compare with version 2" in shown


def test_the_receipt_says_why_support_regenerated_it(
    written_project: Project, founder_client: Client
) -> None:
    trigger = Requester(GenerationAttempt.Trigger.STAFF, None, "a fault <of ours>")
    write_claim(claim_all(written_project, trigger=trigger), runner=StubRunner())
    assert "refreshed by support: a fault &lt;of ours&gt;" in page(
        founder_client, written_project, "brief"
    )


def edit(project: Project, **by: Any) -> None:
    edited = {"target_user": {"generated": "x", "by": "me", "at": "2026-01-01T00:00:00Z", **by}}
    project.artifacts.filter(artifact_type="brief").update(edited_sections=edited)


def test_edited_sections_are_marked(written_project: Project, founder_client: Client) -> None:
    edit(written_project, by_id=written_project.owner_id)
    shown = page(founder_client, written_project, "brief")
    assert "Edited by you" in shown
    assert reverse("section_revert", args=[written_project.pk, "brief", "target_user"]) in shown


def test_edits_of_others_name_them(written_project: Project, founder_client: Client) -> None:
    edit(written_project, by="<b>support</b>", by_id=0)
    assert "Edited by &lt;b&gt;support&lt;/b&gt;" in page(founder_client, written_project, "brief")


def test_every_section_that_is_not_computed_can_be_edited(
    written_project: Project, founder_client: Client
) -> None:
    shown = page(founder_client, written_project, "milestones")
    for section in ArtifactType.MILESTONES.content_class.access(Tier.PARTNER).readable:
        address = reverse("section_edit", args=[written_project.pk, "milestones", section.name])
        assert (f'href="{address}"' in shown) is not section.computed


def test_while_a_new_version_is_written_the_current_one_can_be_read(
    written_project: Project, founder_client: Client
) -> None:
    claim_all(written_project)
    shown = page(founder_client, written_project, "brief")
    assert "A new version is on its way." in shown
    assert "Owners of small shops." in shown
    assert "/edit/target_user/" not in shown
    assert "Read-Version" in shown
    assert ">Regenerate</a>" not in shown


def test_a_page_that_stays_open_hears_which_version_is_there_now(
    written_project: Project, founder_client: Client
) -> None:
    write_claim(claim_all(written_project), runner=RunnerFake())
    address = reverse("artifact_detail", args=[written_project.pk, "brief"])
    response = founder_client.get(address, headers={"Read-Version": "1"})
    assert "You are still reading version 1." in response.content.decode()
    assert "Read version 2</a>" in response.content.decode()
    assert "Read-Version" in response["Vary"]
    for header in ("2", "", "x", "9" * 99):
        assert (
            "You are still reading"
            not in founder_client.get(address, headers={"Read-Version": header}).content.decode()
        )


def test_a_waiting_proposal_is_announced(written_project: Project, founder_client: Client) -> None:
    address = reverse("artifact_proposal", args=[written_project.pk, "brief"])
    assert address not in page(founder_client, written_project, "brief")
    ArtifactFactory.create(project=written_project, with_proposal=True)
    assert address in page(founder_client, written_project, "brief")


def test_a_locked_section_is_a_teaser(db: None) -> None:
    project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
    client = Client()
    client.force_login(project.owner)
    shown = page(client, project, "brief")
    assert "Opens with the Partner plan" in shown
    assert f'href="{reverse("account")}"' in shown
    assert "SECRET" not in shown


class TestItems:
    def test_a_number_is_shown_with_what_it_counts(
        self, written_project: Project, founder_client: Client
    ) -> None:
        assert "<b>3\N{NO-BREAK SPACE}weeks</b>" in page(
            founder_client, written_project, "milestones"
        )

    def test_steps_are_numbered(self, written_project: Project, founder_client: Client) -> None:
        shown = page(founder_client, written_project, "how_it_works")
        assert '<span class="item-number"><span class="unseen">Step </span>1</span>' in shown
        assert "Step number" not in shown

    def test_the_risk_has_its_levels_and_what_it_affects(
        self, written_project: Project, founder_client: Client
    ) -> None:
        shown = page(founder_client, written_project, "risk_log")
        assert 'class="badge badge-severity level-high"' in shown
        assert "We store every tap." in shown
        assert ">F-1 Shelf count</a>" in shown

    def test_a_long_sentence_is_linked_by_its_first_words(
        self, written_project: Project, founder_client: Client
    ) -> None:
        sentence = (
            "People count their stock every week because nobody tells them what sells and what"
            " does not"
        )
        assumption = {"id": "A-1", "text": sentence, "basis": "guess", "confidence": "low"}
        row = written_project.artifacts.get(artifact_type="brief")
        assert row.current_content is not None
        row.current_content |= {
            "assumptions": [assumption],
            "problem_statement": "We hold [[A-1]].",
        }
        row.save()
        shown = page(founder_client, written_project, "brief")
        assert '#A-1">A-1 People count their stock every week because…</a>' in shown


class TestPreviews:
    def test_there_is_one_of_every_target(
        self, written_project: Project, founder_client: Client
    ) -> None:
        shown = page(founder_client, written_project, "how_it_works")
        scope = reverse("artifact_detail", args=[written_project.pk, "mvp_scope"])
        assert shown.count(f'data-for="{scope}#F-1"') == 1
        assert "We count a shelf, within key constraint." in shown

    def test_they_say_nothing_that_is_gated(self, db: None) -> None:
        project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
        row = project.artifacts.get(artifact_type="brief")
        assert row.current_content is not None
        row.current_content["problem_statement"] = "See [[brief.market_analysis]] and [[R-2]]."
        row.save()
        client = Client()
        client.force_login(project.owner)
        shown = page(client, project, "brief")
        assert "SECRET" not in shown
        assert "#R-2" not in shown


def test_every_page_has_few_queries(
    written_project: Project, founder_client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        page(founder_client, written_project, "mvp_scope")


def test_a_hundred_items_need_no_more(
    written_project: Project, founder_client: Client, django_assert_max_num_queries: Any
) -> None:
    row = written_project.artifacts.get(artifact_type="mvp_scope")
    assert row.current_content is not None
    first = row.current_content["core_features"][0]
    row.current_content["core_features"] = [{**first, "id": f"F-{n}"} for n in range(1, 101)]
    row.save()
    with django_assert_max_num_queries(8):
        page(founder_client, written_project, "mvp_scope")


def test_usual_documents_are_small_pages(db: None) -> None:
    founder = make_user(Tier.CTO_SCALE)
    project = ProjectFactory.create(answered=True, owner=founder)
    write_claim(claim_all(project), runner=RunnerFake())
    client = Client()
    client.force_login(founder)
    for artifact_type in GENERATION_ORDER:
        assert len(page(client, project, artifact_type.value).encode()) < 60_000
