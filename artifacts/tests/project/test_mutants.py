"""The table of `make mutants`, and what it writes into docs/reliability.md."""

from __future__ import annotations

import os
import signal
from collections import Counter
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from bench.campaigns.report import PAGE, put
from bench.mutants import putting, report, running
from bench.mutants.packages import PACKAGES, TESTS, Package
from bench.mutants.recording import Recorded
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


MODULE = """\
from functools import cache

class Price:
    @property
    def whole(self):
        return 2 + 3

    @cache
    def once(self):
        return self.whole + super().__hash__() * 0

def total(*prices):
    return sum(price.whole for price in prices)
"""


def test_a_change_reaches_functions_that_were_imported_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "priced_module.py"
    path.write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    import priced_module as priced  # type: ignore[import-not-found]

    price = priced.Price()
    assert (price.once(), priced.total(price, price)) == (5, 10)
    putting.put_into_functions(path, MODULE.replace("2 + 3", "2 - 3").replace("* 0", "* 0 + 7"))
    assert (price.once(), priced.total(price, price)) == (5, -2)
    priced.Price.once.cache_clear()
    assert price.once() == 6


CLOSURE = """\
def times(number):
    def made(other):
        return number * other
    return made

twice = times(2)
"""


def test_a_function_that_would_use_other_variables_takes_no_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "closed_module.py"
    path.write_text(CLOSURE)
    monkeypatch.syspath_prepend(tmp_path)
    import closed_module as closed  # type: ignore[import-not-found]

    assert putting.put_into_functions(path, CLOSURE.replace("number *", "number +"))
    assert closed.twice(5) == 7
    path.write_text(CLOSURE)
    assert not putting.put_into_functions(path, CLOSURE.replace("number *", "3 *"))


def test_the_functions_of_the_product_that_remember_are_found() -> None:
    ours, of_others = cache(lambda: 1), cache(print)
    found = putting.our_caches()
    assert ours in found
    assert of_others not in found


def test_a_fork_tells_how_it_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def fail() -> None:
        raise SystemExit(0)

    assert running.in_fork(lambda: None) == 0
    assert running.in_fork(fail) == running.FAILED
    assert running.in_fork(lambda: os.kill(os.getpid(), signal.SIGPROF)) == -signal.SIGPROF


def test_tests_are_found_by_the_lines_that_they_run() -> None:
    path = Path("artifacts/tiers.py")
    lines = {"7": [1, 0], "8": [2], "9": [3]}
    recorded = Recorded({}, ["", "a", "b", "c"], {str(path.resolve()): lines})
    assert recorded.of_lines(path, range(6, 9)) == {"a", "b", ""}
    assert recorded.of_lines(Path("artifacts/text.py"), range(6, 9)) == set()
