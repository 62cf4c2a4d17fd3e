"""Runs the mutants of a package in a copy of the project, so that its files stay as they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.mutants import comparing
from bench.mutants.packages import CHANGED, TESTS, Package

ROOT = Path(__file__).resolve().parents[2]


class TestsFail(Exception):
    """The tests of a package fail without a change, so they would say nothing of one."""


@dataclass(frozen=True)
class Result:
    """What came of the mutants of one package."""

    package: str
    seed: int
    mutants: int
    """How many there are."""
    outcomes: Counter[str]
    """How many of those that were drawn were killed, survived, ran too long or met no test."""
    survivors: dict[str, str]
    """The change itself, by the name of each mutant that was not killed."""
    seconds: float

    @property
    def drawn(self) -> int:
        return self.outcomes.total()

    @property
    def killed(self) -> int:
        """How many a test has noticed, by failing or by never ending."""
        return self.outcomes["killed"] + self.outcomes["timeout"]


def run(
    package: Package, *, sample: int, seed: int, most_seconds: float, compare: bool = False
) -> Result:
    """Draw at most `sample` mutants of a package and run its tests on each of them, for at most so
    many seconds of the processor: if they are to be compared first, those in which it makes a
    difference before the others, and none if it makes none.

    Raises TestsFail.
    """
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="cofounder-mutants-") as folder:
        copy = Path(folder)
        copy_project(copy)
        if compare and not comparing.run(package, copy):
            raise TestsFail(package.name)
        ran = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-qs"),
                *("-p", "bench.mutants.forks", "-p", "bench.mutants.no_shrinking"),
                *(f"--sample={sample}", f"--seed={seed}", f"--most-seconds={most_seconds}"),
                *(f"{TESTS}/{path}" for path in package.tests),
            ],
            cwd=copy,
            env={
                **os.environ,
                "TEST_RUN_DATABASE_URL": "",
                CHANGED: " ".join(package.modules),
            },
            check=False,
        )
        if ran.returncode:
            raise TestsFail(package.name)
        told = json.loads((copy / "mutants.json").read_text())
    told["outcomes"] = Counter(told["outcomes"])
    return Result(package.name, seed, **told, seconds=time.monotonic() - began)


def copy_project(folder: Path) -> None:
    """Copy what Git knows or would take in, as it is now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.split("\0"):
        source = ROOT / name
        if name and source.is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
