"""What it costs to start: `manage.py check`, the first page of a process, and a web process that is
ready to serve, each in a process of its own.

Builds take turns, round by round. CPU is steadier than time where other processes run.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from bench.builds import HERE, Build
from bench.databases import Database, fresh

ROUNDS = 5
MODEL_LIBRARIES = ("pydantic_ai", "openai", "anthropic")

_PREPARE = "import django; django.setup(); from bench.pages import make_project; make_project()"
_PAGE = """
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
client = Client()
{sign_in}
answer = client.get(reverse("{page}"), headers={{"host": "localhost"}})
assert answer.status_code == 200, answer
"""
_SIGN_IN_PAGE = _PAGE.format(sign_in="", page="account_login")
_LIST_PAGE = _PAGE.format(
    sign_in="client.force_login(get_user_model().objects.get())", page="project_list"
)
_SET_UP = "import django; django.setup()"
_WEB = "import cofounder.wsgi"

STARTS: Mapping[str, Sequence[str]] = {
    "manage.py check": ("manage.py", "check"),
    "sign-in page": ("-c", _SET_UP + _SIGN_IN_PAGE),
    "list of projects": ("-c", _SET_UP + _LIST_PAGE),
    "web process, ready": ("-c", _WEB),
    "web process, list of projects": ("-c", _WEB + _LIST_PAGE),
}
"""What is started, as arguments of Python."""


@dataclass(frozen=True)
class Start:
    """What a process took from its start to its end: seconds, and MB at most."""

    cpu: float
    time: float
    memory: float


def run(builds: Sequence[Build] = (HERE,), *, rounds: int = ROUNDS) -> None:
    """Print medians of `rounds`, after one that compiles the modules, and each build beside the
    first one.
    """
    found: dict[str, dict[str, list[Start]]] = {build.name: {} for build in builds}
    with ExitStack() as stack:
        databases = {build.name: stack.enter_context(_database(build)) for build in builds}
        for number in range(rounds + 1):
            for what, arguments in STARTS.items():
                for name, database in databases.items():
                    took = _start(database, arguments)
                    if number:
                        found[name].setdefault(what, []).append(took)
        loaded = _loaded_libraries(databases[builds[-1].name])
    _print(found)
    print(f"language-model libraries loaded by {builds[-1].name}: {loaded}")


@contextmanager
def _database(build: Build) -> Iterator[Database]:
    """Yield a database with a written project, whose processes keep what they compiled."""
    with fresh("SQLite", root=build.root, HTTPS="off") as database:
        database.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        database.environment.update(
            PYTHONPYCACHEPREFIX=str(database.folder / "compiled"),
            BENCH_STATIC_ROOT=str(database.folder / "static"),
            DJANGO_SETTINGS_MODULE="bench.settings",
        )
        database.manage("collectstatic", "--no-input", "--verbosity", "0")
        _start(database, ("-c", _PREPARE))
        yield database


def _start(database: Database, arguments: Sequence[str]) -> Start:
    began = time.perf_counter()
    process = database.start(*arguments)
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments} ended with {process.returncode}")
    return Start(used.ru_utime + used.ru_stime, took, used.ru_maxrss / 1024)


def _loaded_libraries(database: Database) -> str:
    """Return which libraries of language models a process has that has shown a page."""
    show = f"import sys; print([m for m in {MODEL_LIBRARIES!r} if m in sys.modules])"
    process = database.start("-c", f"{_SET_UP}{_LIST_PAGE}{show}")
    return process.communicate()[0].strip()


def _print(found: Mapping[str, Mapping[str, Sequence[Start]]]) -> None:
    first = next(iter(found))
    print(f"\nStarts: medians, and beside those of {first}")
    for name, starts in found.items():
        print(name)
        for what, took in starts.items():
            median, before = _median(took), _median(found[first][what])
            beside = "" if name == first else f"  {_beside(median, before)}"
            print(
                f"  {what:<32}{median.cpu:>6.2f} s CPU{median.time:>7.2f} s"
                f"{median.memory:>6.0f} MB{beside}"
            )


def _median(starts: Sequence[Start]) -> Start:
    return Start(
        statistics.median(start.cpu for start in starts),
        statistics.median(start.time for start in starts),
        statistics.median(start.memory for start in starts),
    )


def _beside(one: Start, other: Start) -> str:
    return (
        f"{one.cpu / other.cpu:.2f} of the CPU, {one.time / other.time:.2f} of the time,"
        f" {one.memory / other.memory:.2f} of the memory"
    )
