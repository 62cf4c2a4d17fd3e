"""Two builds of the product side by side: the one that stands here, and any commit, in a worktree
of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Build:
    """A build of the product, and the folder that its processes run in."""

    name: str
    root: Path


HERE = Build("this build", ROOT)


@contextmanager
def build_of(ref: str) -> Iterator[Build]:
    """Check out the commit that `ref` names into a temporary folder, with the benchmarks of this
    build, until the end.

    Raises CalledProcessError if git knows no such commit.
    """
    commit = _git("rev-parse", "--short", "--verify", f"{ref}^{{commit}}").strip()
    with tempfile.TemporaryDirectory(prefix="bench-build-") as name:
        folder = Path(name) / "tree"
        _git("worktree", "add", "--detach", "--force", str(folder), commit)
        try:
            shutil.rmtree(folder / "bench", ignore_errors=True)
            shutil.copytree(
                ROOT / "bench", folder / "bench", ignore=shutil.ignore_patterns("__pycache__")
            )
            yield Build(commit, folder)
        finally:
            _git("worktree", "remove", "--force", str(folder))


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
