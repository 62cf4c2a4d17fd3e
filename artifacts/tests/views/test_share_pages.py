"""The founder's pages of share links: see, make, change, end, and decide on guests' notes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.models import Project, ShareLink, User
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.links import change_link, link_token, open_link, revoke_link
from artifacts.tests.support.factories import GuestNoteFactory, ShareLinkFactory
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.visitors import FIREFOX, navigation
from artifacts.tiers import Tier

FORM = {"documents": ["brief", "milestones"], "tier": "partner", "days": "30"}


def make(project: Project, **changes: Any) -> ShareLink:
    return ShareLinkFactory.create(
        project=project, **{"documents": [ArtifactType.BRIEF], **changes}
    )


def at(name: str, project: Project, *names: Any) -> str:
    return reverse(name, args=[project.pk, *names])


def test_a_link_is_made_and_its_address_can_be_copied_again_and_again(
    written_project: Project, founder_client: Client
) -> None:
    response = founder_client.post(at("share_new", written_project), {**FORM, "label": "Maria"})
    link = ShareLink.objects.get()
    assert response["Location"] == f"{at('project_share', written_project)}?made={link.pk}"
    assert link.chosen() == (ArtifactType.BRIEF, ArtifactType.MILESTONES)
    assert (link.get_tier(), link.label, link.password, link.allows_notes) == (
        Tier.PARTNER,
        "Maria",
        "",
        False,
    )
    for _ in range(2):
        page = founder_client.get(at("project_share", written_project)).content.decode()
        assert f'value="http://testserver/s/{link_token(link)}/"' in page
        assert "Maria" in page
        assert "not seen yet" in page


def test_the_project_and_each_document_lead_there(
    written_project: Project, founder_client: Client
) -> None:
    page = founder_client.get(at("project_detail", written_project)).content.decode()
    assert at("project_share", written_project) in page
    page = founder_client.get(at("artifact_detail", written_project, "brief")).content.decode()
    assert f"{at('share_new', written_project)}?only=brief" in page
    page = founder_client.get(f"{at('share_new', written_project)}?only=brief").content.decode()
    assert page.count(' name="documents" value=') == ALL_DOCUMENTS
    assert [
        t
        for t in ArtifactType
        if re.search(f'name="documents" value="{t.value}"[^>]* checked', page)
    ] == ["brief"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"documents": []},
        {"documents": ["weather"]},
        {"tier": "cto_scale"},
        {"tier": ""},
        {"days": "3650"},
        {"password": "short"},
        {"label": "x" * 81},
    ],
)
def test_a_form_that_is_refused_comes_back(
    written_project: Project, founder_client: Client, wrong: dict[str, Any]
) -> None:
    response = founder_client.post(
        at("share_new", written_project), {**FORM, "label": "Maria", **wrong}
    )
    assert response.status_code == 422
    assert "What you typed is still here." in response.content.decode()
    assert not ShareLink.objects.exists()


def test_a_change_keeps_the_address_the_time_and_the_password(
    written_project: Project, founder_client: Client
) -> None:
    link = make(written_project, password="open sesame")
    token = link_token(link)
    before = ShareLink.objects.get()
    form = {**FORM, "days": "", "allows_notes": "on"}
    assert (
        founder_client.post(at("share_change", written_project, link.pk), form).status_code == 302
    )
    after = ShareLink.objects.get()
    assert (link_token(after), after.expires_at, after.password) == (
        token,
        before.expires_at,
        before.password,
    )
    assert (after.documents, after.allows_notes) == (["brief", "milestones"], True)


def test_a_password_can_be_taken_away(written_project: Project, founder_client: Client) -> None:
    link = make(written_project, password="open sesame")
    form = {**FORM, "days": "", "remove_password": "on"}
    founder_client.post(at("share_change", written_project, link.pk), form)
    assert ShareLink.objects.get().password == ""


def test_a_link_ends_after_a_question(written_project: Project, founder_client: Client) -> None:
    link = make(written_project)
    url = at("share_revoke", written_project, link.pk)
    assert "End this link?" in founder_client.get(url).content.decode()
    assert open_link(str(link_token(link)), now=timezone.now()).link == link
    assert founder_client.post(url)["Location"] == at("project_share", written_project)
    page = founder_client.get(at("project_share", written_project)).content.decode()
    assert str(link_token(link)) not in page
    assert "1 link that has ended" in page
    for name in ("share_revoke", "share_change"):
        assert founder_client.get(at(name, written_project, link.pk)).status_code == 404


def test_a_change_of_a_link_that_was_ended_meanwhile_is_told(
    written_project: Project, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = make(written_project)

    def end_first(row: ShareLink, **values: Any) -> None:
        revoke_link(row, now=timezone.now())
        change_link(row, **values)

    monkeypatch.setattr("artifacts.views.sharing.change_link", end_first)
    response = founder_client.post(
        at("share_change", written_project, link.pk), {**FORM, "days": "7"}
    )
    assert response.status_code == 422
    assert "leads nowhere" in response.content.decode()


def test_a_link_of_another_project_is_not_found(
    written_project: Project, founder_client: Client
) -> None:
    foreign = ShareLinkFactory.create(allows_notes=True)
    note = GuestNoteFactory.create(link=foreign)
    for name, key in (
        ("share_change", foreign.pk),
        ("share_revoke", foreign.pk),
        ("share_note_moderate", note.pk),
    ):
        assert founder_client.post(at(name, written_project, key), FORM).status_code == 404
    foreign.refresh_from_db()
    note.refresh_from_db()
    assert (foreign.revoked_at, note.state) == (None, "held")


def test_guests_notes_are_shown_and_hidden_from_the_share_page(
    written_project: Project, founder_client: Client
) -> None:
    note = GuestNoteFactory.create(link__project=written_project, text="<b>Why?</b>")
    page = founder_client.get(at("project_share", written_project)).content.decode()
    assert "&lt;b&gt;Why?&lt;/b&gt;" in page
    assert "waits for you" in page
    for answer, state in (("yes", "approved"), ("no", "hidden")):
        founder_client.post(at("share_note_moderate", written_project, note.pk), {"shown": answer})
        note.refresh_from_db()
        assert note.state == state


def test_a_founder_who_reads_less_now_is_not_shown_notes_on_what_is_locked(
    founder: User, written_project: Project
) -> None:
    GuestNoteFactory.create(
        link__project=written_project, text="SECRET-BUSINESS", tier=Tier.PARTNER
    )
    founder.tier = Tier.BOOTSTRAPPER.value
    founder.save()
    client = Client()
    client.force_login(founder)
    assert (
        "SECRET-BUSINESS" not in client.get(at("project_share", written_project)).content.decode()
    )


def test_a_document_says_that_guests_have_written_about_it(
    written_project: Project, founder_client: Client
) -> None:
    link = make(written_project, allows_notes=True)
    for state, tier in (
        ("held", "bootstrapper"),
        ("approved", "partner"),
        ("hidden", "partner"),
        ("held", "cto_scale"),
    ):
        GuestNoteFactory.create(link=link, state=state, tier=tier)
    assert (
        "2 notes of guests"
        in founder_client.get(at("artifact_detail", written_project, "brief")).content.decode()
    )
    assert (
        "of a guest"
        not in founder_client.get(
            at("artifact_detail", written_project, "risk_log")
        ).content.decode()
    )


def test_the_project_says_how_many_notes_of_guests_wait(
    written_project: Project, founder_client: Client
) -> None:
    def page() -> str:
        return founder_client.get(at("project_detail", written_project)).content.decode()

    link = make(written_project, allows_notes=True)
    for state, tier in (("approved", "bootstrapper"), ("hidden", "partner"), ("held", "cto_scale")):
        GuestNoteFactory.create(link=link, state=state, tier=tier)
    assert "of a guest" not in page()
    GuestNoteFactory.create(link=link)
    assert "A note of a guest waits for you." in page()
    GuestNoteFactory.create(link__project=written_project, tier=Tier.PARTNER)
    assert "2 notes of guests wait for you." in page()


def test_a_copy_of_a_project_is_not_shared(
    written_project: Project, founder_client: Client
) -> None:
    make(written_project)
    founder_client.post(at("project_duplicate", written_project))
    assert Project.objects.count() == 2
    assert ShareLink.objects.get().project == written_project


def test_views_that_wait_are_on_the_page(written_project: Project, founder_client: Client) -> None:
    link = make(written_project)
    for number in range(3):
        agent = FIREFOX.replace("140", f"14{number}")
        Client().get(reverse("shared", args=[link_token(link)]), headers=navigation(agent))
    assert (
        "seen 3 times" in founder_client.get(at("project_share", written_project)).content.decode()
    )


def test_an_address_that_cannot_be_told_any_more_is_said_so(
    written_project: Project, founder_client: Client, settings: Any
) -> None:
    make(written_project)
    ShareLink.objects.update(token_hash="0" * 64)
    page = founder_client.get(at("project_share", written_project)).content.decode()
    assert "we can no longer show its address" in page


@pytest.mark.parametrize("name", ["share_change", "share_revoke"])
def test_a_stranger_cannot_touch_a_link(
    written_project: Project, stranger_client: Client, name: str
) -> None:
    link = make(written_project)
    for method in (stranger_client.get, stranger_client.post):
        assert method(at(name, written_project, link.pk), FORM).status_code == 404
    link.refresh_from_db()
    assert (link.revoked_at, link.tier) == (None, "bootstrapper")


def test_a_stranger_cannot_decide_on_a_note(
    written_project: Project, stranger_client: Client
) -> None:
    note = GuestNoteFactory.create(link__project=written_project)
    response = stranger_client.post(
        at("share_note_moderate", written_project, note.pk), {"shown": "yes"}
    )
    assert response.status_code == 404
    note.refresh_from_db()
    assert note.state == "held"
