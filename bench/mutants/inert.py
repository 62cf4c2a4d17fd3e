"""Lists the changes of a package that make no difference where they stand in any of its tests."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

from bench.mutants.changes import changes_of
from bench.mutants.packages import CHANGED, PACKAGES, TESTS, Package
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


def inert(folder: Path) -> dict[str, int]:
    """Return how often each change was worked out in vain, by the results in `folder`."""
    told = [json.loads(path.read_text()) for path in folder.glob(f"{RESULT}-*.json")]
    differ = {name for one in told for name in one["differs"]}
    same: Counter[str] = Counter()
    for one in told:
        same.update(one["same"])
    return {name: count for name, count in same.items() if name not in differ}


def main() -> int:
    options = parser.parse_args()
    package = next(one for one in PACKAGES if one.name == options.package)
    with tempfile.TemporaryDirectory(prefix="cofounder-mutants-") as name:
        folder = Path(name)
        if run(package, folder):
            print(f"No test of {package.name} could be asked.")
            return 1
        found = inert(folder)
    paths = sorted(map(str, Path("artifacts").rglob("*.py")))
    modules = [p for p in paths if any(fnmatch(p, pattern) for pattern in package.modules)]
    for change in (one for module in modules for one in changes_of(Path(module))):
        if change.name in found:
            print(f"{change.name}: {found[change.name]} times in vain\n{change.diff}\n")
    print(f"{package.name}: {len(found):,} changes make no difference where they stand.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
