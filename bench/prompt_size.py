"""Measure how many tokens a project's five requests take, and how many of them a provider can keep.

    .venv/bin/python bench/prompt_size.py [RECORDED.json ...] [--against FOLDER]

RECORDED.json has the form that `RUNNER=replay:FILE` plays: `project` and `documents`. Without one,
three founders are measured: an English one with the documents of a strong model, the same one who
tells four times as much, and a German one with documents of the offline writer. FOLDER is a
checkout of another commit, whose prompts are measured with the same projects. What the prompts
before the fact sheet never told is counted apart (`PARTS`), so that equal content is compared.

Tokens are those of OpenAI's `o200k_base` where `.venv-bench` has them (`make bench-peers`), else
four bytes each.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "artifacts" / "tests" / "runners" / "recorded" / "riverbook.json"
FOUNDERS = ROOT / "bench" / "founders.json"
GERMAN = "reparaturbus"
LONG = 4
"""How many times as much the long founder tells."""
FIRST_QUESTIONS = (
    "target_user",
    "problem",
    "workaround",
    "price",
    "constraint",
    "validation",
    "stage",
)
"""Questions that every build knows; what was answered to others is told as a constraint."""
BYTES_PER_TOKEN = 4
COUNTER = [str(ROOT / ".venv-bench" / "bin" / "python"), "-c"]
COUNT = """
import json, sys, bpe_openai
encoding = bpe_openai.get_encoding("o200k_base")
print(json.dumps([len(encoding.encode(text)) for text in json.load(sys.stdin)]))
"""
READ, WRITE = "--read", "--write"
"""Ask this script for the texts of another folder's prompts, and for a file of German documents."""

PARTS = {
    "the fact sheet": r"<facts>\n.*?</facts>",
    "how to read it": r'"confirmed" facts hold .*?(?=\n\n# )',
    "tests of the answers": r"# Test the answers first\n.*?(?=# )",
    "marks": r"- A mark directly after .*?(?=\n- )",
    "unanswered questions": r"not_answered: [^\n]*\n",
    "the dates": r"Today is [^\n]*",
}
"""What the prompts before the fact sheet never told, and how it is found in ours. Purposes of the
other documents are found by their words.
"""
PURPOSES = "what the other documents are for"

