"""What came of the mutants, kept as JSON, and its table in docs/reliability.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.campaigns.report import PAGE, put
from bench.mutants.packages import PACKAGES
from bench.mutants.sampling import Result

KEPT = Path(__file__).with_name("measured.json")


def show(result: Result) -> None:
    """Print the score of a package."""
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(result.outcomes.items()))
    print(
        f"\n{result.package}: {told}, of {result.mutants:,} mutants in all,"
        f" seed {result.seed}, {result.seconds:.0f} s",
        flush=True,
    )


def keep(result: Result) -> None:
    """Add the result to what is kept: of each package that is its first run and its newest one."""
    kept = by_package([*read(), result])
    ordered = [vars(one) for package in PACKAGES for one in kept.get(package.name, ())]
    KEPT.write_text(json.dumps(ordered, indent=1) + "\n")


def by_package(results: Iterable[Result]) -> dict[str, tuple[Result, ...]]:
    """Return the first of the results of each package, and the last one if there are several."""
    found: dict[str, tuple[Result, ...]] = {}
    for one in results:
        found[one.package] = (*found.get(one.package, ())[:1], one)
    return found


def read() -> list[Result]:
    """Return what is kept."""
    if not KEPT.exists():
        return []
    return [
        Result(**{**one, "outcomes": Counter(one["outcomes"])})
        for one in json.loads(KEPT.read_text())
    ]


def write_page() -> None:
    """Put the table into docs/reliability.md."""
    PAGE.write_text(put(PAGE.read_text(), "mutants", table(read())))


def table(results: Iterable[Result]) -> str:
    """Return the rows of packages with their newest scores beside their first, and their sum."""
    runs = by_package(results)
    newest, first = [found[-1] for found in runs.values()], [found[0] for found in runs.values()]
    mutants = sum(one.mutants for one in newest)
    rows = [
        _row(name, found[-1].mutants, found[-1:], f"{found[-1].seed}", found[:1])
        for name, found in runs.items()
    ]
    head = [
        "| package | mutants | drawn | noticed | | seed | first run |",
        "|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows, _row("**all**", mutants, newest, "", first), ""])


def _row(
    name: str, mutants: int, newest: Sequence[Result], seed: str, first: Sequence[Result]
) -> str:
    drawn, killed = _sums(newest)
    at_first = f"{_share(first)} of {_sums(first)[0]}"
    cells = (name, f"{mutants:,}", f"{drawn:,}", f"{killed:,}", _share(newest), seed, at_first)
    return f"| {' | '.join(cells)} |"


def _share(results: Sequence[Result]) -> str:
    drawn, killed = _sums(results)
    return f"{killed / drawn:.0%}" if drawn else ""


def _sums(results: Sequence[Result]) -> tuple[int, int]:
    """Return how many changes were drawn, and how many of those were noticed."""
    return sum(one.drawn for one in results), sum(one.killed for one in results)
