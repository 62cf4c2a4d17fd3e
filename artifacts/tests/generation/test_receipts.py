"""What a receipt says of an attempt, however it ended: founders see it in a line, quotas and
budgets are counted from it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.conf import LazySettings
from prometheus_client import REGISTRY

from artifacts.checker.readings import Readings
from artifacts.exceptions import RunnerUnavailable
from artifacts.generation.attempts import (
    Effort,
    Turn,
    begun,
    note_end,
    usage_columns,
    wait_before_next_try,
)
from artifacts.generation.claims import Outcome, Requester
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.shutdown import abandon
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.runners.base import (
    BUDGET_SPENT,
    NOT_AVAILABLE,
    PermanentRunnerError,
    RetryableRunnerError,
    RunnerError,
    Usage,
    WriteResult,
)
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import GenerationAttemptFactory, StubRunner, claim_all
from artifacts.tests.support.rows import row_of

pytestmark = pytest.mark.django_db

SCOPE = ArtifactType.MVP_SCOPE
STAFF = GenerationAttempt.Trigger.STAFF
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def receipts(project: Project) -> dict[str, GenerationAttempt]:
    found = GenerationAttempt.objects.filter(artifact__project=project).select_related("artifact")
    return {one.artifact.artifact_type: one for one in found.order_by("pk")}


def test_it_names_the_versions_that_were_read_and_the_one_that_was_written(
    written_project: Project,
) -> None:
    write_claim(claim_all(written_project, [SCOPE]), runner=StubRunner())
    write_claim(claim_all(written_project, [ArtifactType.RISK_LOG]), runner=StubRunner())
    found = receipts(written_project)
    assert found["risk_log"].upstream_versions == {"brief": 1, "mvp_scope": 2, "milestones": 1}
    assert found["risk_log"].version_written == 2
    assert found["mvp_scope"].upstream_versions == {"brief": 1}


def test_what_is_not_written_was_not_read(project: Project) -> None:
    def fail(artifact_type: ArtifactType) -> None:
        if artifact_type is ArtifactType.MILESTONES:
            raise PermanentRunnerError("no")

    write_claim(claim_all(project), runner=StubRunner(before=fail))
    found = receipts(project)
    assert found["risk_log"].upstream_versions == {"brief": 1, "mvp_scope": 1}
    assert (found["milestones"].outcome, found["milestones"].version_written) == ("failed", None)


USED = Usage(
    model="m-1",
    prompt_version="p-2",
    tokens_in=11,
    tokens_out=7,
    tokens_cached=5,
    requests=2,
    cost_usd=Decimal("0.0123"),
    warning="Cut off once.",
)


def test_a_failure_is_charged_with_what_it_took(project: Project) -> None:
    def fail(_: ArtifactType) -> None:
        raise PermanentRunnerError("no", usage=USED)

    write_claim(claim_all(project), runner=StubRunner(before=fail))
    receipt = receipts(project)["brief"]
    for name in ("model", "prompt_version", "tokens_in", "tokens_out", "tokens_cached", "requests"):
        assert getattr(receipt, name) == getattr(USED, name), name
    assert (receipt.cost_usd, receipt.guessed_usd) == (USED.cost_usd, None)
    assert receipt.duration_seconds is not None
    assert receipt.started_at is not None
    assert (receipt.error, receipt.outcome) == ("no", Outcome.FAILED)
    assert receipt.finished_at is not None


def test_operators_see_what_was_charged_and_nothing_for_what_nobody_knows() -> None:
    def charged() -> float:
        labels = {"runner": "fake", "model": "m-1"}
        return REGISTRY.get_sample_value("cofounder_usd_total", labels) or 0.0

    def end(usage: Usage) -> float:
        document, attempt = Artifact(artifact_type="brief"), GenerationAttempt(runner="fake")
        before = charged()
        note_end(Turn(document, attempt, (), (), Readings()), Outcome.STORED, Effort(usage, 1.0))
        return charged() - before

    assert end(USED) == pytest.approx(0.0123)
    assert end(replace(USED, cost_usd=None, guessed_usd=Decimal(3))) == 0


def test_what_staff_should_know_of_a_document_that_was_written_is_in_it(project: Project) -> None:
    class Warned(StubRunner):
        def write(self, *args: Any) -> WriteResult:
            return replace(super().write(*args), usage=USED)

    write_claim(claim_all(project), runner=Warned())
    assert {one.error for one in receipts(project).values()} == {"Cut off once."}
    assert {one.outcome for one in receipts(project).values()} == {Outcome.STORED}


def test_an_attempt_whose_worker_died_says_so_and_another_goes_on(project: Project) -> None:
    claim_all(project, [ArtifactType.BRIEF], now=NOON, trigger=Requester(STAFF, reason="It hangs."))
    resume_abandoned(deliver=lambda _: None)
    gone, open_one = row_of(project).attempts.order_by("pk")
    assert (gone.outcome, gone.error) == (Outcome.ABANDONED, "Its worker stopped answering.")
    assert (open_one.outcome, open_one.error) == (Outcome.OPEN, "")
    assert (open_one.interruptions, open_one.started_at) == (1, NOON)
    assert (gone.reason, open_one.reason) == ("It hangs.", "It hangs.")


def test_an_attempt_whose_worker_was_stopped_says_so(project: Project) -> None:
    claimed = claim_all(project, [ArtifactType.BRIEF])
    assert abandon(claimed.token) == 1
    stopped, open_one = row_of(project).attempts.order_by("pk")
    assert (stopped.outcome, stopped.error) == (Outcome.ABANDONED, "Its worker was stopped.")
    assert (open_one.outcome, open_one.interruptions) == (Outcome.OPEN, 0)


@pytest.mark.parametrize(
    ("usd", "stored"),
    [(None, None), ("0", "0"), ("0.0000005", "0.000001"), ("0.0000004", "0"), ("1.25", "1.25")],
)
def test_an_amount_has_the_digits_of_its_column(usd: str | None, stored: str | None) -> None:
    """SQLite would keep more, and sums would not be their parts'."""
    amount = None if usd is None else Decimal(usd)
    columns = usage_columns(Effort(Usage(cost_usd=amount, guessed_usd=amount), 1.23456))
    assert (
        columns["cost_usd"]
        == columns["guessed_usd"]
        == (None if stored is None else Decimal(stored))
    )
    assert columns["duration_seconds"] == 1.235


