"""What a receipt says: for whom it counts, since when it was written at, and why staff asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.models.attempt import UNUSUAL_OUTCOME
from artifacts.tests.support.factories import GenerationAttemptFactory, claim_all, make_user

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("trigger", "reason", "counts"),
    [
        ("founder", "", True),
        # A worker took up what the founder had ordered, or what staff had.
        ("recovery", "", True),
        ("recovery", "They cannot reach it.", False),
        ("staff", "They cannot reach it.", False),
        ("staff", "", False),
        ("command", "", False),
    ],
)
def test_what_staff_or_a_command_ordered_counts_for_no_founder(
    trigger: str, reason: str, counts: bool
) -> None:
    founder = make_user()
    attempt = GenerationAttemptFactory.create(trigger=trigger, reason=reason, requested_by=founder)
    assert attempt.founder_id == (founder.pk if counts else None)
    asked = GenerationAttempt.objects.asked_by(founder.pk)
    assert list(asked) == ([attempt] if counts else [])
    assert not GenerationAttempt.objects.asked_by(make_user().pk).exists()


@pytest.mark.parametrize(
    ("trigger", "reason", "told"),
    [
        ("staff", "You wrote to us.", "You wrote to us."),
        ("recovery", "You wrote to us.", "You wrote to us."),
        ("recovery", "", ""),
        ("founder", "", ""),
        ("command", "Nightly.", ""),
    ],
)
def test_a_founder_reads_why_staff_ordered_and_nothing_else(
    trigger: str, reason: str, told: str
) -> None:
    assert GenerationAttempt(trigger=trigger, reason=reason).support_reason == told


def test_an_attempt_is_named_by_its_document_and_how_it_ended(project: Project) -> None:
    attempt = GenerationAttemptFactory.create(artifact=project.documents()[0], failed=True)
    assert str(attempt) == "Product Brief of Shelfwise (failed)"


class TestMarkingWhatHasBegun:
    @pytest.fixture
    def first(self, project: Project) -> Artifact:
        """The document of a claim that is written at since noon; the others wait."""
        claim_all(project, now=NOON)
        return project.documents()[0]

    def begun(self) -> dict[int, datetime | None]:
        return dict(GenerationAttempt.objects.values_list("artifact", "started_at"))

    def test_only_the_one_that_is_written_at_has_begun(self, first: Artifact) -> None:
        assert GenerationAttempt.objects.mark_begun() == 1
        assert {key for key, begun in self.begun().items() if begun} == {first.pk}
        assert self.begun()[first.pk] == NOON

    def test_what_another_worker_had_begun_keeps_its_beginning(self, first: Artifact) -> None:
        first.attempts.update(started_at=NOON - timedelta(hours=1))
        assert GenerationAttempt.objects.mark_begun() == 0
        assert self.begun()[first.pk] == NOON - timedelta(hours=1)

    def test_an_attempt_that_is_closed_stays_as_it_is(self, first: Artifact) -> None:
        first.attempts.all().close(GenerationAttempt.Outcome.CANCELLED, now=LATER)
        assert GenerationAttempt.objects.mark_begun() == 0
        assert self.begun()[first.pk] is None


def test_only_what_is_open_is_closed(project: Project, founder: User) -> None:
    claim_all(project, now=NOON)
    done = project.documents()[0].attempts.get()
    assert project.documents()[0].attempts.close(GenerationAttempt.Outcome.STORED, now=NOON) == 1
    count = GenerationAttempt.objects.all().close(GenerationAttempt.Outcome.CANCELLED, now=LATER)
    assert count == len(project.documents()) - 1
    done.refresh_from_db()
    assert (done.outcome, done.finished_at) == ("stored", NOON)


def test_ordering_the_same_again_keeps_the_order_and_no_part_of_the_receipt() -> None:
    closed = GenerationAttemptFactory.create(
        trigger="staff",
        reason="They cannot reach it.",
        edits="keep",
        wish="Shorter",
        interruptions=1,
        postponements=2,
        request_id="abc",
        tokens_in=7,
        version_written=3,
        started_at=NOON,
    )
    again = closed.again(now=LATER, interruptions=2)
    again.refresh_from_db()
    kept = "artifact_id token trigger reason requested_by_id edits wish postponements runner"
    for name in (*kept.split(), "request_id", "started_at"):
        assert getattr(again, name) == getattr(closed, name), name
    assert (again.created_at, again.interruptions) == (LATER, 2)
    assert (again.outcome, again.finished_at) == ("open", None)
    assert (again.tokens_in, again.version_written, again.duration_seconds) == (None, None, None)


def test_the_index_of_unusual_outcomes_has_all_but_stored() -> None:
    _, [(_, indexed)], _ = UNUSUAL_OUTCOME.deconstruct()
    assert set(indexed) == set(GenerationAttempt.Outcome.values) - {"stored"}
