"""Formatters and converters that an edited export may have gone through: how to run them, and where
their outputs are.

    RECORD_MARKDOWN_TOOLS=1 python -m pytest artifacts/tests/exporters/test_markdown_tools.py

records what those that are installed make of an export in `artifacts/tests/support/markdown/`,
whose README.md names the versions.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import PLAIN

RECORDED = Path(__file__).parent / "markdown"
SOURCE = RECORDED / "source.md"
PROJECT_ID = "5f0c1a52-0d3e-4c1b-9a57-1d2b6f3c8e90"
"""The project that the recorded files say they are of."""
FILE = "FILE"
"""Stands for the path of a file that a tool rewrites; the others read standard input."""

PANDOC = ["pandoc", "-s", "-f"]
REMARK = ["remark", "--use", "remark-frontmatter", "--use", "remark-gfm"]

TOOLS: Mapping[str, list[str]] = {
    "prettier": ["prettier", "--parser", "markdown"],
    "prettier-wrapped": ["prettier", "--parser", "markdown", "--prose-wrap", "always"],
    "mdformat": ["mdformat", "-"],
    "mdformat-wrapped": ["mdformat", "--wrap", "72", "-"],
    "remark": REMARK,
    "markdownlint": ["markdownlint", "--fix", FILE],
    "pandoc-gfm": [*PANDOC, "gfm+yaml_metadata_block", "-t", "gfm"],
    "pandoc-markdown": [*PANDOC, "markdown", "-t", "markdown"],
    "pandoc-commonmark": [*PANDOC, "gfm+yaml_metadata_block", "-t", "commonmark_x"],
}

_LINE = (
    "We “measure” what they’re doing — 3 * 4, a_b_c, _this_, https://shop.example/a_b?x=1&y=2,"
    " www.shop.example and hello@shop.example; 1. first, <b>bold</b> & ~5 kg, #7, `code` … it's 5–6"
    " weeks, [[F-1]] and [[brief.key_constraint]]! + plus > greater | pipe = 1) \\ ![no](picture)"
    " [x](y) $5, ^up^ and H~2~O, @someone."
)
_TEXT = (
    f"{_LINE}\nA paragraph of its own. 2026. In the year\n\n- typed as\n- a list\n\n1. and\n2."
    " numbered"
)

CONTENTS: Mapping[ArtifactType, Mapping[str, Any]] = {
    **PLAIN,
    ArtifactType.BRIEF: {
        **PLAIN[ArtifactType.BRIEF],
        "problem_statement": _TEXT,
        "differentiation_points": [_LINE, "Works without a connection"],
        "assumptions": [
            {"text": "Owners count in the evening.", "basis": "guess", "confidence": "low"}
        ],
    },
    ArtifactType.MVP_SCOPE: {
        **PLAIN[ArtifactType.MVP_SCOPE],
        "core_features": [
            {
                "name": "Shelf count: “fast” & sure",
                "description": _TEXT,
                "priority": "high",
                "acceptance_criteria": [_LINE, "A count survives a lost connection"],
            },
            {
                "name": "Reorder list of all that runs out before the next delivery",
                "description": "We list it.",
                "priority": "low",
            },
        ],
    },
}


def is_installed(name: str) -> bool:
    """Whether a tool, with the plug-ins that Markdown tables and front matter need, can be run
    here.
    """
    command = TOOLS[name][0]
    if shutil.which(command) is None:
        return False
    if command == "mdformat":
        version = subprocess.run(
            [command, "--version"], capture_output=True, text=True, check=True
        ).stdout
        return "gfm" in version and "frontmatter" in version
    # Its plug-ins are looked for from the working directory.
    if command == "remark":
        return subprocess.run(REMARK, check=False, input="", capture_output=True).returncode == 0
    return True


def rewrite(name: str, text: str) -> str:
    """Return what a tool makes of a file. Raises CalledProcessError."""
    command = TOOLS[name]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.md"
        file.write_text(text, encoding="utf-8")
        arguments = [str(file) if argument == FILE else argument for argument in command]
        # markdownlint reports what it could not change with an exit code of its own.
        done = subprocess.run(
            arguments, input=text, capture_output=True, encoding="utf-8", check=FILE not in command
        )
        return file.read_text(encoding="utf-8") if FILE in command else done.stdout
