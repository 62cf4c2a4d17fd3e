"""A document that is out of date still fits once somebody says so, until something else changes."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.exceptions import DocumentLocked, StaleUpdate
from artifacts.models import Artifact, Project, User
from artifacts.services.documents.fitting import confirm_fits, withdraw_fits
from artifacts.services.documents.status import DocumentState, DocumentStatus, project_status
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.factories import ArtifactFactory, claim_all, make_staff
from artifacts.usage.staff_index import stale_counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def stale(founder: User) -> Artifact:
    row: Artifact = ArtifactFactory.create(
        project__owner=founder, artifact_type="brief", stale=True
    )
    return row


def status_of(artifact: Artifact) -> DocumentStatus:
    project = Project.objects.get(pk=artifact.project_id)
    status = project_status(project, now=timezone.now())
    return status.documents[artifact.type.number - 1]


def confirm(artifact: Artifact, founder: User) -> None:
    confirm_fits(artifact, base=status_of(artifact).base, editor=founder)


def test_it_is_no_longer_out_of_date_and_says_who_said_so(stale: Artifact, founder: User) -> None:
    before = status_of(stale)
    assert before.state is DocumentState.STALE
    confirm(stale, founder)
    after = status_of(stale)
    assert after.state is DocumentState.READY
    assert after.fits == before.causes
    assert after.fitting is not None
    assert (after.fitting.by, after.fitting.by_support) == (founder.username, False)
    assert stale_counts([Project.objects.get(pk=stale.project_id)]) == {stale.project_id: 0}


def test_the_text_and_its_version_stay(stale: Artifact, founder: User) -> None:
    stale.refresh_from_db()
    confirm(stale, founder)
    row = Artifact.objects.get(pk=stale.pk)
    assert (row.current_content, row.version_number) == (
        stale.current_content,
        stale.version_number,
    )
    assert row.inputs == stale.inputs


def test_another_change_makes_it_out_of_date_again(stale: Artifact, founder: User) -> None:
    confirm(stale, founder)
    answer_question(stale.project, key="price", text="Yet another price: 9 euros a month")
    assert status_of(stale).state is DocumentState.STALE


def test_only_the_other_change_is_named_then(stale: Artifact, founder: User) -> None:
    said = status_of(stale).causes
    confirm(stale, founder)
    answer_question(stale.project, key="problem", text="Nobody knows what is in the cellar.")
    after = status_of(stale)
    assert after.state is DocumentState.STALE
    assert after.fits == said
    assert not set(after.causes) & set(said)


def test_a_new_version_needs_no_word(stale: Artifact, founder: User) -> None:
    confirm(stale, founder)
    Artifact.objects.filter(pk=stale.pk).update(content_version=stale.content_version + 1)
    assert status_of(stale).fitting is None


def test_changes_that_nobody_saw_are_not_covered(stale: Artifact, founder: User) -> None:
    base = status_of(stale).base
    answer_question(stale.project, key="price", text="Yet another price: 9 euros a month")
    with pytest.raises(StaleUpdate):
        confirm_fits(stale, base=base, editor=founder)
    assert status_of(stale).state is DocumentState.STALE


def test_saying_it_twice_is_saying_it_once(stale: Artifact, founder: User) -> None:
    base = status_of(stale).base
    confirm_fits(stale, base=base, editor=founder)
    said = status_of(stale).fitting
    confirm_fits(stale, base=base, editor=founder)
    assert status_of(stale).fitting == said


def test_the_word_can_be_taken_back(stale: Artifact, founder: User) -> None:
    confirm(stale, founder)
    withdraw_fits(stale, editor=founder)
    assert status_of(stale).state is DocumentState.STALE


def test_nothing_is_said_of_a_document_that_is_being_written(
    stale: Artifact, founder: User
) -> None:
    base = status_of(stale).base
    claim_all(stale.project)
    with pytest.raises(DocumentLocked):
        confirm_fits(stale, base=base, editor=founder)


class TestPages:
    def page(self, artifact: Artifact) -> str:
        return reverse("artifact_detail", args=[artifact.project_id, "brief"])

    def post(self, client: Client, artifact: Artifact, **data: str) -> Any:
        address = reverse("artifact_fits", args=[artifact.project_id, "brief"])
        return client.post(address, data, follow=True)

    def test_a_founder_says_it_on_the_page_and_takes_it_back(
        self, stale: Artifact, founder_client: Client
    ) -> None:
        shown = founder_client.get(self.page(stale)).content.decode()
        assert "It still fits" in shown
        answer = self.post(founder_client, stale, base=status_of(stale).base).content.decode()
        assert "This document is out of date." not in answer
        assert "You said" in answer
        answer = self.post(founder_client, stale, fits="no").content.decode()
        assert "This document is out of date." in answer

    def test_a_page_that_has_grown_old_says_so(
        self, stale: Artifact, founder_client: Client
    ) -> None:
        answer = self.post(founder_client, stale, base="old").content.decode()
        assert "This has changed since you opened the page." in answer
        assert "This document is out of date." in answer

    def test_staff_say_it_with_a_reason(self, stale: Artifact, client: Client) -> None:
        staff = make_staff(permissions=["view_artifact", "change_artifact"])
        client.force_login(staff)
        address = reverse("admin:artifacts_artifact_fits", args=[stale.pk])
        form = client.get(address).context["form"]
        data = {"base": form["base"].value(), "reason": "The founder wrote to us."}
        client.post(address, {**data, "reason": ""})
        assert status_of(stale).state is DocumentState.STALE
        client.post(address, data)
        word = status_of(stale).fitting
        assert word is not None
        assert (word.by, word.by_support) == (staff.username, True)
        shown = client.get(reverse("admin:artifacts_artifact_change", args=[stale.pk]))
        assert b"It still fits," in shown.content
