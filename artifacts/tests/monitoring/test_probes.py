"""What probes are told, and who may ask."""

from __future__ import annotations

import subprocess
import sys
import urllib.error
import urllib.request
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as product_settings
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import REGISTRY

from artifacts.generation.leases import LEASE
from artifacts.generation.writer import write_claim
from artifacts.models import Project, Worker
from artifacts.monitoring.worker_server import serve
from artifacts.tests.support.factories import StubRunner, claim_all
from artifacts.usage import health
from artifacts.usage.workers import SILENT_AFTER, report_worker
from artifacts.views import probes

TOKEN = "a-token-of-the-operator"


def see_a_worker(ago: timedelta = timedelta(0)) -> None:
    worker = Worker(
        host="host", pid=1, threads=2, started_at=timezone.now(), seen_at=timezone.now() - ago
    )
    worker.save()


def samples(text: str) -> dict[tuple[str, ...], float]:
    """Return the value of each sample by its name and the values of its labels."""
    families = text_string_to_metric_families(text)
    return {
        (one.name, *one.labels.values()): one.value for family in families for one in family.samples
    }


def break_the_database(*_: Any, **__: Any) -> None:
    raise OperationalError("connection refused")


# Who may ask


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "setting"), probes.PATHS.items())
@pytest.mark.parametrize(
    ("guard", "headers", "statuses"),
    [
        ("open", {}, {200, 503}),
        ("off", {"Authorization": f"Bearer {TOKEN}"}, {404}),
        ("token", {}, {401}),
        ("token", {"Authorization": "Bearer another"}, {401}),
        ("token", {"Authorization": f"Basic {TOKEN}"}, {401}),
        ("token", {"Authorization": f"Bearer {TOKEN}"}, {200, 503}),
        ("token", {"Authorization": f"bearer  {TOKEN}"}, {200, 503}),
    ],
)
def test_the_setting_says_who_may_ask(
    path: str,
    setting: str,
    guard: str,
    headers: dict[str, str],
    statuses: set[int],
    settings: Any,
    client: Client,
) -> None:
    settings.OPERATIONS_TOKEN = TOKEN
    setattr(settings, setting, guard)
    response = client.get(path, headers=headers)
    assert response.status_code in statuses
    assert response["Cache-Control"] == "no-store"
    assert response.has_header("WWW-Authenticate") == (response.status_code == 401)


@pytest.mark.parametrize("path", probes.PATHS)
def test_nothing_is_sent_to_a_probe(path: str, client: Client) -> None:
    assert client.post(path).status_code == 405


def test_metrics_are_told_to_nobody_by_default(client: Client) -> None:
    assert client.get("/metrics").status_code == 404


# /healthz


def test_a_process_is_healthy_under_any_name_without_https_session_or_database(
    settings: Any,
) -> None:
    """A test without the mark for a database fails at the first query."""
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["cofounder.example"]
    response = Client().get(
        "/healthz", headers={"Host": "10.0.0.7:8000", "Cookie": "sessionid=some-session"}
    )
    assert (response.status_code, response.content) == (200, b"ok\n")


# /readyz


@pytest.mark.django_db
def test_it_is_ready_with_a_database_that_is_migrated_a_queue_and_a_worker(client: Client) -> None:
    see_a_worker()
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"ready": True, "checks": dict.fromkeys(health.CHECKS, "ok")}


@pytest.mark.django_db
def test_it_is_not_ready_without_a_worker_unless_that_is_left_out(client: Client) -> None:
    assert client.get("/readyz").json()["checks"]["worker"] == "none has ever been seen"
    see_a_worker(SILENT_AFTER)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["checks"]["worker"]) == (
        503,
        "none has been seen lately",
    )
    assert client.get("/readyz?exclude=worker").status_code == 200


@pytest.mark.django_db
def test_it_is_not_ready_before_it_is_migrated(client: Client) -> None:
    name = max(name for app, name in health._newest_migrations() if app == "artifacts")
    MigrationRecorder(connection).record_unapplied("artifacts", name)
    response = client.get("/readyz?exclude=worker")
    assert response.status_code == 503
    assert response.json()["checks"]["migrations"] == f"not migrated: artifacts.{name}"


@pytest.mark.django_db
def test_it_is_not_ready_without_its_queue(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probes, "waiting_messages", lambda: None)
    response = client.get("/readyz?exclude=worker")
    assert (response.status_code, response.json()["checks"]["queue"]) == (503, "out of reach")


