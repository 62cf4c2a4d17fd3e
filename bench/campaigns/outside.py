"""Faults around the product: connections, the database, its disk, the clock and the cache."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from django.core.cache import caches
from django.db import OperationalError, connection
from django.utils import timezone

from artifacts.generation.claims import Claim
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from bench.campaigns.scenes import Scene
from bench.campaigns.statements import Statements

FAULTS_OF_A_PROJECT = 5
NOT_REACHED = "fault not reached"
MOST_STATEMENTS = {"claim": 6, "write": 18, "recover": 9, "act": 5}
"""About how many statements each piece of work has: one more than that is never reached."""


def write_through(stage: Scene, statements: Statements) -> str:
    """Write while something happens at a statement; the worker itself lives on."""
    cascade = stage.claim()
    stage.statements = statements
    waited = patch.object(time, "sleep")
    with statements.watching(), waited, suppress(OperationalError):
        write_claim(cascade, runner=stage.runner())
    stage.statements = Statements()
    connection.close()
    if not statements.has_acted:
        return NOT_REACHED
    return "resumed" if stage.waits() is not None else "went on"


def some(stage: Scene) -> int:
    return stage.rng.randint(1, MOST_STATEMENTS["write"])


def end_connection(stage: Scene) -> str:
    def end() -> None:
        import psycopg

        database = connection.settings_dict
        raw: Any = connection.connection
        with psycopg.connect(
            dbname=database["NAME"],
            host=database["HOST"] or None,
            port=database["PORT"] or None,
            user=database["USER"] or None,
            password=database["PASSWORD"] or None,
            autocommit=True,
        ) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [raw.info.backend_pid])

    return write_through(stage, Statements(some(stage), end))


class Away(Statements):
    """A database that answers nothing for so many statements."""

    def __init__(self, at: int, length: int) -> None:
        super().__init__(at, self._begin)
        self._left = 0
        self._length = length

    def _begin(self) -> None:
        self._left = self._length

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any
    ) -> Any:
        def ask(*arguments: Any) -> Any:
            if self._left > 0 and not self._is_paused:
                self._left -= 1
                raise OperationalError("the database is away")
            return execute(*arguments)

        return super().__call__(ask, sql, params, many, context)


def be_away(stage: Scene) -> str:
    return write_through(stage, Away(some(stage), stage.rng.randint(1, 3)))


def be_away_for_long(stage: Scene) -> str:
    return write_through(stage, Away(some(stage), 1_000))


class Full(Statements):
    """A disk that is full from one statement on: SQLite may use no page more."""

    def __init__(self, at: int) -> None:
        super().__init__(at, lambda: None)
        self.refusals = 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any
    ) -> Any:
        if self.has_acted and not self._is_paused:
            _limit_pages(1)
        try:
            return super().__call__(execute, sql, params, many, context)
        except OperationalError:
            self.refusals += 1
            raise
        finally:
            if self.has_acted and not self._is_paused:
                _limit_pages(1 << 30)


def _limit_pages(number: int) -> None:
    """A limit below what is there already is what is there."""
    raw: Any = connection.connection
    if raw is not None:
        raw.execute(f"PRAGMA max_page_count = {number}").fetchone()


def fill_disk(stage: Scene) -> str:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # no page is free
    full = Full(some(stage))
    outcome = write_through(stage, full)
    if not full.refusals:
        return NOT_REACHED
    return outcome


def step_clock(step: int) -> Callable[[Scene], str]:
    """A clock that is set `step` seconds on in the middle of a document, while another worker
    sweeps.
    """

    def play_it(stage: Scene) -> str:
        where = stage.rng.choice(GENERATION_ORDER)
        real = timezone.now
        taken: list[Claim] = []
        with ExitStack() as stack:

            def set_clock(artifact_type: ArtifactType) -> None:
                if artifact_type is where:
                    ahead = lambda: real() + timedelta(seconds=step)  # noqa: E731
                    stack.enter_context(patch("django.utils.timezone.now", ahead))
                    taken.extend(resume_abandoned(deliver=lambda _: None))

            write_claim(stage.claim(), runner=stage.runner(set_clock))
            for cascade in taken:
                stage.finish(cascade)
            stage.recover()
        return "taken over, one text kept" if taken else "went on"

    return play_it


class _AwayCache:
    def __getattr__(self, name: str) -> Any:
        raise ConnectionError("the cache is away")


def lose_cache(stage: Scene) -> str:
    real = type(caches).__getitem__
    away = lambda handler, alias: _AwayCache() if alias == "live" else real(handler, alias)  # noqa: E731
    with patch.object(type(caches), "__getitem__", away):
        write_claim(stage.claim(), runner=stage.runner())
    return "went on"


# What the writing service does
