"""What a cascade costs beside the model: five documents, a runner that answers at once, every
document committed.

The floor is the driver alone doing the same six commits: one claim, then five statements that store
a document of the same size and lock the next. Beside it stand other builds of the product, and
other people's engines doing the same five stores (`bench.peers`). All take turns, round by round; a
rate is told by its share of the floor in the same round, because the disk and whatever
else the machine does move all of them.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import psycopg

from bench import peers
from bench.builds import HERE, Build
from bench.databases import Database, fresh

CHAINS = 60
ROUNDS = 5
DOCUMENT = json.dumps({"text": "x" * 3200})


@dataclass(frozen=True)
class Contender:
    """Something that stores five documents: its command, and the database it does that in."""

    name: str
    command: list[str]
    database: Database


@dataclass(frozen=True)
class Measured:
    """One round of one contender: chains per second, and milliseconds of CPU and commits per
    chain.
    """

    rate: float
    cpu: float
    commits: float


def run(
    builds: Sequence[Build] = (HERE,),
    *,
    chains: int = CHAINS,
    rounds: int = ROUNDS,
    clients: Sequence[int] = (1, 8),
    kinds: Sequence[str] = ("PostgreSQL", "SQLite"),
) -> dict[tuple[str, int, str], list[Measured]]:
    """Print and return what was measured, by database, number of clients and contender."""
    print(
        "\nCascade of five documents, each committed, runner without latency (medians of rounds,"
        " least-most)"
    )
    print(
        f"{'database':<11}{'clients':>8} "
        f" {'':<24}{'chains/s':>9}{'of the floor':>24}{'CPU ms':>8}{'commits':>9}"
    )
    found: dict[tuple[str, int, str], list[Measured]] = {}
    for kind in kinds:
        for number in clients:
            with ExitStack() as stack:
                contenders = _contenders(stack, kind, builds, number)
                taken: dict[str, list[Measured]] = {one.name: [] for one in contenders}
                for _ in range(rounds):
                    for one in contenders:
                        taken[one.name].append(_measure(one, number, max(1, chains // number)))
            _print(kind, number, taken)
            found |= {(kind, number, name): all_ for name, all_ in taken.items()}
    return found


def _contenders(
    stack: ExitStack, kind: str, builds: Sequence[Build], clients: int
) -> list[Contender]:
    own = stack.enter_context(fresh(kind))
    ours = [sys.executable, "-m", "bench.chains"]
    found = [Contender("floor", [*ours, "floor"], own)]
    for build in builds:
        database = stack.enter_context(fresh(kind, root=build.root))
        found.append(Contender(build.name, [*ours, "cascade"], database))
    if kind == "PostgreSQL":
        for name in peers.installed(clients):
            found.append(
                Contender(
                    name, [*peers.COMMAND, name], stack.enter_context(fresh(kind, migrated=False))
                )
            )
    return found


def _print(kind: str, clients: int, taken: dict[str, list[Measured]]) -> None:
    for name, rounds in taken.items():
        shares = [one.rate / floor.rate for one, floor in zip(rounds, taken["floor"], strict=True)]
        share = f"{statistics.median(shares):.3f} ({min(shares):.3f}-{max(shares):.3f})"
        commits = (
            f"{statistics.median(one.commits for one in rounds):.1f}"
            if kind == "PostgreSQL"
            else "-"
        )
        rate = statistics.median(one.rate for one in rounds)
        cpu = statistics.median(one.cpu for one in rounds)
        print(f"{kind:<11}{clients:>8}  {name:<24}{rate:>9.1f}{share:>24}{cpu:>8.1f}{commits:>9}")


def _measure(contender: Contender, clients: int, chains: int) -> Measured:
    """Let so many processes do so many chains each, all at once."""
    database = contender.database
    children = []
    for _ in range(clients):
        child = subprocess.Popen(
            [*contender.command, database.url, str(chains)],
            cwd=database.root,
            env={**database.environment, "PYTHONWARNINGS": "ignore"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        children.append(child)
        # The first one makes the tables, before the others look for them.
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n", contender.name
    before = _commits(database)
    moment = str(time.time() + 0.3)
    for child in children:
        _tell(child, moment)
    told = [json.loads(child.stdout.readline()) for child in children if child.stdout]
    commits = _commits(database) - before
    for child in children:
        child.communicate()
    done = chains * clients
    seconds = max(end for _, end, _ in told) - min(start for start, _, _ in told)
    return Measured(done / seconds, sum(cpu for _, _, cpu in told) * 1000 / done, commits / done)


def _tell(child: subprocess.Popen[str], moment: str) -> None:
    assert child.stdin is not None
    child.stdin.write(f"{moment}\n")
    child.stdin.flush()


def _commits(database: Database) -> int:
    if database.kind != "PostgreSQL":
        return 0
    with psycopg.connect(database.url, autocommit=True) as connection:
        # Only a transaction that writes is given a number.
        row = connection.execute(
            "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
        ).fetchone()
    return int(row[0]) if row else 0


def _cascades(count: int) -> Callable[[], Any]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "cofounder.settings"
    import django

    django.setup()
    from artifacts.models import User
    from artifacts.schemas import GENERATION_ORDER
    from bench import names

    owner = User.objects.create(username=str(uuid.uuid4()))
    projects = [
        names.create_project(owner=owner, described=names.described()) for _ in range(count + 1)
    ]
    names.write(projects.pop(), GENERATION_ORDER)
    names.settle()

    def chains() -> None:
        for project in projects:
            names.write(project, GENERATION_ORDER)

    return chains


def _floor(url: str, count: int) -> Callable[[], Any]:
    store = "update floor set content = %s, token = null where id = %s and token = %s"
    if url.startswith("sqlite"):
        connection: Any = sqlite3.connect(
            url.removeprefix("sqlite:///"), timeout=20, isolation_level=None
        )
        connection.execute("pragma synchronous=normal")
        connection.execute(
            "create table if not exists floor (id integer primary key, content text, token text)"
        )
        store = store.replace("%s", "?")
    else:
        connection = psycopg.connect(url, autocommit=True)
        with contextlib.suppress(
            psycopg.errors.UniqueViolation
        ):  # another worker is making it at this moment
            connection.execute(
                "create table if not exists floor (id bigserial primary key, content jsonb, token"
                " text)"
            )
    ids = [
        [
            connection.execute("insert into floor (content) values ('{}') returning id").fetchone()[
                0
            ]
            for _ in range(5)
        ]
        for _ in range(count)
    ]
    mark = "?" if url.startswith("sqlite") else "%s"
    five = ", ".join([mark] * 5)
    claim = f"update floor set token = {mark} where id in ({five}) and token is null"

    def chains() -> None:
        for chain in ids:
            token = str(uuid.uuid4())
            for row in chain:
                if row == chain[0]:
                    assert connection.execute(claim, (token, *chain)).rowcount == 5
                assert connection.execute(store, (DOCUMENT, row, token)).rowcount == 1

    return chains


def main(what: str, url: str, count: str) -> None:
    peers.answer(_cascades(int(count)) if what == "cascade" else _floor(url, int(count)))


if __name__ == "__main__":
    main(*sys.argv[1:])
