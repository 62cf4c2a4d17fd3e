"""What a cascade costs beside the model: five documents, a runner that answers at once, every
document committed.

The floor is the driver alone doing the same six commits: one claim, then five statements that store
a document of the same size and lock the next.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

import psycopg

from bench.databases import Database, fresh

CHAINS = 60
DOCUMENT = json.dumps({"text": "x" * 3200})


def run() -> None:
    print("\nCascade of five documents, each committed, runner without latency")
    print(
        f"{'database':<12}{'workers':>8}{'chains/s':>10}{'floor':>8}{'ratio':>8}"
        f"{'commits per chain':>20}"
    )
    for kind in ("PostgreSQL", "SQLite"):
        for workers in (1, 8):
            with fresh(kind) as database:
                rounds = [
                    (_rate(database, "cascade", workers), _rate(database, "floor", workers))
                    for _ in range(3)
                ]
                ours, floor = (
                    statistics.median(rate for rate, _ in side)
                    for side in zip(*rounds, strict=True)
                )
                commits = statistics.median(round_[0][1] for round_ in rounds)
                shown = f"{commits:.1f}" if kind == "PostgreSQL" else "-"
                print(
                    f"{kind:<12}{workers:>8}{ours:>10.0f}{floor:>8.0f}{ours / floor:>8.2f}"
                    f"{shown:>20}"
                )


def _rate(database: Database, what: str, workers: int) -> tuple[float, float]:
    """Return chains per second over all worker processes, and commits per chain where the database
    counts them.
    """
    children = [
        database.start("-m", "bench.chains", what, database.url, str(CHAINS // workers))
        for _ in range(workers)
    ]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    before = _commits(database)
    moment = time.time() + 0.5
    (database.folder / "go").write_text(str(moment))
    spans = [json.loads(child.communicate()[0]) for child in children]
    (database.folder / "go").unlink()
    chains = CHAINS // workers * workers
    commits = (_commits(database) - before) / chains
    return chains / (max(end for _, end in spans) - min(start for start, _ in spans)), commits


def _commits(database: Database) -> int:
    if database.kind != "PostgreSQL":
        return 0
    with psycopg.connect(database.url, autocommit=True) as connection:
        # Only a transaction that writes is given a number.
        row = connection.execute(
            "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
        ).fetchone()
    return int(row[0]) if row else 0


def _wait_for_start() -> None:
    import os
    from pathlib import Path

    print("ready", flush=True)
    go = Path(os.environ["QUEUE_URL"].removeprefix("sqlite:///")).parent / "go"
    for _ in range(12_000):
        if go.exists():
            break
        time.sleep(0.005)
    time.sleep(max(0.0, float(go.read_text() or 0) - time.time()))


def _cascades(count: int) -> Callable[[], Any]:
    import os

    os.environ["DJANGO_SETTINGS_MODULE"] = "cofounder.settings"
    import django

    django.setup()
    from artifacts.generation.claims import Edits, Requester, claim
    from artifacts.generation.writer import write_claim
    from artifacts.interview.questions import ProjectInput
    from artifacts.models import GenerationAttempt, User
    from artifacts.runners.base import Contents, WriteRequest, WriteResult
    from artifacts.runners.fake import RunnerFake
    from artifacts.schemas import GENERATION_ORDER, ArtifactType
    from artifacts.services.projects import create_project

    described = ProjectInput.from_brief(
        {"name": "Bench", "idea": "Stock counting for small shops."}
    )
    documents = RunnerFake().generate_artifacts(described.model_dump())

    class Replay:
        name = "replay"

        def write(
            self,
            project: ProjectInput,
            artifact_type: ArtifactType,
            earlier: Contents,
            order: WriteRequest,
        ) -> WriteResult:
            return WriteResult(documents[artifact_type.value])

    owner = User.objects.create(username=str(uuid.uuid4()))
    projects = [create_project(owner=owner, described=described) for _ in range(count)]
    trigger = Requester(GenerationAttempt.Trigger.COMMAND)

    def chains() -> None:
        for project in projects:
            cascade = claim(
                project,
                GENERATION_ORDER,
                trigger=trigger,
                edits=Edits.REFUSE,
                runner="fake",
                started=True,
            )
            assert len(write_claim(cascade, runner=Replay())) == 5

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
    claim = f"update floor set token = {mark} where id between {mark} and {mark} and token is null"

    def chains() -> None:
        for chain in ids:
            token = str(uuid.uuid4())
            for row in chain:
                if row == chain[0]:
                    connection.execute(claim, (token, chain[0], chain[-1]))
                connection.execute(store, (DOCUMENT, row, token))

    return chains


def main(what: str, url: str, count: str) -> None:
    chains = _cascades(int(count)) if what == "cascade" else _floor(url, int(count))
    _wait_for_start()
    start = time.time()
    chains()
    print(json.dumps([start, time.time()]))


if __name__ == "__main__":
    main(*sys.argv[1:])
