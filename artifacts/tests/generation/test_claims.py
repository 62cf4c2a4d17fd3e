from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, transaction

from artifacts.exceptions import (
    GenerationInProgress,
    NothingToGenerate,
    ProjectDeleted,
    UnresolvedEdits,
    UpstreamMissing,
)
from artifacts.generation import claims
from artifacts.generation.claims import Edits, Outcome, cancel, unfinished_types
from artifacts.generation.leases import LEASE, QUEUED
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import ArtifactFactory, claim_all
from artifacts.tests.support.plain import ALL_DOCUMENTS

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_a_claim_locks_every_wanted_artifact_until_its_lease_ends(project: Project) -> None:
    cascade = claim_all(project, now=NOON)
    rows = project.artifacts.all()
    assert len(rows) == ALL_DOCUMENTS
    assert all(row.is_generating and row.generation_token == cascade.token for row in rows)
    assert {row.lease_expires_at for row in rows} == {NOON + LEASE}


def test_what_waits_in_the_queue_is_left_alone_for_longer(project: Project) -> None:
    """Nobody writes it yet: ringing for it again costs a transaction and saves nobody."""
    claim_all(project, started=False, now=NOON)
    assert set(project.artifacts.values_list("lease_expires_at", flat=True)) == {NOON + QUEUED}
    assert QUEUED > LEASE


def test_a_claim_orders_one_attempt_per_artifact(project: Project, founder: Any) -> None:
    claim_all(project, [ArtifactType.MVP_SCOPE, ArtifactType.BRIEF], edits=Edits.KEEP, now=NOON)
    attempts = GenerationAttempt.objects.open().order_by("pk")
    assert [attempt.artifact.type for attempt in attempts] == [
        ArtifactType.BRIEF,
        ArtifactType.MVP_SCOPE,
    ]
    assert {(attempt.edits, attempt.runner, attempt.trigger) for attempt in attempts} == {
        ("keep", "fake", "command")
    }


def test_a_second_claim_gets_nothing_at_all(project: Project) -> None:
    claim_all(
        project, [ArtifactType.MILESTONES, ArtifactType.BRIEF, ArtifactType.MVP_SCOPE], now=NOON
    )
    with pytest.raises(GenerationInProgress, match="Milestones") as caught:
        claim_all(project, now=NOON)
    assert caught.value.types == (
        ArtifactType.BRIEF,
        ArtifactType.MVP_SCOPE,
        ArtifactType.MILESTONES,
    )
    assert project.artifacts.generating().count() == 3


def test_claims_of_different_documents_do_not_meet(written_project: Project) -> None:
    claim_all(written_project, [ArtifactType.BRIEF])
    claim_all(written_project, [ArtifactType.RISK_LOG])
    assert written_project.artifacts.generating().count() == 2


def test_a_claim_whose_lease_ran_out_is_taken_over(project: Project) -> None:
    old = claim_all(project, now=NOON)
    new = claim_all(project, now=NOON + LEASE + timedelta(seconds=1))
    assert set(project.artifacts.values_list("generation_token", flat=True)) == {new.token}
    assert set(GenerationAttempt.objects.of(old.token).values_list("outcome", flat=True)) == {
        Outcome.ABANDONED
    }


def test_a_claim_is_not_taken_over_a_moment_too_early(project: Project) -> None:
    claim_all(project, now=NOON)
    with pytest.raises(GenerationInProgress):
        claim_all(project, now=NOON + LEASE)


