"""Whether what is done all day finds its rows by an index, however many projects there are.

PostgreSQL reads a small table whole whatever indexes it has. Here that is made dear: a plan that
reads one whole all the same has no index for it. An index over few rows, such as the documents
that are being written, may be read whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.generation.claims import cancel_generation
from artifacts.generation.leases import renew
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, GuestNote, Project, ShareLink, User
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.editing.idempotency import forget_forms
from artifacts.services.operations.retention import delete_outdated
from artifacts.services.projects.lifecycle import purge_deleted
from artifacts.tests.support.factories import (
    ArtifactFactory,
    ProjectFactory,
    StubRunner,
    UserFactory,
    claim_all,
)
from artifacts.tiers import Tier
from artifacts.usage.quota import day_use
from artifacts.usage.staff_index import index_changed

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="is about PostgreSQL"),
]

OTHERS = 500
"""Projects of other founders: enough that reading them all is dearer than looking one up."""
EXPLAINED = ("SELECT", "WITH", "UPDATE", "DELETE")
Plan = dict[str, Any]


@pytest.fixture(autouse=True)
def _many_projects(written_project: Project) -> None:
    now = timezone.now()
    owners = User.objects.bulk_create(UserFactory.build() for _ in range(OTHERS))
    projects = Project.objects.bulk_create(
        ProjectFactory.build(owner=owner, surveyed_at=now, updated_at=now) for owner in owners
    )
    documents = Artifact.objects.bulk_create(
        ArtifactFactory.build(project=project, artifact_type=artifact_type, surveyed_at=now)
        for project in projects[: OTHERS // len(GENERATION_ORDER)]
        for artifact_type in GENERATION_ORDER
    )
    GenerationAttempt.objects.bulk_create(
        GenerationAttempt(
            artifact=document,
            token=document.project_id,
            outcome=GenerationAttempt.Outcome.STORED,
            created_at=now,
            finished_at=now - timedelta(days=1),
        )
        for document in documents
    )
    links = ShareLink.objects.bulk_create(
        ShareLink(
            project=project,
            seed=b"",
            token_hash=project.pk.hex,
            tier=Tier.PARTNER.value,
            expires_at=now + timedelta(days=1),
            created_at=now,
        )
        for project in projects
    )
    GuestNote.objects.bulk_create(
        GuestNote(link=link, tier=link.tier, name="Jo", text="Why?", created_at=now)
        for link in links
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SET LOCAL enable_seqscan = off")


@contextmanager
def plans() -> Iterator[list[tuple[str, Plan]]]:
    """Collect each statement of the block, with how PostgreSQL would go about it."""
    collected: list[tuple[str, Plan]] = []

    def explain(execute: Callable[..., Any], sql: str, params: Any, *others: Any) -> Any:
        if sql.lstrip("( \n").upper().startswith(EXPLAINED):
            with connection.connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
                collected.append((sql, cursor.fetchone()[0][0]["Plan"]))
        return execute(sql, params, *others)

    with connection.execute_wrapper(explain):
        yield collected


def read_whole(plan: Plan) -> Iterator[str]:
    """Name the tables and indexes that a plan reads from one end to the other."""
    kind = plan["Node Type"]
    if kind == "Seq Scan" or ("Index" in kind and "Scan" in kind and not plan.get("Index Cond")):
        yield plan.get("Index Name") or plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from read_whole(part)


def indexes_over_few_rows() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexrelid::regclass::text FROM pg_index WHERE indpred IS NOT NULL")
        return {name for (name,) in cursor.fetchall()}


def _get(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def _look(name: str, **query: str) -> Callable[[Project, Client], None]:
    """Return what looks at a page of the founder's, about the project where it is about one."""

    def look(project: Project, client: Client) -> None:
        arguments: dict[str, list[object]] = {
            "project_detail": [project.pk],
            "artifact_detail": [project.pk, "mvp_scope"],
        }
        _get(client, reverse(name, args=arguments.get(name), query=query))

    return look


def _write(project: Project, _client: Client) -> None:
    steps = write_claim(claim_all(project), runner=StubRunner())
    assert all(step.succeeded for step in steps)


def _renew_and_cancel(project: Project, _client: Client) -> None:
    assert renew([claim_all(project).token]) == len(GENERATION_ORDER)
    cancel_generation(project)


def _sweep(project: Project, _client: Client) -> None:
    """Do what workers do every few seconds, or every hour."""
    claim_all(project)
    later = timezone.now() + timedelta(minutes=10)
    assert resume_abandoned(deliver=lambda claim: None, now=later)
    for clean_up in (purge_deleted, forget_forms, delete_outdated):
        clean_up(later)
    index_changed()


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(_look("project_list"), id="list of projects"),
        pytest.param(_look("project_detail"), id="project page"),
        pytest.param(_look("artifact_detail"), id="document page"),
        pytest.param(_look("search", q="shop"), id="search"),
        pytest.param(
            lambda project, _client: day_use(project.owner, now=timezone.now()), id="quota"
        ),
        pytest.param(_write, id="claim, write and store"),
        pytest.param(_renew_and_cancel, id="renew and cancel"),
        pytest.param(_sweep, id="sweeps"),
    ],
)
def test_rows_are_found_by_an_index(
    act: Callable[[Project, Client], None], written_project: Project, founder_client: Client
) -> None:
    few = indexes_over_few_rows()
    with plans() as explained:
        act(written_project, founder_client)
    assert explained
    unbounded = {
        name: sql for sql, plan in explained for name in read_whole(plan) if name not in few
    }
    assert unbounded == {}


def test_a_statement_without_an_index_is_told() -> None:
    with plans() as explained:
        list(Project.objects.filter(name__endswith="e").order_by())
    assert [list(read_whole(plan)) for _, plan in explained] == [["artifacts_project"]]
