from __future__ import annotations

import threading
import uuid
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from artifacts.generation import leases
from artifacts.generation.claims import Claim
from artifacts.generation.clock import shared_now
from artifacts.generation.leases import (
    HEARTBEAT_SECONDS,
    LEASE,
    MAX_WRITING,
    QUEUED,
    Heartbeat,
)
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import StubRunner, claim_all, make_project
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.rows import row_of


@pytest.mark.django_db
def test_a_beat_renews_everything_held_in_one_statement_and_looks_what_is_lost_in_another() -> None:
    cascades = [claim_all(make_project()) for _ in range(3)]
    Artifact.objects.update(lease_expires_at=timezone.now())
    heartbeat = Heartbeat(interval_seconds=60)
    held = heartbeat.holding(cascades[0].token), heartbeat.holding(cascades[1].token)
    with held[0], held[1], CaptureQueriesContext(connection) as queries:
        assert heartbeat.beat() == 2 * ALL_DOCUMENTS
    assert [query["sql"].split()[0] for query in queries if "SAVEPOINT" not in query["sql"]] == [
        "UPDATE",
        "SELECT",
    ]
    soon = timezone.now() + LEASE - timedelta(seconds=5)
    assert Artifact.objects.filter(lease_expires_at__gt=soon).count() == 2 * ALL_DOCUMENTS


@pytest.mark.django_db
def test_what_waits_behind_a_document_is_renewed_seldom_and_follows_it() -> None:
    cascade = claim_all(make_project())
    heartbeat = Heartbeat(interval_seconds=60)
    with heartbeat.holding(cascade.token):
        assert heartbeat.beat() == ALL_DOCUMENTS
        assert heartbeat.beat() == 1, "the document in flight alone"
    in_flight = Artifact.objects.get(begun_at__isnull=False).lease_expires_at
    assert in_flight is not None
    waiting = Artifact.objects.filter(begun_at=None)
    assert all(
        row.lease_expires_at - in_flight > QUEUED - LEASE - timedelta(seconds=1)
        for row in waiting
        if row.lease_expires_at
    )
    taken: list[Claim] = []
    resume_abandoned(deliver=taken.append, now=in_flight - timedelta(seconds=1))
    assert not taken
    resume_abandoned(deliver=taken.append, now=in_flight + timedelta(seconds=1))
    assert [one.project_id for one in taken] == [cascade.project_id]
    assert Artifact.objects.held_by(taken[0].token).count() == ALL_DOCUMENTS


@pytest.mark.django_db
def test_a_lease_that_was_taken_over_is_not_renewed(project: Project) -> None:
    old = claim_all(project)
    project.artifacts.update(generation_token=uuid.uuid4())
    heartbeat = Heartbeat(interval_seconds=60)
    with heartbeat.holding(old.token):
        assert heartbeat.holds(old.token)
        assert heartbeat.beat() == 0
        assert not heartbeat.holds(old.token)


CLOCKS_APART = timedelta(seconds=1)
"""More than the clocks of a process and of its database are ever measured to be apart."""


@pytest.mark.django_db
def test_a_call_that_never_returns_does_not_hold_its_document_for_ever(project: Project) -> None:
    cascade = claim_all(project)
    long_ago = timezone.now() - MAX_WRITING - CLOCKS_APART
    project.artifacts.update(generation_started_at=long_ago)
    heartbeat = Heartbeat(interval_seconds=60)
    with heartbeat.holding(cascade.token):
        assert heartbeat.beat() == 0
        assert heartbeat.holds(cascade.token)


def test_nothing_held_means_no_statement() -> None:
    assert Heartbeat().beat() == 0


@pytest.mark.django_db(transaction=True)
def test_its_thread_renews_while_something_is_held_and_ends_afterwards() -> None:
    cascade = claim_all(make_project())
    Artifact.objects.update(lease_expires_at=timezone.now())
    heartbeat = Heartbeat(interval_seconds=0.05)
    beaten = threading.Event()
    beat = heartbeat.beat

    def beat_and_tell() -> int:
        renewed = beat()
        beaten.set()
        return renewed

    heartbeat.beat = beat_and_tell  # type: ignore[method-assign]
    with heartbeat.holding(cascade.token):
        assert beaten.wait(timeout=30)
        thread = heartbeat._thread
    assert thread is not None
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert Artifact.objects.filter(lease_expires_at__gt=timezone.now()).count() == ALL_DOCUMENTS


@pytest.mark.django_db(transaction=True)
def test_a_beat_that_fails_does_not_end_the_thread() -> None:
    heartbeat = Heartbeat(interval_seconds=0.02)
    beats = []
    twice = threading.Event()

    def fail_once() -> int:
        beats.append(1)
        if len(beats) == 1:
            raise RuntimeError("the database is away")
        twice.set()
        return 0

    heartbeat.beat = fail_once  # type: ignore[method-assign]
    with heartbeat.holding(uuid.uuid4()):
        assert twice.wait(timeout=30)


@pytest.mark.django_db(transaction=True)
def test_a_beat_that_takes_long_makes_the_next_one_no_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Beats are counted from one beginning to the next: a slow database stretches nothing."""
    heartbeat = Heartbeat(interval_seconds=4)
    now = [100.0]
    due: list[float] = []
    monkeypatch.setattr(leases, "time", SimpleNamespace(monotonic=lambda: now[0]))

    def slow_beat() -> int:
        now[0] += 5
        return 0

    def waits(moment: float) -> bool:
        due.append(moment)
        now[0] = max(now[0], moment)
        return len(due) < 4

    heartbeat.beat = slow_beat  # type: ignore[method-assign]
    heartbeat._wait = waits  # type: ignore[assignment, method-assign]
    heartbeat._run()
    assert due == [104, 108, 113, 118]


def test_a_process_that_stalls_for_5_seconds_keeps_its_leases() -> None:
    stall = timedelta(seconds=5)
    assert timedelta(seconds=HEARTBEAT_SECONDS) + stall + timedelta(seconds=2) < LEASE


@pytest.mark.django_db(transaction=True)
def test_a_process_does_not_take_over_what_it_writes_itself() -> None:
    """After the database was away its own sweep may come before its own beat."""
    cascade = claim_all(make_project())
    Artifact.objects.update(lease_expires_at=timezone.now() - timedelta(seconds=1))
    with leases.heartbeat.holding(cascade.token):
        assert resume_abandoned(deliver=lambda _: None, ours=leases.heartbeat) == []
    assert Artifact.objects.held_by(cascade.token).count() == ALL_DOCUMENTS
    assert not Artifact.objects.abandoned(now=timezone.now()).exists()


def test_each_document_begins_with_a_whole_lease(project: Project) -> None:
    """I-3: another worker would take over at once what begins with a lease that is over."""
    lasting: list[timedelta] = []

    def look(artifact_type: ArtifactType) -> None:
        row = row_of(project, artifact_type)
        assert row.begun_at is not None
        assert row.lease_expires_at is not None
        lasting.append(row.lease_expires_at - row.begun_at)
        assert not row.is_claimable(now=shared_now())

    write_claim(claim_all(project), runner=StubRunner(before=look))
    assert lasting == [LEASE] * ALL_DOCUMENTS
