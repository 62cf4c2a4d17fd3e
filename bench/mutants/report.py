"""What came of the mutants, kept as JSON, and its table in docs/reliability.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.campaigns.report import PAGE, put
from bench.mutants.packages import PACKAGES
from bench.mutants.sampling import Result

KEPT = Path(__file__).with_name("measured.json")


def show(result: Result) -> None:
    """Print the score of a package, and the changes that no test has noticed."""
    for name, change in result.survivors.items():
        print(f"\n{name}\n{change}")
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(result.outcomes.items()))
    print(
        f"\n{result.package}: {told}, of {result.mutants:,} mutants in all,"
        f" seed {result.seed}, {result.seconds:.0f} s",
        flush=True,
    )


def keep(result: Result) -> None:
    """Add the result to what is kept, in the place of an older one of the same package."""
    kept = {one.package: one for one in read()} | {result.package: result}
    ordered = [vars(kept[package.name]) for package in PACKAGES if package.name in kept]
    KEPT.write_text(json.dumps(ordered, indent=1) + "\n")


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
    """Return the rows of packages with their scores, and their sum."""
    results = list(results)
    drawn = sum(one.drawn for one in results)
    killed = sum(one.killed for one in results)
    mutants = sum(one.mutants for one in results)
    rows = [_row(one.package, one.mutants, one.drawn, one.killed, one.seed) for one in results]
    head = ["| package | mutants | drawn | noticed | | seed |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *rows, _row("**all**", mutants, drawn, killed, ""), ""])


def _row(name: str, mutants: int, drawn: int, killed: int, seed: int | str) -> str:
    share = f"{killed / drawn:.0%}" if drawn else ""
    return f"| {name} | {mutants:,} | {drawn:,} | {killed:,} | {share} | {seed} |"
