"""What a campaign has to say, kept as JSON, and docs/reliability.md made of it."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(__file__).with_name("measured.json")
PAGE = ROOT / "docs" / "reliability.md"


@dataclass
class Row:
    """One kind of fault, act or door: how often, and what came of it."""

    what: str
    runs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float | None = None
    """The most seconds until all was idle again, where that was waited for."""

    taken_up: list[float] = field(default_factory=list)
    """After how many seconds another worker had taken up what was being written."""

    def note(self, outcome: str, seconds: float | None = None) -> None:
        self.runs += 1
        self.outcomes[outcome] += 1
        if seconds is not None:
            self.slowest = max(self.slowest or 0.0, seconds)


@dataclass
class Report:
    """One campaign on one database."""

    campaign: str
    database: str
    seed: int
    rows: dict[str, Row] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    seconds: float = 0.0
    command: str = ""
    commit: str = ""
    machine: str = ""
    at: str = ""
    inputs: int = 0
    """Of fuzz: how many hostile values were sent."""

    def row(self, what: str) -> Row:
        return self.rows.setdefault(what, Row(what))

    @property
    def runs(self) -> int:
        return sum(row.runs for row in self.rows.values())

    def violate(self, what: str) -> None:
        self.violations.append(what)
        print(f"VIOLATION: {what}", flush=True)

    def show(self) -> None:
        """Print what came of it."""
        print(f"{self.campaign} on {self.database}, seed {self.seed}, {self.seconds:.0f} s")
        for row in sorted(self.rows.values(), key=lambda row: row.what):
            slowest = "" if row.slowest is None else f", {row.slowest:.1f} s at most"
            print(f"  {row.what:<52}{row.runs:>7}  {_told(row.outcomes)}{slowest}")
        more = f", {self.inputs} hostile values" if self.inputs else ""
        print(f"  {self.runs} in all{more}; {len(self.violations)} violations", flush=True)


def keep(report: Report, *, command: str) -> None:
    """Add the report to what is kept, in the place of an older one of the same build."""
    report.command = command
    report.commit = _git("rev-parse", "--short", "HEAD")
    report.machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {_python()}"
    report.at = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    kept = [one for one in read() if _kind(one) != _kind(report)]
    kept = sorted([*kept, report], key=lambda one: (*_kind(one)[:2], one.at))
    KEPT.write_text(json.dumps([_as_json(one) for one in kept], indent=1) + "\n")


def read() -> list[Report]:
    """Return what is kept."""
    if not KEPT.exists():
        return []
    return [_from_json(one) for one in json.loads(KEPT.read_text())]


def write_page() -> None:
    """Put the tables into docs/reliability.md."""
    PAGE.write_text(with_tables(PAGE.read_text(), read()))


def with_tables(text: str, reports: Iterable[Report]) -> str:
    """Return the page with the tables of each campaign between its markers."""
    reports = list(reports)
    for name in ("faults", "processes", "races", "fuzz", "access"):
        told = "\n".join(_told_report(one) for one in reports if one.campaign == name)
        text = put(text, name, told)
    return text


def put(text: str, name: str, told: str) -> str:
    """Return the page with `told` between the markers of this name."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    head, _, rest = text.partition(begin)
    _, _, tail = rest.partition(end)
    return f"{head}{begin}\n{told}\n{end}{tail}"


def _told_report(report: Report) -> str:
    inputs = f" with {report.inputs:,} hostile values" if report.inputs else ""
    how = (
        f"{report.database}, {report.at} UTC, commit {report.commit}, {report.machine}:"
        f" {report.runs:,} in {report.seconds:,.0f} s{inputs},"
        f" **{len(report.violations)} violations**. `{report.command}`, seed {report.seed}."
    )
    lines = [
        how,
        "",
        "| what | runs | what came of it | seconds at most |",
        "|---|---|---|---|",
    ]
    for row in sorted(report.rows.values(), key=lambda row: row.what):
        slowest = "" if row.slowest is None else f"{row.slowest:.1f}"
        if row.taken_up:
            slowest += f" (taken up after {min(row.taken_up)} to {max(row.taken_up)})"
        lines.append(f"| {row.what} | {row.runs:,} | {_told(row.outcomes)} | {slowest} |")
    lines += [f"- Violation: {one}" for one in report.violations]
    return "\n".join([*lines, ""])


def _told(outcomes: Counter[str]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in sorted(outcomes.items()))


def _kind(report: Report) -> tuple[str, str, str]:
    return report.campaign, report.database, report.commit


def _as_json(report: Report) -> dict[str, Any]:
    rows = {  # `asdict` would make pairs of what a Counter counts
        name: {**vars(row), "outcomes": dict(row.outcomes)} for name, row in report.rows.items()
    }
    return {**asdict(replace(report, rows={})), "rows": rows}


def _from_json(value: dict[str, Any]) -> Report:
    rows = {
        name: Row(**{**row, "outcomes": Counter(row["outcomes"])})
        for name, row in value["rows"].items()
    }
    return Report(**{**value, "rows": rows})


def _git(*arguments: str) -> str:
    told = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return told.stdout.strip() or "unknown"


def _python() -> str:
    return platform.python_version()
