"""Changing items by hand, through the pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.services.editing import manual_edits
from artifacts.services.editing.manual_edits import change_item, delete_item, fingerprint
from artifacts.tests.support.edit_forms import HTMX, send, url, value
from artifacts.tests.support.factories import claim_all
from artifacts.tests.support.responses import text
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


def feature(**changes: Any) -> dict[str, Any]:
    return {"name": "Shelf count", "description": "We count.", "priority": "high", **changes}


def first_feature(project: Project) -> dict[str, Any]:
    """Return what names the first feature, and the text it has, to a change of it."""
    return {
        "section": "core_features",
        "item_id": "F-1",
        "base": fingerprint(value(project, "mvp_scope", "core_features")[0]),
    }


def another_renames(project: Project) -> None:
    change_item(
        row_of(project, "mvp_scope"),
        values={"name": "Aisle count"},
        editor=project.owner,
        tier=Tier.PARTNER,
        **first_feature(project),
    )


def another_deletes(project: Project) -> None:
    delete_item(
        row_of(project, "mvp_scope"),
        editor=project.owner,
        tier=Tier.PARTNER,
        **first_feature(project),
    )


@pytest.fixture
def base(written_project: Project) -> str:
    return str(first_feature(written_project)["base"])


class TestItem:
    @pytest.fixture
    def address(self, written_project: Project) -> str:
        return url("item_edit", written_project, "mvp_scope", "core_features", "F-1")

    def test_the_form_has_a_field_for_everything_but_what_is_computed(
        self, written_project: Project, founder_client: Client
    ) -> None:
        form = founder_client.get(
            url("item_edit", written_project, "how_it_works", "user_journey", "J-1")
        ).context["form"]
        assert list(form.fields) == ["base", "title", "description", "uses"]

    def test_links_can_lead_to_items_of_the_declared_kind_but_not_to_itself(
        self, written_project: Project, founder_client: Client
    ) -> None:
        form = founder_client.get(
            url("item_edit", written_project, "milestones", "milestones", "M-2")
        ).context["form"]
        assert [key for key, _ in form.fields["delivers"].choices] == ["F-1", "F-2"]
        assert [key for key, _ in form.fields["depends_on"].choices] == ["M-1"]
        assert form["depends_on"].value() == ["M-1"]

    def test_saving_leads_back_to_the_item(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        response = send(founder_client, address, feature(name="Quick count", base=base))
        assert response["Location"].endswith("#F-1")
        assert value(written_project, "mvp_scope", "core_features")[0].name == "Quick count"

    def test_htmx_gets_the_item(self, address: str, base: str, founder_client: Client) -> None:
        response = send(founder_client, address, feature(name="Quick count", base=base), **HTMX)
        assert response["HX-Reselect"] == "#F-1"
        assert "Quick count" in text(response)

    def test_each_mistake_stands_beside_its_field(
        self, address: str, base: str, founder_client: Client
    ) -> None:
        response = send(founder_client, address, feature(name="x" * 201, priority="", base=base))
        assert response.status_code == 422
        assert list(response.context["form"].errors) == ["priority"]
        response = send(founder_client, address, feature(name="x" * 201, base=base))
        assert list(response.context["form"].errors) == ["name"]
        assert "x" * 201 in text(response)

    def test_a_number_out_of_range_is_handed_back(
        self, written_project: Project, founder_client: Client
    ) -> None:
        address = url("item_edit", written_project, "milestones", "milestones", "M-1")
        base = fingerprint(value(written_project, "milestones", "milestones")[0])
        fields = {"title": "Count", "description": "We build.", "base": base}
        for weeks in ("53", "many", ""):
            response = send(founder_client, address, {**fields, "estimated_weeks": weeks})
            assert response.status_code == 422
            assert list(response.context["form"].errors) == ["estimated_weeks"]

    def test_a_change_by_another_is_shown_field_by_field(
        self,
        address: str,
        base: str,
        written_project: Project,
        founder_client: Client,
    ) -> None:
        another_renames(written_project)
        response = send(founder_client, address, feature(name="Quick count", base=base))
        assert response.status_code == 409
        assert "<mark>Aisle" in text(response)
        assert 'value="Quick count"' in text(response)
        again = feature(name="Quick count", base=response.context["form"]["base"].value())
        assert send(founder_client, address, again).status_code == 302
        assert value(written_project, "mvp_scope", "core_features")[0].name == "Quick count"

    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
    def test_what_was_typed_into_a_deleted_item_can_become_a_new_one(
        self,
        headers: dict[str, str],
        address: str,
        base: str,
        written_project: Project,
        founder_client: Client,
    ) -> None:
        another_deletes(written_project)
        response = send(founder_client, address, feature(name="Quick count", base=base), **headers)
        assert response.status_code == 409
        assert 'value="Quick count"' in text(response)
        assert "Add it as a new feature" in text(response)
        send(
            founder_client,
            response.context["edit"].submit_url,
            feature(name="Quick count", base=base),
            **headers,
        )
        names = [
            (item.id, item.name) for item in value(written_project, "mvp_scope", "core_features")
        ]
        assert names == [("F-2", "Reorder list"), ("F-3", "Quick count")]

    def test_while_a_new_version_is_written_the_text_is_kept(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        claim_all(written_project)
        response = send(founder_client, address, feature(name="Quick count", base=base))
        assert response.status_code == 409
        assert 'value="Quick count"' in text(response)

    def test_adding_puts_it_at_the_end(
        self, written_project: Project, founder_client: Client
    ) -> None:
        address = url("item_add", written_project, "mvp_scope", "core_features")
        assert "Another feature" in text(founder_client.get(address))
        response = send(founder_client, address, feature(name="Third"))
        assert response["Location"].endswith("#F-3")
        assert [item.name for item in value(written_project, "mvp_scope", "core_features")][
            2
        ] == "Third"

    def test_htmx_gets_the_new_item_and_the_link_to_add_another(
        self, written_project: Project, founder_client: Client
    ) -> None:
        address = url("item_add", written_project, "mvp_scope", "core_features")
        target = {"HX-Target": "core_features-add"}
        response = send(founder_client, address, feature(name="Third"), **HTMX, **target)
        assert response["HX-Reselect"] == "#F-3, #core_features-add"

    def test_an_item_cannot_be_added_to_a_text(
        self, written_project: Project, founder_client: Client
    ) -> None:
        assert (
            founder_client.get(url("item_add", written_project, "brief", "target_user")).status_code
            == 404
        )

    def test_an_item_that_never_was_is_404(
        self, written_project: Project, founder_client: Client
    ) -> None:
        address = url("item_edit", written_project, "mvp_scope", "core_features", "F-77")
        assert founder_client.get(address).status_code == 404


class TestOrder:
    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
    def test_an_item_moves_up(
        self, headers: dict[str, str], written_project: Project, founder_client: Client
    ) -> None:
        address = url("item_move", written_project, "mvp_scope", "core_features", "F-2")
        response = send(founder_client, address, {"by": "-1"}, **headers)
        assert response.status_code == (200 if headers else 302)
        assert [item.id for item in value(written_project, "mvp_scope", "core_features")] == [
            "F-2",
            "F-1",
        ]

    def test_the_list_has_the_verbs_of_every_item(
        self, written_project: Project, founder_client: Client
    ) -> None:
        shown = text(
            founder_client.get(url("section_edit", written_project, "mvp_scope", "core_features"))
        )
        for name in ("item_edit", "item_move", "item_delete"):
            assert url(name, written_project, "mvp_scope", "core_features", "F-2") in shown

    def test_moving_waits_for_a_new_version(
        self, written_project: Project, founder_client: Client
    ) -> None:
        claim_all(written_project)
        address = url("item_move", written_project, "mvp_scope", "core_features", "F-2")
        response = founder_client.post(address, {"by": "-1"}, follow=True)
        assert "We are writing a new version" in text(response)
        assert [item.id for item in value(written_project, "mvp_scope", "core_features")] == [
            "F-1",
            "F-2",
        ]

    def test_a_get_leads_to_the_document(
        self, written_project: Project, founder_client: Client
    ) -> None:
        address = url("item_move", written_project, "mvp_scope", "core_features", "F-2")
        page = reverse("artifact_detail", args=[written_project.pk, "mvp_scope"])
        assert founder_client.get(address)["Location"] == page


class TestDelete:
    @pytest.fixture
    def address(self, written_project: Project) -> str:
        return url("item_delete", written_project, "mvp_scope", "core_features", "F-1")

    def ids(self, project: Project) -> list[str]:
        return [item.id for item in value(project, "mvp_scope", "core_features")]

    def test_it_asks_first(
        self, address: str, written_project: Project, founder_client: Client
    ) -> None:
        assert "A count survives a lost connection" in text(founder_client.get(address))
        assert self.ids(written_project) == ["F-1", "F-2"]

    def test_it_deletes(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        assert send(founder_client, address, {"base": base})["Location"].endswith("#core_features")
        assert self.ids(written_project) == ["F-2"]

    def test_an_item_that_was_changed_meanwhile_is_asked_about_again(
        self,
        address: str,
        base: str,
        written_project: Project,
        founder_client: Client,
    ) -> None:
        another_renames(written_project)
        response = send(founder_client, address, {"base": base})
        assert response.status_code == 409
        assert "Aisle count" in text(response)
        assert self.ids(written_project) == ["F-1", "F-2"]
        assert send(founder_client, address, {"base": response.context["base"]}).status_code == 302

    def test_deleting_what_is_gone_says_so(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        send(founder_client, address, {"base": base})
        response = founder_client.post(address, {"base": base}, follow=True)
        assert "no longer in this document" in text(response)

    def test_the_last_one_stays_where_one_is_needed(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        send(founder_client, address, {"base": base})
        last = fingerprint(value(written_project, "mvp_scope", "core_features")[0])
        second = url("item_delete", written_project, "mvp_scope", "core_features", "F-2")
        response = send(founder_client, second, {"base": last})
        assert response.status_code == 409
        assert "At least 1 entry must stay here." in text(response)

    def test_deleting_waits_for_a_new_version(
        self, address: str, base: str, written_project: Project, founder_client: Client
    ) -> None:
        claim_all(written_project)
        assert send(founder_client, address, {"base": base}).status_code == 409
        assert self.ids(written_project) == ["F-1", "F-2"]


class TestLockedLinks:
    """A risk that everybody may read, and that names one which only the highest tier may."""

    @pytest.fixture
    def address(self, written_project: Project) -> str:
        change(written_project, affects=["F-1", "R-3"])
        return url("item_edit", written_project, "risk_log", "technical_risks", "R-1")

    def test_a_conflict_tells_nothing_of_the_locked_one(
        self, address: str, written_project: Project, founder_client: Client
    ) -> None:
        form = founder_client.get(address).context["form"]
        sent = {
            name: form.initial[name]
            for name in ("title", "description", "severity", "likelihood", "mitigation")
        }
        change(written_project, title="Lost taps")
        response = send(
            founder_client, address, {**sent, "affects": ["F-1"], "base": form.initial["base"]}
        )
        assert response.status_code == 409
        assert [label for label, _pieces in response.context["differences"]] == ["Title"]
        assert "R-3" not in text(response)

    def test_no_page_names_the_locked_one_among_the_links(
        self, address: str, written_project: Project, founder_client: Client
    ) -> None:
        project_page = reverse("project_detail", args=[written_project.pk])
        pages = [
            project_page,
            reverse("artifact_detail", args=[written_project.pk, "risk_log"]),
            address,
        ]
        download = reverse("project_download", args=[written_project.pk])
        for page in [*pages, *(f"{download}?format={name}" for name in ("md", "json", "csv"))]:
            shown = text(founder_client.get(page))
            assert "F-1" in shown or page == project_page
            assert "R-3" not in shown, page

    def test_a_founder_who_may_read_it_sees_it(
        self, address: str, written_project: Project
    ) -> None:
        User.objects.update(tier=Tier.CTO_SCALE.value)
        client = Client()
        client.force_login(written_project.owner)
        for page in (
            reverse("artifact_detail", args=[written_project.pk, "risk_log"]),
            f"{reverse('project_download', args=[written_project.pk])}?format=json",
        ):
            assert "R-3" in text(client.get(page))


def change(project: Project, **values: Any) -> None:
    """Change the first risk, as somebody of the highest tier."""
    row = row_of(project, "risk_log")
    [risk] = value(project, "risk_log", "technical_risks")
    change_item(
        row,
        section="technical_risks",
        item_id="R-1",
        values=values,
        base=fingerprint(risk),
        editor=project.owner,
        tier=Tier.CTO_SCALE,
    )


def test_deleting_a_step_does_not_make_the_open_edit_of_another_a_conflict(
    written_project: Project, founder_client: Client
) -> None:
    """The other step has a new number, which is computed; its words are those that the form was
    made from.
    """
    row = row_of(written_project, "how_it_works")
    step = {"title": "Reorder", "description": "The owner reorders.", "uses": []}
    as_founder: dict[str, Any] = {
        "section": "user_journey",
        "editor": written_project.owner,
        "tier": Tier.CTO_SCALE,
    }
    manual_edits.add_item(row, values=step, **as_founder)
    first, second = value(written_project, "how_it_works", "user_journey")
    address = url("item_edit", written_project, "how_it_works", "user_journey", second.id)
    base = fingerprint(second)
    assert base in text(founder_client.get(address))
    delete_item(
        row_of(written_project, "how_it_works"),
        item_id=first.id,
        base=fingerprint(first),
        **as_founder,
    )
    response = send(founder_client, address, {**step, "title": "Order again", "base": base})
    assert response.status_code == 302
    (left,) = value(written_project, "how_it_works", "user_journey")
    assert (left.id, left.title, left.step_number) == (second.id, "Order again", 1)
