"""A writing service that says when to come back is waited for, by nobody in particular."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.generation import leases
from artifacts.generation.attempts import MAX_POSTPONEMENTS
from artifacts.generation.claims import Claim, Outcome, Requester, cancel_generation
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.runners.base import PermanentRunnerError, RetryableRunnerError, RunnerError, Usage
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import ArtifactType
from artifacts.services.documents.status import DocumentState, project_status
from artifacts.tests.support.factories import StubRunner, claim_all
from artifacts.tests.support.plain import ALL_DOCUMENTS

pytestmark = pytest.mark.django_db

SCOPE = ArtifactType.MVP_SCOPE


def busy(
    seconds: float | None = 300, error: type[RunnerError] = RetryableRunnerError
) -> StubRunner:
    """A writer that is told to come back when it comes to the MVP scope."""

    def refuse(artifact_type: ArtifactType) -> None:
        if artifact_type is SCOPE:
            raise error("429", retry_after_seconds=seconds, usage=Usage(tokens_in=7))

    return StubRunner(before=refuse)


def rows(project: Project) -> dict[str, Artifact]:
    return {row.artifact_type: row for row in project.artifacts.all()}


def resume(project: Project, deliver: Any, seconds: float = 1) -> list[Claim]:
    end = max(row.lease_expires_at for row in rows(project).values() if row.lease_expires_at)
    return resume_abandoned(deliver=deliver, now=end + timedelta(seconds=seconds))


def test_the_cascade_waits_without_a_worker_and_goes_on_by_itself(
    project: Project, founder: User
) -> None:
    began = timezone.now()
    steps = write_claim(
        claim_all(project, trigger=Requester(GenerationAttempt.Trigger.FOUNDER, founder)),
        runner=busy(300),
    )
    assert [step.outcome for step in steps] == [Outcome.STORED, Outcome.POSTPONED]
    waiting = rows(project)
    assert waiting.pop("brief").generation_status == "idle"
    for row in waiting.values():
        assert row.is_generating
        assert row.begun_at is None
        assert row.resumes_at == row.lease_expires_at
        assert timedelta(seconds=299) < row.resumes_at - began < timedelta(seconds=330)  # type: ignore[operator]
    assert resume_abandoned(deliver=lambda _: None, now=began + timedelta(seconds=290)) == []

    resume(project, lambda cascade: write_claim(cascade, runner=StubRunner()))
    assert set(
        project.artifacts.values_list("version_number", "generation_status", "resumes_at")
    ) == {(1, "idle", None)}
    attempts = waiting["mvp_scope"].attempts.order_by("pk")
    assert list(
        attempts.values_list("outcome", "tokens_in", "postponements", "interruptions", "trigger")
    ) == [
        (Outcome.POSTPONED, 7, 0, 0, "founder"),
        (Outcome.STORED, 10, 1, 0, "founder"),
    ]


def test_after_some_times_it_fails_readably(project: Project) -> None:
    runner = RunnerFake("rate_limited")
    write_claim(claim_all(project), runner=runner)
    for _ in range(MAX_POSTPONEMENTS):
        assert rows(project)["brief"].resumes_at
        resume(project, lambda cascade: write_claim(cascade, runner=runner))
    brief = rows(project)["brief"]
    assert brief.has_failed
    assert brief.failure is not None
    assert "too much to do" in brief.failure["message"]
    outcomes = brief.attempts.order_by("pk").values_list("outcome", flat=True)
    assert list(outcomes) == [*[Outcome.POSTPONED] * MAX_POSTPONEMENTS, Outcome.FAILED]
    assert not project.artifacts.generating().exists()


@pytest.mark.parametrize("seconds", [None, -1.0, float("nan"), 901.0, float("inf")])
def test_what_cannot_be_waited_for_fails_at_once(project: Project, seconds: float | None) -> None:
    write_claim(claim_all(project), runner=busy(seconds))
    assert rows(project)["mvp_scope"].has_failed


def test_what_would_fail_again_is_not_waited_for(project: Project) -> None:
    write_claim(claim_all(project), runner=busy(5, PermanentRunnerError))
    assert rows(project)["mvp_scope"].has_failed


def test_a_heartbeat_that_comes_late_moves_nothing(project: Project) -> None:
    """The beat had looked which tokens are held just before the cascade let go."""
    cascade = claim_all(project)
    write_claim(cascade, runner=busy(5))
    before = rows(project)["mvp_scope"].lease_expires_at
    assert leases.renew([cascade.token]) == 0
    assert rows(project)["mvp_scope"].lease_expires_at == before


def test_a_message_that_comes_twice_does_not_begin_early(project: Project) -> None:
    cascade = claim_all(project)
    write_claim(cascade, runner=busy(300))
    again = StubRunner()
    assert write_claim(cascade, runner=again) == []
    assert again.calls == []


def test_a_cancelled_wait_is_over(project: Project) -> None:
    write_claim(claim_all(project), runner=busy())
    assert cancel_generation(project) == ALL_DOCUMENTS - 1
    assert set(project.artifacts.values_list("generation_status", "resumes_at")) == {("idle", None)}
    assert not GenerationAttempt.objects.open().exists()


def test_a_writer_that_lost_the_lease_postpones_nothing(project: Project) -> None:
    fast = StubRunner()

    def be_overtaken(artifact_type: ArtifactType) -> None:
        project.artifacts.update(lease_expires_at="2020-01-01T00:00Z")
        write_claim(claim_all(project), runner=fast)
        raise RetryableRunnerError("429", retry_after_seconds=30)

    assert write_claim(claim_all(project), runner=StubRunner(before=be_overtaken)) == []
    assert set(project.artifacts.values_list("version_number", "resumes_at")) == {(1, None)}
    assert not GenerationAttempt.objects.filter(outcome=Outcome.POSTPONED).exists()


def test_a_worker_that_dies_afterwards_counts_as_before(project: Project) -> None:
    """Waiting is no interruption, and an interruption does not forget how often it was
    postponed.
    """

    class WorkerDied(BaseException):
        pass

    def die(cascade: Claim) -> None:
        def at_once(_: ArtifactType) -> None:
            raise WorkerDied

        with pytest.raises(WorkerDied):
            write_claim(cascade, runner=StubRunner(before=at_once))

    write_claim(claim_all(project), runner=busy())
    resume(project, die)
    resume(project, lambda _: None)
    attempt = GenerationAttempt.objects.open().get(artifact__artifact_type="mvp_scope")
    assert (attempt.interruptions, attempt.postponements, attempt.trigger) == (1, 1, "recovery")


def test_the_page_says_until_when_and_calls_nothing_interrupted(
    project: Project, founder_client: Client
) -> None:
    write_claim(claim_all(project), runner=busy(600))
    until = rows(project)["mvp_scope"].resumes_at
    assert until
    html = founder_client.get(reverse("project_detail", args=[project.pk])).content.decode()
    assert f"We continue automatically at {until:%H:%M} UTC" in html
    assert "nterrupted" not in html

    def states(now: datetime) -> list[DocumentState]:
        fresh = Project.objects.get(pk=project.pk)
        return [document.state for document in project_status(fresh, now=now).documents]

    assert states(timezone.now()) == [
        DocumentState.READY,
        DocumentState.POSTPONED,
        *[DocumentState.QUEUED] * (ALL_DOCUMENTS - 2),
    ]
    assert states(until + timedelta(seconds=5)) == [
        DocumentState.READY,
        *[DocumentState.QUEUED] * (ALL_DOCUMENTS - 1),
    ]


def test_the_command_does_not_wait_and_says_who_goes_on(project: Project) -> None:
    with pytest.raises(
        CommandError,
        match=rf"Wrote 0 of {ALL_DOCUMENTS} documents. Product Brief: .* A worker goes on",
    ) as caught:
        call_command("regenerate", str(project.pk), "--runner", "fake:rate_limited")
    assert caught.value.returncode == 1
    assert project.artifacts.generating().count() == ALL_DOCUMENTS
