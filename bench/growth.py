"""What gets slower as the installation grows: each thing that is done all day, with a thousand
projects in the database and with many, on PostgreSQL.

Nothing that a page keeps helps: the cache is emptied before each request. The lists of the admin
are measured by `bench.admin`.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bench.admin import fill
from bench.databases import fresh
from bench.turns import Child, answer_rounds

if TYPE_CHECKING:
    from artifacts.models import Project, User

FEW = 1_000
ROUNDS = 15
WANTED = 1.3
"""At most how many times as long anything may take."""

Work = dict[str, tuple[Callable[[], Any], Callable[[], Any]]]
"""What is measured, by its name: the thing itself, and what puts everything back afterwards."""


def run(projects: int, *, rounds: int = ROUNDS) -> dict[str, float]:
    """Print and return how many times as long each takes with `projects` projects as with FEW."""
    print(f"\nGrowth: {projects:,} projects beside {FEW:,}, PostgreSQL, medians of {rounds} rounds")
    found: dict[str, list[tuple[float, float]]] = {}
    with ExitStack() as stack:
        children = []
        for number in (FEW, projects):
            database = stack.enter_context(fresh("PostgreSQL"))
            fill(database, 1, number)
            children.append(
                stack.enter_context(Child(database, [sys.executable, "-m", "bench.growth"]))
            )
        for _ in range(rounds):
            few, many = (child.round() for child in children)
            for name, spent in many.items():
                found.setdefault(name, []).append((few[name], spent))
    print(f"{'':<34}{FEW:>9,}{projects:>12,}{'times as long (least-most)':>28}")
    times = {}
    for name, pairs in found.items():
        few, many = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratios = [large / small for small, large in pairs]
        times[name] = statistics.median(ratios)
        spread = f"{times[name]:.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
        remark = f"  (at most {WANTED})" if times[name] > WANTED else ""
        print(f"{name:<34}{few:>6.1f} ms{many:>9.1f} ms{spread:>28}{remark}")
    return times


def _work() -> Work:
    from django.db import connection
    from django.utils import timezone

    from artifacts.models import Artifact, Project, User
    from artifacts.services.projects.lifecycle import purge_deleted
    from artifacts.usage.staff_index import index_changed
    from bench.pages import make_project

    # What was deleted, abandoned or changed long ago is dealt with beforehand, as in use.
    Artifact.objects.generating().update(lease_expires_at=timezone.now() + timedelta(hours=9))
    while index_changed() or purge_deleted(timezone.now()):
        pass
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    project = Project.objects.filter(owner__username="bench@example.com").first() or make_project()
    staff, _ = User.objects.get_or_create(username="staff", is_staff=True, is_superuser=True)
    return {**_pages(project, staff), **_claims(project), **_sweeps(project)}


def _nothing() -> None:
    pass


def _pages(project: Project, staff: User) -> Work:
    """Return what founders and staff look at, and the quota that a founder's page shows."""
    from django.core.cache import caches
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from artifacts.usage.quota import day_use

    def page(user: User, address: str) -> Callable[[], Any]:
        client = Client(headers={"host": "localhost"})
        client.force_login(user)

        def get() -> None:
            caches["kept"].clear()
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)

        return get

    def of_founder(name: str, *args: object) -> Callable[[], Any]:
        return page(project.owner, reverse(name, args=args))

    return {
        "list of projects": (of_founder("project_list"), _nothing),
        "project page": (of_founder("project_detail", project.pk), _nothing),
        "document page": (of_founder("artifact_detail", project.pk, "mvp_scope"), _nothing),
        "search": (page(project.owner, f"{reverse('search')}?q=shop"), _nothing),
        "quota of the day": (lambda: day_use(project.owner, now=timezone.now()), _nothing),
        "overview for staff": (page(staff, reverse("admin:overview")), _nothing),
    }


def _claims(project: Project) -> Work:
    """Return what it takes to have documents written."""
    from artifacts.generation.claims import cancel_generation
    from artifacts.generation.writer import write_claim
    from artifacts.schemas import GENERATION_ORDER
    from bench import names

    return {
        "claim of five documents": (
            lambda: names.order(project, GENERATION_ORDER),
            lambda: cancel_generation(project),
        ),
        "claim, write and store one": (
            lambda: write_claim(names.order(project, GENERATION_ORDER[:1]), runner=names.Replay()),
            _nothing,
        ),
    }


def _sweeps(project: Project) -> Work:
    """Return what workers do every few seconds, or every hour."""
    from django.utils import timezone

    from artifacts.generation.recovery import resume_abandoned
    from artifacts.models import Artifact
    from artifacts.services.editing.idempotency import forget_forms
    from artifacts.services.operations.retention import delete_outdated
    from artifacts.services.projects.lifecycle import purge_deleted
    from artifacts.usage.staff_index import index_changed

    def survey() -> None:
        Artifact.objects.filter(project=project).update(surveyed_at=None)
        assert index_changed()

    held: list[Any] = []
    return {
        "sweep for abandoned documents": (
            lambda: resume_abandoned(deliver=held.append),
            _nothing,
        ),
        "survey of a changed project": (survey, _nothing),
        "what is purged every hour": (
            lambda: [act(timezone.now()) for act in (purge_deleted, forget_forms, delete_outdated)],
            _nothing,
        ),
    }


def _serve() -> None:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "cofounder.settings", "HTTPS": "off", "DEBUG": "on"}
    import django

    django.setup()
    work = _work()
    for act, put_back in work.values():
        act()
        put_back()
    answer_rounds(
        lambda: {name: _milliseconds(act, put_back) for name, (act, put_back) in work.items()}
    )


def _milliseconds(act: Callable[[], Any], put_back: Callable[[], Any]) -> float:
    began = time.perf_counter()
    act()
    spent = time.perf_counter() - began
    put_back()
    return spent * 1000


if __name__ == "__main__":
    _serve()
