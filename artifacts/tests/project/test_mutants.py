"""The table of `make mutants`, and what it writes into docs/reliability.md."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

import pytest

from bench.campaigns.report import PAGE, put
from bench.mutants.packages import PACKAGES, TESTS, Package
from bench.mutants.report import read, table
from bench.mutants.sampling import ROOT, Result

MODULES = [str(path.relative_to(ROOT)) for path in (ROOT / "artifacts").rglob("*.py")]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_modules_and_tests_of_the_table_exist(package: Package) -> None:
    for pattern in package.modules:
        assert any(fnmatch(module, pattern) for module in MODULES)
    for path in package.tests:
        assert Path(ROOT, TESTS, path).exists(), path


def test_the_table_says_how_many_changes_were_noticed() -> None:
    outcomes = Counter({"killed": 6, "timeout": 1, "survived": 2, "no tests": 1})
    result = Result("facts", 1, 2_000, outcomes, {}, 60.0)
    assert table([result]).splitlines()[2:4] == [
        "| facts | 2,000 | 10 | 7 | 70% | 1 |",
        "| **all** | 2,000 | 10 | 7 | 70% |  |",
    ]


def test_the_page_has_what_is_kept() -> None:
    page = PAGE.read_text()
    assert put(page, "mutants", table(read())) == page
