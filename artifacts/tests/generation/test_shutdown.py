from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from artifacts import tasks
from artifacts.generation import shutdown
from artifacts.generation.claims import Claim, Outcome
from artifacts.generation.leases import Heartbeat
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.runners.base import PermanentRunnerError, Usage
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import StubRunner, claim_all, write
from artifacts.tests.support.plain import ALL_DOCUMENTS

pytestmark = pytest.mark.django_db

BRIEF, SCOPE = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE


@pytest.fixture(autouse=True)
def _goes_on_afterwards() -> Iterator[None]:
    yield
    shutdown._stopping.clear()


def stop_at(artifact_type: ArtifactType, *, giving_up: bool) -> StubRunner:
    """A runner over whose call the worker is told to stop, and runs out of time where it is
    `giving_up`.
    """

    def stop(current: ArtifactType) -> None:
        if current is artifact_type:
            shutdown.stop_starting()
            if giving_up:
                shutdown.abandon_all()

    return StubRunner(before=stop)


def goes_on_elsewhere(project: Project) -> None:
    """Let another worker sweep at this moment, and see that it writes the rest."""
    shutdown._stopping.clear()
    resumed = resume_abandoned(deliver=write, now=timezone.now() + timedelta(milliseconds=1))
    assert len(resumed) == 1
    assert set(project.artifacts.values_list("version_number", "generation_status")) == {
        (1, "idle")
    }


def test_the_document_in_progress_is_stored_and_the_rest_goes_on_elsewhere_at_once(
    project: Project,
) -> None:
    runner = stop_at(BRIEF, giving_up=False)
    steps = write_claim(claim_all(project), runner=runner)

    assert [step.artifact_type for step in steps] == [BRIEF]
    assert [artifact_type for artifact_type, _ in runner.calls] == [BRIEF]
    goes_on_elsewhere(project)
    assert set(GenerationAttempt.objects.values_list("outcome", "interruptions")) == {
        (Outcome.STORED, 0)
    }


def test_a_call_that_takes_too_long_is_given_up_and_what_comes_of_it_is_dropped(
    project: Project,
) -> None:
    cascade = claim_all(project)
    steps = write_claim(cascade, runner=stop_at(SCOPE, giving_up=True))

    assert [step.artifact_type for step in steps] == [BRIEF]
    assert Artifact.objects.held_by(cascade.token).count() == 0
    assert (
        project.artifacts.claimable(now=timezone.now() + timedelta(milliseconds=1)).count()
        == ALL_DOCUMENTS
    )
    goes_on_elsewhere(project)
    attempts = GenerationAttempt.objects.filter(artifact__artifact_type=SCOPE).order_by("pk")
    assert list(attempts.values_list("outcome", "trigger", "interruptions")) == [
        (Outcome.ABANDONED, "command", 0),
        (Outcome.STORED, "command", 0),
    ]


def test_a_call_that_fails_because_it_is_given_up_is_not_called_a_failure(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """A runner whose work is no longer wanted raises; what it took is on the attempt that
    was closed.
    """

    def stop(_: ArtifactType) -> None:
        shutdown.stop_starting()
        shutdown.abandon_all()
        raise PermanentRunnerError("stopped", usage=Usage(tokens_in=50))

    with caplog.at_level(logging.INFO):
        assert write_claim(claim_all(project), runner=StubRunner(before=stop)) == []
    assert "Failed to write" not in caplog.text
    assert "Handed brief of project" in caplog.text
    assert list(
        GenerationAttempt.objects.exclude(outcome=Outcome.OPEN).values_list("outcome", "tokens_in")
    ) == [(Outcome.ABANDONED, 50)]
    goes_on_elsewhere(project)


def test_a_message_that_reaches_a_stopping_worker_is_left_to_another(project: Project) -> None:
    cascade = claim_all(project, started=False)
    shutdown.stop_starting()
    assert write_claim(cascade, runner=StubRunner()) == []
    goes_on_elsewhere(project)


def test_a_beat_renews_nothing_that_was_given_up(project: Project, heartbeat: Heartbeat) -> None:
    cascade = claim_all(project)
    with heartbeat.holding(cascade.token):
        assert shutdown.abandon_all() == len(GENERATION_ORDER)
        assert heartbeat.beat() == 0


def test_what_was_put_off_stays_put_off(project: Project) -> None:
    cascade: Claim = claim_all(project)
    until = timezone.now() + timedelta(minutes=5)
    Artifact.objects.held_by(cascade.token).postpone(now=timezone.now(), until=until)
    assert shutdown.abandon(cascade.token) == 0
    assert set(project.artifacts.values_list("resumes_at", "generation_token")) == {
        (until, cascade.token)
    }


def test_a_database_that_is_away_leaves_the_rest_to_the_end_of_the_lease(
    project: Project,
    heartbeat: Heartbeat,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def be_away(_: object) -> int:
        raise ConnectionError("no database")

    monkeypatch.setattr(shutdown, "abandon", be_away)
    with heartbeat.holding(claim_all(project).token):
        assert shutdown.abandon_all() == 0
    assert "another worker finds it" in caplog.text


def test_a_worker_that_stops_takes_up_nothing_not_even_what_it_gave_up(project: Project) -> None:
    claim = claim_all(project)
    shutdown.stop_starting()
    shutdown.abandon(claim.token)
    tasks.sweep()
    # Another worker finds it at this moment, and not when a new lease ends.
    goes_on_elsewhere(project)
