from __future__ import annotations

import csv
import io
import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts import tasks
from artifacts.charts import columns
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project, Worker
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import (
    GenerationAttemptFactory,
    StubRunner,
    claim_all,
    make_project,
)
from artifacts.tests.support.operators import VIEWER, operator_client, page
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.usage.metrics import kind_of, read_history, read_queue, read_workers
from artifacts.usage.workers import report_worker

pytestmark = pytest.mark.django_db

OVERVIEW = "/admin/artifacts/generationattempt/overview/"
NOW = timezone.now().replace(hour=12, minute=0)


def attempt(artifact: Artifact, days_ago: int = 0, **fields: Any) -> GenerationAttempt:
    at = NOW - timedelta(days=days_ago)
    values = {"runner": "llm", "finished_at": at, **fields}
    return GenerationAttemptFactory.create(artifact=artifact, created_at=at, **values)


@pytest.fixture
def brief(project: Project) -> Artifact:
    return project.artifacts.get(artifact_type="brief")


def test_days_count_how_what_was_asked_for_has_ended(brief: Artifact) -> None:
    for outcome in (
        "stored",
        "proposed",
        "failed",
        "postponed",
        "skipped",
        "abandoned",
        "cancelled",
    ):
        attempt(brief, outcome=outcome)
    attempt(brief, outcome="open", finished_at=None)
    attempt(brief, days_ago=6)
    attempt(brief, days_ago=7)
    history = read_history(7, now=NOW)
    first, *_, last = history.days
    assert (len(history.days), history.total) == (7, 9)
    assert (first.stored, first.total) == (1, 1)
    assert (last.stored, last.failed, last.other, last.open) == (2, 1, 4, 1)
    assert history.success == 75


def test_budgets_that_cannot_be_held_are_named(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = operator_client(*VIEWER)
    assert "overview-notice" not in page(client, OVERVIEW)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-test")
    settings.LLM = {**settings.LLM, "model": "openai:nobody-knows-me", "unpriced": "free"}
    assert "overview-notice" not in page(client, OVERVIEW)
    settings.FOUNDER_DAY_BUDGET_USD = Decimal(5)
    shown = page(client, OVERVIEW)
    assert (
        "Nobody knows the price of openai:nobody-knows-me, so FOUNDER_DAY_BUDGET_USD cannot hold"
        in shown
    )
    assert "It counts as nothing, because LLM_UNPRICED is <code>free</code>." in shown


def test_causes_are_counted_by_their_first_words(brief: Artifact) -> None:
    for place in ("core_features > 1", "key_constraint"):
        attempt(brief, outcome="failed", error=f"invalid output: {place}: too long")
    attempt(brief, outcome="failed", error="invalid output: other", trigger="staff")
    attempt(brief, outcome="skipped")
    found = [(c.outcome, c.words, c.trigger, c.number) for c in read_history(7, now=NOW).causes]
    assert found == [
        ("Failed", "invalid output", "Founder", 2),
        ("Failed", "invalid output", "Staff", 1),
        ("Skipped", "A document that it builds on failed", "Founder", 1),
    ]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("ValueError('no')", "ValueError"),
        ("It stopped. And more", "It stopped"),
        ("", "No cause was recorded"),
        ("x" * 90, "x" * 60 + "…"),
    ],
)
def test_a_cause_is_the_kind_without_the_case(error: str, words: str) -> None:
    assert kind_of("failed", error) == words


