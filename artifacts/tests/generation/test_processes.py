"""The lock between real processes, on whichever database the run uses."""

from __future__ import annotations

import signal
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from artifacts.generation.claims import Outcome
from artifacts.generation.leases import LEASE
from artifacts.generation.recovery import resume_abandoned
from artifacts.models import GenerationAttempt, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support import children
from artifacts.tests.support.factories import make_project, write
from artifacts.tests.support.llm_server import Fault, LLMServer
from artifacts.tests.support.plain import ALL_DOCUMENTS

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_processes_that_claim_at_once_exactly_one_gets_each_project() -> None:
    projects = [make_project() for _ in range(20)]
    moment = time.time() + 3
    racers = [
        children.start("claim", moment, *(project.pk for project in projects)) for _ in range(4)
    ]
    got = [int(children.finish(racer)) for racer in racers]

    assert sum(got) == len(projects)
    assert GenerationAttempt.objects.open().count() == len(projects) * len(GENERATION_ORDER)


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_kill_9_loses_at_most_the_document_in_flight_and_the_rest_goes_on(
    artifact_type: ArtifactType,
) -> None:
    project = make_project()
    worker = children.start("write_until", project.pk, artifact_type.value)
    assert children.read_line(worker) == "hanging"
    children.kill(worker)

    rows = {artifact.type: artifact for artifact in project.artifacts.all()}
    assert all(rows[earlier].version_number == 1 for earlier in artifact_type.earlier)
    assert all(
        rows[t].version_number == 0 and rows[t].is_generating
        for t in (artifact_type, *artifact_type.later)
    )

    later = LEASE.total_seconds() + 1
    assert children.finish(children.start("resume", later)) == "1\n"
    project = Project.objects.get(pk=project.pk)
    assert [(a.version_number, a.generation_status) for a in project.documents()] == [
        (1, "idle")
    ] * ALL_DOCUMENTS
    interrupted = rows[artifact_type].attempts.order_by("pk").values_list("trigger", "outcome")
    assert list(interrupted) == [("command", Outcome.ABANDONED), ("recovery", Outcome.STORED)]


def test_a_lease_that_has_not_run_out_is_left_alone() -> None:
    project = make_project()
    worker = children.start("write_until", project.pk, ArtifactType.BRIEF.value)
    assert children.read_line(worker) == "hanging"
    assert children.finish(children.start("resume", 0)) == "0\n"
    children.kill(worker)


def test_a_worker_that_is_told_to_stop_gives_up_what_it_cannot_finish(tmp_path: Path) -> None:
    project = make_project()
    queue_url = (
        "postgres" if connection.vendor == "postgresql" else f"sqlite:///{tmp_path}/queue.sqlite3"
    )
    children.finish(children.migrate(queue_url))
    worker = children.start_worker(queue_url, SHUTDOWN_SECONDS="1")
    children.finish(children.start("order", project.pk, "fake:slow:600", queue_url=queue_url))
    children.wait_until(lambda: project.artifacts.filter(begun_at__isnull=False).exists())
    children.stop_worker(worker, signal.SIGTERM)

    now = timezone.now() + timedelta(milliseconds=1)
    assert project.artifacts.abandoned(now=now).filter(begun_at=None).count() == len(
        GENERATION_ORDER
    )
    resume_abandoned(deliver=write, now=now)
    assert set(project.artifacts.values_list("version_number", "generation_status")) == {
        (1, "idle")
    }
    brief = GenerationAttempt.objects.filter(artifact__artifact_type="brief").order_by("pk")
    assert list(brief.values_list("outcome", "interruptions")) == [
        (Outcome.ABANDONED, 0),
        (Outcome.STORED, 0),
    ]


def test_what_a_call_took_that_a_stopping_worker_breaks_off_is_noted(tmp_path: Path) -> None:
    project = make_project()
    queue_url = (
        "postgres" if connection.vendor == "postgresql" else f"sqlite:///{tmp_path}/queue.sqlite3"
    )
    children.finish(children.migrate(queue_url))
    with LLMServer(faults=[Fault.HANG]) as server:
        llm = {"TEST_RUN_LLM_MODEL": "openai-chat:gpt-4o", **server.environment}
        worker = children.start_worker(queue_url, SHUTDOWN_SECONDS="1", **llm)
        children.finish(children.start("order", project.pk, "llm", queue_url=queue_url, **llm))
        server.wait_for(1)
        children.stop_worker(worker, signal.SIGTERM)

    attempt = GenerationAttempt.objects.get(outcome=Outcome.ABANDONED)
    assert (attempt.requests, attempt.cost_usd) == (1, None)
    assert attempt.guessed_usd
