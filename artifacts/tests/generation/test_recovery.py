from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from artifacts.generation import recovery
from artifacts.generation.claims import Claim, Edits, Outcome
from artifacts.generation.leases import LEASE
from artifacts.generation.recovery import MAX_INTERRUPTIONS, resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import StubRunner, claim_all, make_project
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.usage.quota import day_use

pytestmark = pytest.mark.django_db


class WorkerDied(BaseException):
    """What kill -9 looks like from inside: nothing after it runs."""


def run_and_die_at(cascade: Claim, artifact_type: ArtifactType) -> None:
    def die(current: ArtifactType) -> None:
        if current is artifact_type:
            raise WorkerDied

    with pytest.raises(WorkerDied):
        write_claim(cascade, runner=StubRunner(before=die))


def lease_end(project: Project) -> datetime:
    ends = [end for end in project.artifacts.values_list("lease_expires_at", flat=True) if end]
    return max(ends)


def resume(project: Project, deliver: Any) -> list[Claim]:
    return resume_abandoned(deliver=deliver, now=lease_end(project) + timedelta(seconds=1))


def finish(cascade: Claim) -> None:
    write_claim(cascade, runner=StubRunner())


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_an_abandoned_cascade_is_finished_from_where_it_stopped(
    project: Project, artifact_type: ArtifactType
) -> None:
    run_and_die_at(claim_all(project), artifact_type)
    assert len(resume(project, finish)) == 1
    assert set(project.artifacts.values_list("version_number", "generation_status")) == {
        (1, "idle")
    }


def test_two_takeovers_with_no_worker_in_between_are_one_death(project: Project) -> None:
    """The queue lost the message of the first: nobody has started again, so none has died."""
    run_and_die_at(claim_all(project), ArtifactType.BRIEF)
    for _ in range(MAX_INTERRUPTIONS + 1):
        assert len(resume(project, lambda _: None)) == 1
    brief = project.artifacts.get(artifact_type="brief")
    assert brief.attempts.open().get().interruptions == 1
    resume(project, finish)
    assert set(project.artifacts.values_list("version_number", flat=True)) == {1}


def test_nothing_is_resumed_before_its_lease_ends(project: Project) -> None:
    claim_all(project)
    assert resume_abandoned(deliver=finish, now=timezone.now()) == []


def test_a_document_in_flight_is_not_passed_over_because_its_lease_ends_last(
    project: Project,
) -> None:
    """Storing the brief renewed the lease of the next document only, and then the worker died."""
    run_and_die_at(claim_all(project), ArtifactType.MVP_SCOPE)
    end = lease_end(project)
    project.artifacts.generating().exclude(artifact_type="mvp_scope").update(
        lease_expires_at=end - timedelta(seconds=5)
    )
    assert resume_abandoned(deliver=finish, now=end - timedelta(seconds=1)) == []

    resume(project, finish)
    abandoned = GenerationAttempt.objects.filter(outcome=Outcome.ABANDONED)
    assert [attempt.artifact.artifact_type for attempt in abandoned] == ["mvp_scope"]


def test_two_sweeps_at_once_ring_once(project: Project) -> None:
    claim_all(project)
    later = lease_end(project) + timedelta(seconds=1)
    rung: list[Claim] = []

    def deliver_and_sweep_again(cascade: Claim) -> None:
        rung.append(cascade)
        assert resume_abandoned(deliver=rung.append, now=later) == []

    resume_abandoned(deliver=deliver_and_sweep_again, now=later)
    assert len(rung) == 1


def test_the_old_worker_stores_nothing_when_it_comes_back(project: Project) -> None:
    cascade = claim_all(project)

    def sleep_too_long(artifact_type: ArtifactType) -> None:
        resume(project, finish)

    assert write_claim(cascade, runner=StubRunner(before=sleep_too_long)) == []
    assert set(project.artifacts.values_list("version_number", flat=True)) == {1}


def test_an_order_that_still_waits_in_the_queue_is_no_interruption(project: Project) -> None:
    claim_all(project, started=False)
    for _ in range(MAX_INTERRUPTIONS + 2):
        resume(project, lambda cascade: None)
    assert project.artifacts.generating().count() == ALL_DOCUMENTS
    assert set(GenerationAttempt.objects.values_list("outcome", "interruptions")) == {
        (Outcome.OPEN, 0)
    }


