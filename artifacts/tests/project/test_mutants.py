"""The table of `make mutants`, and what it writes into docs/reliability.md."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

import pytest

from bench.campaigns.report import PAGE, put
from bench.mutants import report
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


def result(package: str, seed: int, killed: int, survived: int) -> Result:
    outcomes = Counter(
        {"killed": killed - 1, "timeout": 1, "survived": survived - 1, "no tests": 1}
    )
    return Result(package, seed, 2_000, outcomes, {}, 60.0)


def test_the_table_says_how_many_changes_were_noticed_now_and_at_first() -> None:
    runs = [result("facts", seed, killed, 10 - killed) for seed, killed in enumerate((7, 5, 8), 1)]
    assert table([*runs, result("diff", 4, 9, 1)]).splitlines()[2:] == [
        "| facts | 2,000 | 10 | 8 | 80% | 3 | 70% of 10 |",
        "| diff | 2,000 | 10 | 9 | 90% | 4 | 90% of 10 |",
        "| **all** | 4,000 | 20 | 17 | 85% |  | 80% of 20 |",
    ]


def test_of_each_package_the_first_run_and_the_newest_one_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "KEPT", tmp_path / "measured.json")
    for package, seed in (("diff", 1), ("facts", 2), ("diff", 3), ("diff", 4)):
        report.keep(result(package, seed, 9, 1))
    assert [(one.package, one.seed) for one in read()] == [("facts", 2), ("diff", 1), ("diff", 4)]


def test_the_page_has_what_is_kept() -> None:
    page = PAGE.read_text()
    assert put(page, "mutants", table(read())) == page
