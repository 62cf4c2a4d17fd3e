"""Sums over receipts, and the budgets that are held against them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from artifacts.exceptions import BudgetExhausted
from artifacts.generation.claims import Outcome, Requester, cancel
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.interview.wording import Interview, Spent
from artifacts.models import GenerationAttempt, Project, User
from artifacts.runners.base import (
    PermanentRunnerError,
    RetryableRunnerError,
    Usage,
    WriteRequest,
    WriteResult,
)
from artifacts.schemas import ArtifactType, Contents
from artifacts.templatetags.artifacts_ui import money
from artifacts.tests.support.factories import StubRunner, claim_all, make_project, make_user
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.usage.budgets import budget_left, check_budget
from artifacts.usage.totals import UsageTotals, spent, spent_on, start_of_day

pytestmark = pytest.mark.django_db

BRIEF = ArtifactType.BRIEF
Kind = GenerationAttempt.Trigger


class Paid(StubRunner):
    """A writer whose documents cost something, and who remembers what it was allowed to spend."""

    def __init__(self, cost: str | None = "0.25", before: Any = None) -> None:
        super().__init__(before=before)
        self.usage = Usage("m-1", "p1", 1000, 200, 600, 2, Decimal(cost) if cost else None)
        self.allowed: list[Decimal | None] = []

    def write(
        self,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest,
    ) -> WriteResult:
        self.allowed.append(order.budget_usd)
        return WriteResult(
            super().write(project, artifact_type, earlier, order).content, self.usage
        )


def ask(project: Project, user: User | None = None, **changes: Any) -> Any:
    return claim_all(project, trigger=Requester(Kind.FOUNDER, user or project.owner), **changes)


def test_all_is_summed_and_what_is_unknown_is_named(project: Project) -> None:
    write_claim(ask(project), runner=Paid())
    write_claim(ask(project, types=[BRIEF]), runner=Paid(cost=None))

    def refuse(_: ArtifactType) -> None:
        raise PermanentRunnerError("no", usage=Usage(tokens_in=50, cost_usd=Decimal("0.01")))

    write_claim(ask(project, types=[BRIEF]), runner=StubRunner(before=refuse))
    write_claim(ask(make_project()), runner=Paid())

    GenerationAttempt.objects.update(duration_seconds=2.0)

    found = spent_on(project)
    written = ALL_DOCUMENTS + 1
    cost = ALL_DOCUMENTS * Decimal("0.25") + Decimal("0.01")
    assert found == UsageTotals(
        written, 1000 * written + 50, 200 * written, 600 * written, 0, cost, 1, 2.0 * (written + 1)
    )
    assert spent(founder_id=project.owner.pk) == found
    assert spent().documents == 2 * ALL_DOCUMENTS + 1
    assert spent(since=timezone.now() + timedelta(hours=1)) == UsageTotals(
        0, 0, 0, 0, 0, Decimal(0), 0, 0.0
    )


def test_what_was_dropped_is_paid_for_all_the_same(project: Project) -> None:
    """The founder stopped the writing while the brief was in progress."""
    cascade = ask(project)
    write_claim(cascade, runner=Paid(before=lambda _: cancel(cascade)))
    assert spent_on(project).cost_usd == Decimal("0.25")
    assert project.artifacts.get(artifact_type="brief").attempts.get().outcome == Outcome.CANCELLED


def test_what_the_questions_took_counts_for_project_founder_and_day(project: Project) -> None:
    made = Spent(tokens_in=700, tokens_out=90, requests=1, cost_usd=Decimal("0.0125"))
    Project.objects.filter(pk=project.pk).update(interview_questions=Interview(spent=made).dump())
    untold = make_project(project.owner)
    Project.objects.filter(pk=untold.pk).update(
        interview_questions=Interview(spent=Spent(requests=1)).dump()
    )
    make_project(project.owner)
    project.refresh_from_db()
    untold.refresh_from_db()
    assert spent_on(project) == UsageTotals(0, 700, 90, 0, 0, Decimal("0.0125"), 0, 0.0)
    assert spent_on(untold) == UsageTotals(0, 0, 0, 0, 1, Decimal(0), 1, 0.0)
    midnight = start_of_day(timezone.now())
    assert spent(founder_id=project.owner_id, since=midnight) == UsageTotals(
        0, 700, 90, 0, 1, Decimal("0.0125"), 1, 0.0
    )
    assert spent(founder_id=make_user().pk).tokens_in == 0
    assert spent(since=midnight + timedelta(days=1)).tokens_in == 0
    with (
        override_settings(INSTALLATION_DAY_BUDGET_USD=Decimal("0.01")),
        pytest.raises(BudgetExhausted),
    ):
        check_budget(None, now=timezone.now())


def test_what_is_guessed_counts_for_budgets_and_is_told_as_unknown(
    project: Project, settings: Any
) -> None:
    def break_off(_: ArtifactType) -> None:
        raise RetryableRunnerError("reset", usage=Usage(requests=1, guessed_usd=Decimal("0.30")))

    write_claim(ask(project, types=[BRIEF]), runner=StubRunner(before=break_off))
    told = Spent(requests=2, tokens_in=10, cost_usd=Decimal("0.01"), guessed_usd=Decimal("0.02"))
    Project.objects.filter(pk=project.pk).update(interview_questions=Interview(spent=told).dump())
    project.refresh_from_db()
    found = spent_on(project)
    assert (found.cost_usd, found.guessed_usd, found.unknown_costs) == (
        Decimal("0.01"),
        Decimal("0.32"),
        2,
    )
    assert replace(spent(founder_id=project.owner_id), seconds=0) == replace(found, seconds=0)
    settings.FOUNDER_DAY_BUDGET_USD, settings.INSTALLATION_DAY_BUDGET_USD = (
        Decimal("0.50"),
        Decimal("0.40"),
    )
    assert budget_left(project.owner_id, now=timezone.now()) == Decimal("0.07")
    settings.INSTALLATION_DAY_BUDGET_USD = None
    assert budget_left(project.owner_id, now=timezone.now()) == Decimal("0.17")


@pytest.mark.parametrize(("runner", "unknown"), [("llm", 1), ("fake", 0)])
def test_what_a_call_cost_whose_worker_died_is_unknown_but_for_the_offline_writers(
    project: Project, runner: str, unknown: int
) -> None:
    ask(project, types=[BRIEF], runner=runner)
    resume_abandoned(deliver=lambda _: None, now=timezone.now() + timedelta(minutes=1))
    assert spent_on(project).unknown_costs == unknown


def test_before_a_runner_is_called_nothing_is_unknown(project: Project) -> None:
    write_claim(ask(project, runner="typewriter"))
    assert (spent_on(project).unknown_costs, spent_on(project).unknown_tokens) == (0, 0)


@pytest.mark.parametrize(
    ("cost", "said"),
    [("0.25", f"${ALL_DOCUMENTS * 0.25:.2f}."), (None, "cost unknown.")],
)
def test_pages_say_it_in_a_line(
    project: Project, founder_client: Client, cost: str | None, said: str
) -> None:
    said = f"{ALL_DOCUMENTS} versions, {1200 * ALL_DOCUMENTS:,} tokens, {said}"
    write_claim(ask(project), runner=Paid(cost))
    assert (
        f"Written so far: {said}"
        in founder_client.get(reverse("project_detail", args=[project.pk])).content.decode()
    )
    assert f"Written today: {said}" in founder_client.get(reverse("account")).content.decode()
    receipt = founder_client.get(
        reverse("artifact_detail", args=[project.pk, "brief"])
    ).content.decode()
    for words in (
        "2 requests",
        "1,200 tokens, 600 of them from the cache",
        "$0.25" if cost else "cost unknown",
    ):
        assert f"<li>{words}</li>" in receipt


class TestBudgets:
    @pytest.fixture(autouse=True)
    def _a_dollar_each(self, settings: Any) -> None:
        settings.FOUNDER_DAY_BUDGET_USD = Decimal("1.00")

    def test_what_is_left_goes_into_each_order(self, project: Project) -> None:
        runner = Paid("0.25")
        write_claim(ask(project), runner=runner)
        assert runner.allowed == [Decimal(left) for left in ("1.00", "0.75", "0.50", "0.25")]

    def test_the_next_document_of_a_running_cascade_fails_readably(self, project: Project) -> None:
        write_claim(ask(project), runner=Paid("0.50"))
        rows = {row.artifact_type: row for row in project.artifacts.all()}
        assert rows["mvp_scope"].version_number == 1
        failure = rows["milestones"].failure
        assert failure is not None
        assert failure["retryable"]
        assert (
            "used up. What is written is kept; try again after midnight UTC" in failure["message"]
        )
        assert spent_on(project).unknown_costs == 0

    def test_a_claim_is_refused_until_midnight(self, project: Project, founder: User) -> None:
        write_claim(ask(project), runner=Paid("0.50"))
        other = make_project(founder, name="Another")
        with pytest.raises(BudgetExhausted, match="budget for your documents is used up"):
            ask(other)
        assert not other.artifacts.generating().exists()
        ask(other, now=start_of_day(timezone.now()) + timedelta(days=1))

    def test_it_counts_on_the_day_on_which_it_was_finished(
        self, project: Project, founder: User
    ) -> None:
        write_claim(ask(project), runner=Paid("0.50"))
        GenerationAttempt.objects.update(finished_at=datetime(2026, 5, 1, 23, 59, tzinfo=UTC))
        with pytest.raises(BudgetExhausted):
            ask(project, now=datetime(2026, 5, 1, 23, 59, 30, tzinfo=UTC))
        ask(project, now=datetime(2026, 5, 2, tzinfo=UTC))

    def test_it_is_each_founders_own_and_none_of_staffs(
        self, project: Project, founder: User
    ) -> None:
        write_claim(ask(project), runner=Paid("0.50"))
        ask(make_project(make_user()))
        claim_all(make_project(founder, name="Another"), trigger=Requester(Kind.STAFF, founder))

    def test_the_installations_stops_everybody(self, project: Project, settings: Any) -> None:
        settings.FOUNDER_DAY_BUDGET_USD, settings.INSTALLATION_DAY_BUDGET_USD = (
            None,
            Decimal("1.00"),
        )
        write_claim(ask(project), runner=Paid("0.50"))
        for claim in (ask, claim_all):
            with pytest.raises(BudgetExhausted, match="budget for writing is used up"):
                claim(make_project())


@pytest.mark.parametrize(
    ("usd", "words"),
    [
        ("0", "$0.00"),
        ("0.000004", "$0.000004"),
        ("0.0042", "$0.0042"),
        ("0.0099999", "$0.01"),
        ("0.015", "$0.02"),
        ("0.025", "$0.03"),
        ("1234.565", "$1,234.57"),
    ],
)
def test_money_is_rounded_half_up_and_below_a_cent_told_in_full(usd: str, words: str) -> None:
    assert money(Decimal(usd)) == words


def test_a_sum_of_small_costs_adds_up_to_its_parts() -> None:
    parts = [Decimal("0.0021"), Decimal("0.0017")]
    assert sum(Decimal(money(part).removeprefix("$")) for part in parts) == Decimal(
        money(sum(parts, Decimal()))[1:]
    )


def test_a_warning_is_on_the_receipt_of_a_document_that_was_stored(project: Project) -> None:
    runner = Paid()
    runner.usage = Usage(warning="It read 200 tokens of about 9000.")
    write_claim(ask(project), runner=runner)
    receipts = GenerationAttempt.objects.filter(artifact__project=project)
    assert set(receipts.values_list("outcome", "error")) == {
        ("stored", "It read 200 tokens of about 9000.")
    }
