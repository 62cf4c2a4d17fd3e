"""What founders wait for while many of them read, edit, follow and export at once, and a hundred
projects are being written: PostgreSQL, the web server of docs/operations.md, one worker.

Founders think between two acts. A bare Django view with a login and one query is asked by the same
founders in the same minute: what is slow for it is the machine.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode

import psutil

from bench.admin import fill
from bench.databases import Database, fresh, web

PORT = 8097
PROJECTS, FOUNDERS, WRITTEN_AT_ONCE = 10_000, 200, 100
SECONDS, SECONDS_BEFORE = 60.0, 10.0
THINKING = (1.0, 5.0)
"""Seconds between two acts of a founder."""
WANTED = 10.0
"""At most how many times the median of the bare view the slowest hundredth may take."""

MIX = {"read": 55, "bare view": 15, "project page": 12, "edit": 10, "export": 8}
"""Out of a hundred acts."""


@dataclass(frozen=True)
class Founder:
    cookie: str
    document: str
    project: str
    edit: str
    export: str


@dataclass
class Answers:
    """Seconds of each answer by what was asked for, and what was answered otherwise."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def run(*, projects: int = PROJECTS, founders: int = FOUNDERS, seconds: float = SECONDS) -> Answers:
    """Print and return how long each kind of answer took."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "HTTPS": "off",
        "RUNNER": "fake:slow:2",
        "WORKERS": str(WRITTEN_AT_ONCE),
    }
    with (
        tempfile.TemporaryDirectory(prefix="bench-static-") as static,
        fresh("PostgreSQL", environment, BENCH_STATIC_ROOT=static) as database,
    ):
        database.manage("collectstatic", "--noinput", "--verbosity", "0")
        fill(database, 1, projects)
        people = _prepare(database, founders)
        with web(database, PORT), _writing(database) as processes:
            _play(people, SECONDS_BEFORE)  # a process takes longer for its first answers
            answers = _play(people, seconds)
            memory = [process.memory_info().rss / 2**20 for process in processes]
    _print(answers, projects, founders, memory)
    return answers


def _prepare(database: Database, founders: int) -> list[Founder]:
    told = database.start("-m", "bench.load", str(founders))
    output, _ = told.communicate()
    return [Founder(**one) for one in json.loads(output.splitlines()[-1])]


@contextmanager
def _writing(database: Database) -> Iterator[list[psutil.Process]]:
    """Write projects over and over in one worker, and give the processes of web and worker."""
    worker = database.start("manage.py", "run_huey", "--quiet")
    orders: list[subprocess.Popen[str]] = []
    stopped = threading.Event()

    def order() -> None:
        while not stopped.is_set():
            orders.append(database.start("-m", "bench.orders", str(WRITTEN_AT_ONCE)))
            orders[-1].communicate()

    thread = threading.Thread(target=order)
    thread.start()
    time.sleep(10)  # until they are being written
    served = [one for one in psutil.process_iter() if "granian" in " ".join(_command(one))]
    try:
        yield [psutil.Process(worker.pid), *served]
    finally:
        stopped.set()
        thread.join()
        worker.terminate()
        worker.wait()


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def _play(people: list[Founder], seconds: float) -> Answers:
    answers = Answers()
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_live, args=(founder, number, until, answers))
        for number, founder in enumerate(people)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def _live(founder: Founder, seed: int, until: float, answers: Answers) -> None:
    """Do what a founder does, one act after the other."""
    chance = random.Random(seed)
    browser = _Browser(founder.cookie, answers)
    time.sleep(chance.uniform(0, THINKING[1]))
    while time.monotonic() < until:
        act = chance.choices(list(MIX), list(MIX.values()))[0]
        try:
            _ACTS[act](browser, founder)
        except OSError as error:
            answers.wrong.append(f"{act}: {error!r}")
        time.sleep(chance.uniform(*THINKING))


class _Browser:
    """A connection that stays open, with a session."""

    def __init__(self, cookie: str, answers: Answers) -> None:
        self._cookies = dict([cookie.split("=", 1)])
        self._answers = answers
        self._connection = http.client.HTTPConnection("localhost", PORT, timeout=30)

    def ask(self, act: str, path: str, typed: dict[str, str] | None = None) -> str:
        began = time.monotonic()
        headers = {"Cookie": "; ".join(map("=".join, self._cookies.items())), "Host": "localhost"}
        if typed is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        method = "GET" if typed is None else "POST"
        self._connection.request(method, path, body=urlencode(typed or {}), headers=headers)
        answer = self._connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for given in answer.msg.get_all("Set-Cookie") or ():
            name, _, value = given.partition(";")[0].partition("=")
            self._cookies[name] = value
        self._answers.seconds.setdefault(act, []).append(time.monotonic() - began)
        if answer.status not in (200, 302):
            self._answers.wrong.append(f"{act}: {answer.status} {path}")
        return text


def _edit(browser: _Browser, founder: Founder) -> None:
    form = browser.ask("form", founder.edit)
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    typed = {name: unescape(value) for name, value in fields.items()}
    browser.ask("edit", founder.edit, {**typed, "target_user": f"Owners. ({time.time_ns()})"})


_ACTS: dict[str, Callable[[_Browser, Founder], object]] = {
    "read": lambda browser, founder: browser.ask("read", founder.document),
    "bare view": lambda browser, _: browser.ask("bare view", "/bare/"),
    "project page": lambda browser, founder: browser.ask("project page", founder.project),
    "edit": _edit,
    "export": lambda browser, founder: browser.ask("export", founder.export),
}


def _print(answers: Answers, projects: int, founders: int, memory: list[float]) -> None:
    bare = statistics.median(answers.seconds["bare view"])
    print(
        f"\nLoad: {founders} founders, {projects:,} projects, {WRITTEN_AT_ONCE} being written;"
        f" {len(answers.wrong)} wrong answers {answers.wrong[:3]}"
    )
    print(f"{'':<16}{'answers':>9}{'median ms':>11}{'p99 ms':>9}{'p99 of the bare median':>25}")
    for act, seconds in sorted(answers.seconds.items()):
        late = sorted(seconds)[int(len(seconds) * 0.99)]
        median = statistics.median(seconds)
        print(
            f"{act:<16}{len(seconds):>9}{median * 1000:>11.1f}{late * 1000:>9.1f}"
            f"{late / bare:>23.1f} x  (at most {WANTED:.0f})"
        )
    print(f"memory of worker and web processes, MB: {', '.join(f'{one:.0f}' for one in memory)}")


def prepare(founders: int) -> None:
    """Make founders with a written project each, signed in; print them as JSON."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from artifacts.models import Project, User
    from artifacts.schemas import GENERATION_ORDER
    from bench import names

    made = []
    for number in range(founders):
        email = f"founder{number}@example.com"
        owner = User.objects.create_user(username=email, email=email, tier="partner")
        project = names.create_project(owner=owner, described=names.described())
        Project.objects.filter(pk=project.pk).update(interviewed_at=project.created_at)
        names.write(project, GENERATION_ORDER)
        client = Client()
        client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        of_brief = [project.pk, "brief"]
        made.append(
            {
                "cookie": f"{settings.SESSION_COOKIE_NAME}={key}",
                "document": reverse("artifact_detail", args=[project.pk, "mvp_scope"]),
                "project": reverse("project_detail", args=[project.pk]),
                "edit": reverse("section_edit", args=[*of_brief, "target_user"]),
                "export": f"{reverse('project_download', args=[project.pk])}?format=md",
            }
        )
    print(json.dumps(made))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    prepare(int(sys.argv[1]))
