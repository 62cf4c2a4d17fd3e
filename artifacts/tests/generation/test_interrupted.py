"""What ends while documents are written, and what of it stays behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DataError
from django.utils import timezone

from artifacts.generation.claims import Outcome
from artifacts.generation.leases import QUEUED
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project
from artifacts.runners.base import PermanentRunnerError
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import StubRunner, claim_all


def test_a_process_that_exits_while_it_writes_gives_its_locks_back(project: Project) -> None:
    def leave(_: ArtifactType) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        write_claim(claim_all(project), runner=StubRunner(before=leave))
    assert not project.artifacts.generating().exists()


def test_a_failure_is_told_by_the_reference_that_is_stored(project: Project) -> None:
    def fail(_: ArtifactType) -> None:
        raise PermanentRunnerError("no")

    failed, *_ = write_claim(claim_all(project), runner=StubRunner(before=fail))
    stored = GenerationAttempt.objects.get(outcome=Outcome.FAILED)
    assert failed.reference == stored.reference != ""


def test_what_a_runner_that_broke_has_used_is_unknown_and_not_nothing(project: Project) -> None:
    """It may have asked a model before; a receipt of 0 would leave that out of the budgets."""

    def break_down(_: ArtifactType) -> None:
        raise ZeroDivisionError

    write_claim(claim_all(project), runner=StubRunner(before=break_down))
    receipt = GenerationAttempt.objects.get(outcome=Outcome.FAILED)
    assert (receipt.tokens_in, receipt.tokens_out, receipt.cost_usd) == (None, None, None)


def test_what_a_text_took_that_the_database_refuses_is_unknown(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DataError("a number is too large")

    monkeypatch.setattr("artifacts.generation.writer.store", refuse)
    write_claim(claim_all(project), runner=StubRunner())
    receipt = GenerationAttempt.objects.get(outcome=Outcome.FAILED)
    assert (receipt.tokens_in, receipt.tokens_out, receipt.cost_usd) == (None, None, None)


def test_taking_a_document_over_ends_no_attempt_at_another_one(written_project: Project) -> None:
    now = timezone.now()
    going_on = claim_all(written_project, [ArtifactType.BRIEF], now=now)
    gone = claim_all(written_project, [ArtifactType.RISK_LOG], now=now - QUEUED - timedelta(1))
    claim_all(written_project, [ArtifactType.RISK_LOG], now=now)
    outcomes = dict(GenerationAttempt.objects.values_list("token", "outcome"))
    assert outcomes[going_on.token] == Outcome.OPEN
    assert outcomes[gone.token] == Outcome.ABANDONED