def test_times_are_median_and_95th_percentile_by_document(
    brief: Artifact, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seconds in range(1, 21):
        attempt(brief, duration_seconds=float(seconds))
    attempt(brief, outcome="failed", duration_seconds=900.0)
    history = read_history(7, now=NOW)
    speed, other, *_ = history.speeds
    assert (speed.type, speed.number, speed.median_seconds, speed.p95_seconds) == (
        ArtifactType.BRIEF,
        20,
        10.5,
        19.0,
    )
    assert (other.number, other.median_seconds) == (0, None)
    assert not history.is_sampled
    monkeypatch.setattr("artifacts.usage.metrics.SAMPLE", 5)
    history = read_history(7, now=NOW)
    assert history.is_sampled
    assert history.speeds[0].number == 5


def test_costs_that_nobody_knows_are_not_zero(brief: Artifact) -> None:
    tokens = {"tokens_in": 100, "tokens_out": 20, "tokens_cached": 50}
    attempt(brief, model="a", cost_usd=Decimal("0.5"), **tokens)
    attempt(brief, model="a", cost_usd=None, outcome="failed", **tokens)
    attempt(brief, model="b", cost_usd=None)
    attempt(brief, runner="fake", model="offline writer", cost_usd=Decimal(0))
    history = read_history(7, now=NOW)
    first, second = history.spending
    assert (first.model, first.attempts, first.tokens_in, first.tokens_cached) == ("a", 2, 200, 100)
    assert (first.cost_usd, first.unpriced, second.unpriced) == (Decimal("0.5"), 1, 1)
    shown = page(operator_client(*VIEWER), OVERVIEW)
    assert "and 2 attempts of unknown cost" in shown
    assert ">unknown<" in shown


def test_the_queue_is_what_nobody_has_begun(project: Project) -> None:
    claim_all(project, started=True)
    claim_all(make_project(), started=False)
    older = make_project()
    claim_all(older, [ArtifactType.BRIEF], started=False)
    asked = timezone.now() - timedelta(hours=1)
    GenerationAttempt.objects.filter(artifact__project=older).update(created_at=asked)
    queue = read_queue(now=timezone.now())
    assert (queue.generations, queue.documents, queue.oldest, queue.postponed) == (
        2,
        ALL_DOCUMENTS + 1,
        asked,
        0,
    )
    older.artifacts.generating().update(resumes_at=timezone.now())
    queue = read_queue(now=timezone.now())
    assert (queue.generations, queue.documents, queue.postponed) == (1, ALL_DOCUMENTS, 1)
    assert (queue.writing, queue.interrupted) == (1, 0)
    assert read_queue(now=timezone.now() + timedelta(minutes=1)).interrupted == 1


def test_workers_say_that_they_live_and_are_forgotten() -> None:
    first, second = uuid.uuid4(), uuid.uuid4()
    report_worker(first, threads=2, now=NOW)
    report_worker(first, threads=2, now=NOW + timedelta(minutes=59))
    assert [alive for _, alive in read_workers(now=NOW + timedelta(minutes=59))] == [True]
    assert [alive for _, alive in read_workers(now=NOW + timedelta(minutes=61))] == [False]
    report_worker(second, threads=2, now=NOW + timedelta(hours=3))
    assert list(Worker.objects.values_list("pk", flat=True)) == [second]


def test_a_worker_reports_beside_sweeping(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tasks.report()
    assert Worker.objects.filter(pk=tasks.WORKER).exists()
    monkeypatch.setattr(tasks, "report_worker", lambda *_, **__: 1 / 0)
    tasks.report()
    assert "trying again in 10 s" in caplog.text


def test_an_empty_installation_has_an_overview() -> None:
    shown = page(operator_client(*VIEWER), OVERVIEW)
    assert "Nothing was asked for in these days." in shown
    assert "No worker has been heard of in the last hour." in shown
    assert "<rect" not in shown
    assert "unknown cost</small>" not in shown


def test_a_queue_that_is_out_of_reach_spoils_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.tasks.HUEY.pending_count", lambda: 1 / 0)
    assert "out of reach" in page(operator_client(*VIEWER), OVERVIEW)


def test_days_that_are_over_are_read_once(
    brief: Artifact, django_assert_max_num_queries: Any
) -> None:
    for days_ago in range(40):
        attempt(brief, days_ago)
    client = operator_client(*VIEWER)
    with django_assert_max_num_queries(20):
        first = client.get(OVERVIEW, {"days": 90})
    with django_assert_max_num_queries(13):
        again = client.get(OVERVIEW, {"days": 90})
    assert (first.context["history"].total, again.context["history"].total) == (40, 40)
    just_now = timezone.now()
    GenerationAttemptFactory.create(artifact=brief, created_at=just_now, finished_at=just_now)
    assert client.get(OVERVIEW, {"days": "x"}).context["history"].total == 31


@pytest.mark.parametrize(
    ("asked_at", "counted"),
    [
        pytest.param("2026-07-19 01:30", 1, id="an hour and a half after its end"),
        pytest.param("2026-07-19 00:30", 2, id="half an hour after its end"),
    ],
)
def test_a_day_may_change_until_an_hour_after_its_end(
    brief: Artifact, asked_at: str, counted: int
) -> None:
    now = datetime.fromisoformat(f"{asked_at}+00:00")
    asked_late = datetime(2026, 7, 18, 23, 59, tzinfo=UTC)
    for _ in range(2):
        GenerationAttemptFactory.create(artifact=brief, created_at=asked_late, finished_at=now)
        yesterday = read_history(7, now=now).days[-2]
    assert yesterday.stored == counted


def test_a_day_on_which_something_is_open_is_read_again(brief: Artifact) -> None:
    one = attempt(brief, days_ago=5, outcome="open", finished_at=None)
    assert read_history(7, now=NOW).days[1].open == 1
    GenerationAttempt.objects.filter(pk=one.pk).update(outcome="stored", finished_at=NOW)
    assert read_history(7, now=NOW).days[1].stored == 1


def test_each_table_is_had_as_csv_that_calculates_nothing(brief: Artifact) -> None:
    write_claim(claim_all(make_project()), runner=StubRunner())
    attempt(brief, outcome="failed", error="=1+1: x", model="@SUM(1)", tokens_in=1234)
    client = operator_client(*VIEWER)
    report_worker(uuid.uuid4(), threads=2, now=timezone.now())
    tables = {}
    for name in ("days", "causes", "times", "spending", "workers"):
        answer = client.get(reverse("admin:overview_csv", args=[name]), {"days": 7})
        assert "attachment" in answer["Content-Disposition"]
        tables[name] = list(csv.reader(io.StringIO(answer.content.decode())))
    assert tables["causes"][1] == ["Failed", "'=1+1", "Founder", "llm", "1"]
    assert tables["spending"][1][1:4] == ["'@SUM(1)", "1", "1234"]
    assert tables["spending"][1][6:] == ["", "1"]
    assert len(tables["times"]) == ALL_DOCUMENTS + 1
    assert client.get(reverse("admin:overview_csv", args=["secrets"])).status_code == 404


def test_only_those_who_see_attempts_see_it(founder_client: Client) -> None:
    for address in (OVERVIEW, reverse("admin:overview_csv", args=["days"])):
        assert operator_client("view_project").get(address).status_code == 403
        assert founder_client.get(address).status_code == 302
    assert OVERVIEW not in page(operator_client("view_project"), "/admin/")
    assert OVERVIEW in page(operator_client(*VIEWER), "/admin/")


def test_columns_are_drawn_to_one_scale() -> None:
    drawn = columns.columns(
        [("1 May", [("stored", 30), ("failed", 10)], ""), ("2 May", [("stored", 0)], "")]
    )
    assert drawn is not None
    assert [line.label for line in drawn.lines] == ["50", "25", "0"]
    stored, failed = drawn.columns[0].parts
    assert (stored.y, stored.height, failed.y, failed.height) == ("64.0", "96.0", "32.0", "32.0")
    assert columns.columns([("1 May", [("stored", 0)], "")]) is None
