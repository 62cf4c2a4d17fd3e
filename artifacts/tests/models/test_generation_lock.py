"""The lock of a document, to the moment: who may take it, who keeps it, and what each step leaves
(rule I-3).
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import pytest

from artifacts.generation.claims import Claim, begin
from artifacts.generation.leases import LEASE
from artifacts.models import Artifact, Project
from artifacts.models.generation_lock import RELEASED
from artifacts.tests.support.factories import claim_all

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)
END = NOON + LEASE
MOMENT = timedelta(microseconds=1)
LOCK = tuple(RELEASED)


@pytest.fixture
def held(project: Project) -> Claim:
    return claim_all(project, now=NOON)


def rows() -> list[Artifact]:
    return list(Artifact.objects.order_by("pk"))


def locks() -> list[dict[str, object]]:
    return list(Artifact.objects.order_by("pk").values(*LOCK))


def renewed(
    tokens: Collection[uuid.UUID], until: datetime, begun_after: datetime = NOON - MOMENT
) -> int:
    return Artifact.objects.renew(
        tokens, until=until, waiting_until=until + LEASE, begun_after=begun_after
    )


@pytest.mark.parametrize(
    ("passed", "is_over"), [(-MOMENT, False), (0 * MOMENT, False), (MOMENT, True)]
)
def test_a_lease_is_over_behind_its_last_moment(
    held: Claim, passed: timedelta, is_over: bool
) -> None:
    now = END + passed
    count = len(rows()) if is_over else 0
    assert Artifact.objects.abandoned(now=now).count() == count
    assert Artifact.objects.claimable(now=now).count() == count
    assert [row.is_claimable(now=now) for row in rows()] == [is_over] * len(rows())


def test_what_nobody_writes_is_claimable_and_not_abandoned(project: Project) -> None:
    Artifact.objects.filter(artifact_type="brief").update(
        generation_status="failed", lease_expires_at=None
    )
    assert Artifact.objects.claimable(now=NOON).count() == len(rows())
    assert all(row.is_claimable(now=NOON) for row in rows())
    assert not Artifact.objects.abandoned(now=NOON).exists()


def test_a_claim_begins_the_first_and_lets_the_others_wait(project: Project, held: Claim) -> None:
    first, *others = project.documents()
    assert [row.begun_at for row in (first, *others)] == [NOON, *[None] * len(others)]
    assert {(row.generation_started_at, row.lease_expires_at) for row in rows()} == {(NOON, END)}


def test_a_claim_forgets_why_the_last_one_failed(project: Project) -> None:
    Artifact.objects.update(
        generation_status="failed", failure={"message": "No."}, blocked_by="brief"
    )
    claim_all(project, now=NOON)
    assert {(row.failure, row.blocked_by, row.resumes_at) for row in rows()} == {(None, "", None)}


def test_a_takeover_moves_the_rows_and_begins_none(held: Claim) -> None:
    Artifact.objects.postpone(now=NOON, until=END)
    token, key = uuid.uuid4(), rows()[1].pk
    assert Artifact.objects.filter(pk=key).hand_over(token, now=LATER, until=LATER + LEASE) == 1
    (moved,) = Artifact.objects.held_by(token).values(*LOCK)
    assert moved == {
        **moved,
        "generation_started_at": LATER,
        "begun_at": None,
        "lease_expires_at": LATER + LEASE,
        "resumes_at": None,
    }
    assert Artifact.objects.held_by(held.token).count() == len(rows()) - 1


def test_one_row_begins_and_all_are_held_from_then_on(held: Claim) -> None:
    Artifact.objects.postpone(now=NOON, until=END)
    key = rows()[1].pk
    assert begin(held.token, key, now=LATER) == len(rows())
    assert [row.begun_at for row in rows()] == [LATER if row.pk == key else None for row in rows()]
    held_since = {(row.generation_started_at, row.lease_expires_at) for row in rows()}
    assert held_since == {(LATER, LATER + LEASE)}
    assert {row.resumes_at for row in rows()} == {None}


def test_what_is_postponed_is_renewed_by_nobody(held: Claim) -> None:
    assert Artifact.objects.postpone(now=LATER, until=LATER + LEASE) == len(rows())
    assert {(one["generation_started_at"], one["begun_at"]) for one in locks()} == {(LATER, None)}
    until = LATER + LEASE
    assert {(one["lease_expires_at"], one["resumes_at"]) for one in locks()} == {(until, until)}
    assert renewed([held.token], until + LEASE) == 0


class TestRenewing:
    def test_the_one_that_is_written_each_time_and_those_behind_it_when_theirs_would_end(
        self, project: Project, held: Claim
    ) -> None:
        first, *others = project.documents()
        assert renewed([held.token], END) == 1
        assert renewed([held.token], END + MOMENT) == len(rows())
        ends = {row.pk: row.lease_expires_at for row in rows()}
        assert ends[first.pk] == END + MOMENT
        assert {ends[row.pk] for row in others} == {END + MOMENT + LEASE}

    def test_nothing_of_others_and_nothing_that_was_given_back(self, held: Claim) -> None:
        assert renewed([uuid.uuid4()], LATER) == 0
        assert renewed([], LATER) == 0
        Artifact.objects.release(held.token)
        assert renewed([held.token], LATER) == 0

    def test_nothing_that_is_written_at_for_too_long(self, held: Claim) -> None:
        assert renewed([held.token], LATER, begun_after=NOON) == 0
        assert renewed([held.token], LATER, begun_after=NOON - MOMENT) == len(rows())


def test_only_the_holder_gives_rows_back(held: Claim) -> None:
    assert Artifact.objects.release(uuid.uuid4(), blocked_by="brief") == 0
    assert Artifact.objects.held_by(held.token).count() == len(rows())
    first = rows()[0].pk
    assert Artifact.objects.filter(pk=first).release(held.token, blocked_by="brief") == 1
    assert locks()[0] == RELEASED
    assert [row.blocked_by for row in rows()] == ["brief", *[""] * (len(rows()) - 1)]
    assert Artifact.objects.release(held.token, generation_status="failed") == len(rows()) - 1
    assert locks()[1] == {**RELEASED, "generation_status": "failed"}
