"""What a thousand open project pages cost that ask what is new, where a hundred of the projects are
being written and the others wait in line: PostgreSQL, the web server of docs/operations.md.

Every page asks as often as its own `hx-trigger` says, with what it has seen.
"""

from __future__ import annotations

import heapq
import http.client
import json
import os
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

import psutil

from bench.databases import Database, fresh, web

PORT = 8098
PAGES, WRITTEN_AT_ONCE = 1_000, 100
SECONDS = 30.0
CONNECTIONS = 32
WANTED = 0.2
"""Of one core, at most."""
_SEEN = re.compile(r"""hx-headers='{"Seen": "([^"]*)"}'""")


@dataclass(frozen=True)
class OpenPage:
    """A page of a founder's project in a browser: its address, its cookie, and what it has seen."""

    path: str
    headers: dict[str, str]
    every: float
    """Seconds between two looks."""


def run(*, pages: int = PAGES, written: int = WRITTEN_AT_ONCE, seconds: float = SECONDS) -> float:
    """Print and return the share of a core that the web processes took."""
    with (
        tempfile.TemporaryDirectory(prefix="bench-static-") as static,
        fresh(
            "PostgreSQL",
            DJANGO_SETTINGS_MODULE="bench.settings",
            HTTPS="off",
            BENCH_STATIC_ROOT=static,
        ) as database,
    ):
        database.manage("collectstatic", "--noinput", "--verbosity", "0")
        with web(database, PORT):
            opened = _open(database, pages, written)
            served = _processes()
            before = sum(map(_cpu, served))
            answers = _look(opened, seconds)
            spent = sum(map(_cpu, served)) - before
    share = spent / seconds
    kinds = Counter(page.every for page in opened)
    print(
        f"\nPolls: {pages:,} open pages, {written} of them of projects that are being written"
        f" (looks every {', '.join(f'{every:.0f} s: {n:,}' for every, n in sorted(kinds.items()))})"
        f"\n  {sum(answers.values()) / seconds:.0f} looks a second, answered {dict(answers)}"
        f"\n  {share:.2f} of one core, {spent / sum(answers.values()) * 1000:.2f} ms a look"
        f"  (at most {WANTED} of a core)"
    )
    return share


def _open(database: Database, pages: int, written: int) -> list[OpenPage]:
    """Make the projects, and open the page of each as its founder does."""
    told = database.start("-m", "bench.polls", str(pages), str(written))
    output, _ = told.communicate()
    connection = http.client.HTTPConnection("localhost", PORT, timeout=30)
    opened = []
    for path, cookie in json.loads(output.splitlines()[-1]):
        connection.request("GET", path, headers={"Cookie": cookie})
        html = connection.getresponse().read().decode()
        tag = re.search(r'<[^>]*hx-trigger="every (\d+)s"[^>]*>', html)
        seen = _SEEN.search(tag[0]) if tag else None
        assert tag, "nothing polls"
        assert seen, "it does not say what it has seen"
        headers = {"Cookie": cookie, "HX-Request": "true", "Seen": seen[1]}
        address = f"{path}?org.htmx.cache-buster=path"  # as htmx asks
        opened.append(OpenPage(address, headers, float(tag[1])))
    return opened


def _processes() -> list[psutil.Process]:
    """Return those that serve: by their command, or by the title that Granian gives them where
    `setproctitle` is installed.
    """
    serves = re.compile(rf"(--port |:){PORT}\b")
    found = [one for one in psutil.process_iter() if serves.search(_command(one))]
    assert found, "no process serves"
    return found


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _look(opened: list[OpenPage], seconds: float) -> Counter[int]:
    """Look as each page does for so long; return how many answers had which status."""
    answers: Counter[int] = Counter()
    threads = [
        threading.Thread(target=_look_in_turns, args=(opened[n::CONNECTIONS], seconds, answers))
        for n in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def _look_in_turns(opened: list[OpenPage], seconds: float, answers: Counter[int]) -> None:
    connection = http.client.HTTPConnection("localhost", PORT, timeout=30)
    began = time.monotonic()
    due = [(random.uniform(0, page.every), number) for number, page in enumerate(opened)]
    heapq.heapify(due)
    while due and due[0][0] < seconds:
        at, number = heapq.heappop(due)
        page = opened[number]
        time.sleep(max(0.0, began + at - time.monotonic()))
        connection.request("GET", page.path, headers=page.headers)
        response = connection.getresponse()
        html = response.read().decode()
        answers[response.status] += 1
        if seen := _SEEN.search(html):
            page.headers["Seen"] = seen[1]
        heapq.heappush(due, (at + page.every, number))


def prepare(pages: int, written: int) -> None:
    """Make founders with an ordered project each, signed in; print page and cookie as JSON."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from artifacts.models import Artifact, Project, User
    from artifacts.schemas import GENERATION_ORDER
    from bench import names

    now = timezone.now()
    made, waiting = [], []
    for number in range(pages):
        email = f"founder{number}@example.com"
        owner = User.objects.create_user(username=email, email=email)
        project = names.create_project(owner=owner, described=names.described())
        names.order(project, GENERATION_ORDER)
        if number >= written:
            waiting.append(project.pk)
        client = Client()
        client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = f"{settings.SESSION_COOKIE_NAME}={key}"
        made.append((reverse("project_detail", args=[project.pk]), cookie))
    Project.objects.update(interviewed_at=now)
    rows = Artifact.objects.generating()
    rows.update(lease_expires_at=now + timedelta(hours=5))
    rows.filter(project__in=waiting).update(
        begun_at=None, generation_started_at=now - timedelta(minutes=5)
    )
    print(json.dumps(made))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    prepare(int(sys.argv[1]), int(sys.argv[2]))
