"""A plugin of pytest: works out each changed expression beside the one it stands for, and writes
down in which tests each change made a difference there.

No other test can notice it (W. E. Howden, Weak Mutation Testing and Completeness of Test Sets,
1982), and one run of the tests says this of all changes. One that makes a difference where it
stands may still survive; so the score is that of `bench.mutants`.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import json
import os
import sys
from collections import defaultdict
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import libcst as cst
import pytest
from libcst.metadata import CodeRange
from mutmut.mutation.file_mutation import deep_replace

from bench.mutants.beside import Place, begin_test, beside, differs, places, running, waiting
from bench.mutants.changes import Change, placed_changes_of
from bench.mutants.comparing import RESULT
from bench.mutants.putting import our_caches
from bench.mutants.recording import MODULES, file_of

BESIDE = "_beside"

_CHANGING = frozenset(
    (
        *("add", "append", "appendleft", "clear", "discard", "extend", "insert", "next", "pop"),
        *("popitem", "popleft", "remove", "setdefault", "update", "write", "writerow"),
        *("setattr", "delattr", "send", "super"),
    )
)
"""Calls that cannot be made twice."""


def beside_source(path: Path) -> str:
    """Return the source of a module in which each expression with changes calls `beside`."""
    text = path.read_text()
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    units: defaultdict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    truths = set()
    for change, parents, positions in placed_changes_of(path):
        unit = _unit(change.mutation.original_node, parents)
        code = _code(change, unit) if unit else ""
        if not unit or not code:
            not_placed.add(change.name)
            continue
        span = _span(positions[unit], starts)
        units[span].append((change.name, code))
        if isinstance(parents[unit], cst.If | cst.While | cst.Assert):
            truths.add(span)
    for span in sorted(units, reverse=True):
        names = [name for name, _ in units[span]]
        changed = "".join(f"(lambda: (\n{code}\n)), " for _, code in units[span])
        first, last = span
        call = (
            f"({BESIDE}({len(places)}, (lambda: (\n{text[first:last]}\n)), (lambda: ({changed}))))"
        )
        places.append(Place(names, span in truths))
        waiting.append(dict.fromkeys(range(len(names)), 0))
        text = text[:first] + call + text[last:]
    return text


def _span(position: CodeRange, starts: list[int]) -> tuple[int, int]:
    return (
        starts[position.start.line - 1] + position.start.column,
        starts[position.end.line - 1] + position.end.column,
    )


def _code(change: Change, unit: cst.BaseExpression) -> str:
    """Return the changed expression, or "" if it cannot stand by itself."""
    before, after = change.mutation.original_node, change.mutation.mutated_node
    changed = after if unit is before else deep_replace(unit, before, after)
    if not isinstance(changed, cst.BaseExpression):
        return ""
    code: str = change.module.code_for_node(changed).strip()
    try:
        compile(f"(\n{code}\n)", change.name, "eval")
    except SyntaxError:
        return ""
    return code


_NOT_IN = (cst.Param, cst.Decorator, cst.Expr, cst.Module)
_ENDS = (cst.BaseSmallStatement, cst.BaseCompoundStatement, *_NOT_IN)
_BINDS = (cst.NamedExpr, cst.Yield, cst.Await)


def _unit(
    node: cst.CSTNode, parents: Mapping[cst.CSTNode, cst.CSTNode]
) -> cst.BaseExpression | None:
    """Return the largest expression around `node` that can be worked out twice, if there is one."""
    unit: cst.BaseExpression | None = None
    at = node
    while not isinstance(at, _ENDS):
        if isinstance(at, cst.AssignTarget | cst.Annotation):
            return None
        if isinstance(at, cst.BaseExpression):
            if _cannot_be_repeated(at):
                break
            unit = at
        elif isinstance(at, cst.FormattedStringExpression):
            unit = None  # quotes do not go into quotes
        at = parents[at]
    return None if isinstance(at, _NOT_IN) else unit


def _cannot_be_repeated(node: cst.CSTNode) -> bool:
    """Return whether an expression binds a name, or calls what can be called only once."""
    if isinstance(node, cst.Call):
        name = getattr(node.func, "attr", node.func)
        if isinstance(name, cst.Name) and name.value in _CHANGING:
            return True
    return isinstance(node, _BINDS) or any(map(_cannot_be_repeated, node.children))


not_placed: set[str] = set()

_LEFT_OUT = ("artifacts/checker/cues/cue.py", "artifacts/checker/cues/tree.py")
"""What is made there is put into lists of all, changed or not."""


class _Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType | None:
        path = Path(self.path).relative_to(Path.cwd())
        return compile(beside_source(path), self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        vars(module)[BESIDE] = beside
        super().exec_module(module)


class _Finds(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin and spec.origin.endswith(".py"):
            try:
                own = str(Path(spec.origin).relative_to(Path.cwd()))
            except ValueError:
                return None
            if own in MODULES and own not in _LEFT_OUT:
                spec.loader = _Loader(fullname, spec.origin)
                return spec
        return None


if MODULES:
    sys.meta_path.insert(0, _Finds())


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if file_of(item.nodeid) != file_of(running.test):
        for cache in our_caches():
            cache.cache_clear()
    begin_test(item.nodeid)


def pytest_sessionfinish() -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    same = {
        place.names[index]: count
        for place, left in zip(places, waiting, strict=True)
        for index, count in left.items()
    }
    told = {"differs": differs, "same": same, "not placed": sorted(not_placed)}
    Path(f"{RESULT}-{worker}.json").write_text(json.dumps(told))