@pytest.mark.django_db
def test_without_a_database_nothing_else_is_asked(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "_check_database", break_the_database)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"] == {"database": "the database is out of reach"}


# /metrics


def count(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


@pytest.mark.django_db
def test_requests_are_counted_by_view_and_status(
    founder_client: Client, stranger_client: Client, project: Project
) -> None:
    def counted() -> list[float]:
        name, view = "cofounder_request_seconds_count", "project_detail"
        return [count(name, method="GET", view=view, status=status) for status in ("200", "404")]

    before = counted()
    page = reverse("project_detail", args=[project.pk])
    founder_client.get(page)
    stranger_client.get(page)
    stranger_client.get(page)
    assert [now - then for now, then in zip(counted(), before, strict=True)] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_documents_are_counted_with_what_they_took(project: Project) -> None:
    def counted() -> list[float]:
        usage = {"runner": "fake", "model": "stub-1"}
        return [
            count("cofounder_documents_total", runner="fake", outcome="stored"),
            count("cofounder_document_seconds_count", runner="fake"),
            count("cofounder_tokens_total", direction="in", **usage),
            count("cofounder_tokens_total", direction="out", **usage),
        ]

    before = counted()
    write_claim(claim_all(project), runner=StubRunner())
    assert [now - then for now, then in zip(counted(), before, strict=True)] == [5, 5, 50, 100]


@pytest.mark.django_db
def test_leases_queue_and_workers_are_told_as_they_are(
    project: Project, settings: Any, client: Client
) -> None:
    settings.METRICS = "open"
    claim_all(project)
    brief, scope, *_ = project.documents()
    now = timezone.now()
    project.artifacts.filter(pk=brief.pk).update(begun_at=now)
    project.artifacts.filter(pk=scope.pk).update(lease_expires_at=now - LEASE)
    see_a_worker()
    see_a_worker(SILENT_AFTER)
    found = samples(client.get("/metrics").content.decode())
    leases = {
        state: found["cofounder_leases", state]
        for state in ("writing", "waiting", "postponed", "expired")
    }
    assert leases == {"writing": 1, "waiting": 3, "postponed": 0, "expired": 1}
    assert found[("cofounder_workers",)] == 1
    assert found[("cofounder_queue_messages",)] == 0
    assert found[("cofounder_database_up",)] == 1


@pytest.mark.django_db
def test_metrics_are_told_without_a_database_too(
    settings: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.METRICS = "open"
    monkeypatch.setattr(health.Present, "_leases", break_the_database)
    response = client.get("/metrics")
    found = samples(response.content.decode())
    assert response.status_code == 200
    assert found[("cofounder_database_up",)] == 0
    assert ("cofounder_workers",) not in found


def test_processes_of_one_machine_add_up(tmp_path: Path) -> None:
    """Also those that are no more: what they counted stays counted."""
    script = (
        "import django; django.setup(); from artifacts.monitoring import metrics;"
        "metrics.count_ended(runner='fake:slow:3', outcome='stored', number=2);"
        "print(metrics.exposition().decode())"
    )
    environment = {
        "PATH": "",
        "DEBUG": "on",
        "METRICS": "open",
        "METRICS_FOLDER": str(tmp_path / "metrics"),
        "DJANGO_SETTINGS_MODULE": "cofounder.settings",
    }
    for expected in (2, 4):
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=product_settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert samples(done.stdout)["cofounder_documents_total", "stored", "fake"] == expected


# A worker serves no pages


def ask(url: str, token: str = "") -> tuple[int, str]:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, ""


def test_a_worker_tells_what_it_has_counted(settings: Any) -> None:
    settings.OPERATIONS_TOKEN, settings.METRICS = TOKEN, "token"
    server = serve(("127.0.0.1", 0))
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        assert ask(f"{address}/healthz") == (200, "ok\n")
        assert ask(f"{address}/metrics")[0] == 401
        assert ask(f"{address}/admin/")[0] == 404
        status, text = ask(f"{address}/metrics", TOKEN)
        assert status == 200
        assert "cofounder_documents_total" in text
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.django_db
def test_a_worker_is_seen_by_what_it_reports(client: Client) -> None:
    worker = Worker(host="host")
    report_worker(worker.pk, threads=4, now=timezone.now())
    assert client.get("/readyz").json()["checks"]["worker"] == "ok"
