"""How the workers of a run share the work of collecting its tests, and what is done once for all of
them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import pytest

from cofounder.garbage import settle


@contextmanager
def searching_no_garbage() -> Iterator[None]:
    """Look for no garbage while tests are collected, and among them no more after that.

    Nothing of them goes before the run ends, and a search through all of them takes as long as many
    a test.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        settle()


def import_share(config: pytest.Config) -> None:
    """Import every n-th test module first, as one of n workers.

    The import of one rewrites its assertions, which takes as long as the rest of collecting, and
    keeps the result. All workers collect in the same order: without this, each would rewrite what
    another is just rewriting.
    """
    worker = getattr(config, "workerinput", None)
    if worker is None:
        return
    number, count = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    for path in _modules(config)[number::count]:
        name = ".".join(path.relative_to(config.rootpath).with_suffix("").parts)
        # Collecting imports it again, and tells what is wrong.
        with suppress(Exception, pytest.skip.Exception):
            import_module(name)


def _modules(config: pytest.Config) -> list[Path]:
    """Return the modules of tests in the folders that are collected."""
    folders = [config.rootpath / argument for argument in config.args]
    return sorted(path for folder in folders for path in folder.rglob("test_*.py"))
