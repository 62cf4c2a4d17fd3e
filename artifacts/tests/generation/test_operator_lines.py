"""What operators read in the log of documents that are written: which project, which document, and
why. They search for these lines and set alarms on them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from artifacts.generation import shutdown
from artifacts.generation.claims import cancel, cancel_generation
from artifacts.generation.leases import Heartbeat
from artifacts.generation.proposals import reject_proposal
from artifacts.generation.recovery import MAX_INTERRUPTIONS, resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.monitoring.masking import kind_of
from artifacts.runners.base import PermanentRunnerError, RetryableRunnerError
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import ArtifactFactory, StubRunner, claim_all
from artifacts.tests.support.log_lines import logged
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.rows import row_of

pytestmark = pytest.mark.django_db

BRIEF, SCOPE = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE
Lines = Callable[[], list[tuple[str, str]]]


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Lines:
    """Return what was logged since the last time, with its level."""
    caplog.set_level(logging.INFO, "artifacts.generation")

    def read() -> list[tuple[str, str]]:
        found = [(record.levelname, record.getMessage()) for record in caplog.records]
        caplog.clear()
        return found

    return read


@pytest.fixture
def _goes_on_afterwards() -> Any:
    yield
    shutdown._stopping.clear()


def at_brief(act: Callable[[], object]) -> StubRunner:
    """A runner during whose first call something happens."""
    return StubRunner(before=lambda kind: act() if kind is BRIEF else None)


def fail(error: Exception) -> Callable[[], object]:
    def raise_it() -> None:
        raise error

    return raise_it


def test_a_claim_says_what_was_ordered_and_by_which_way(project: Project, lines: Lines) -> None:
    claim_all(project, [SCOPE, BRIEF])
    assert lines() == [("INFO", f"Claimed brief, mvp_scope of project {project.pk} for command")]


def test_each_document_says_how_it_ended(project: Project, lines: Lines) -> None:
    write_claim(claim_all(project, [BRIEF]), runner=StubRunner())
    [_, (level, ended)] = lines()
    assert level == "INFO"
    assert ended.startswith(f"Ended brief of project {project.pk}: stored in ")


def test_the_end_of_a_document_has_fields_to_search_by(project: Project) -> None:
    with logged() as log:
        write_claim(claim_all(project, [BRIEF], runner="fake:slow"), runner=StubRunner())
    [line] = log.saying("Ended brief")
    told = {name: line[name] for name in ("document", "outcome", "runner", "model")}
    assert told == {"document": "brief", "outcome": "stored", "runner": "fake", "model": "stub-1"}
    assert line["seconds"] == round(line["seconds"], 3)


def test_each_line_leads_to_the_document_and_the_attempt(project: Project) -> None:
    error = RetryableRunnerError("429 too many requests", retry_after_seconds=300)
    with logged() as log:
        write_claim(claim_all(project, [BRIEF]), runner=at_brief(fail(error)))
    [line] = log.saying("Postponed brief")
    brief = row_of(project)
    attempt = brief.attempts.order_by("pk")[0]
    ids = [str(line[f"{name}_id"]) for name in ("project", "artifact", "attempt")]
    assert ids == [str(row.pk) for row in (project, brief, attempt)]
    assert line["message"].endswith(f": {kind_of(str(error))}")


def test_a_failure_has_the_reference_that_the_founder_reads(project: Project, lines: Lines) -> None:
    runner = at_brief(fail(PermanentRunnerError("the key is wrong")))
    write_claim(claim_all(project, [BRIEF]), runner=runner)
    failure = row_of(project).last_failure
    assert failure is not None
    start = f"Failed to write brief of project {project.pk}, reference {failure.reference}: "
    [said] = [said for said in lines() if said[1].startswith("Failed to")]
    assert said[0] == "WARNING"
    assert said[1].startswith(start)
    assert len(said[1]) > len(start)


def test_a_runner_that_breaks_is_an_error_with_its_traceback(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    write_claim(claim_all(project, [BRIEF]), runner=at_brief(fail(ZeroDivisionError())))
    [record] = [one for one in caplog.records if one.levelname == "ERROR"]
    assert record.getMessage() == f"A runner broke while writing brief of project {project.pk}"
    assert record.exc_info


def test_what_is_postponed_says_until_when(project: Project, lines: Lines) -> None:
    error = RetryableRunnerError("429", retry_after_seconds=300)
    write_claim(claim_all(project, [BRIEF]), runner=at_brief(fail(error)))
    until = row_of(project).resumes_at
    postponed = [said for level, said in lines() if level == "INFO" and "Postponed" in said]
    assert len(postponed) == 1
    assert postponed[0].startswith(f"Postponed brief of project {project.pk} until {until}: ")


class TestDroppedText:
    """A text that cannot be stored any more: only a lost lease is an alarm."""

    def test_of_a_lost_lease(self, project: Project, lines: Lines) -> None:
        lose = at_brief(lambda: Artifact.objects.update(generation_token=project.pk))
        write_claim(claim_all(project, [BRIEF]), runner=lose)
        assert lines()[-1] == (
            "WARNING",
            f"Lost the lease of brief of project {project.pk}; its text is dropped",
        )

    def test_of_a_cancelled_order(self, project: Project, lines: Lines) -> None:
        write_claim(
            claim_all(project, [BRIEF]), runner=at_brief(lambda: cancel_generation(project))
        )
        assert lines()[-2:] == [
            ("INFO", f"Cancelled 1 artifacts of project {project.pk}"),
            ("INFO", f"brief of project {project.pk} was cancelled; its text is dropped"),
        ]

    @pytest.mark.usefixtures("_goes_on_afterwards")
    def test_of_a_worker_that_is_told_to_stop(self, project: Project, lines: Lines) -> None:
        def stop() -> None:
            shutdown.stop_starting()
            shutdown.abandon_all()

        write_claim(claim_all(project), runner=at_brief(stop))
        assert lines()[1:] == [
            (
                "INFO",
                f"Gave up {ALL_DOCUMENTS} documents of project {project.pk}, for another worker",
            ),
            ("INFO", f"Handed brief of project {project.pk} back; its text is dropped"),
        ]


def test_a_claim_that_holds_nothing_says_so(project: Project, lines: Lines) -> None:
    cascade = claim_all(project)
    cancel(cascade)
    lines()
    assert write_claim(cascade, runner=StubRunner()) == []
    assert lines() == [("INFO", f"Nothing is left to write for a claim of project {project.pk}")]


class TestRecovery:
    def sweep(self, project: Project) -> None:
        Artifact.objects.update(lease_expires_at=timezone.now() - timedelta(seconds=1))
        resume_abandoned(deliver=lambda _: None)

    @pytest.mark.parametrize(("started", "level"), [(True, "WARNING"), (False, "INFO")])
    def test_only_a_worker_that_died_is_an_alarm(
        self, project: Project, lines: Lines, started: bool, level: str
    ) -> None:
        claim_all(project, started=started)
        lines()
        self.sweep(project)
        said = f"Taking up a cascade of project {project.pk} from the brief on"
        assert lines() == [(level, said)]

    def test_what_is_given_up_has_the_reference_that_the_founder_reads(
        self, project: Project, lines: Lines
    ) -> None:
        claim_all(project)
        GenerationAttempt.objects.update(interruptions=MAX_INTERRUPTIONS - 1)
        lines()
        self.sweep(project)
        brief = row_of(project)
        assert brief.last_failure is not None
        assert brief.last_failure.retryable
        assert "interrupted several times" in brief.last_failure.message
        assert len(brief.last_failure.reference) == 8
        reference = brief.last_failure.reference
        said = f"Gave up {brief.pk} after {MAX_INTERRUPTIONS} interruptions, reference {reference}"
        assert lines() == [("ERROR", said)]

    def test_a_cascade_that_cannot_be_taken_up_is_an_error(
        self, project: Project, lines: Lines, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        claim_all(project)
        lines()
        monkeypatch.setattr(
            "artifacts.generation.recovery._take_over", lambda *_: fail(ZeroDivisionError())()
        )
        self.sweep(project)
        said = f"Could not take up a cascade of project {project.pk}; the others go on"
        assert lines() == [("ERROR", said)]


def test_a_database_that_is_away_while_a_worker_stops_is_an_error(
    project: Project, lines: Lines, heartbeat: Heartbeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    with heartbeat.holding(project.pk):
        monkeypatch.setattr(shutdown, "abandon", lambda _: fail(ZeroDivisionError())())
        assert shutdown.abandon_all() == 0
    assert lines() == [
        ("ERROR", "Could not give up a cascade; another worker finds it when its lease ends")
    ]


def test_decisions_say_who_made_them(lines: Lines) -> None:
    brief = ArtifactFactory.create(with_proposal=True)
    lines()
    reject_proposal(brief, decider=brief.project.owner)
    user = brief.project.owner.pk
    assert lines() == [("INFO", f"Rejected the proposal for artifact {brief.pk} by user {user}")]
