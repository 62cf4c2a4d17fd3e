"""Measure how many tokens a project's five requests take, and how many of them a provider can keep.

    .venv/bin/python bench/prompt_size.py [RECORDED.json] [--against FOLDER]

RECORDED.json has the form that `RUNNER=replay:FILE` plays: `project` and `documents`. FOLDER is a
checkout of another commit, whose prompts are measured with the same project; what only ours tell
(the fact sheet) is counted apart, so that equal content is compared. A token is taken as four
bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "artifacts" / "tests" / "runners" / "recorded" / "riverbook.json"
BYTES_PER_TOKEN = 4
MEASURE = "--measure"
"""Asks this script for the sizes alone, with the code of another folder."""

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("recorded", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--against", type=Path, help="a checkout of another commit")
    parser.add_argument(MEASURE, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(_measure(options.measure, options.recorded)))
        return
    rows = _measured(ROOT, options.recorded)
    _print(rows)
    if options.against:
        _compare(_measured(options.against.resolve(), options.recorded), rows)


def _measured(root: Path, recorded: Path) -> list[Row]:
    """Return the sizes with the code at `root`, in a process of its own: two versions do not fit
    into one.
    """
    command = [
        sys.executable,
        str(Path(__file__).resolve()),
        str(recorded.resolve()),
        MEASURE,
        str(root),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
    found: list[Row] = json.loads(done.stdout)
    return found


def _measure(root: Path, path: Path) -> list[Row]:
    sys.path.insert(0, str(root))
    from artifacts.runners.prompts import build_prompt
    from artifacts.schemas import GENERATION_ORDER

    try:
        from artifacts.interview.questions import ProjectInput
    except ModuleNotFoundError:  # in commits in which the interview was one module
        from artifacts.interview import ProjectInput  # type: ignore[no-redef, attr-defined]
    recorded = json.loads(path.read_text(encoding="utf-8"))
    project = ProjectInput.from_brief(recorded["project"])
    earlier: dict[Any, Any] = {}
    before: list[str] = []
    rows = []
    for artifact_type in GENERATION_ORDER:
        prompt = build_prompt(project, artifact_type, earlier)
        parts = [prompt.instructions, *prompt.shared]
        rows.append(
            {
                "type": artifact_type.value,
                "instructions": _tokens(prompt.instructions),
                "shared": sum(map(_tokens, prompt.shared)),
                "facts": sum(
                    _tokens(block) for block in prompt.shared if block.startswith("<facts>")
                ),
                "task": _tokens(prompt.task),
                "all": sum(map(_tokens, (*parts, prompt.task))),
                "kept": sum(
                    _tokens(now) for now, then in zip(parts, before, strict=False) if now == then
                ),
            }
        )
        before = parts
        earlier[artifact_type] = artifact_type.content_class.model_validate(
            recorded["documents"][artifact_type.value]
        )
    return rows


def _print(rows: list[Row]) -> None:
    heads = ("instructions", "shared", "task", "all", "kept")
    print(f"{'document':<14}" + "".join(f"{head:>14}" for head in heads))
    for row in rows:
        print(f"{row['type']:<14}" + "".join(f"{row[head]:>14}" for head in heads))
    total, kept = (sum(row[name] for row in rows) for name in ("all", "kept"))
    print(f"all five: {total} tokens in, {kept} kept ({kept / total:.0%})")


def _compare(then: list[Row], now: list[Row]) -> None:
    print(f"\n{'document':<14}{'then':>10}{'now':>10}{'facts':>10}{'without':>10}{'fewer':>10}")
    for old, new in zip(then, now, strict=True):
        _print_change(old["type"], old["all"], new["all"], new["facts"])
    sums = [
        sum(row[name] for row in rows[1:])
        for rows, name in ((then, "all"), (now, "all"), (now, "facts"))
    ]
    _print_change("2 to 5", *sums)
    ours = [sum(row["instructions"] + row["task"] for row in rows[1:]) for rows in (then, now)]
    print(
        f"of these instructions and tasks, the rest being answers and documents: {ours[0]} then,"
        f" {ours[1]} now ({1 - ours[1] / ours[0]:.0%} fewer)"
    )
    paid = [sum(row["all"] - row["kept"] for row in rows[1:]) for rows in (then, now)]
    print(
        f"at the full price, for not kept, of 2 to 5: {paid[0]} then, {paid[1]} now"
        f" ({1 - paid[1] / paid[0]:.0%} fewer)"
    )
    kept = [
        sum(row["kept"] for row in rows) / sum(row["all"] for row in rows) for rows in (then, now)
    ]
    print(f"kept of all five: {kept[0]:.0%} then, {kept[1]:.0%} now")


def _print_change(name: str, old: int, new: int, facts: int) -> None:
    print(
        f"{name:<14}{old:>10}{new:>10}{facts:>10}{new - facts:>10}{1 - (new - facts) / old:>10.0%}"
    )


def _tokens(text: str) -> int:
    return math.ceil(len(text.encode()) / BYTES_PER_TOKEN)


if __name__ == "__main__":
    main()
