"""Two hundred generations at once in one worker process, with a language model that takes its time:
real queue (Redis), real database (PostgreSQL), real sockets, a model server in a process of its own
that streams every answer.

BENCH_REDIS_URL names a database of a Redis server that this may use; by default number 15 on this
machine.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import psycopg
import redis

from bench.databases import Database, fresh

PROJECTS = 200
STREAM_SECONDS = 8.0
MODELS = ("openai-chat:gpt-5-mini", "anthropic:claude-haiku-4-5")
MAX_MB = 400
MAX_CONNECTIONS = 20
REDIS_URL = os.environ.get("BENCH_REDIS_URL", "redis://127.0.0.1:6379/15")
HEADS = ("wall s", "ideal s", "ratio", "CPU s", "MB", "connections", "in flight", "failed")

ALL_CONNECTIONS = (
    "select count(*) from pg_stat_activity where datname = current_database() and pid <>"
    " pg_backend_pid()"
)
IN_FLIGHT = "select count(*) from artifacts_artifact where begun_at is not null"
NOT_WRITTEN = "select count(*) from artifacts_artifact where version_number = 0"


def run() -> None:
    print(
        f"\n{PROJECTS} projects of five documents at once in one worker process, each answer"
        f" streamed for {STREAM_SECONDS:.0f} s; promised: {MAX_MB} MB, {MAX_CONNECTIONS}"
        " connections"
    )
    print(f"{'model':<28}" + "".join(f"{head:>12}" for head in HEADS), flush=True)
    for model in MODELS:
        with _server() as url, _empty_queue():
            environment = {
                "RUNNER": "llm",
                "LLM_MODEL": model,
                "OPENAI_BASE_URL": f"{url}/v1",
                "OPENAI_API_KEY": "bench",
                "ANTHROPIC_BASE_URL": url,
                "ANTHROPIC_API_KEY": "bench",
                "WORKERS": str(PROJECTS),
                "QUEUE_URL": REDIS_URL,
            }
            with fresh("PostgreSQL", environment) as database:
                _measure(database, model)


def _measure(database: Database, model: str) -> None:
    worker = database.start("manage.py", "run_huey", "--quiet")
    time.sleep(5)
    orders = database.start("-m", "bench.orders", str(PROJECTS))
    assert orders.stdout is not None
    process = psutil.Process(worker.pid)
    memory = connections = in_flight = 0
    with psycopg.connect(database.url, autocommit=True) as watch:
        while orders.poll() is None:
            memory = max(memory, process.memory_info().rss)
            # One of them is that of the process which ordered.
            connections = max(connections, _count(watch, ALL_CONNECTIONS) - 1)
            in_flight = max(in_flight, _count(watch, IN_FLIGHT))
            time.sleep(0.2)
        failed = _count(watch, NOT_WRITTEN)
    wall = float(orders.stdout.read().split()[-1])
    spent = process.cpu_times()
    worker.send_signal(signal.SIGINT)
    worker.wait()
    ideal = 5 * STREAM_SECONDS
    cpu = spent.user + spent.system
    times = (
        f"{wall:.1f}",
        f"{ideal:.1f}",
        f"{wall / ideal:.2f}",
        f"{cpu:.1f}",
        f"{memory / 2**20:.0f}",
    )
    measured = (*times, connections, in_flight, failed)
    print(f"{model:<28}" + "".join(f"{value:>12}" for value in measured), flush=True)


def _count(watch: psycopg.Connection[tuple[int]], question: str) -> int:
    row = watch.execute(question).fetchone()
    return row[0] if row else 0


@contextmanager
def _server() -> Iterator[str]:
    """Serve the models from a process of its own, so that what it takes is not counted as the
    worker's.
    """
    command = [sys.executable, "-m", "artifacts.tests.support.llm_server", str(STREAM_SECONDS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


@contextmanager
def _empty_queue() -> Iterator[None]:
    """Leave nothing behind for the next run to find, and find nothing of the last one."""
    with redis.Redis.from_url(REDIS_URL) as queue:
        _clear(queue)
        yield
        _clear(queue)


def _clear(queue: redis.Redis) -> None:
    for key in queue.scan_iter("huey.*cofounder*"):
        queue.delete(key)
