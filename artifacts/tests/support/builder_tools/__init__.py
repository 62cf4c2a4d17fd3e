"""The tools that read what is handed over to builders: where they are, and how to run them.

`make builder-tools` installs the versions in package.json and requirements.txt; BUILDER_TOOLS names
another folder.
Without them, the tests that need them are skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
TOOLS = Path(os.environ.get("BUILDER_TOOLS") or ROOT / ".builder-tools")
PACKAGES = TOOLS / "node_modules"
BMAD = PACKAGES / "bmad-method/src/bmm-skills/plan/bmad-sprint-planning/scripts/sprint_plan.py"
SPECIFY = TOOLS / "venv/bin/specify"
SECONDS = 300


def what_is_missing() -> str:
    """Return why the tools cannot be run here; "" where they can."""
    if not shutil.which("node"):
        return "Node is not installed"
    if not (PACKAGES / ".bin").is_dir() or not (TOOLS / "venv/bin/python").is_file():
        return f"the tools are not in {TOOLS}: make builder-tools"
    return ""


def is_java_missing() -> bool:
    return not shutil.which("java")


def run(folder: Path, *command: str | Path) -> str:
    """Run a command in `folder` and return what it printed; it must end well."""
    done = subprocess.run(  # noqa: PLW1510  # the message is ours
        list(map(str, command)),
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def run_tool(folder: Path, name: str, *arguments: str) -> str:
    """Run a command of a package from npm."""
    return run(folder, PACKAGES / ".bin" / name, *arguments)


def run_python(folder: Path, *arguments: str | Path) -> str:
    """Run Python with the packages in requirements.txt."""
    return run(folder, TOOLS / "venv/bin/python", *arguments)


def read(what: str, *files: Path) -> Any:
    """Return what the library of a tool understood of `files`: see read.mjs."""
    return json.loads(run(TOOLS, "node", HERE / "read.mjs", TOOLS, what, *files))


def read_project(file: Path) -> Any:
    """Return what mpxj understood of a project of MS Project."""
    return json.loads(run_python(TOOLS, HERE / "read_project.py", file))


def put(folder: Path, files: Mapping[str, str]) -> Path:
    """Write `files` into `folder`, which becomes a repository, as most tools expect one."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    run(folder, "git", "init", "--quiet")
    return folder


def _environment() -> dict[str, str]:
    # None of them is to call home, ask a question or look for a newer version of itself.
    names = ("CI", "DO_NOT_TRACK", "NO_COLOR", "TASKMASTER_SKIP_AUTO_UPDATE")
    quiet = {**dict.fromkeys(names, "1"), "OPENSPEC_TELEMETRY": "0", "TZ": "UTC"}
    path = f"{TOOLS / 'venv/bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **quiet, "PATH": path}
