"""Other people's engines doing what a cascade does: five documents in order, each committed before
the next begins.

They run in an environment of their own (`make bench-peers`), and need nothing of the product.
LangGraph and DBOS store the documents as results of their steps; the tasks of a Celery chain store
them with the statements of the floor.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PYTHON = Path(__file__).resolve().parent.parent / ".venv-bench" / "bin" / "python"
COMMAND = [str(PYTHON), str(Path(__file__).resolve())]
MODULES = {"LangGraph": "langgraph.checkpoint.postgres", "DBOS": "dbos", "Celery chain": "celery"}
DOCUMENT = "x" * 3200
REDIS_URL = os.environ.get("BENCH_REDIS_URL", "redis://127.0.0.1:6379/14")
WORKER_CPU: list[Callable[[], float]] = []
"""What tells the CPU seconds of other processes that work for this one."""


def installed(clients: int) -> list[str]:
    """Return the engines that can be measured here, and say which cannot."""
    if not PYTHON.exists():
        print("(LangGraph, DBOS and Celery are not installed: make bench-peers)")
        return []
    found = []
    for name, module in MODULES.items():
        there = subprocess.run(
            [str(PYTHON), "-c", f"import {module}"], capture_output=True, check=False
        )
        if there.returncode or (name == "Celery chain" and not _redis_answers()):
            print(f"({name} cannot be measured here)")
        elif not (name == "Celery chain" and clients > 1):
            found.append(name)
    return found


def answer(chains: Callable[[], Any]) -> None:
    """Say that all is ready, wait for the moment to begin, and print when it began and ended and
    the CPU it took.
    """
    print("ready", flush=True)
    time.sleep(max(0.0, float(sys.stdin.readline()) - time.time()))
    cpu, start = _cpu(), time.time()
    chains()
    print(json.dumps([start, time.time(), _cpu() - cpu]), flush=True)


def _cpu() -> float:
    return time.process_time() + sum(told() for told in WORKER_CPU)


def _redis_answers() -> bool:
    ping = f"import redis; redis.Redis.from_url({REDIS_URL!r}, socket_connect_timeout=1).ping()"
    return (
        subprocess.run([str(PYTHON), "-c", ping], capture_output=True, check=False).returncode == 0
    )


@contextmanager
def langgraph(url: str, count: int) -> Iterator[Callable[[], Any]]:
    from typing import TypedDict

    from langgraph.checkpoint.postgres import PostgresSaver
    from langgraph.graph import END, START, StateGraph

    names = [f"document_{number}" for number in range(5)]
    State = TypedDict("State", dict.fromkeys(names, str), total=False)
    graph = StateGraph(State)
    for number, name in enumerate(names):
        graph.add_node(f"write_{number}", lambda _state, name=name: {name: DOCUMENT})
        graph.add_edge(START if number == 0 else f"write_{number - 1}", f"write_{number}")
    graph.add_edge("write_4", END)
    with PostgresSaver.from_conn_string(url) as saver:
        saver.setup()
        compiled = graph.compile(checkpointer=saver)

        def chains() -> None:
            for _ in range(count):
                thread = {"configurable": {"thread_id": str(uuid.uuid4())}}
                compiled.invoke({}, thread, durability="sync")
                last.update(thread)

        last: dict[str, Any] = {}
        yield chains
        assert compiled.get_state(last).values == dict.fromkeys(names, DOCUMENT)


@contextmanager
def dbos(url: str, count: int) -> Iterator[Callable[[], Any]]:
    from dbos import DBOS

    DBOS(
        config={
            "name": "bench",
            "system_database_url": url.replace("postgres://", "postgresql://"),
            "run_admin_server": False,
            "log_level": "ERROR",
        }
    )

    @DBOS.step()
    def write(_number: int) -> str:
        return DOCUMENT

    @DBOS.workflow()
    def cascade() -> int:
        return sum(len(write(number)) for number in range(5))

    DBOS.launch()
    assert cascade() == 5 * len(DOCUMENT)

    def chains() -> None:
        for _ in range(count):
            assert cascade() == 5 * len(DOCUMENT)

    try:
        yield chains
    finally:
        DBOS.destroy()


@contextmanager
def celery(url: str, count: int) -> Iterator[Callable[[], Any]]:
    import psutil

    os.environ["BENCH_DATABASE"] = url
    os.environ["BENCH_QUEUE"] = f"bench-{uuid.uuid4().hex}"
    _app, write = _celery_app()
    with tempfile.TemporaryFile() as log:
        worker = subprocess.Popen(
            [str(PYTHON), str(Path(__file__).resolve()), "worker"],
            stdout=log,
            stderr=log,
            env=os.environ,
        )
        process = psutil.Process(worker.pid)
        WORKER_CPU.append(lambda: sum(process.cpu_times()[:2]))
        import psycopg
        from celery import chain

        with psycopg.connect(url, autocommit=True) as connection:
            ids = _empty_rows(connection, count + 1)

            def do(rows: list[int]) -> None:
                token = str(uuid.uuid4())
                claim = (
                    "update floor set token = %s where id in (%s, %s, %s, %s, %s) and token is null"
                )
                assert connection.execute(claim, (token, *rows)).rowcount == 5
                chain(*(write.si(row, token) for row in rows)).apply_async().get(timeout=60)

            do(ids.pop())  # the worker is there

            def chains() -> None:
                for rows in ids:
                    do(rows)

            try:
                yield chains
            finally:
                worker.terminate()
                worker.wait()
            stored = connection.execute(
                "select count(*) from floor where content = %s", (DOCUMENT,)
            )
            assert _one(stored) >= 5 * count


def _empty_rows(connection: Any, chains: int) -> list[list[int]]:
    """Return the ids of five empty rows for each chain."""
    connection.execute(
        "create table if not exists floor (id bigserial primary key, content text, token text)"
    )
    insert = "insert into floor (content) values ('') returning id"
    return [[_one(connection.execute(insert)) for _ in range(5)] for _ in range(chains)]


def _one(cursor: Any) -> int:
    return int(cursor.fetchone()[0])


def _celery_app() -> tuple[Any, Any]:
    import psycopg
    from celery import Celery

    app = Celery("bench", broker=REDIS_URL, backend=REDIS_URL)
    app.conf.task_default_queue = os.environ["BENCH_QUEUE"]
    held: list[Any] = []

    @app.task(name="write", acks_late=True)
    def write(row: int, token: str) -> int:
        if not held:
            held.append(psycopg.connect(os.environ["BENCH_DATABASE"], autocommit=True))
        store = "update floor set content = %s, token = null where id = %s and token = %s"
        return int(held[0].execute(store, (DOCUMENT, row, token)).rowcount)

    return app, write


ENGINES = {"LangGraph": langgraph, "DBOS": dbos, "Celery chain": celery}


def main(name: str, url: str = "", count: str = "0") -> None:
    if name == "worker":
        app, _ = _celery_app()
        app.worker_main(
            ["worker", "--pool=solo", "--loglevel=ERROR", "--without-gossip", "--without-mingle"]
        )
        return
    with ENGINES[name](url, int(count)) as chains:
        answer(chains)


if __name__ == "__main__":
    main(*sys.argv[1:])