Request = dict[str, Any]
Counts = dict[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("recorded", nargs="*", type=Path)
    parser.add_argument("--against", type=Path, help="a checkout of another commit")
    parser.add_argument(READ, type=Path, help=argparse.SUPPRESS)
    parser.add_argument(WRITE, action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        print(json.dumps(read_requests(options.read, options.recorded[0])))
    elif options.write:
        print(json.dumps(_write()))
    else:
        with tempfile.TemporaryDirectory(prefix="prompt-size-") as folder:
            for path in options.recorded or _founders(Path(folder)):
                _report(path.resolve(), options.against and options.against.resolve())


def _report(recorded: Path, against: Path | None) -> None:
    now = _run(ROOT, READ, str(ROOT), str(recorded))
    then = _run(against, READ, str(against), str(recorded)) if against else []
    counts, unit = _count(text for request in [*now, *then] for text in texts_of(request))
    print(f"\n{recorded.stem}, in {unit}")
    _print(now, counts)
    if then:
        _compare(then, now, counts)


def _founders(folder: Path) -> Iterator[Path]:
    yield SAMPLE
    told = json.loads(SAMPLE.read_text(encoding="utf-8"))
    project = told["project"]
    project["idea"] = " ".join([project["idea"]] * LONG)
    project["answers"] = {key: " ".join([text] * LONG) for key, text in project["answers"].items()}
    long = folder / f"{SAMPLE.stem}-long.json"
    long.write_text(json.dumps(told), encoding="utf-8")
    yield long
    german = folder / f"{GERMAN}.json"
    german.write_text(json.dumps(_run(ROOT, WRITE)), encoding="utf-8")
    yield german


def _run(root: Path, *arguments: str) -> Any:
    """Return what this script says with the code at `root`, in a process of its own: two versions
    do not fit into one.
    """
    command = [sys.executable, str(Path(__file__).resolve()), *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=root)
    return json.loads(done.stdout)


def _write() -> dict[str, Any]:
    """Return a German founder with the documents that the offline writer makes."""
    sys.path.insert(0, str(ROOT))
    from artifacts.runners.fake import RunnerFake

    founders = json.loads(FOUNDERS.read_text(encoding="utf-8"))
    founder = next(one for one in founders if one["id"] == GERMAN)
    answers = {key: text for key, text in founder["answers"].items() if key in FIRST_QUESTIONS}
    others = [text for key, text in founder["answers"].items() if key not in FIRST_QUESTIONS]
    answers["constraint"] = "\n".join([answers.get("constraint", ""), *others]).strip()
    project = {"name": founder["name"], "idea": founder["idea"], "answers": answers}
    return {"project": project, "documents": RunnerFake().generate_artifacts(project)}


def read_requests(root: Path, recorded: Path) -> list[Request]:
    """Return the texts of the five requests as the code at `root` makes them."""
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    from artifacts.runners.prompts import build_prompt
    from artifacts.schemas import GENERATION_ORDER

    try:
        from artifacts.interview.questions import ProjectInput
    except ModuleNotFoundError:  # in commits in which the interview was one module
        from artifacts.interview import ProjectInput  # type: ignore[no-redef, attr-defined]
    told = json.loads(recorded.read_text(encoding="utf-8"))
    project = ProjectInput.from_brief(told["project"])
    earlier: dict[Any, Any] = {}
    requests = []
    for artifact_type in GENERATION_ORDER:
        prompt = build_prompt(project, artifact_type, earlier)
        content_class = artifact_type.content_class
        request: Request = {
            "type": artifact_type.value,
            "instructions": prompt.instructions,
            "shared": list(prompt.shared),
            "task": prompt.task,
        }
        if root == ROOT:
            others = [t.content_class.purpose for t in GENERATION_ORDER if t is not artifact_type]
            request["parts"] = _parts(request, others)
        requests.append(request)
        document = told["documents"][artifact_type.value]
        names = {section.name for section in content_class.sections()} & document.keys()
        earlier[artifact_type] = content_class.model_validate(
            {name: document[name] for name in names}
        )
    return requests


def _parts(request: Request, purposes: Sequence[str]) -> dict[str, str]:
    """Return the parts that are counted apart. A part that the prompts have no longer ends the
    measurement, as it would be counted as saved.
    """
    whole = "\n".join([request["instructions"], *request["shared"], request["task"]])
    found = {name: re.search(pattern, whole, re.DOTALL) for name, pattern in PARTS.items()}
    missing = [name for name, match in found.items() if not match]
    missing += [purpose for purpose in purposes if purpose not in request["instructions"]]
    if missing:
        raise SystemExit(f"The prompts do not have {missing}: adapt PARTS.")
    parts = {name: match[0] for name, match in found.items() if match}
    return {**parts, PURPOSES: " ".join(purposes)}


def _count(texts: Iterable[str]) -> tuple[Counts, str]:
    """Return the tokens of each text, and which tokens they are."""
    all_texts = list(dict.fromkeys(texts))
    try:
        done = subprocess.run(
            [*COUNTER, COUNT],
            input=json.dumps(all_texts),
            capture_output=True,
            check=True,
            text=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return count_bytes(all_texts), "tokens of four bytes"
    return dict(zip(all_texts, json.loads(done.stdout), strict=True)), "tokens of o200k_base"


def count_bytes(texts: Iterable[str]) -> Counts:
    """Return about how many tokens each text is."""
    return {text: math.ceil(len(text.encode()) / BYTES_PER_TOKEN) for text in texts}


def texts_of(request: Request) -> list[str]:
    return [
        request["instructions"],
        *request["shared"],
        request["task"],
        *request.get("parts", {}).values(),
    ]


def sizes_of(requests: Sequence[Request], counts: Counts) -> list[Counts]:
    """Return the tokens of each request by what they are for, and how many of them the request
    before began with.
    """
    rows = []
    before: list[str] = []
    for request in requests:
        opening = [request["instructions"], *request["shared"]]
        row = {
            "instructions": counts[request["instructions"]],
            "shared": sum(counts[block] for block in request["shared"]),
            "task": counts[request["task"]],
            "apart": sum(counts[text] for text in request.get("parts", {}).values()),
            "kept": sum(
                counts[block] for block, then in zip(opening, before, strict=False) if block == then
            ),
        }
        row["all"] = row["instructions"] + row["shared"] + row["task"]
        row["equal"] = row["all"] - row["apart"]
        rows.append(row)
        before = opening
    return rows


def _print(requests: Sequence[Request], counts: Counts) -> None:
    heads = ("instructions", "shared", "task", "all", "apart", "equal", "kept")
    print(f"{'document':<14}" + "".join(f"{head:>14}" for head in heads))
    rows = sizes_of(requests, counts)
    for request, row in zip(requests, rows, strict=True):
        print(f"{request['type']:<14}" + "".join(f"{row[head]:>14}" for head in heads))
    total, kept = (sum(row[name] for row in rows) for name in ("all", "kept"))
    print(f"all five: {total} in, of which {kept} can be kept ({kept / total:.0%})")
    last = requests[-1]["parts"]
    parts = ", ".join(f"{name} {counts[text]}" for name, text in last.items())
    print(f"apart, in the last request: {parts}")


def _compare(then: Sequence[Request], now: Sequence[Request], counts: Counts) -> None:
    old, new = sizes_of(then, counts), sizes_of(now, counts)
    print(f"{'':<14}{'then':>14}{'now':>14}{'fewer':>14}{'equal content':>14}{'fewer':>14}")
    for request, was, row in zip(now, old, new, strict=True):
        _print_change(request["type"], was["all"], row["all"], row["equal"])
    sums = [
        sum(row[name] for row in rows[1:])
        for rows, name in ((old, "all"), (new, "all"), (new, "equal"))
    ]
    _print_change("2 to 5", *sums)
    paid = [sum(row["all"] - row["kept"] for row in rows[1:]) for rows in (old, new)]
    kept = [
        sum(row["kept"] for row in rows) / sum(row["all"] for row in rows) for rows in (old, new)
    ]
    print(
        f"at the full price, as not kept, of 2 to 5: {paid[0]} then, {paid[1]} now"
        f" ({1 - paid[1] / paid[0]:.0%} fewer); kept of all five: {kept[0]:.0%} then,"
        f" {kept[1]:.0%} now"
    )


def _print_change(name: str, then: int, now: int, equal: int) -> None:
    print(
        f"{name:<14}{then:>14}{now:>14}{1 - now / then:>14.1%}{equal:>14}{1 - equal / then:>14.1%}"
    )


if __name__ == "__main__":
    main()
