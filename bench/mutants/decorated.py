"""Make mutmut 3 change decorated functions too.

It leaves them out, and with them every property and every rule of the checker, since a decorator
would act on each copy of the function that is made. Here the copies get none, and the function that
switches between them keeps all of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import libcst as cst
from mutmut.mutation import file_mutation

MADE_ONCE = {"cache", "lru_cache", "overload"}
"""Decorators whose function runs for the first of many tests alone, or has nothing to change."""

AS_THEY_ARE = {"classmethod", "staticmethod"}
"""Decorators that mutmut itself knows, if they stand alone."""


def change_decorated_functions() -> None:
    """Make mutmut, in this process, treat decorated functions as all others."""
    skips = file_mutation.MutationVisitor._skip_node_and_children
    arrange = file_mutation.function_trampoline_arrangement

    def skips_all_but_decorated(visitor: Any, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef) and _is_to_be_bared(node):
            return _name(node) in file_mutation.NEVER_MUTATE_FUNCTION_NAMES
        return bool(skips(visitor, node))

    def arrange_bare(
        function: cst.FunctionDef, mutants: Iterable[Any], class_name: str | None
    ) -> tuple[Sequence[Any], Sequence[Any], Sequence[Any], Sequence[str]]:
        if not _is_to_be_bared(function):
            return arrange(function, mutants, class_name)
        bare = function.with_changes(decorators=())
        names, (switch, *copies), filled, mutant_names = arrange(bare, mutants, class_name)
        switch = switch.with_changes(decorators=(*function.decorators, *switch.decorators))
        return names, [switch, *copies], filled, mutant_names

    file_mutation.MutationVisitor._skip_node_and_children = skips_all_but_decorated
    file_mutation.function_trampoline_arrangement = arrange_bare


def _is_to_be_bared(function: cst.FunctionDef) -> bool:
    names = [_name_of(decorator.decorator) for decorator in function.decorators]
    if len(names) == 1 and names[0] in AS_THEY_ARE:
        return False
    return bool(names) and not MADE_ONCE.intersection(names)


def _name(function: cst.FunctionDef) -> str:
    return function.name.value


def _name_of(decorator: cst.BaseExpression) -> str:
    """Return the last name of a decorator: `rule` of `@registry.rule("E-1")`."""
    if isinstance(decorator, cst.Call):
        decorator = decorator.func
    name = decorator.attr if isinstance(decorator, cst.Attribute) else decorator
    return name.value if isinstance(name, cst.Name) else ""
