"""Which tests run which lines."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage

from bench.mutants.packages import CHANGED, modules_of
from bench.mutants.running import REPORT, in_fork, run_test

RECORDED = Path("mutants-tests.json")

IMPORTING = ""
"""What coverage calls the test that runs a line outside of all tests."""

MODULES = modules_of(os.environ.get(CHANGED, "").split())

recorder = Coverage(data_file=None, config_file=False, include=MODULES)


@dataclass(frozen=True)
class Recorded:
    """What was seen of the tests, by their names."""

    seconds: dict[str, float]
    """How long each of them took the processor."""

    names: list[str]
    """The tests and IMPORTING, in the order of their numbers."""

    tests: dict[str, dict[str, list[int]]]
    """The numbers of those that run a line, by its file and number."""

    def of_lines(self, path: Path, lines: Iterable[int]) -> set[str]:
        """Return the tests that run one of `lines`; IMPORTING is one of them."""
        of_file = self.tests.get(str(path.resolve()), {})
        return {self.names[test] for line in lines for test in of_file.get(str(line), ())}


def file_of(test: str) -> str:
    return test.partition("::")[0]


def record(session: pytest.Session, caches: Iterable[Any]) -> Recorded:
    """Run all tests in a fork. Ends the run if one of them fails: it would say nothing of a
    change.
    """
    if in_fork(lambda: _record(session, caches)):
        pytest.exit(f"Without a change fails {REPORT.read_text()}", returncode=1)
    return Recorded(**json.loads(RECORDED.read_text()))


def _record(session: pytest.Session, caches: Iterable[Any]) -> None:
    seconds = {}
    file = ""
    recorder.start()
    following: list[pytest.Item | pytest.Session] = [*session.items[1:], session]
    for item, next_one in zip(session.items, following, strict=True):
        # What was worked out for the tests of another file is worked out again; for each test it
        # would take many times as long.
        if file != (file := file_of(item.nodeid)):
            for cache in caches:
                cache.cache_clear()
        recorder.switch_context(item.nodeid)
        began = time.process_time()
        run_test(item, next_one)
        seconds[item.nodeid] = time.process_time() - began
    recorder.stop()
    data = recorder.get_data()
    numbers = {name: number for number, name in enumerate(data.measured_contexts())}
    tests = {
        path: {
            line: [numbers[name] for name in names]
            for line, names in data.contexts_by_lineno(path).items()
        }
        for path in data.measured_files()
    }
    RECORDED.write_text(json.dumps({"seconds": seconds, "names": [*numbers], "tests": tests}))
