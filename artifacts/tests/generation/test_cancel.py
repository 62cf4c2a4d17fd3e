"""Stopping a running cascade."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.exceptions import ProjectDeleted
from artifacts.generation import claims
from artifacts.generation.claims import cancel_generation
from artifacts.generation.leases import LEASE
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project
from artifacts.schemas import ArtifactType
from artifacts.services.projects.lifecycle import delete_project
from artifacts.tests.support.children import wait_until
from artifacts.tests.support.factories import StubRunner, claim_all
from artifacts.tests.support.plain import ALL_DOCUMENTS, WRITE_ALL
from artifacts.tests.support.responses import text

pytestmark = pytest.mark.django_db(transaction=True)


def said(response: object) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))  # type: ignore[attr-defined]


def test_it_gives_back_the_locks_and_keeps_what_is_written(
    written_project: Project, founder_client: Client
) -> None:
    documents = written_project.artifacts.order_by("pk").values_list(
        "version_number", "current_content"
    )
    before = list(documents)
    claim_all(written_project, [ArtifactType.RISK_LOG, ArtifactType.HOW_IT_WORKS])
    response = founder_client.post(reverse("project_cancel", args=[written_project.pk]))
    assert "before 2 documents were written. Everything that was written before is kept." in said(
        response
    )
    assert not written_project.artifacts.generating().exists()
    assert list(documents.all()) == before


def test_what_was_cancelled_says_whether_it_had_been_begun(
    project: Project, founder_client: Client
) -> None:
    claim_all(project)
    founder_client.post(reverse("project_cancel", args=[project.pk]))
    begun = GenerationAttempt.objects.filter(outcome="cancelled", started_at__isnull=False)
    assert [attempt.artifact.type for attempt in begun] == [ArtifactType.BRIEF]


def test_when_nothing_runs_it_says_so(written_project: Project, founder_client: Client) -> None:
    response = founder_client.post(reverse("project_cancel", args=[written_project.pk]))
    assert "Nothing was being written" in said(response)


def test_the_rest_can_be_written_afterwards(project: Project, founder_client: Client) -> None:
    claim_all(project)
    founder_client.post(reverse("project_cancel", args=[project.pk]))
    page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
    assert WRITE_ALL in page


def test_a_running_cascade_offers_to_stop_and_says_what_is_kept(
    project: Project, founder_client: Client
) -> None:
    claim_all(project)
    page = text(founder_client.get(reverse("project_detail", args=[project.pk])))
    assert reverse("project_cancel", args=[project.pk]) in page
    assert "Every document that is written already is kept" in page


def test_a_worker_whose_text_nobody_wants_any_more_raises_no_alarm(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    cascade = claim_all(project)
    with caplog.at_level(logging.INFO):
        assert (
            write_claim(cascade, runner=StubRunner(before=lambda _: cancel_generation(project)))
            == []
        )
    assert f"brief of project {project.pk} was cancelled" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("name", ["project_cancel", "project_retry"])
def test_a_get_after_signing_in_again_leads_to_the_project(
    name: str, written_project: Project, founder_client: Client
) -> None:
    claim_all(written_project)
    response = founder_client.get(reverse(name, args=[written_project.pk]))
    assert response["Location"] == reverse("project_detail", args=[written_project.pk])
    assert written_project.artifacts.generating().count() == ALL_DOCUMENTS


def test_what_recovery_takes_up_at_this_moment_is_stopped_too(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever the cancelling lets go of the rows, a worker looks for abandoned ones."""
    claim_all(project, now=timezone.now() - 2 * LEASE)

    @contextmanager
    def atomic_and_then_recovery(**options: Any) -> Iterator[None]:
        with transaction.atomic(**options):
            yield
        resume_abandoned(deliver=lambda _: None)

    monkeypatch.setattr(
        claims,
        "transaction",
        SimpleNamespace(atomic=atomic_and_then_recovery, on_commit=transaction.on_commit),
    )
    assert cancel_generation(project) == ALL_DOCUMENTS
    assert not project.artifacts.generating().exists()


ONE_WRITER = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="has one writer at a time: the one waits for the other"
)


@ONE_WRITER
def test_a_claim_that_is_being_made_while_the_project_is_deleted_finds_it_gone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ProjectDeleted):
        _claim_while_deleting(project, monkeypatch, claims, "check_claim")
    assert not project.artifacts.generating().exists()


@ONE_WRITER
def test_a_claim_that_is_made_while_the_project_is_deleted_is_cancelled(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _claim_while_deleting(project, monkeypatch, GenerationAttempt, "save_for")
    assert not project.artifacts.generating().exists()


def _claim_while_deleting(
    project: Project, monkeypatch: pytest.MonkeyPatch, where: Any, name: str
) -> None:
    """Claim the project, and mark it as deleted before this step of the claim."""
    claiming, marked = threading.Event(), threading.Event()
    step = getattr(where, name)

    def do_slowly(*args: Any, **changes: Any) -> Any:
        claiming.set()
        assert marked.wait(60)
        return step(*args, **changes)

    monkeypatch.setattr(where, name, do_slowly)
    with ThreadPoolExecutor(2) as threads:
        claim = threads.submit(_and_disconnect, lambda: claim_all(project))
        assert claiming.wait(60)
        deletion = threads.submit(_and_disconnect, lambda: delete_project(project))
        wait_until(Project.objects.deleted().exists)
        marked.set()
        deletion.result()
        claim.result()


def _and_disconnect(act: Callable[[], object]) -> None:
    try:
        act()
    finally:
        connection.close()
