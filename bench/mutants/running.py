"""Runs tests in forks of the process that has collected them."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from django.db import connection

FAILED, NOT_PUT = 1, 3
"""What a fork exits with where a test fails, and where a change cannot be put into a function."""
OUT_OF_TIME = (-signal.SIGPROF, -signal.SIGALRM)
REPORT = Path("mutants-failure.txt")

# How much longer than without a change a test may take, and how many seconds on top.
LONGER, MORE_SECONDS = 10, 20


def in_fork(act: Callable[[], None]) -> int:
    """Do `act` in a fork of this process, which prints nothing. Return the code it exits with,
    FAILED if it raises, or the number of the signal that ended it, which is negative.
    """
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _act_and_leave(act)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _act_and_leave(act: Callable[[], None]) -> NoReturn:
    # Whatever is raised, the fork must not go on with what its parent does next.
    code = FAILED
    try:
        _be_silent()
        act()
        code = 0
    except BaseException:
        REPORT.write_text(traceback.format_exc())
    finally:
        os._exit(code)


def _be_silent() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def run_test(item: pytest.Item, following: pytest.Item | pytest.Session) -> None:
    """Run one test, in a fork. A failure ends the fork; see stop_at_failure."""
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def stop_at_failure(report: pytest.TestReport) -> None:
    if report.failed:
        REPORT.write_text(f"{report.nodeid}\n{report.longreprtext}")
        os._exit(FAILED)


def limit_time(seconds: float) -> None:
    """End this process by a signal if a test that took so long without a change takes much
    longer, of the processor or of anybody's time.
    """
    limit = seconds * LONGER + MORE_SECONDS
    signal.setitimer(signal.ITIMER_PROF, limit)
    signal.setitimer(signal.ITIMER_REAL, limit * LONGER)


def asks_a_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db")) or "db" in getattr(item, "fixturenames", ())


def make_database(session: pytest.Session) -> None:
    """Make the database of the tests, if one of them asks it, for all forks at once."""
    item = next(filter(asks_a_database, session.items), None)
    module = item and item.getparent(pytest.Module)
    if module:
        run_test(pytest.Function.from_parent(module, name="made", callobj=_with_database), session)
    connection.close()


def _with_database(db: None) -> None:
    pass


def take_own_database(path: Path) -> None:
    """Go on with a copy of the database at `path`."""
    made = connection.settings_dict["NAME"]
    with sqlite3.connect(made) as source, sqlite3.connect(path) as target:
        source.backup(target)
    connection.settings_dict["NAME"] = str(path)
