"""A project's stamp changes with everything that its pages show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from artifacts.generation.claims import begin
from artifacts.generation.leases import LEASE
from artifacts.models import Artifact, GenerationAttempt, GuestNote, Project, User
from artifacts.models.columns import SURVEYED
from artifacts.models.stamps import (
    OF_A_LIST,
    OF_ATTEMPTS,
    OF_FOUNDERS,
    Look,
    PageStamp,
    list_stamp,
    look_stamp,
    project_stamp,
)
from artifacts.schemas import GENERATION_ORDER
from artifacts.tests.support.factories import (
    GuestNoteFactory,
    PlanRequestFactory,
    ShareLinkFactory,
    claim_all,
    make_project,
    make_user,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OF_LEASES = {"lease_expires_at", "resumes_at"}


class TestStamp:
    def stamp(self, project: Project) -> Any:
        return project_stamp(
            project.pk,
            project.owner_id,
            now=timezone.now(),
            since=timezone.now() - timedelta(days=1),
        )

    def test_it_names_every_column(self, written_project: Project) -> None:
        """A new column counts from its first day on. No page is kept while there is a lease."""
        before = self.stamp(written_project)
        assert before == self.stamp(written_project)
        rows: dict[Any, Any] = {
            Project: Project.objects.filter(pk=written_project.pk),
            Artifact: written_project.artifacts.filter(artifact_type="milestones"),
        }
        for model, queryset in rows.items():
            for field in model._meta.concrete_fields:
                if (
                    field.primary_key
                    or field.is_relation
                    or field.name in {*SURVEYED, "deleted_at", "artifact_type", *OF_LEASES}
                ):
                    continue
                kept = queryset.values_list(field.name, flat=True).get()
                queryset.update(**{field.name: _another(field, kept)})
                assert self.stamp(written_project) != before, f"{model.__name__}.{field.name}"
                queryset.update(**{field.name: kept})
                assert self.stamp(written_project) == before

    def test_a_survey_changes_nothing(self, written_project: Project) -> None:
        before = self.stamp(written_project)
        written_project.artifacts.update(
            is_stale=True, worst_finding="minor", surveyed_at=timezone.now()
        )
        assert self.stamp(written_project) == before

    def test_it_tells_attempts_of_this_founder_and_notes_of_this_project(
        self, written_project: Project
    ) -> None:
        before = self.stamp(written_project)
        other = make_project(make_user(), written=True)
        GuestNoteFactory.create(
            link=ShareLinkFactory.create(project=other, allows_notes=True), artifact_type="brief"
        )
        assert self.stamp(written_project) == before
        GenerationAttempt.objects.filter(artifact__project=other).update(
            requested_by=written_project.owner
        )
        assert self.stamp(written_project) != before

    def test_a_guests_note_that_is_shown_counts(self, written_project: Project) -> None:
        note = GuestNoteFactory.create(
            link=ShareLinkFactory.create(project=written_project, allows_notes=True),
            artifact_type="brief",
        )
        before = self.stamp(written_project)
        GuestNote.objects.filter(pk=note.pk).update(state=GuestNote.State.HIDDEN)
        assert self.stamp(written_project) != before

    def test_another_founders_project_has_none(self, written_project: Project) -> None:
        assert (
            project_stamp(
                written_project.pk, make_user().pk, now=timezone.now(), since=timezone.now()
            )
            is None
        )

    def test_what_a_receipt_may_still_change_is_in_it(self) -> None:
        names = {field.name for field in GenerationAttempt._meta.concrete_fields}
        assert names >= OF_ATTEMPTS


class TestWhatIsBeingWritten:
    def stamp(self, project: Project, *, now: datetime = NOON) -> PageStamp:
        found = project_stamp(project.pk, project.owner_id, now=now, since=NOON)
        assert found is not None
        return found

    def test_where_nothing_is_written_nothing_moves(self, written_project: Project) -> None:
        stamp = self.stamp(written_project)
        assert (stamp.is_moving, stamp.late, stamp.writing) == (False, 0, None)

    def test_it_names_the_claim_and_the_document_it_is_at(self, written_project: Project) -> None:
        claim = claim_all(written_project, now=NOON)
        scope = written_project.artifacts.get(artifact_type="mvp_scope")
        begin(claim.token, scope.pk, now=NOON)
        stamp = self.stamp(written_project)
        assert (stamp.is_moving, stamp.late) == (True, 0)
        assert stamp.writing == (claim.token, "mvp_scope")

    def test_a_claim_that_waits_for_a_worker_is_at_no_document(
        self, written_project: Project
    ) -> None:
        claim_all(written_project, now=NOON)
        Artifact.objects.update(begun_at=None)
        stamp = self.stamp(written_project)
        assert (stamp.is_moving, stamp.writing) == (True, None)

    def test_leases_that_have_run_out_are_counted(self, written_project: Project) -> None:
        claim_all(written_project, now=NOON)
        assert self.stamp(written_project, now=NOON + LEASE).late == 0
        late = self.stamp(written_project, now=NOON + LEASE + timedelta(microseconds=1))
        assert late.late == len(GENERATION_ORDER)

    def test_a_lease_that_is_renewed_changes_nothing(self, written_project: Project) -> None:
        claim_all(written_project, now=NOON)
        before = self.stamp(written_project)
        Artifact.objects.update(lease_expires_at=NOON + 2 * LEASE)
        assert self.stamp(written_project) == before


def ask_for_plan(project: Project) -> None:
    PlanRequestFactory.create(founder=project.owner, tier=Tier.CTO_SCALE)


def order_elsewhere(project: Project) -> None:
    other = make_project(make_user(), written=True)
    GenerationAttempt.objects.filter(artifact__project=other).update(requested_by=project.owner)


@pytest.mark.parametrize("change", [ask_for_plan, order_elsewhere])
def test_a_stamp_tells_what_its_founder_asked_for_elsewhere(
    written_project: Project, change: Callable[[Project], None]
) -> None:
    def stamps(since: datetime) -> list[Any]:
        now = timezone.now()
        project, session = written_project, session_of(written_project.owner)
        look = look_stamp(project.pk, session, now=now, since=since)
        return [
            project_stamp(project.pk, project.owner_id, now=now, since=since),
            look and look.stamp,
        ]

    day_ago, later = (timezone.now() + timedelta(days=days) for days in (-1, 1))
    before, before_later = stamps(day_ago), stamps(later)
    change(written_project)
    assert all(one != two for one, two in zip(before, stamps(day_ago), strict=True))
    # What was ordered before the day began no longer counts; a plan that is asked for does.
    is_order = change is order_elsewhere
    assert (before_later == stamps(later)) == is_order


def session_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    key = client.session.session_key
    assert key
    return key


class TestLook:
    @pytest.fixture
    def key(self, founder: User) -> str:
        return session_of(founder)

    def look(self, project: Project, key: str, *, now: datetime | None = None) -> Look | None:
        now = now or timezone.now()
        return look_stamp(project.pk, key, now=now, since=now - timedelta(days=1))

    def test_it_has_the_stamp_the_session_and_the_founder_of_the_project(
        self, written_project: Project, founder: User, key: str
    ) -> None:
        claim = claim_all(written_project)
        found = self.look(written_project, key)
        now = timezone.now()
        assert found is not None
        assert found.stamp == project_stamp(
            written_project.pk, founder.pk, now=now, since=now - timedelta(days=1)
        )
        assert found.stamp.writing == (claim.token, "brief")
        assert found.session == Session.objects.get(pk=key).session_data
        founder.refresh_from_db()
        for name in OF_FOUNDERS:
            assert vars(found.founder)[name] == getattr(founder, name), name

    def test_it_counts_leases_that_have_run_out(self, written_project: Project, key: str) -> None:
        claim_all(written_project)
        Artifact.objects.filter(artifact_type="brief").update(
            lease_expires_at=timezone.now() - timedelta(seconds=1)
        )
        found = self.look(written_project, key)
        assert found is not None
        assert found.stamp.late == 1

    def test_a_session_ends_at_its_moment(self, written_project: Project, key: str) -> None:
        end = Session.objects.get(pk=key).expire_date
        moment = timedelta(microseconds=1)
        assert self.look(written_project, key, now=end - moment)
        assert self.look(written_project, key, now=end) is None

    def test_without_session_or_project_there_is_none(
        self, written_project: Project, key: str
    ) -> None:
        assert self.look(written_project, "another") is None
        assert self.look(Project(), key) is None
        Project.objects.update(deleted_at=timezone.now())
        assert self.look(written_project, key) is None


class TestList:
    def stamp(self, owner: User, *, first: int = 0, count: int = 9) -> PageStamp:
        return list_stamp(owner.pk, first=first, count=count, deleted_since=NOON)

    @pytest.mark.parametrize("column", sorted(OF_A_LIST - {"updated_at", "surveyed_at"}))
    def test_it_tells_what_a_list_shows_of_a_document(
        self, written_project: Project, column: str
    ) -> None:
        before = self.stamp(written_project.owner)
        rows = written_project.artifacts.filter(artifact_type="risk_log")
        kept = rows.values_list(column, flat=True).get()
        rows.update(**{column: _another(Artifact._meta.get_field(column), kept)})
        assert self.stamp(written_project.owner) != before

    def test_it_does_not_tell_what_a_list_does_not_show(self, written_project: Project) -> None:
        before = self.stamp(written_project.owner)
        written_project.artifacts.update(current_content={}, annotations=[{}], inputs={})
        assert self.stamp(written_project.owner) == before

    def test_a_project_that_is_renamed_made_or_deleted_is_told(self, founder: User) -> None:
        seen = [self.stamp(founder)]
        project = make_project(founder)
        other = make_project(founder)
        for changes in ({"name": "Ferry"}, {"deleted_at": NOON + LEASE}, {"name": "Boat"}):
            seen.append(self.stamp(founder))
            Project.objects.filter(pk=project.pk).update(**changes)
        seen.append(self.stamp(founder))
        # One that was deleted too long ago is shown no more, whatever becomes of it.
        Project.objects.filter(pk=project.pk).update(deleted_at=NOON)
        seen.append(self.stamp(founder))
        assert len({stamp.text for stamp in seen}) == len(seen)
        Project.objects.filter(pk=project.pk).update(name="Raft")
        assert self.stamp(founder) == seen[-1]
        assert other.owner == founder

    def test_it_tells_only_the_part_of_the_list_that_is_shown(self, founder: User) -> None:
        old, new = make_project(founder), make_project(founder)
        before = [self.stamp(founder, first=first, count=1) for first in (0, 1)]
        Project.objects.filter(pk=old.pk).update(language="de")
        old.artifacts.update(version_number=1)
        after = [self.stamp(founder, first=first, count=1) for first in (0, 1)]
        assert after[0] == before[0]
        assert after[1] != before[1]
        new.artifacts.update(version_number=1)
        assert self.stamp(founder, count=1) != before[0]
        assert self.stamp(founder, first=1, count=1) == after[1]

    def test_another_founders_projects_are_not_in_it(self, founder: User) -> None:
        before = self.stamp(founder)
        other = make_project(make_user(), written=True)
        Project.objects.filter(pk=other.pk).update(deleted_at=timezone.now())
        assert self.stamp(founder) == before


def _another(field: Any, value: Any) -> Any:
    kind = field.get_internal_type()
    if kind == "DateTimeField":
        return timezone.now() + timedelta(hours=1)
    if kind == "JSONField":
        return {"another": 1}
    if kind == "UUIDField":
        return "3f0c3a3e-7d0f-4e3e-9d1e-0b8c1c1b1a11"
    if kind in {"PositiveIntegerField", "PositiveSmallIntegerField"}:
        return (value or 0) + 7
    if kind == "BooleanField":
        return not value
    if field.name == "generation_status":
        return "failed"
    return "xx"
