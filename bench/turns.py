"""Processes that measure a round each time they are told to, so that what is compared takes turns
and a busy moment of the machine falls on all of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

from bench.databases import Database


class Child:
    """A process in the folder and environment of `database`, which runs `answer_rounds`."""

    def __init__(
        self, database: Database, command: Sequence[str], environment: Mapping[str, str] = {}
    ) -> None:
        self._database, self._command, self._more = database, command, environment

    def __enter__(self) -> Self:
        """Start it, and wait until it is ready."""
        self._process = subprocess.Popen(
            self._command,
            cwd=self._database.root,
            env={**self._database.environment, **self._more},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._read()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def round(self) -> Any:
        """Return what it measured in a round of now."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{' '.join(self._command)} ended with {self._process.wait()}")
        return json.loads(line)


def answer_rounds(measure: Callable[[], Any]) -> None:
    """Say that all is ready, and measure a round for each line that comes in."""
    print(json.dumps({}), flush=True)
    for _ in sys.stdin:
        print(json.dumps(measure()), flush=True)
