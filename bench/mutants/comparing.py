"""Runs the tests of a package once, with all of its changes beside the product."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.mutants.packages import CHANGED, TESTS, Package

RESULT = "mutants-side-by-side"


@dataclass(frozen=True)
class Compared:
    """What became of the changes of a package."""

    inert: dict[str, int]
    """How often each of those without a difference was worked out."""
    differ: dict[str, list[str]]
    """The tests in which each of the others made a difference."""
    not_placed: frozenset[str]
    """Those in expressions that cannot be worked out twice."""


def run(package: Package, folder: Path) -> bool:
    """Run the tests of a package in `folder`, a copy of the project, which gets what they have
    told. Return whether they were run.

    A few of them fail: what makes a wrong document of a right one has made it twice.
    """
    code = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"),
            *("-p", "bench.mutants.side_by_side", "-p", "bench.mutants.no_shrinking"),
            *(f"{TESTS}/{path}" for path in package.tests),
        ],
        cwd=folder,
        env={**os.environ, "TEST_RUN_DATABASE_URL": "", CHANGED: " ".join(package.modules)},
        check=False,
    ).returncode
    return code in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


def compared(folder: Path) -> Compared:
    """Put together what the processes have written into `folder`."""
    told = [json.loads(path.read_text()) for path in sorted(folder.glob(f"{RESULT}-*.json"))]
    differ: dict[str, list[str]] = {}
    same: Counter[str] = Counter()
    for one in told:
        same.update(one["same"])
        for name, tests in one["differs"].items():
            differ.setdefault(name, []).extend(tests)
    return Compared(
        {name: count for name, count in same.items() if name not in differ},
        differ,
        frozenset(name for one in told for name in one["not placed"]),
    )
