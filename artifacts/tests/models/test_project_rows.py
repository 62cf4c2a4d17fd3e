"""What the row of a project says of its founder's words, its documents and its guests."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from artifacts.facts.schema import Facts
from artifacts.models import Artifact, GuestNote, Project
from artifacts.models.project import our_today
from artifacts.models.stored import Ticks
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import (
    GuestNoteFactory,
    ShareLinkFactory,
    make_project,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

LATE = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)


class TestHeldNotes:
    def counts(self, tier: Tier) -> dict[uuid.UUID, int]:
        projects = Project.objects.with_held_notes(tier)
        return {project.pk: vars(project)["held_notes"] for project in projects}

    def test_a_project_without_notes_has_none(self, project: Project) -> None:
        assert self.counts(Tier.CTO_SCALE) == {project.pk: 0}

    def test_notes_that_wait_are_counted_over_all_links(self) -> None:
        first = ShareLinkFactory.create(allows_notes=True)
        second = ShareLinkFactory.create(project=first.project, allows_notes=True)
        other = ShareLinkFactory.create(allows_notes=True)
        for link in (first, first, second, other):
            GuestNoteFactory.create(link=link)
        GuestNoteFactory.create(link=first, state=GuestNote.State.APPROVED)
        GuestNoteFactory.create(link=first, state=GuestNote.State.HIDDEN)
        assert self.counts(Tier.CTO_SCALE) == {first.project_id: 3, other.project_id: 1}

    def test_a_note_of_who_read_more_than_the_founder_may_is_not_counted(self) -> None:
        """I-8: its words may repeat what the founder's plan does not open."""
        link = ShareLinkFactory.create(allows_notes=True)
        for tier in Tier:
            GuestNoteFactory.create(link=link, tier=tier)
        counted = [self.counts(tier)[link.project_id] for tier in Tier]
        assert counted == [1, 2, 3]


class TestDays:
    """Our days, whatever time zone a reader has."""

    @pytest.fixture(autouse=True)
    def _late_at_night(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(timezone, "now", lambda: LATE)

    @pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "UTC"])
    def test_today_and_the_day_of_the_answers_are_ours(self, project: Project, zone: str) -> None:
        ours = timezone.localdate(LATE, timezone.get_default_timezone())
        project.answered_at = LATE
        with timezone.override(zone):
            told = project.get_input()
            assert our_today() == told.today == told.answered == ours

    def test_answers_that_were_never_dated_have_no_day(self, project: Project) -> None:
        project.answered_at = None
        assert project.get_input().answered is None


class TestFacts:
    def test_a_project_from_before_there_was_a_sheet_is_read_as_its_words_say(self) -> None:
        project = make_project(price="29 euros a month per shop", team="Two of us")
        sheet = project.stored_facts()
        project.facts = {}
        assert project.stored_facts() == project.reading() == sheet != Facts()

    def test_a_sheet_that_is_stored_counts_and_not_what_the_words_say(self) -> None:
        project = make_project(price="29 euros a month per shop")
        project.facts = Facts().model_dump(mode="json")
        assert project.stored_facts() == Facts()
        assert project.reading() != Facts()

    def test_reading_again_fills_what_nobody_confirmed(self) -> None:
        project = make_project(price="29 euros a month per shop")
        read = project.stored_facts()
        for stored in ({}, Facts().model_dump(mode="json")):
            project.facts = stored
            project.reread_facts()
            assert Facts.model_validate(project.facts) == read


class TestDocuments:
    def test_they_are_in_order_whatever_their_keys(self, project: Project) -> None:
        Artifact.objects.filter(project=project, artifact_type="brief").delete()
        Artifact.objects.create(project=project, artifact_type="brief")
        assert [row.type for row in project.documents()] == list(GENERATION_ORDER)

    def test_one_of_a_type_that_was_added_later_is_a_row_without_a_key(
        self, project: Project
    ) -> None:
        Artifact.objects.filter(project=project, artifact_type="risk_log").delete()
        missing = [row for row in project.documents() if row._state.adding]
        assert [(row.type, row.project) for row in missing] == [(ArtifactType.RISK_LOG, project)]

    def test_only_what_is_written_has_a_content(self, written_project: Project) -> None:
        assert list(written_project.contents()) == list(GENERATION_ORDER)
        Artifact.objects.filter(artifact_type="milestones").update(current_content=None)
        fresh = Project.objects.get(pk=written_project.pk)
        assert ArtifactType.MILESTONES not in fresh.contents()
        assert make_project().contents() == {}

    def test_items_that_were_dropped_are_told_by_document(self, project: Project) -> None:
        dropped = {"F-2": {"title": "Invoices", "version": 3}}
        project.artifacts.filter(artifact_type="mvp_scope").update(superseded_items=dropped)
        told = project.superseded()
        assert told == {t: {} for t in GENERATION_ORDER} | {ArtifactType.MVP_SCOPE: dropped}

    def test_each_has_its_page(self, project: Project) -> None:
        path = project.page_of(ArtifactType.RISK_LOG)
        assert str(project.pk) in path
        assert path == project.address.page_of(ArtifactType.RISK_LOG)
        assert (project.address.pk, project.address.name) == (project.pk, "Shelfwise")


def test_what_the_founder_ticked_and_left_open_is_read(project: Project) -> None:
    project.ticks = {"people": {"ada": "2026-03-01"}}
    project.unknown_answers = ["price", "team"]
    assert project.ticked == Ticks({"ada": date(2026, 3, 1)}, {})
    assert project.left_open == ("price", "team")


def test_a_draft_is_one_whose_interview_is_not_over(project: Project) -> None:
    assert not project.is_draft
    assert Project().is_draft


def test_deleted_projects_are_apart_from_active_ones(project: Project) -> None:
    gone = make_project(project.owner)
    Project.objects.filter(pk=gone.pk).update(deleted_at=LATE)
    assert list(Project.objects.active()) == [project]
    assert list(Project.objects.deleted()) == [gone]
    assert set(Project.objects.owned_by(project.owner)) == {project, gone}
    assert not Project.objects.owned_by(make_project().owner).filter(pk=project.pk).exists()
