"""Puts a change into a running process, which has the module as it was."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any


def put_into_functions(path: Path, source: str) -> bool:
    """Give each function of the module at `path` the code that it has in `source`. Return whether
    all could take it: one with other variables of the functions around it cannot.
    """
    file = str(path.resolve())
    before, after = (
        dict(_by_name(compile(text, file, "exec"))) for text in (path.read_text(), source)
    )
    changed = {
        (code.co_qualname, code.co_firstlineno): after[name]
        for name, code in before.items()
        if name in after
    }
    took_all = True
    for one in gc.get_objects():
        # Not `isinstance`, which would have an object that is made lazily made now.
        if type(one) is FunctionType and one.__code__.co_filename == file:
            code = changed.get((one.__code__.co_qualname, one.__code__.co_firstlineno))
            if code and code.co_freevars == one.__code__.co_freevars:
                one.__code__ = code
            elif code:
                took_all = False
    return took_all


def _by_name(module: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    """Yield the functions in a module with their names, numbered where several have the same."""
    numbers: Counter[str] = Counter()
    waiting = [module]
    while waiting:
        code = waiting.pop()
        numbers[code.co_qualname] += 1
        yield (code.co_qualname, numbers[code.co_qualname]), code
        waiting.extend(one for one in code.co_consts if isinstance(one, CodeType))


def our_caches() -> list[Any]:
    """Return the functions of the product that remember what they returned."""
    return [
        one
        for one in gc.get_objects()
        if type(one) is _lru_cache_wrapper and one.__module__.startswith("artifacts.")
    ]
