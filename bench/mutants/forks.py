"""A plugin of pytest: shows each change to a fork of the process that has collected the tests.

1. One fork runs all tests, and writes down which lines each of them runs.
2. A change is put into the functions of a fork, and meets the tests that run its line, and the
   others of their files, until one of them fails.
3. What ran while modules were imported has done so without the change, and a function inside
   another one cannot take code that uses other variables of it. Such a change, if it was not
   noticed, is shown to a new process.

If the changes have been worked out side by side before (see `comparing`), one that made no
difference is not shown to any test, and the others meet the tests in which they made one first.

The working directory is a copy of the project, since its files are changed for the third of these.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from itertools import accumulate
from pathlib import Path

import pytest

from bench.mutants.changes import Change, changes_of
from bench.mutants.comparing import compared
from bench.mutants.putting import our_caches, put_into_functions
from bench.mutants.recording import IMPORTING, MODULES, file_of, record, recorder
from bench.mutants.running import (
    FAILED,
    LONGER,
    MORE_SECONDS,
    NOT_PUT,
    OUT_OF_TIME,
    asks_a_database,
    in_fork,
    limit_time,
    make_database,
    run_test,
    stop_at_failure,
    take_own_database,
)

RESULT = Path("mutants.json")
ASKED = Path("mutants-asked.txt")
OWN_DATABASE = Path("mutants.sqlite3")

NOTICED = ("killed", "timeout")
_NOT_PUT = "not put into a function"
_OUTCOMES = {
    0: "survived",
    FAILED: "killed",
    NOT_PUT: _NOT_PUT,
    **dict.fromkeys(OUT_OF_TIME, "timeout"),
}
"""What came of a change by how its fork ended; any other end is a mistake of the bench."""

pytest_runtest_logreport = stop_at_failure

recorder.start()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("mutants")
    group.addoption("--sample", type=int, help="at most so many changes")
    group.addoption("--seed", type=int, help="what they are drawn with")
    group.addoption(
        "--named", type=Path, help="a file with the names of changes, instead of a draw"
    )
    group.addoption("--most-seconds", type=float, help="for the tests of one change")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    # What is loaded when it is first used is loaded here, so that changes can be put into it.
    for module in MODULES:
        importlib.import_module(
            module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        )
    recorder.stop()
    # The conftest hides from the garbage collector what has been imported; here it is looked for.
    gc.unfreeze()
    option = session.config.getoption
    shown = Shown(session)
    changes = {change.name: change for module in MODULES for change in changes_of(Path(module))}
    if option("named"):
        drawn = [name for name in option("named").read_text().split() if name in changes]
    else:
        drawn = random.Random(option("seed")).sample(
            sorted(changes), min(option("sample"), len(changes))
        )
    outcomes = {}
    for number, name in enumerate(drawn, 1):
        outcomes[name] = shown.to_tests(changes[name])
        print(f"{number} of {len(drawn)}: {outcomes[name]}, {name}", flush=True)
        if outcomes[name] not in NOTICED:
            print(f"\n{changes[name].diff}\n", flush=True)
    told = {
        "mutants": len(changes),
        "outcomes": Counter(outcomes.values()),
        "survivors": {
            name: changes[name].diff for name in sorted(drawn) if outcomes[name] not in NOTICED
        },
    }
    RESULT.write_text(json.dumps(told))
    return True


class Shown:
    """Shows changes to the collected tests."""

    def __init__(self, session: pytest.Session) -> None:
        self._session = session
        self._items = {item.nodeid: item for item in session.items}
        self._caches = our_caches()
        self._most: float = session.config.getoption("most_seconds")
        make_database(session)
        self._recorded = record(session, self._caches)
        self._compared = compared(Path())

    def to_tests(self, change: Change) -> str:
        """Return what came of a change: whether it was killed, ran too long, survived or met no
        test.
        """
        if change.name in self._compared.inert:
            return "survived"
        names = self._recorded.of_lines(change.path, change.lines)
        outcome = "no tests"
        if names - {IMPORTING}:
            outcome = self._in_fork(change, names - {IMPORTING})
        if outcome == _NOT_PUT or (IMPORTING in names and outcome not in NOTICED):
            outcome = self._in_new_process(change, names - {IMPORTING})
        return outcome

    def _in_fork(self, change: Change, names: set[str]) -> str:
        source, seconds = change.source, self._recorded.seconds
        items = self._in_order(change, names)

        def meet() -> None:
            if not put_into_functions(change.path, source):
                os._exit(NOT_PUT)
            for cache in self._caches:
                cache.cache_clear()
            if any(map(asks_a_database, items)):
                take_own_database(OWN_DATABASE)
            for item in items:
                if time.process_time() > self._most:
                    break
                limit_time(seconds[item.nodeid])
                run_test(item, self._session)

        code = in_fork(meet)
        for file in Path().glob(f"{OWN_DATABASE}*"):
            file.unlink()
        if code not in _OUTCOMES:
            raise RuntimeError(f"The fork for {change.name} ended with {code}.")
        return _OUTCOMES[code]

    def _in_order(self, change: Change, names: set[str]) -> list[pytest.Item]:
        """Return the tests of `names`, of each file the quickest first, then the second quickest:
        tests of one file are much alike. Those in which the change made a difference come before
        them all, and behind them the others of the same files: those may rest on what was worked
        out for one of `names`. Without names, all tests.
        """
        differing = frozenset(self._compared.differ.get(change.name, ()))
        names = names or set(self._items)
        files = set(map(file_of, names))
        quickest = sorted(
            (item for item in self._items.values() if file_of(item.nodeid) in files),
            key=lambda item: self._recorded.seconds[item.nodeid],
        )
        before: Counter[str] = Counter()
        place = {}
        for item in quickest:
            file = file_of(item.nodeid)
            place[item.nodeid] = before[file]
            before[file] += item.nodeid in names
        return sorted(
            quickest,
            key=lambda item: (
                item.nodeid not in differing,
                item.nodeid not in names,
                asks_a_database(item),
                place[item.nodeid],
            ),
        )

    def _in_new_process(self, change: Change, names: set[str]) -> str:
        """Show a change to the tests of `names`, or to all if there are none, as many as are run in
        the time for one change.
        """
        tests = [item.nodeid for item in self._in_order(change, names)]
        taken = accumulate(map(self._recorded.seconds.__getitem__, tests))
        asked = [test for test, ends in zip(tests, taken, strict=True) if ends <= self._most]
        ASKED.write_text("\n".join(asked))
        before = change.path.read_text()
        try:
            _rewrite(change.path, change.source)
            ran = subprocess.run(
                [
                    sys.executable, "-m", "pytest", "-qx", "-p", "bench.mutants.no_shrinking",
                    f"@{ASKED}",
                ],
                capture_output=True,
                check=False,
                timeout=self._most * LONGER + MORE_SECONDS,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return "timeout"
        finally:
            _rewrite(change.path, before)
        if ran.returncode < 0 or ran.returncode == pytest.ExitCode.NO_TESTS_COLLECTED:
            raise RuntimeError(f"The tests for {change.name} ended with {ran.returncode}.")
        return "killed" if ran.returncode else "survived"


def _rewrite(path: Path, source: str) -> None:
    path.write_text(source)
    # A file of the same size, written within a second, would be taken for the one before.
    Path(importlib.util.cache_from_source(str(path.resolve()))).unlink(missing_ok=True)
