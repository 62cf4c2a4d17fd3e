"""Leases go by the database's clock, so machines whose clocks differ neither take each other's work
nor keep it.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from artifacts import tasks
from artifacts.generation import clock
from artifacts.generation.leases import LEASE, renew
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project, Worker
from artifacts.tests.support.factories import StubRunner, claim_all, make_staff
from artifacts.tests.support.staff import client_of

pytestmark = pytest.mark.django_db

on_postgresql = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="is about a server with a clock of its own"
)


@pytest.fixture(autouse=True)
def _no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_reading", None)


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Set the clock of this machine by so many seconds, as of now."""
    really = timezone.now

    def set_by(seconds: float) -> None:
        monkeypatch.setattr(timezone, "now", lambda: really() + timedelta(seconds=seconds))

    return set_by


@on_postgresql
@pytest.mark.parametrize("seconds", [-3600, -60, -25, 25, 60, 3600])
def test_a_worker_whose_clock_is_off_takes_nothing_that_another_one_writes_at(
    seconds: float, project: Project, set_clock: Any
) -> None:
    claim_all(project)
    set_clock(seconds)
    assert resume_abandoned(deliver=lambda _: None) == []


@on_postgresql
@pytest.mark.parametrize("seconds", [-3600, -60, -25, 25, 60, 3600])
def test_it_takes_up_what_is_abandoned_and_writes_it(
    seconds: float, project: Project, set_clock: Any
) -> None:
    claim_all(project)
    project.artifacts.update(lease_expires_at=timezone.now() - timedelta(seconds=1))
    set_clock(seconds)
    for cascade in resume_abandoned(deliver=lambda _: None):
        write_claim(cascade, runner=StubRunner())
    assert set(project.artifacts.values_list("version_number", "generation_status")) == {
        (1, "idle")
    }
    assert GenerationAttempt.objects.filter(outcome="abandoned").count() == 1


@on_postgresql
@pytest.mark.parametrize("seconds", [-60, 60])
def test_its_leases_end_when_those_of_others_would(
    seconds: float, project: Project, set_clock: Any
) -> None:
    before = timezone.now()
    set_clock(seconds)
    cascade = claim_all(project)
    renew([cascade.token])
    for end in project.artifacts.values_list("lease_expires_at", flat=True):
        assert end is not None
        assert timedelta(0) <= end - LEASE - before < timedelta(seconds=20)


@on_postgresql
@pytest.mark.parametrize("seconds", [-3600, 3600])
def test_its_documents_are_from_when_its_receipts_say(
    seconds: float, project: Project, set_clock: Any
) -> None:
    set_clock(seconds)
    write_claim(claim_all(project), runner=StubRunner())
    for attempt in GenerationAttempt.objects.select_related("artifact"):
        written, ended = attempt.artifact.generated_at, attempt.finished_at
        assert attempt.started_at is not None
        assert written is not None
        assert ended is not None
        assert attempt.started_at <= written <= ended


@on_postgresql
def test_a_clock_that_is_set_in_between_moves_nothing(set_clock: Any) -> None:
    first = clock.shared_now()
    set_clock(-7200)
    assert timedelta(0) <= clock.shared_now() - first < timedelta(seconds=20)


@on_postgresql
def test_the_database_is_asked_once_a_minute(
    django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with django_assert_num_queries(1):
        for _ in range(3):
            clock.shared_now()
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + clock.VALID_SECONDS + 1)
    with django_assert_num_queries(1):
        clock.shared_now()


@on_postgresql
def test_a_clock_that_is_off_is_said_in_the_log_once_and_in_the_overview(
    set_clock: Any, caplog: pytest.LogCaptureFixture
) -> None:
    set_clock(42)
    tasks.report()
    tasks.report()
    assert caplog.text.count("+42.0 s off the database's") == 1
    assert round(Worker.objects.get(pk=tasks.WORKER).skew_seconds) == 42
    assert (
        "+42 s off"
        in client_of(make_staff())
        .get("/admin/artifacts/generationattempt/overview/")
        .content.decode()
    )


def test_on_one_machine_its_clock_is_the_clock(
    set_clock: Any, django_assert_num_queries: Any
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("is about SQLite")
    set_clock(60)
    with django_assert_num_queries(0):
        assert abs(clock.shared_now() - timezone.now()) < timedelta(seconds=20)
        assert clock.clock_skew() == 0


def test_a_clock_that_is_right_is_said_to_be() -> None:
    tasks.report()
    page = (
        client_of(make_staff()).get("/admin/artifacts/generationattempt/overview/").content.decode()
    )
    assert "right" in page
