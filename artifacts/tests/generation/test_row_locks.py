"""What happens when two statements of PostgreSQL meet over the same rows."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from artifacts.exceptions import QuotaExceeded
from artifacts.generation.claims import Requester, begin
from artifacts.generation.leases import renew
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.support.at_once import in_thread, somebody_waits
from artifacts.tests.support.children import wait_until
from artifacts.tests.support.factories import StubRunner, claim_all, make_project, make_user
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tiers import Tier

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="is about PostgreSQL"),
]


@pytest.mark.parametrize("act", ["begin", "postpone", "hand_over"])
def test_statements_lock_documents_in_the_order_of_their_keys(act: str, project: Project) -> None:
    """Another one holds the first key: a waiting transaction holds no later one."""
    cascade = claim_all(project)
    now = timezone.now()
    first, *later = Artifact.objects.order_by("pk").values_list("pk", flat=True)
    _lay_last(first, later)
    held = Artifact.objects.held_by(cascade.token)
    acts: dict[str, Callable[[], int]] = {
        "begin": lambda: begin(cascade.token, later[0], now=now),
        "postpone": lambda: held.postpone(now=now, until=now),
        "hand_over": lambda: held.hand_over(uuid.uuid4(), now=now, until=now),
    }
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Artifact.objects.select_for_update().get(pk=first)
            waiting = in_thread(threads, acts[act])
            wait_until(lambda: waiting.done() or somebody_waits())
            assert not waiting.done(), waiting.result()
            assert (
                len(Artifact.objects.select_for_update(nowait=True).filter(pk__in=later))
                == ALL_DOCUMENTS - 1
            )
        assert waiting.result() == ALL_DOCUMENTS


def test_a_store_locks_documents_in_the_order_of_their_keys(project: Project) -> None:
    cascade = claim_all(project)
    first, *later = Artifact.objects.order_by("pk").values_list("pk", flat=True)
    _lay_last(first, later)
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Artifact.objects.select_for_update().get(pk=first)
            waiting = in_thread(threads, lambda: write_claim(cascade, runner=StubRunner()))
            wait_until(lambda: waiting.done() or somebody_waits())
            assert not waiting.done(), waiting.result()
            assert len(Artifact.objects.select_for_update(nowait=True).filter(pk__in=later)) == 4
        assert [step.succeeded for step in waiting.result()] == [True] * 5


def test_a_store_that_waits_for_a_row_stores_what_it_still_holds(project: Project) -> None:
    """Another one changes the row while the store waits for it; a lease that is renewed is no
    reason to lose it.
    """
    cascade = claim_all(project)
    keys = list(Artifact.objects.order_by("pk").values_list("pk", flat=True))
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            later = timezone.now() + timedelta(seconds=90)
            Artifact.objects.filter(pk__in=keys[:2]).update(
                lease_expires_at=later, worst_finding="minor"
            )
            waiting = in_thread(threads, lambda: write_claim(cascade, runner=StubRunner()))
            wait_until(lambda: waiting.done() or somebody_waits())
        assert [step.succeeded for step in waiting.result()] == [True] * 5
    assert set(Artifact.objects.values_list("version_number", "generation_status")) == {(1, "idle")}
    assert Artifact.objects.get(pk=keys[0]).worst_finding == "minor"


def test_a_store_that_waits_for_a_row_that_is_taken_away_stores_nothing(project: Project) -> None:
    """I-3: the lock goes to another token while the store waits."""
    cascade = claim_all(project)
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Artifact.objects.filter(project=project).update(generation_token=uuid.uuid4())
            waiting = in_thread(threads, lambda: write_claim(cascade, runner=StubRunner()))
            wait_until(lambda: waiting.done() or somebody_waits())
        assert waiting.result() == []
    assert set(Artifact.objects.values_list("version_number", "generation_status")) == {
        (0, "generating")
    }
    assert set(GenerationAttempt.objects.values_list("outcome", flat=True)) == {"open"}


def test_stores_and_renewals_meet_without_losing_anything(founder: User) -> None:
    """A statement that reads, locks and writes meets rows that change all the time."""
    projects = [make_project(founder) for _ in range(6)]
    cascades = [claim_all(one) for one in projects]
    keys = list(Artifact.objects.values_list("pk", flat=True))
    done = threading.Event()

    def renew_all_the_time() -> None:
        while not done.is_set():
            renew([cascade.token for cascade in cascades])
            # Row by row, as a survey does: one statement for all would lock them in any order.
            for key in keys:
                Artifact.objects.filter(pk=key).update(surveyed_at=timezone.now())

    with ThreadPoolExecutor(4) as threads:
        meddling = in_thread(threads, renew_all_the_time)
        writing = [
            in_thread(threads, partial(write_claim, c, runner=StubRunner())) for c in cascades
        ]
        steps = [step for one in writing for step in one.result()]
        done.set()
        meddling.result()
    assert [step.succeeded for step in steps] == [True] * 30
    assert set(Artifact.objects.values_list("version_number", "generation_status")) == {(1, "idle")}


def _lay_last(first: int, later: list[int]) -> None:
    """Write rows until the database comes to `first` last when it takes the rows as they lie."""
    for key in [first, *later] * 5:
        Artifact.objects.filter(pk=key).update(updated_at=timezone.now())
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM artifacts_artifact ORDER BY ctid DESC LIMIT 1")
            if cursor.fetchone() == (first,):
                return
    raise AssertionError("it does not lie last")


def test_two_claims_of_one_founder_cannot_both_take_the_last_of_a_day(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    """On two projects: no row of a document is common to both, so only the founder's own row holds
    them apart.
    """
    settings.DAILY_DOCUMENTS = {tier.value: 5 for tier in Tier}
    founder = make_user(Tier.PARTNER)
    projects = [make_project(founder) for _ in range(2)]
    counted = threading.Barrier(2)

    def wait_for_the_other(*_: Any, **__: Any) -> None:
        # Comes after the count, inside the transaction: without a lock both would meet here.
        with suppress(threading.BrokenBarrierError):
            counted.wait(1)

    monkeypatch.setattr("artifacts.generation.claims.check_budget", wait_for_the_other)
    asked = Requester(GenerationAttempt.Trigger.FOUNDER, founder)
    with ThreadPoolExecutor(2) as threads:
        claims = [
            in_thread(threads, partial(claim_all, project, trigger=asked)) for project in projects
        ]
        errors = [claim.exception() for claim in claims]
    assert [type(error) for error in errors if error] == [QuotaExceeded]
    assert GenerationAttempt.objects.open().count() == 5


def test_a_lease_that_is_being_stored_holds_up_no_other(project: Project) -> None:
    """One row is locked, as while its document is stored: the beat passes it over and renews the
    rest.
    """
    cascade = claim_all(project)
    first = project.artifacts.order_by("pk")[0]
    project.artifacts.update(lease_expires_at=timezone.now())
    with ThreadPoolExecutor(1) as threads, transaction.atomic():
        Artifact.objects.select_for_update().get(pk=first.pk)
        renewed = in_thread(threads, lambda: renew([cascade.token]))
        wait_until(renewed.done)
        assert renewed.result() == 4


def _lease_ends(project: Project) -> list[datetime | None]:
    return list(project.artifacts.values_list("lease_expires_at", flat=True))


def test_two_generations_of_one_project_write_different_documents_side_by_side(
    written_project: Project,
) -> None:
    both = threading.Barrier(2)

    def meet(_: ArtifactType) -> None:
        both.wait(30)

    claims = [
        claim_all(written_project, [one]) for one in (ArtifactType.BRIEF, ArtifactType.RISK_LOG)
    ]
    with ThreadPoolExecutor(2) as threads:
        done = [
            in_thread(threads, partial(write_claim, one, runner=StubRunner(before=meet)))
            for one in claims
        ]
        assert [[step.succeeded for step in one.result()] for one in done] == [[True], [True]]
    versions = dict(written_project.artifacts.values_list("artifact_type", "version_number"))
    assert versions == {
        t.value: 2 if t in (ArtifactType.BRIEF, ArtifactType.RISK_LOG) else 1 for t in ArtifactType
    }
