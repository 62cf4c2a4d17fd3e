"""Lists the changes of a package that make no difference where they stand in any of its tests."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bench.mutants.changes import changes_of
from bench.mutants.comparing import compared, run
from bench.mutants.packages import PACKAGES, modules_of
from bench.mutants.sampling import copy_project

parser = argparse.ArgumentParser(prog="python -m bench.mutants.inert", description=__doc__)
parser.add_argument("package", choices=[package.name for package in PACKAGES])
parser.add_argument("--only", nargs="+", metavar="MODULE", help="of these modules of it alone")
parser.add_argument(
    "--tests", nargs="+", metavar="PATH", help="in these of its tests alone, below artifacts/tests"
)


def main() -> int:
    options = parser.parse_args()
    package = next(one for one in PACKAGES if one.name == options.package)
    package = replace(
        package,
        modules=tuple(options.only or package.modules),
        tests=tuple(options.tests or package.tests),
    )
    with tempfile.TemporaryDirectory(prefix="cofounder-mutants-") as name:
        folder = Path(name)
        copy_project(folder)
        if not run(package, folder):
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
