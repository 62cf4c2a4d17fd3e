"""Measure how many tokens a project's five requests take, and how many of them a provider can keep.

    .venv/bin/python bench/prompt_size.py [RECORDED.json]

RECORDED.json has the form that `RUNNER=replay:FILE` plays: `project` and `documents`. A token is
taken as four bytes.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from artifacts.interview.questions import ProjectInput
from artifacts.runners.prompts import Prompt, build_prompt
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType

SAMPLE = Path(__file__).resolve().parents[1] / "artifacts" / "tests" / "recorded" / "shelfwise.json"
BYTES_PER_TOKEN = 4


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    recorded = json.loads(path.read_text(encoding="utf-8"))
    project = ProjectInput.from_brief(recorded["project"])
    earlier: dict[ArtifactType, ArtifactContent] = {}
    before: list[str] = []
    total = kept_total = 0
    print(f"{'document':<14}{'instructions':>14}{'shared':>9}{'task':>8}{'all':>8}{'kept':>8}")
    for artifact_type in GENERATION_ORDER:
        prompt = build_prompt(project, artifact_type, earlier)
        parts = [prompt.instructions, *prompt.shared]
        kept = sum(_tokens(now) for now, then in zip(parts, before, strict=False) if now == then)
        total, kept_total = total + _all(prompt), kept_total + kept
        shared = sum(map(_tokens, prompt.shared))
        sizes = (_tokens(prompt.instructions), shared, _tokens(prompt.task), _all(prompt), kept)
        print(
            f"{artifact_type.value:<14}{sizes[0]:>14}{sizes[1]:>9}{sizes[2]:>8}{sizes[3]:>8}{sizes[4]:>8}"
        )
        before = parts
        content = artifact_type.content_class.model_validate(
            recorded["documents"][artifact_type.value]
        )
        earlier[artifact_type] = content
    print(f"all five: {total} tokens in, {kept_total} kept ({kept_total / total:.0%})")


def _tokens(text: str) -> int:
    return math.ceil(len(text.encode()) / BYTES_PER_TOKEN)


def _all(prompt: Prompt) -> int:
    return sum(map(_tokens, (prompt.instructions, *prompt.shared, prompt.task)))


if __name__ == "__main__":
    main()
