"""Functions and files stay small, without exception."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from radon.complexity import cc_visit_ast

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50
MOST_COMPLEX = 12
"""Of radon's cyclomatic complexity, which also counts conditions, comprehensions and operators."""

SOURCES = ("artifacts", "bench", "cofounder", ".ci")


@cache
def modules() -> dict[str, str]:
    """Return the text of every module of ours by its path, tests among them, without migrations."""
    base: Path = settings.BASE_DIR
    paths = [path for folder in SOURCES for path in sorted((base / folder).rglob("*.py"))]
    names = {path: path.relative_to(base) for path in [base / "manage.py", *paths]}
    return {
        name.as_posix(): path.read_text(encoding="utf-8")
        for path, name in names.items()
        if "migrations" not in name.parts
    }


@cache
def trees() -> dict[str, ast.Module]:
    """Return every module but those of tests, parsed."""
    return {name: ast.parse(text) for name, text in modules().items() if "/tests/" not in name}


def functions_longer_than(most: int) -> Iterator[str]:
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                if node.end_lineno - node.lineno >= most:
                    yield f"{name}: {node.name}"


def functions_more_complex_than(most: int) -> Iterator[str]:
    for name, tree in trees().items():
        for block in cc_visit_ast(tree):
            if block.letter in "FM" and block.complexity > most:
                yield f"{name}: {block.fullname}"


def test_every_module_is_looked_at():
    assert {"manage.py", "cofounder/settings.py", "artifacts/models/user.py"} <= trees().keys()
    assert "artifacts/tests/project/test_sizes.py" in modules().keys() - trees().keys()


def test_no_file_is_long():
    assert [n for n, text in modules().items() if text.count("\n") > MOST_LINES_OF_A_FILE] == []


def test_no_function_is_long():
    assert list(functions_longer_than(MOST_LINES_OF_A_FUNCTION)) == []


def test_no_function_is_complex():
    assert list(functions_more_complex_than(MOST_COMPLEX)) == []
