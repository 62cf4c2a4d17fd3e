"""Editing by hand, through the pages: every refusal hands the text back, and nobody's change is
lost.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.generation.claims import cancel_generation
from artifacts.models import Artifact, Project, User
from artifacts.services.editing import restoring
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.tests.support.edit_forms import HTMX, send, url, value
from artifacts.tests.support.factories import claim_all, make_project, make_user
from artifacts.tests.support.responses import text
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

HOSTILE = '</textarea><script>alert("x")</script> [[<b>]] \u202e {{ 7 }}'


def another_writes(project: Project, words: str = "Owners of kiosks.") -> None:
    row = row_of(project)
    base = fingerprint(value(project, "brief", "target_user"))
    edit_section(
        row,
        section="target_user",
        value=words,
        base=base,
        editor=project.owner,
        tier=Tier.CTO_SCALE,
    )


class TestSection:
    @pytest.fixture
    def address(self, written_project: Project) -> str:
        return url("section_edit", written_project, "brief", "target_user")

    @pytest.fixture
    def base(self, written_project: Project) -> str:
        return fingerprint(value(written_project, "brief", "target_user"))

    def test_the_form_shows_the_text_and_what_the_section_is_for(
        self, address: str, founder_client: Client
    ) -> None:
        shown = text(founder_client.get(address))
        assert "Owners of small shops." in shown
        assert "The one group of people we build for first" in shown
        assert "<html" in shown

    def test_htmx_gets_the_form_alone(self, address: str, founder_client: Client) -> None:
        shown = text(founder_client.get(address, headers=HTMX))
        assert "Owners of small shops." in shown
        assert "<html" not in shown

    def test_saving_leads_back_to_the_section(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        response = send(founder_client, address, {"target_user": "Owners of kiosks.", "base": base})
        assert response["Location"].endswith("/brief/#target_user")
        assert value(written_project, "brief", "target_user") == "Owners of kiosks."

    def test_htmx_gets_the_section_as_it_is_now(
        self, address: str, base: str, founder_client: Client
    ) -> None:
        response = send(
            founder_client, address, {"target_user": "Owners of kiosks.", "base": base}, **HTMX
        )
        assert response.status_code == 200
        assert response["HX-Reselect"] == "#target_user"
        assert "Owners of kiosks." in text(response)
        assert "Edited by you" in text(response)

    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
    def test_an_empty_text_is_refused_with_a_reason(
        self,
        headers: dict[str, str],
        address: str,
        base: str,
        written_project: Project,
        founder_client: Client,
    ) -> None:
        response = send(founder_client, address, {"target_user": " ", "base": base}, **headers)
        assert response.status_code == 422
        assert "Please write something here." in text(response)
        assert value(written_project, "brief", "target_user") == "Owners of small shops."

    def test_a_text_that_is_too_long_is_handed_back_with_its_length(
        self, address: str, base: str, founder_client: Client
    ) -> None:
        response = send(founder_client, address, {"target_user": "x" * 10_001, "base": base})
        assert response.status_code == 422
        assert "x" * 10_001 in text(response)
        assert "10001" in text(response)

    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
    def test_a_change_by_another_is_shown_beside_what_was_typed(
        self,
        headers: dict[str, str],
        address: str,
        base: str,
        written_project: Project,
        founder_client: Client,
    ) -> None:
        another_writes(written_project)
        response = send(
            founder_client,
            address,
            {"target_user": "Owners of market stalls.", "base": base},
            **headers,
        )
        assert response.status_code == 409
        assert "Owners of market stalls.</textarea>" in text(response)
        assert "<mark>kiosks" in text(response)
        assert "Save mine anyway" in text(response)
        assert value(written_project, "brief", "target_user") == "Owners of kiosks."

    def test_after_that_mine_can_be_saved_anyway(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        another_writes(written_project)
        refused = send(founder_client, address, {"target_user": "Mine.", "base": base})
        fresh = refused.context["form"]["base"].value()
        assert (
            send(founder_client, address, {"target_user": "Mine.", "base": fresh}).status_code
            == 302
        )
        assert value(written_project, "brief", "target_user") == "Mine."

    def test_a_second_change_meanwhile_is_a_conflict_again(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        another_writes(written_project)
        refused = send(founder_client, address, {"target_user": "Mine.", "base": base})
        another_writes(written_project, "Owners of bakeries.")
        fresh = refused.context["form"]["base"].value()
        assert (
            send(founder_client, address, {"target_user": "Mine.", "base": fresh}).status_code
            == 409
        )

    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
    def test_while_a_new_version_is_written_the_text_is_kept_in_the_form(
        self,
        headers: dict[str, str],
        address: str,
        base: str,
        written_project: Project,
        founder_client: Client,
    ) -> None:
        claim_all(written_project)
        response = send(founder_client, address, {"target_user": "Mine.", "base": base}, **headers)
        assert response.status_code == 409
        assert "Mine.</textarea>" in text(response)
        assert "Try to save again" in text(response)
        cancel_generation(written_project)
        assert (
            send(founder_client, address, {"target_user": "Mine.", "base": base}).status_code == 302
        )

    def test_hostile_text_is_text(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        another_writes(written_project, HOSTILE)
        shown = text(send(founder_client, address, {"target_user": HOSTILE + "!", "base": base}))
        shown += text(founder_client.get(address))
        shown += text(
            founder_client.get(reverse("artifact_detail", args=[written_project.pk, "brief"]))
        )
        assert "<script>alert" not in shown
        assert "&lt;script&gt;" in shown

    def test_lines_are_typed_one_on_each_line(
        self, written_project: Project, founder_client: Client
    ) -> None:
        address = url("section_edit", written_project, "brief", "differentiation_points")
        base = fingerprint(value(written_project, "brief", "differentiation_points"))
        send(
            founder_client,
            address,
            {"differentiation_points": " Works offline \r\n\r\nKnows shelves", "base": base},
        )
        assert value(written_project, "brief", "differentiation_points") == [
            "Works offline",
            "Knows shelves",
        ]

    def test_a_gated_section_may_be_emptied(
        self, written_project: Project, founder_client: Client
    ) -> None:
        address = url("section_edit", written_project, "brief", "market_analysis")
        base = fingerprint(value(written_project, "brief", "market_analysis"))
        assert (
            send(founder_client, address, {"market_analysis": "", "base": base}).status_code == 302
        )
        assert value(written_project, "brief", "market_analysis") is None

    def test_what_was_typed_before_signing_in_again_is_in_the_form(
        self,
        address: str,
        base: str,
        written_project: Project,
        founder: User,
        founder_client: Client,
    ) -> None:
        founder_client.get(address)
        founder_client.cookies.pop("sessionid")
        send(founder_client, address, {"target_user": "Typed too late.", "base": base})
        founder_client.force_login(founder)
        shown = text(founder_client.get(address))
        assert "Typed too late.</textarea>" in shown
        assert "This is not saved yet." in shown
        assert value(written_project, "brief", "target_user") == "Owners of small shops."

    @pytest.mark.parametrize("name", ["section_edit", "section_revert"])
    @pytest.mark.parametrize(
        "section", ["total_duration_weeks", "critical_path", "nonsense", "schema_version"]
    )
    def test_what_nobody_writes_has_no_form(
        self, section: str, name: str, written_project: Project, founder_client: Client
    ) -> None:
        assert (
            founder_client.get(url(name, written_project, "milestones", section)).status_code == 404
        )

    def test_a_document_that_is_not_written_has_no_form(
        self, project: Project, founder_client: Client
    ) -> None:
        assert (
            founder_client.get(url("section_edit", project, "brief", "target_user")).status_code
            == 404
        )


class TestRevert:
    @pytest.fixture
    def address(self, written_project: Project) -> str:
        return url("section_revert", written_project, "brief", "target_user")

    def test_it_shows_both_texts(
        self, address: str, written_project: Project, founder_client: Client
    ) -> None:
        another_writes(written_project)
        shown = text(founder_client.get(address))
        assert "Owners of kiosks." in shown
        assert "Owners of small shops." in shown

    def test_a_text_edited_since_the_page_was_asked_for_is_shown(
        self,
        address: str,
        written_project: Project,
        founder_client: Client,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Another window edits between looking for the section and taking its edit back."""
        revert = restoring.revert_section

        def edited_first(*args: Any, **changes: Any) -> Artifact:
            another_writes(written_project)
            return revert(*args, **changes)

        monkeypatch.setattr(restoring, "revert_section", edited_first)
        response = founder_client.post(address, {"base": fingerprint("Owners of stalls.")})
        assert response.status_code == 409
        assert "Owners of kiosks." in text(response)
        assert response.context["base"] == fingerprint("Owners of kiosks.")

    def test_it_puts_the_generated_text_back(
        self, address: str, written_project: Project, founder_client: Client
    ) -> None:
        another_writes(written_project)
        base = founder_client.get(address).context["base"]
        founder_client.post(address, {"base": base})
        assert value(written_project, "brief", "target_user") == "Owners of small shops."
        assert row_of(written_project).edited_sections == {}

    def test_a_text_that_nobody_was_shown_is_not_taken_back(
        self, address: str, written_project: Project, founder_client: Client
    ) -> None:
        another_writes(written_project)
        base = founder_client.get(address).context["base"]
        another_writes(written_project, "Owners of bakeries.")
        response = founder_client.post(address, {"base": base})
        assert response.status_code == 409
        assert value(written_project, "brief", "target_user") == "Owners of bakeries."
        assert founder_client.post(address, {"base": response.context["base"]}).status_code == 302

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_without_an_edit_there_is_nothing_to_take_back(
        self, method: str, address: str, founder_client: Client
    ) -> None:
        response = getattr(founder_client, method)(address, follow=True)
        assert "There is nothing to go back to." in text(response)

    def test_it_waits_for_a_new_version(
        self, address: str, written_project: Project, founder_client: Client
    ) -> None:
        another_writes(written_project)
        claim_all(written_project, edits="keep")
        founder_client.post(address)
        assert value(written_project, "brief", "target_user") == "Owners of kiosks."