def test_a_claim_between_look_and_lock_is_noticed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other writer acts after our look at the rows: SQLite would have let it in before our
    transaction.
    """
    from artifacts.generation import claims

    def look_then_lose(rows: Any, *args: Any, **kwargs: Any) -> None:
        other = {
            "generation_token": uuid.uuid4(),
            "generation_started_at": NOON,
            "lease_expires_at": NOON + LEASE,
        }
        Artifact.objects.filter(pk=rows[ArtifactType.RISK_LOG].pk).update(
            generation_status="generating", **other
        )

    monkeypatch.setattr(claims, "check_claim", look_then_lose)
    with pytest.raises(GenerationInProgress):
        claim_all(project, now=NOON)
    assert project.artifacts.generating().count() == 0, (
        "the whole transaction is undone, the other writer's part too"
    )


def test_what_builds_on_a_document_that_was_never_written_is_refused(project: Project) -> None:
    with pytest.raises(UpstreamMissing, match="Product Brief and MVP Scope"):
        claim_all(project, [ArtifactType.MILESTONES])


def test_documents_that_can_do_without_it_do_not_wait_for_a_missing_one(
    written_project: Project,
) -> None:
    written_project.artifacts.filter(artifact_type="milestones").update(
        version_number=0, current_content=None
    )
    claim_all(written_project, [ArtifactType.RISK_LOG])
    assert written_project.artifacts.generating().get().type is ArtifactType.RISK_LOG


def test_edits_are_refused_unless_the_caller_decides(written_project: Project) -> None:
    brief = written_project.artifacts.get(artifact_type="brief")
    brief.edited_sections = {
        "target_user": {"generated": "x", "by": "me", "at": "2026-01-01T00:00:00Z"}
    }
    brief.save(update_fields=["edited_sections"])
    with pytest.raises(UnresolvedEdits, match="Product Brief: Target user") as caught:
        claim_all(written_project)
    assert caught.value.sections == {ArtifactType.BRIEF: ("target_user",)}
    assert written_project.artifacts.generating().count() == 0
    claim_all(written_project, edits=Edits.KEEP)
    assert written_project.artifacts.generating().count() == len(GENERATION_ORDER)


def test_a_type_that_was_added_after_the_project_gets_its_row(project: Project) -> None:
    project.artifacts.filter(artifact_type="how_it_works").delete()
    claim_all(project)
    assert project.artifacts.generating().count() == ALL_DOCUMENTS


def test_cancel_gives_the_locks_back_and_closes_the_attempts(project: Project) -> None:
    assert cancel(claim_all(project)) == ALL_DOCUMENTS
    assert project.artifacts.generating().count() == 0
    assert set(GenerationAttempt.objects.values_list("outcome", flat=True)) == {Outcome.CANCELLED}


def test_a_retry_of_what_is_all_written_says_so(written_project: Project) -> None:
    with pytest.raises(NothingToGenerate):
        unfinished_types(written_project.documents())


def test_a_new_project_has_everything_to_write(project: Project) -> None:
    assert unfinished_types(project.documents()) == GENERATION_ORDER


@pytest.mark.parametrize(
    "broken",
    [
        {"generation_status": "generating"},
        {"generation_status": "generating", "generation_token": uuid.uuid4()},
        {"generation_status": "banana"},
        {"version_number": -1},
    ],
)
def test_the_database_refuses_rows_that_cannot_be(project: Project, broken: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        project.artifacts.update(**broken)


def test_the_database_refuses_a_second_row_of_a_type(project: Project) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ArtifactFactory.build(project=project, artifact_type=ArtifactType.BRIEF).save()


def test_a_project_that_was_deleted_meanwhile_is_named(project: Project) -> None:
    Project.objects.filter(pk=project.pk).delete()
    with pytest.raises(ProjectDeleted):
        claim_all(project)


class _Deadlock(Exception):
    sqlstate = "40P01"


def _given_up(error: Exception, times: int) -> Callable[..., Any]:
    """Return `lock_artifacts` as it is when the database gives it up so often for somebody else."""
    lock, left = claims.lock_artifacts, [times]

    def lock_or_fail(project: Project) -> Any:
        if left[0]:
            left[0] -= 1
            raise OperationalError("given up") from error
        return lock(project)

    return lock_or_fail


def test_a_claim_that_met_a_deadlock_is_tried_once_more(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "lock_artifacts", _given_up(_Deadlock(), 1))
    assert project.artifacts.held_by(claim_all(project).token).count() == ALL_DOCUMENTS
    assert GenerationAttempt.objects.count() == ALL_DOCUMENTS


@pytest.mark.parametrize(("error", "times"), [(_Deadlock(), 2), (ConnectionError(), 1)])
def test_it_is_not_tried_for_ever_and_not_after_other_errors(
    error: Exception, times: int, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "lock_artifacts", _given_up(error, times))
    with pytest.raises(OperationalError):
        claim_all(project)
    assert not project.artifacts.generating().exists()
