"""The daily quota of generated documents, and the estimates that pages show beside it."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from artifacts.exceptions import QuotaExceeded
from artifacts.generation.claims import Requester, cancel_generation
from artifacts.generation.leases import LEASE
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.shutdown import abandon
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project, User
from artifacts.runners.base import RetryableRunnerError, RunnerError, Usage
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import StubRunner, claim_all, make_project
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.usage.estimates import Estimate, estimate_total, usual
from artifacts.usage.quota import day_use

Kind = GenerationAttempt.Trigger


def ask(project: Project, user: User, **changes: Any) -> Any:
    return claim_all(
        project,
        changes.pop("types", GENERATION_ORDER),
        trigger=Requester(Kind.FOUNDER, user),
        **changes,
    )


def refusing(error: RunnerError) -> StubRunner:
    def refuse(_: ArtifactType) -> None:
        raise error

    return StubRunner(before=refuse)


@pytest.fixture
def once_a_day(settings: Any) -> None:
    settings.DAILY_DOCUMENTS = dict.fromkeys(settings.DAILY_DOCUMENTS, ALL_DOCUMENTS)


def test_what_is_asked_for_counts_at_once(
    project: Project, founder: User, once_a_day: None
) -> None:
    ask(project, founder)
    use = day_use(founder, now=timezone.now())
    assert (use.used, use.limit, use.left) == (ALL_DOCUMENTS, ALL_DOCUMENTS, 0)


def test_more_than_is_left_is_refused_and_nothing_is_claimed(
    project: Project, founder: User, once_a_day: None
) -> None:
    write_claim(ask(project, founder), runner=StubRunner())
    other = make_project(founder, name="Another")
    with pytest.raises(QuotaExceeded, match=f"0 are left today; this needs {ALL_DOCUMENTS}"):
        ask(other, founder)
    assert not other.artifacts.filter(generation_status="generating").exists()


def test_what_was_cancelled_before_anybody_began_it_costs_nothing(
    project: Project, founder: User, once_a_day: None
) -> None:
    ask(project, founder, started=False)
    assert cancel_generation(project) == ALL_DOCUMENTS
    assert day_use(founder, now=timezone.now()).used == 0


def test_what_was_cancelled_while_it_was_written_counts(
    project: Project, founder: User, once_a_day: None
) -> None:
    write_claim(
        ask(project, founder),
        runner=StubRunner(
            before=lambda t: cancel_generation(project) if t is ArtifactType.MVP_SCOPE else None
        ),
    )
    assert day_use(founder, now=timezone.now()).used == 2


def test_ordering_and_cancelling_again_and_again_is_limited(
    project: Project, founder: User, once_a_day: None
) -> None:
    for _ in range(ALL_DOCUMENTS):
        ask(project, founder, types=[ArtifactType.BRIEF])
        cancel_generation(project)
    with pytest.raises(QuotaExceeded):
        ask(project, founder, types=[ArtifactType.BRIEF])


def test_what_failed_after_it_was_begun_counts(
    project: Project, founder: User, once_a_day: None
) -> None:
    write_claim(ask(project, founder), runner=StubRunner(contents=defaultdict(dict)))
    assert day_use(founder, now=timezone.now()).used == 1


def test_what_the_writing_service_turned_away_costs_nothing(
    project: Project, founder: User, once_a_day: None
) -> None:
    turned_away = Usage(model="stub-1", requests=1, tokens_in=0, tokens_out=0, cost_usd=Decimal(0))
    write_claim(
        ask(project, founder), runner=refusing(RetryableRunnerError("full", usage=turned_away))
    )
    assert day_use(founder, now=timezone.now()).used == 0


def test_what_was_put_off_in_the_middle_and_then_cancelled_counts(
    project: Project, founder: User, once_a_day: None
) -> None:
    write_claim(
        ask(project, founder),
        runner=refusing(RetryableRunnerError("later", retry_after_seconds=60)),
    )
    assert cancel_generation(project) == ALL_DOCUMENTS
    assert day_use(founder, now=timezone.now()).used == 1


def test_what_a_dead_worker_had_begun_counts_once(
    project: Project, founder: User, once_a_day: None
) -> None:
    ask(project, founder, now=timezone.now() - 2 * LEASE)
    resume_abandoned(deliver=lambda _: None)
    assert cancel_generation(project) == ALL_DOCUMENTS
    assert day_use(founder, now=timezone.now()).used == 1


def test_what_a_stopped_worker_had_begun_counts_once(
    project: Project, founder: User, once_a_day: None
) -> None:
    abandon(ask(project, founder).token)
    assert cancel_generation(project) == ALL_DOCUMENTS
    assert day_use(founder, now=timezone.now()).used == 1


def test_staff_and_operators_are_not_counted(
    project: Project, founder: User, once_a_day: None
) -> None:
    for kind in (Kind.STAFF, Kind.COMMAND):
        write_claim(claim_all(project, trigger=Requester(kind, founder)), runner=StubRunner())
    assert day_use(founder, now=timezone.now()).used == 0


def test_the_count_starts_again_at_midnight_utc(
    project: Project, founder: User, once_a_day: None
) -> None:
    evening = datetime(2026, 5, 1, 23, 59, tzinfo=UTC)
    ask(project, founder, now=evening)
    assert day_use(founder, now=evening).left == 0
    assert day_use(founder, now=evening + timedelta(minutes=2)).left == ALL_DOCUMENTS
    assert day_use(founder, now=evening).resets_at == datetime(2026, 5, 2, tzinfo=UTC)


def test_the_usual_time_is_the_median_of_receipts(written_project: Project) -> None:
    cache.clear()
    for seconds, cost in ((1.0, None), (3.0, "0.02"), (90.0, "0.04")):
        write_claim(claim_all(written_project, [ArtifactType.BRIEF]), runner=StubRunner())
        newest = GenerationAttempt.objects.filter(artifact__artifact_type="brief").first()
        assert newest is not None
        GenerationAttempt.objects.filter(pk=newest.pk).update(
            duration_seconds=seconds, cost_usd=cost
        )
    GenerationAttempt.objects.filter(version_written=1).delete()
    assert usual()[ArtifactType.BRIEF] == Estimate(3.0, Decimal("0.03"))


def test_nothing_is_estimated_before_the_first_receipt(db: None) -> None:
    cache.clear()
    assert estimate_total(GENERATION_ORDER) == Estimate(None, None)