class TestTiers:
    @pytest.fixture
    def modest(self, db: None) -> Project:
        return make_project(make_user(Tier.BOOTSTRAPPER), written=True)

    @pytest.fixture
    def client(self, modest: Project) -> Client:
        client = Client()
        client.force_login(modest.owner)
        return client

    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize(
        ("name", "place"),
        [
            ("section_edit", ("brief", "market_analysis")),
            ("section_revert", ("brief", "market_analysis")),
            ("section_edit", ("risk_log", "financial_risks")),
            ("item_add", ("risk_log", "financial_risks")),
            ("item_edit", ("risk_log", "financial_risks", "R-2")),
            ("item_move", ("risk_log", "financial_risks", "R-2")),
            ("item_delete", ("risk_log", "financial_risks", "R-2")),
        ],
    )
    def test_a_gated_section_has_no_forms(
        self, name: str, place: tuple[str, ...], method: str, modest: Project, client: Client
    ) -> None:
        before = row_of(modest, place[0]).current_content
        response = getattr(client, method)(url(name, modest, *place))
        # The address of a mere act leads to the document, which says nothing of what is gated.
        assert response.status_code == (302 if (name, method) == ("item_move", "get") else 404)
        assert row_of(modest, place[0]).current_content == before

    def test_choices_of_links_name_nothing_that_is_gated(
        self, modest: Project, client: Client
    ) -> None:
        form = client.get(url("item_edit", modest, "risk_log", "technical_risks", "R-1")).context[
            "form"
        ]
        keys = [key for key, _ in form.fields["affects"].choices]
        assert "F-1" in keys
        assert "R-2" not in keys

    def test_a_link_to_what_is_gated_survives_an_edit(
        self, modest: Project, client: Client
    ) -> None:
        row = row_of(modest, "risk_log")
        assert row.current_content is not None
        row.current_content["technical_risks"][0]["affects"] = ["F-1", "R-2"]
        row.save()
        item = value(modest, "risk_log", "technical_risks")[0]
        fields = {
            name: getattr(item, name)
            for name in ("title", "description", "severity", "likelihood", "mitigation")
        }
        address = url("item_edit", modest, "risk_log", "technical_risks", "R-1")
        assert "R-2" not in text(client.get(address))
        response = send(client, address, {**fields, "affects": ["F-2"], "base": fingerprint(item)})
        assert response.status_code == 302
        assert value(modest, "risk_log", "technical_risks")[0].affects == ["F-2", "R-2"]


@pytest.mark.parametrize("place", [("core_features",), ("core_features", "F-1"), ("out_of_scope",)])
def test_every_form_has_few_queries(
    place: tuple[str, ...],
    written_project: Project,
    founder_client: Client,
    django_assert_max_num_queries: Any,
) -> None:
    row = row_of(written_project, "mvp_scope")
    assert row.current_content is not None
    first = row.current_content["core_features"][0]
    row.current_content["core_features"] = [{**first, "id": f"F-{n}"} for n in range(1, 101)]
    row.save()
    name = "item_edit" if len(place) > 1 else "section_edit"
    with django_assert_max_num_queries(8):
        assert (
            founder_client.get(url(name, written_project, "mvp_scope", *place)).status_code == 200
        )
