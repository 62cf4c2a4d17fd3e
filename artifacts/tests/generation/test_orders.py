"""What a writer is asked for: what its version has to agree with, what it may spend, and whether it
is still wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from django.conf import LazySettings

from artifacts.generation.claims import Edits, cancel_generation
from artifacts.generation.shutdown import abandon
from artifacts.generation.writer import write_claim
from artifacts.models import Project
from artifacts.runners.base import WriteRequest
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import StubRunner, claim_all
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

BRIEF, SCOPE, STEPS, RISKS, HOW = (
    ArtifactType(name) for name in ("brief", "mvp_scope", "milestones", "risk_log", "how_it_works")
)


class Listening(StubRunner):
    """Remembers what was asked for, by document, and whether it was wanted at that moment."""

    def __init__(self, before: Any = None) -> None:
        super().__init__(before=before)
        self.orders: dict[ArtifactType, WriteRequest] = {}
        self.wanted: list[bool] = []

    def write(self, project: Any, artifact_type: Any, earlier: Any, order: WriteRequest) -> Any:
        self.orders[artifact_type] = order
        result = super().write(project, artifact_type, earlier, order)
        assert order.is_wanted
        self.wanted.append(order.is_wanted())
        return result


def listen(project: Project, types: Sequence[ArtifactType], **claimed: Any) -> Listening:
    runner = Listening()
    write_claim(claim_all(project, types, **claimed), runner=runner)
    return runner


@pytest.mark.parametrize(
    ("claimed", "standing"),
    [
        ([BRIEF], {BRIEF: [SCOPE, STEPS, RISKS, HOW]}),
        ([STEPS], {STEPS: [BRIEF, SCOPE, RISKS, HOW]}),
        # What the same claim has written before counts too; what it is yet to write does not.
        ([SCOPE, RISKS], {SCOPE: [BRIEF, STEPS, HOW], RISKS: [BRIEF, SCOPE, STEPS, HOW]}),
        # Where all are written again, nothing stays that could be contradicted.
        (GENERATION_ORDER, {t: [] for t in GENERATION_ORDER}),
    ],
)
def test_a_new_version_has_to_agree_with_what_stays_as_it_is(
    written_project: Project,
    claimed: Sequence[ArtifactType],
    standing: dict[ArtifactType, list[ArtifactType]],
) -> None:
    orders = listen(written_project, claimed).orders
    assert {t: list(order.rewriting.standing) for t, order in orders.items()} == standing


def test_a_first_version_has_nothing_to_agree_with_and_nothing_before_it(
    project: Project,
) -> None:
    for order in listen(project, GENERATION_ORDER).orders.values():
        assert (order.rewriting.previous, dict(order.rewriting.standing)) == (None, {})


def test_documents_that_were_never_written_are_nothing_to_agree_with(project: Project) -> None:
    listen(project, [BRIEF])
    order = listen(project, [BRIEF]).orders[BRIEF]
    assert dict(order.rewriting.standing) == {}
    assert order.rewriting.previous is not None


def test_the_founders_plan_counts_and_what_they_want(project: Project) -> None:
    orders = listen(project, [BRIEF, SCOPE], wish="Shorter, please").orders
    assert {order.tier for order in orders.values()} == {Tier.PARTNER}
    assert {order.rewriting.wish for order in orders.values()} == {"Shorter, please"}


@pytest.mark.parametrize("budget", [None, Decimal("1.5"), Decimal("0.000001")])
def test_it_may_spend_what_is_left_of_the_day(
    project: Project, settings: LazySettings, budget: Decimal | None
) -> None:
    settings.INSTALLATION_DAY_BUDGET_USD = budget
    assert listen(project, [BRIEF]).orders[BRIEF].budget_usd == budget


def test_it_is_wanted_until_its_lock_is_gone(project: Project, heartbeat: Any) -> None:
    def end(artifact_type: ArtifactType) -> None:
        if artifact_type is SCOPE:
            cancel_generation(project)
            heartbeat.beat()

    runner = Listening(before=end)
    write_claim(claim_all(project), runner=runner)
    assert runner.wanted == [True, False]
    assert project.artifacts.filter(version_number=1).count() == 1


def test_it_is_not_wanted_once_its_worker_has_given_it_up(project: Project) -> None:
    """The call ends then, and not at the next beat."""
    claimed = claim_all(project, [BRIEF])
    runner = Listening(before=lambda _: abandon(claimed.token))
    assert write_claim(claimed, runner=runner) == []
    assert runner.wanted == [False]


def test_a_name_that_the_order_has_says_who_writes(written_project: Project) -> None:
    """The settings may name another writer by the time a worker comes to it."""
    claimed = claim_all(written_project, runner="fake", edits=Edits.OVERWRITE)
    write_claim(claimed)
    assert written_project.artifacts.filter(version_number=2).count() == ALL_DOCUMENTS