@pytest.mark.parametrize(
    ("usage", "has_begun"),
    [
        # The offline writer counts nothing and asks nobody.
        (Usage(), True),
        (Usage(tokens_in=0, tokens_out=0, cost_usd=Decimal(0)), False),
        # A model that was asked, and took something; or nobody knows whether it did.
        (Usage(model="m", requests=1, tokens_in=5, tokens_out=0), True),
        (Usage(model="m", requests=1, tokens_in=0, tokens_out=5), True),
        (Usage(model="m", tokens_in=0, tokens_out=0), True),
        (Usage(model="m", requests=1), True),
        # The writing service turned it away.
        (Usage(model="m", requests=1, tokens_in=0, tokens_out=0), False),
    ],
)
def test_only_what_was_written_at_has_begun(usage: Usage, has_begun: bool) -> None:
    since = {"started_at": NOON - timedelta(seconds=90)} if has_begun else {}
    assert begun(Effort(usage, 90.0), NOON) == since


@pytest.mark.parametrize(
    ("seconds", "postponements", "waits"),
    [
        (0, 0, True),
        (900, 0, True),
        (900.5, 0, False),
        (-0.5, 0, False),
        (None, 0, False),
        (30, 2, True),
        (30, 3, False),
    ],
)
def test_a_service_is_waited_for_as_long_and_as_often_as_is_set(
    settings: LazySettings, seconds: float | None, postponements: int, waits: bool
) -> None:
    settings.RETRY_AFTER_LIMIT_SECONDS = 900
    attempt = GenerationAttempt(postponements=postponements)
    for error in (RetryableRunnerError, PermanentRunnerError):
        wait = wait_before_next_try(attempt, error("429", retry_after_seconds=seconds))
        expected = waits and error is RetryableRunnerError
        assert wait == (timedelta(seconds=seconds or 0) if expected else None)


class TestNothingWasAsked:
    """What ended before a runner was called took nothing, which is known: it is not unknown."""

    def check(self, receipt: GenerationAttempt) -> None:
        assert (receipt.tokens_in, receipt.tokens_out, receipt.cost_usd) == (0, 0, Decimal(0))
        assert receipt.started_at is None

    def test_where_the_budget_is_spent(self, project: Project, settings: LazySettings) -> None:
        claimed = claim_all(project)
        settings.INSTALLATION_DAY_BUDGET_USD = Decimal(1)
        GenerationAttemptFactory.create(
            artifact=row_of(project, "how_it_works"), cost_usd=Decimal(1)
        )
        runner = StubRunner()
        write_claim(claimed, runner=runner)
        assert runner.calls == []
        brief = row_of(project)
        assert brief.last_failure is not None
        assert brief.last_failure.message == BUDGET_SPENT
        assert brief.last_failure.retryable
        receipt = receipts(project)["brief"]
        assert receipt.error == "the day's budget is spent"
        self.check(receipt)

    def test_where_a_document_is_missing_that_it_builds_on(self, project: Project) -> None:
        def lose_the_brief(artifact_type: ArtifactType) -> None:
            if artifact_type is SCOPE:
                project.artifacts.filter(artifact_type="brief").update(
                    version_number=0, current_content=None
                )

        write_claim(claim_all(project), runner=StubRunner(before=lose_the_brief))
        failed = row_of(project, "milestones")
        assert failed.last_failure is not None
        assert failed.last_failure.retryable
        self.check(receipts(project)["milestones"])

    def test_where_its_writer_is_not_there(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(name: str) -> None:
            raise RunnerUnavailable(f"nobody is called {name}")

        claimed = claim_all(project, runner="scribe")
        monkeypatch.setattr("artifacts.generation.writer.get_runner", refuse)
        write_claim(claimed)
        brief = row_of(project)
        assert brief.last_failure is not None
        assert (brief.last_failure.message, brief.last_failure.retryable) == (NOT_AVAILABLE, False)
        receipt = receipts(project)["brief"]
        assert "nobody is called scribe" in receipt.error
        self.check(receipt)


def test_steps_tell_how_each_document_ended(project: Project) -> None:
    def fail(artifact_type: ArtifactType) -> None:
        if artifact_type is SCOPE:
            raise RunnerError("no", message="It did not work.")

    steps = write_claim(claim_all(project), runner=StubRunner(before=fail))
    assert [step.artifact_type for step in steps] == list(GENERATION_ORDER)
    stored, failed, *skipped = steps
    assert (stored.outcome, stored.version_number, stored.succeeded) == (Outcome.STORED, 1, True)
    assert (failed.outcome, failed.version_number, failed.succeeded) == (Outcome.FAILED, 0, False)
    assert (failed.message, len(failed.reference)) == ("It did not work.", 8)
    for step in skipped:
        assert (step.outcome, step.version_number, step.succeeded) == (Outcome.SKIPPED, 0, False)
        assert step.message == "Not written, because it builds on the MVP Scope."
        assert step.reference == ""
