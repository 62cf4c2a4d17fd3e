"""What the factories make is as valid as what the product writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from artifacts.accounts.roles import Role
from artifacts.documents.staleness import input_hashes
from artifacts.models import Artifact, GenerationAttempt, Project, ShareLink, User
from artifacts.models.share import LinkState
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.status import is_outdated
from artifacts.tests.support.factories import (
    PASSWORD,
    AnnotationFactory,
    ArtifactFactory,
    GenerationAttemptFactory,
    GuestNoteFactory,
    ProjectFactory,
    ShareLinkFactory,
    UserFactory,
    claim_all,
    write,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

OWN = {
    *("id", "project_id", "artifact_id", "token"),
    *("created_at", "updated_at", "generated_at", "started_at", "finished_at", "duration_seconds"),
}
"""What is another one in each row."""


@pytest.mark.parametrize("tier", Tier)
def test_a_founder_has_a_tier_and_signs_in(tier: Tier) -> None:
    user = UserFactory.create(
        **({} if tier is Tier.BOOTSTRAPPER else {tier.value: True}), password=PASSWORD
    )
    stored = User.objects.get(pk=user.pk)
    assert stored.get_tier() is tier
    assert stored.check_password(PASSWORD)
    assert not stored.is_staff


def test_staff_may_do_what_their_role_says() -> None:
    staff = UserFactory.create(staff=True, role=Role.VIEWER)
    assert staff.is_staff
    assert staff.has_perm("artifacts.view_project")
    assert not staff.has_perm("artifacts.change_artifact")
    assert UserFactory.create(superuser=True).has_perm("artifacts.change_artifact")


def test_a_written_project_rests_on_its_own_inputs() -> None:
    project = ProjectFactory.create(written=True)
    contents = project.contents()
    for row in project.documents():
        earlier = {t: contents[t] for t in row.type.earlier}
        assert (row.version_number, row.content_version, row.previous_content) == (1, 1, None)
        assert row.inputs == input_hashes(project.get_input(), earlier)
        assert row.attempts.get().version_written == 1
        assert not is_outdated(project, row, project.documents())


def test_a_copy_of_written_documents_is_stored_as_they_are() -> None:
    def stored(project: Project) -> list[dict[str, Any]]:
        told = []
        for document in project.artifacts.order_by("pk").values():
            row: dict[str, Any] = dict(document)
            attempt = GenerationAttempt.objects.values().get(artifact=row.pop("id"))
            receipt: dict[str, Any] = dict(attempt)
            assert row["generated_at"] <= receipt["finished_at"]
            assert receipt["created_at"] <= receipt["started_at"] <= receipt["finished_at"]
            told += [row, receipt]
        assert len({receipt["token"] for receipt in told[1::2]}) == 1
        return [{name: one[name] for name in one.keys() - OWN} for one in told]

    ours = {"name": "Copied", "idea": "Written once, copied afterwards."}
    first, second = (ProjectFactory.create(written=True, **ours) for _ in range(2))
    by_hand = ProjectFactory.create(**ours)
    write(claim_all(by_hand))
    assert stored(first) == stored(second) == stored(by_hand)
    assert len(stored(first)) == 2 * len(GENERATION_ORDER)


def test_a_draft_has_not_been_interviewed_and_keeps_its_answers() -> None:
    draft = ProjectFactory.create(draft=True, answers={"price": "9 euros"})
    assert draft.is_draft
    assert draft.get_answers().price == "9 euros"
    assert not any(row.is_written for row in draft.documents())


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
class TestEveryDocument:
    def test_what_it_builds_on_is_written_too(self, artifact_type: ArtifactType) -> None:
        row = ArtifactFactory.create(artifact_type=artifact_type, written=True)
        written = {document.type for document in row.project.documents() if document.is_written}
        assert written == {*artifact_type.earlier, artifact_type}

    def test_an_edit_remembers_what_was_generated(self, artifact_type: ArtifactType) -> None:
        row = ArtifactFactory.create(artifact_type=artifact_type, edited=True)
        [(section, edit)] = row.edited_sections.items()
        assert edit["generated"] != getattr(row.content, section)
        assert row.version_number == 1

    def test_a_proposal_waits_beside_the_current_version(self, artifact_type: ArtifactType) -> None:
        row = ArtifactFactory.create(artifact_type=artifact_type, with_proposal=True)
        assert row.proposal is not None
        assert row.has_user_edits
        assert row.version_number == 1

    def test_a_failed_one_says_why_and_can_be_claimed(self, artifact_type: ArtifactType) -> None:
        row = ArtifactFactory.create(artifact_type=artifact_type, failed=True)
        assert row.has_failed
        assert row.failure is not None
        assert not row.is_written
        assert row.is_claimable(now=timezone.now())

    def test_one_that_is_generating_has_its_lease_and_its_order(
        self, artifact_type: ArtifactType
    ) -> None:
        row = ArtifactFactory.create(artifact_type=artifact_type, generating=True)
        assert not row.is_claimable(now=timezone.now())
        assert GenerationAttempt.objects.open().get().artifact == row

    def test_states_combine_in_the_order_in_which_they_come_about(
        self, artifact_type: ArtifactType
    ) -> None:
        row = ArtifactFactory.create(
            artifact_type=artifact_type, failed=True, stale=True, edited=True, written=True
        )
        assert row.has_failed
        assert row.has_user_edits
        assert row.version_number == 1
        assert is_outdated(row.project, row, row.project.documents())


def test_a_receipt_counts_for_the_owner_of_its_document() -> None:
    receipt = GenerationAttemptFactory.create()
    asked = GenerationAttempt.objects.asked_by(receipt.artifact.project.owner_id)
    assert asked.get() == receipt
    assert receipt.finished_at is not None
    assert GenerationAttemptFactory.create(failed=True).error
    assert GenerationAttemptFactory.create(still_open=True).finished_at is None


@pytest.mark.parametrize(
    ("flags", "state"),
    [
        ({}, LinkState.ACTIVE),
        ({"expired": True}, LinkState.EXPIRED),
        ({"revoked": True}, LinkState.REVOKED),
    ],
)
def test_a_share_link_is_open_unless_it_has_ended(flags: dict[str, Any], state: LinkState) -> None:
    link = ShareLinkFactory.create(**flags)
    assert link.state(now=timezone.now()) is state
    assert ShareLink.objects.open(now=timezone.now()).exists() == (state is LinkState.ACTIVE)


def test_guests_notes_are_many_and_decided_about() -> None:
    link = ShareLinkFactory.create(allows_notes=True)
    GuestNoteFactory.create_batch(8, link=link)
    shown = GuestNoteFactory.create(link=link, state="approved", section="key_constraint")
    assert list(link.guest_notes.approved()) == [shown]
    assert link.guest_notes.held().count() == 8


def test_a_note_stands_on_its_document_and_changes_no_content() -> None:
    row = ArtifactFactory.create(artifact_type=ArtifactType.MVP_SCOPE, written=True)
    before = row.current_content
    note = AnnotationFactory.create(artifact=row, item_id="F-1")
    stored = Artifact.objects.get(pk=row.pk)
    assert [one["id"] for one in stored.annotations] == [note.id]
    assert (note.item_title, note.author_id) == ("Shelf count", row.project.owner_id)
    assert stored.current_content == before


def test_an_unsaved_row_touches_no_database(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        row = ArtifactFactory.build(artifact_type=ArtifactType.RISK_LOG)
    assert (row.type, row.version_number) == (ArtifactType.RISK_LOG, 0)
    assert not Project.objects.exists()