def test_the_recovery_keeps_who_asked_why_and_how(project: Project, founder: Any) -> None:
    from artifacts.generation.claims import Requester

    staff = Requester(GenerationAttempt.Trigger.STAFF, founder, "They asked us to")
    run_and_die_at(claim_all(project, trigger=staff, edits=Edits.KEEP), ArtifactType.BRIEF)
    resume(project, lambda cascade: None)
    attempt = GenerationAttempt.objects.open().get(artifact__artifact_type="brief")
    assert (attempt.requested_by, attempt.reason, attempt.edits) == (
        founder,
        "They asked us to",
        Edits.KEEP,
    )
    assert attempt.trigger == GenerationAttempt.Trigger.RECOVERY


def test_what_staff_ordered_counts_for_nobody_after_it_was_taken_up_either(
    project: Project, founder: Any
) -> None:
    from artifacts.generation.claims import Requester

    staff = Requester(GenerationAttempt.Trigger.STAFF, founder, "They asked us to")
    run_and_die_at(claim_all(project, trigger=staff), ArtifactType.BRIEF)
    resume(project, lambda cascade: None)
    assert day_use(founder, now=timezone.now()).used == 0
    assert {attempt.founder_id for attempt in GenerationAttempt.objects.open()} == {None}


def test_what_keeps_killing_its_worker_is_given_up(project: Project) -> None:
    run_and_die_at(claim_all(project), ArtifactType.MILESTONES)
    for _ in range(MAX_INTERRUPTIONS - 1):
        resume(project, lambda cascade: run_and_die_at(cascade, ArtifactType.MILESTONES))
    resume(project, finish)

    milestones = project.artifacts.get(artifact_type="milestones")
    assert milestones.generation_status == Artifact.GenerationStatus.FAILED
    assert milestones.failure is not None
    assert "interrupted" in milestones.failure["message"]
    others = project.artifacts.exclude(artifact_type="milestones")
    assert set(others.values_list("version_number", "generation_status")) == {(1, "idle")}


def test_a_worker_that_dies_over_an_order_from_the_queue_counts(project: Project) -> None:
    cascade = claim_all(project, started=False)
    run_and_die_at(cascade, ArtifactType.BRIEF)
    resume(project, lambda _: None)
    newest = GenerationAttempt.objects.filter(
        artifact__project=project, artifact__artifact_type="brief"
    ).first()
    assert newest is not None
    assert newest.interruptions == 1


def test_giving_up_the_brief_frees_all_that_builds_on_it(project: Project) -> None:
    run_and_die_at(claim_all(project), ArtifactType.BRIEF)
    for _ in range(MAX_INTERRUPTIONS - 1):
        resume(project, lambda cascade: run_and_die_at(cascade, ArtifactType.BRIEF))
    assert resume(project, finish) == []
    assert (
        project.artifacts.filter(blocked_by="brief", generation_status="idle").count()
        == ALL_DOCUMENTS - 1
    )
    assert not GenerationAttempt.objects.open().exists()


def test_a_worker_that_starts_late_renews_the_lease_first(project: Project) -> None:
    cascade = claim_all(project, started=False)
    almost_over = timezone.now() + timedelta(seconds=2)
    project.artifacts.update(lease_expires_at=almost_over)
    seen: list[datetime | None] = []

    def look(artifact_type: ArtifactType) -> None:
        seen.extend(project.artifacts.generating().values_list("lease_expires_at", flat=True))

    write_claim(cascade, runner=StubRunner(before=look))
    assert all(end > timezone.now() + LEASE / 2 for end in seen if end)


def test_an_order_that_was_deleted_does_not_leave_its_document_in_generating(
    project: Project,
) -> None:
    claim_all(project)
    GenerationAttempt.objects.all().delete()
    assert resume(project, finish) == []
    assert project.artifacts.get(artifact_type="brief").has_failed
    assert not project.artifacts.generating().exists()


def test_one_cascade_that_cannot_be_taken_up_does_not_stop_the_others(
    project: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    other = make_project()
    claim_all(other)
    claim_all(project)
    take_over = recovery._take_over

    def fail_for_one(cascade: Claim, now: datetime) -> Claim | None:
        if cascade.project_id == other.pk:
            raise RuntimeError("odd row")
        return take_over(cascade, now)

    monkeypatch.setattr(recovery, "_take_over", fail_for_one)
    assert [cascade.project_id for cascade in resume(project, finish)] == [project.pk]
    assert "odd row" in caplog.text


def test_nothing_is_written_of_a_project_whose_deletion_was_interrupted(project: Project) -> None:
    """The project was marked as deleted, and the process died before it stopped what was being
    written.
    """
    claim_all(project)
    Project.objects.filter(pk=project.pk).update(deleted_at=timezone.now())
    assert resume(project, finish) == []
    assert set(project.artifacts.values_list("version_number", "generation_status")) == {
        (0, "idle")
    }
    assert set(GenerationAttempt.objects.values_list("outcome", flat=True)) == {Outcome.CANCELLED}
