"""Run `manage.py` in processes of their own that need not load the product first.

Loading it takes over a second of processor time. Here one process loads it, and each run is forked
from that one, with an environment of its own.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

import django
from django.conf import settings


class Forks:
    """A process that has imported `modules`, from which the runs are forked."""

    def __init__(self, *modules: str, **environment: str) -> None:
        self._folder = TemporaryDirectory(prefix="forks-")
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "artifacts.tests.support.forks", *modules],
            cwd=settings.BASE_DIR,
            env={"PATH": os.environ["PATH"]} | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def manage(
        self,
        *arguments: object,
        environment: Mapping[str, str],
        database: str | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run `manage.py` with `arguments` in nothing but `environment`.

        `database` names another one than that of the settings which are loaded already, on the same
        server.
        """
        output, errors = (Path(self._folder.name) / name for name in ("stdout", "stderr"))
        command = ["manage.py", *map(str, arguments)]
        request = {
            "arguments": command,
            "environment": dict(environment),
            "database": database,
            "output": str(output),
            "errors": str(errors),
        }
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        print(json.dumps(request), file=self._parent.stdin, flush=True)
        code = int(self._parent.stdout.readline())
        return subprocess.CompletedProcess(command, code, output.read_text(), errors.read_text())

    def close(self) -> None:
        self._parent.communicate()
        self._folder.cleanup()


def _run(request: dict[str, Any]) -> NoReturn:
    """Become the process that was asked for."""
    # The requests for others are not the input of this one.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in ((1, "output"), (2, "errors")):
        os.dup2(os.open(request[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.environ.clear()
    os.environ.update(request["environment"])
    if request["database"] is not None:
        settings.DATABASES["default"]["NAME"] = request["database"]
    sys.argv = request["arguments"]
    code = _exit_code_of("manage.py")
    # Ends as a process does, but for taking apart what it loaded: most commands take less time.
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _exit_code_of(script: str) -> int:
    """Run `script`, and end as Python does: with its exit code, or its last words and 1."""
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        sys.stderr.write(f"{end.code}\n")
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def main(modules: Sequence[str]) -> None:
    """Import `modules`, then answer each request on the standard input with its exit code."""
    if "DJANGO_SETTINGS_MODULE" in os.environ:
        django.setup()
    for module in modules:
        import_module(module)
    gc.freeze()
    while line := sys.stdin.readline():
        child = os.fork()
        if child == 0:
            _run(json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
