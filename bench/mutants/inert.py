"""Lists the changes of a package that make no difference where they stand in any of its tests."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.mutants.changes import changes_of
from bench.mutants.packages import CHANGED, PACKAGES, TESTS, Package, modules_of
from bench.mutants.sampling import copy_project
from bench.mutants.side_by_side import RESULT

parser = argparse.ArgumentParser(prog="python -m bench.mutants.inert", description=__doc__)
parser.add_argument("package", choices=[package.name for package in PACKAGES])


def run(package: Package, folder: Path) -> int:
    """Run the tests of a package in `folder`, and return what pytest exits with."""
    copy_project(folder)
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"),
            *("-p", "bench.mutants.side_by_side", "-p", "bench.mutants.no_shrinking"),
            *(f"{TESTS}/{path}" for path in package.tests),
        ],
        cwd=folder,
        env={**os.environ, "TEST_RUN_DATABASE_URL": "", CHANGED: " ".join(package.modules)},
        check=False,
    ).returncode


@dataclass(frozen=True)
class Compared:
    """What became of the changes of a package."""

    inert: dict[str, int]
    """How often each of those without a difference was worked out."""
    differ: frozenset[str]
    not_placed: frozenset[str]
    """Those in expressions that cannot be worked out twice."""


def compared(folder: Path) -> Compared:
    """Put together what the processes have written into `folder`."""
    told = [json.loads(path.read_text()) for path in folder.glob(f"{RESULT}-*.json")]
    differ = frozenset(name for one in told for name in one["differs"])
    same: Counter[str] = Counter()
    for one in told:
        same.update(one["same"])
    return Compared(
        {name: count for name, count in same.items() if name not in differ},
        differ,
        frozenset(name for one in told for name in one["not placed"]),
    )


def main() -> int:
    options = parser.parse_args()
    package = next(one for one in PACKAGES if one.name == options.package)
    with tempfile.TemporaryDirectory(prefix="cofounder-mutants-") as name:
        folder = Path(name)
        if run(package, folder):
            print(f"No test of {package.name} could be asked.")
            return 1
        found = compared(folder)
    for change in (
        one for module in modules_of(package.modules) for one in changes_of(Path(module))
    ):
        if change.name in found.inert:
            print(f"{change.name}: {found.inert[change.name]} times in vain\n{change.diff}\n")
    print(
        f"{package.name}: {len(found.inert):,} changes make no difference where they stand,"
        f" {len(found.differ):,} do, and {len(found.not_placed):,} cannot be worked out twice."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
