"""What a page costs in CPU beside a bare Django view with a login and one query, in one process,
without a network.

Two builds are measured in turns, round by round, so that a busy moment of the machine falls on
both. The bare view is that of the first one: what a later build saves in each request must not make
its pages look dearer.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from importlib import import_module
from typing import Any
from urllib.parse import urlencode

from bench.builds import Build
from bench.databases import fresh
from bench.turns import Child, answer_rounds

FORM = "application/x-www-form-urlencoded"
ROUNDS = 7
REQUESTS = 12
TARGETS = {
    "list of projects": 3.0,
    "project page, first after an edit": 4.0,
    "project page, another was first": 4.0,
    "document page, first after an edit": 4.0,
    "document page, another was first": 4.0,
    "project page, seen before": 2.0,
    "document page, seen before": 2.0,
    "poll with nothing new": 1.5,
}
"""How many times the bare view each may cost."""


def run(
    builds: Sequence[Build], *, rounds: int = ROUNDS, requests: int = REQUESTS
) -> dict[str, dict[str, float]]:
    """Print the CPU time of each page of each build, and return the medians in milliseconds by
    build and page.
    """
    with ExitStack() as stack:
        children = {}
        for build in builds:
            database = stack.enter_context(
                fresh("SQLite", root=build.root, HTTPS="off", LOG_LEVEL="CRITICAL")
            )
            environment = {
                "BENCH_STATIC_ROOT": str(database.folder / "static"),
                "DJANGO_SETTINGS_MODULE": "bench.settings",
            }
            command = [sys.executable, "-m", "bench.pages", str(requests)]
            children[build.name] = stack.enter_context(Child(database, command, environment))
        found: dict[str, dict[str, list[float]]] = {name: {} for name in children}
        for _ in range(rounds):
            for name, child in children.items():
                for page, milliseconds in child.round().items():
                    found[name].setdefault(page, []).append(milliseconds)
    _print(found)
    return {
        name: {page: statistics.median(all_) for page, all_ in pages.items()}
        for name, pages in found.items()
    }


def _print(found: dict[str, dict[str, list[float]]]) -> None:
    first = next(iter(found))
    bare = statistics.median(found[first]["bare view"])
    print(
        f"\nCPU of a page, ms (median of rounds, least-most), and beside the bare view of {first}"
    )
    for name, pages in found.items():
        print(f"{name}")
        for page, spent in pages.items():
            median = statistics.median(spent)
            before = statistics.median(found[first].get(page, spent))
            aim = f"  (at most {TARGETS[page]})" if page in TARGETS else ""
            beside = "" if name == first else f"  {median / before:>5.2f} of {first}"
            print(
                f"  {page:<36}{median:>7.2f}"
                f" ({min(spent):.2f}-{max(spent):.2f}){median / bare:>7.1f} x{beside}{aim}"
            )


def make_project() -> Any:
    """Return a written project of a founder of the highest tier."""
    from artifacts.models import Project, User
    from artifacts.schemas import GENERATION_ORDER
    from bench import names

    owner = User.objects.create_user(
        username="bench@example.com", email="bench@example.com", tier="cto_scale"
    )
    project = names.create_project(owner=owner, described=names.described())
    Project.objects.filter(pk=project.pk).update(interviewed_at=project.created_at)
    names.write(project, GENERATION_ORDER)
    return Project.objects.get(pk=project.pk)


@dataclass(frozen=True)
class Page:
    """A request that is measured, and what is done before each without being measured."""

    act: Callable[..., Any]
    prepare: Callable[[], Any] = lambda: None

    def milliseconds(self, requests: int) -> float:
        """Return the median CPU time."""
        spent = []
        for _ in range(requests):
            prepared = self.prepare()
            began = time.process_time()
            answer = self.act(prepared) if prepared is not None else self.act()
            spent.append(time.process_time() - began)
            assert answer.status_code in (200, 204), (answer.status_code, answer.headers)
        return statistics.median(spent) * 1000


def pages_of(project: Any, client: Any) -> dict[str, Page]:
    """Return the requests that are measured, by what they are called."""
    from django.urls import reverse

    document = reverse("artifact_detail", args=[project.pk, "mvp_scope"])
    overview = reverse("project_detail", args=[project.pk])
    edit = reverse("item_edit", args=[project.pk, "mvp_scope", "core_features", "F-1"])

    def touch() -> None:
        _touch(project)

    def touch_and_look() -> None:
        """The same, and look at another page of the project: what the checker says is known
        then.
        """
        touch()
        client.get(reverse("artifact_detail", args=[project.pk, "risk_log"]))

    running = _running_project(project.owner)

    def look() -> dict[str, str]:
        return _polling(client.get(reverse("project_detail", args=[running.pk])).content.decode())

    def poll(tag: dict[str, str]) -> Any:
        return client.get(
            tag["hx-get"], headers={"HX-Request": "true", **json.loads(tag.get("hx-headers", "{}"))}
        )

    htmx = {"HX-Request": "true", "HX-Boosted": "true", "HX-Target": "F-1"}
    return {
        "bare view": Page(lambda: client.get("/bare/")),
        "list of projects": Page(lambda: client.get(reverse("project_list"))),
        "project page, first after an edit": Page(lambda: client.get(overview), touch),
        "project page, another was first": Page(lambda: client.get(overview), touch_and_look),
        "project page, seen before": Page(lambda: client.get(overview)),
        "document page, first after an edit": Page(lambda: client.get(document), touch),
        "document page, another was first": Page(lambda: client.get(document), touch_and_look),
        "document page, seen before": Page(lambda: client.get(document)),
        "answer to a saved item": Page(
            # As a browser sends it: parsing the test client's own form takes three times as long.
            lambda typed: client.post(edit, urlencode(typed), content_type=FORM, headers=htmx),
            lambda: _typed(client.get(edit).content.decode()),
        ),
        "poll with nothing new": Page(poll, look),
    }


def _touch(project: Any) -> None:
    """Make a document of a project a new one, as an edit of it does."""
    from artifacts.models import Artifact

    row: Any = Artifact.objects.get(project=project, artifact_type="risk_log")
    risk = row.current_content["technical_risks"][0]
    risk["description"] = f"{risk['description'].partition(' (')[0]} ({time.time_ns()})"
    row.save(update_fields=["current_content", "updated_at"])


def _running_project(owner: Any) -> Any:
    """Return a project whose documents are being written, and stay so for as long as this is
    measured.
    """
    from artifacts.models import Artifact
    from artifacts.schemas import GENERATION_ORDER
    from bench import names

    project = names.create_project(owner=owner, described=names.described())
    type(project).objects.filter(pk=project.pk).update(interviewed_at=project.created_at)
    project.refresh_from_db()
    names.write(project, GENERATION_ORDER)
    names.order(project, GENERATION_ORDER)
    Artifact.objects.filter(project=project).update(
        lease_expires_at=project.created_at + timedelta(hours=5)
    )
    return project


def _polling(html: str) -> dict[str, str]:
    """Return the attributes of the element that asks what is new."""
    tag = re.search(r"<[^>]*hx-trigger=\"every 2s[^>]*>", html)
    assert tag, "nothing polls"
    found = re.findall(r"(hx-[a-z]+)=(?:\"([^\"]*)\"|'([^']*)')", tag[0])
    return {name: unescape(double or single) for name, double, single in found}


def _typed(html: str) -> dict[str, str]:
    """Return the fields of the form as a browser sends them, with another text than before."""
    form = next(
        form for form in re.findall(r"<form.*?</form>", html, re.DOTALL) if 'name="base"' in form
    )
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    for tag, name in re.findall(r'(<input type="text" name="([^"]+)"[^>]*>)', form):
        fields[name] = (re.search(r'value="([^"]*)"', tag) or ["", ""])[1]
    fields |= dict(re.findall(r'<textarea name="([^"]+)"[^>]*>([^<]*)</textarea>', form))
    fields |= dict(
        re.findall(r'<input type="radio" name="([^"]+)" value="([^"]*)"[^>]* checked', form)
    )
    typed = {name: unescape(text).strip("\n") for name, text in fields.items()}
    return {**typed, "description": f"We count a shelf. ({time.time_ns()})"}


def main(requests: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    call_command("collectstatic", interactive=False, verbosity=0)
    import_module("cofounder.wsgi")  # as a web process begins, in either build
    from bench import names

    project = make_project()
    names.survey()  # as a worker does within seconds of a change
    client = Client(SERVER_NAME="localhost", raise_request_exception=True)
    client.force_login(project.owner, backend="django.contrib.auth.backends.ModelBackend")
    pages = pages_of(project, client)
    for page in pages.values():
        page.milliseconds(1)
    answer_rounds(lambda: {name: page.milliseconds(requests) for name, page in pages.items()})


if __name__ == "__main__":
    main(int(sys.argv[1]))
