"""How quickly staff find one project of a million: each list of the admin, filter, search and date,
on PostgreSQL.

The same pages are measured with a hundredth of the projects first: what grows with the table shows
as a ratio. They go through Django's test client, so the time is that of the whole page without the
network.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from bench.databases import Database, fresh

if TYPE_CHECKING:
    from artifacts.models import Project, User

PROMISED_MS = 300.0
ROUNDS = 5
SMALLER = 100
FILL = Path(__file__).with_name("admin.sql")

STATES = (
    "failed",
    "generating",
    "interrupted",
    "stale",
    "broken",
    "important",
    "edited",
    "proposed",
)


def run(projects: int) -> None:
    few = max(1_000, projects // SMALLER)
    print(
        f"\nAdmin: {projects:,} projects with {projects * 5:,} documents and as many attempts,"
        f" beside {few:,} projects"
    )
    with fresh("PostgreSQL") as database:
        fill(database, 1, few)
        small = _measure(database, few)
        fill(database, few + 1, projects)
        large = _measure(database, projects)
    for page, spent in large.items():
        slow = f"  MORE THAN {PROMISED_MS:.0f} ms" if spent > PROMISED_MS else ""
        print(f"{page:<46} {spent:>6.0f} ms, {spent / small[page]:>4.1f} times{slow}")
    slowest = max(large, key=lambda page: large[page])
    print(f"slowest: {slowest}, {large[slowest]:.0f} ms; {PROMISED_MS:.0f} ms are promised")


def fill(database: Database, first: int, last: int) -> None:
    """Add projects number `first` to `last`.

    Indexes are rebuilt afterwards, which is far quicker.
    """
    began = time.perf_counter()
    with psycopg.connect(database.url, autocommit=True) as connection:
        indexes = connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexdef NOT"
            " LIKE '%%UNIQUE%%'",
            [
                [
                    f"artifacts_{name}"
                    for name in ("artifact", "generationattempt", "project", "sharelink")
                ]
            ],
        ).fetchall()
        for name, _ in indexes:
            connection.execute(f'DROP INDEX "{name}"')
        for statement in FILL.read_text().split(";\n"):
            if statement.strip():
                connection.execute(
                    (
                        statement.replace("%(first)s", str(first)).replace("%(last)s", str(last))
                    ).replace("%%", "%")
                )
        for _, definition in indexes:
            connection.execute(definition)
        connection.execute("VACUUM ANALYZE")
    print(f"filled in {time.perf_counter() - began:.0f} s", flush=True)


def _measure(database: Database, projects: int) -> dict[str, float]:
    """Return the milliseconds of every page, measured in a process with the product's own
    settings.
    """
    process = database.start("-m", "bench.admin", str(projects))
    out, _ = process.communicate()
    if process.returncode:
        raise SystemExit(out)
    measured: dict[str, float] = json.loads(out.splitlines()[-1])
    return measured


def _pages(projects: int) -> Iterator[tuple[str, str]]:
    """Yield what a page is, and its address below the admin's, for lists, filters, dates and
    searches.
    """
    from artifacts.models import Project, User

    project = Project.objects.order_by("created_at")[projects // 2]
    founder = User.objects.get(pk=project.owner_id)
    for model, column in COLUMNS.items():
        yield from _lists(model, column, project)
        yield from _searches(model, project, founder)
    yield from _states_and_tiers()
    yield "artifact: of one project", f"artifact/?project__id__exact={project.pk}"
    yield "artifact: of one founder", f"artifact/?project__owner__id__exact={founder.pk}"
    yield (
        "generationattempt: of one project",
        f"generationattempt/?artifact__project__id__exact={project.pk}",
    )
    for outcome in ("stored", "failed", "cancelled"):
        yield f"generationattempt: {outcome}", f"generationattempt/?outcome__exact={outcome}"
    for trigger in ("founder", "staff", "command"):
        yield f"generationattempt: by {trigger}", f"generationattempt/?trigger__exact={trigger}"
    yield "user: suspended", "user/?is_active__exact=0"
    yield "user: staff", "user/?is_staff__exact=1"
    yield "sharelink: open", "sharelink/?state=open"
    yield "sharelink: revoked", "sharelink/?state=revoked"


COLUMNS = {
    "project": "created_at",
    "artifact": "updated_at",
    "generationattempt": "created_at",
    "user": "date_joined",
    "sharelink": "created_at",
}
"""The lists, each with the column that its dates are of."""


def _lists(model: str, column: str, project: Project) -> Iterator[tuple[str, str]]:
    from django.apps import apps

    from artifacts.admin.changelists import COUNTED, ON_A_PAGE

    moment = project.created_at
    day = "&".join(f"{column}__{part}={getattr(moment, part)}" for part in ("year", "month", "day"))
    yield f"{model}: first page", f"{model}/"
    last = min(apps.get_model("artifacts", model).objects.count(), COUNTED) // ON_A_PAGE
    yield f"{model}: last page", f"{model}/?p={max(1, last)}"
    yield f"{model}: a year", f"{model}/?{column}__year={moment.year}"
    yield f"{model}: a day", f"{model}/?{day}"


def _searches(model: str, project: Project, founder: User) -> Iterator[tuple[str, str]]:
    yield f"{model}: search an e-mail", f"{model}/?q={founder.email}"
    yield f"{model}: search how an e-mail begins", f"{model}/?q=founder-{founder.pk // 10}"
    if model != "user":
        yield f"{model}: search a UUID", f"{model}/?q={project.pk}"
        yield f"{model}: search a name", f"{model}/?q={project.name.replace(' ', '+')}"
        yield f"{model}: search how many names begin", f"{model}/?q=barista"
    yield f"{model}: search what nothing begins with", f"{model}/?q=arista"
    yield f"{model}: search what is not there", f"{model}/?q=nothing-like-it"


def _states_and_tiers() -> Iterator[tuple[str, str]]:
    for state in STATES:
        yield f"project: with a document that is {state}", f"project/?documents={state}"
        yield f"artifact: {state}", f"artifact/?state={state}"
    for tier in ("bootstrapper", "partner", "cto_scale"):
        yield f"project: {tier}", f"project/?owner__tier__exact={tier}"
        yield f"artifact: {tier}", f"artifact/?project__owner__tier__exact={tier}"
        yield f"user: {tier}", f"user/?tier__exact={tier}"
    for kind in ("draft", "deleted"):
        yield f"project: {kind}", f"project/?kind={kind}"
    yield "artifact: one type", "artifact/?artifact_type__exact=risk_log"
    yield (
        "artifact: one type, stale, of CTO Scale",
        "artifact/?artifact_type__exact=risk_log&state=stale&project__owner__tier__exact=cto_scale",
    )


def _serve(projects: int) -> None:
    """Print the median time of every page as JSON, in a process that the environment leads to the
    database.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "cofounder.settings"
    os.environ["HTTPS"] = "off"
    os.environ["DEBUG"] = "on"
    import django

    django.setup()
    from django.test import Client

    from artifacts.models import User

    staff, _ = User.objects.get_or_create(username="staff", is_staff=True, is_superuser=True)
    client = Client(headers={"host": "localhost"})
    client.force_login(staff)
    measured = {}
    for page, address in _pages(projects):
        spent = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            response = client.get(f"/admin/artifacts/{address}")
            spent.append(time.perf_counter() - began)
            if response.status_code != 200:
                raise SystemExit(f"{address} answers {response.status_code}")
        measured[page] = statistics.median(spent) * 1000
    print(json.dumps(measured))


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
