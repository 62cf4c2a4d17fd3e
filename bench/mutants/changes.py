"""The changes of a module, one at a time, as mutmut makes them."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.mutation.file_mutation import (
    NEVER_MUTATE_FUNCTION_NAMES,
    Mutation,
    MutationVisitor,
    deep_replace,
)
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode
from mutmut.mutation.trampoline_templates import mangle_function_name


@dataclass(frozen=True)
class Change:
    """One mistake in one function."""

    name: str
    path: Path
    lines: range
    """The lines of the statement that is changed; of one with a body, those of its head."""

    module: cst.Module
    function: cst.FunctionDef
    mutation: Mutation

    @property
    def source(self) -> str:
        """The module with the mistake."""
        return str(deep_replace(self.module, self.function, self._changed).code)

    @property
    def diff(self) -> str:
        before, after = (
            self.module.code_for_node(function).strip("\n").splitlines()
            for function in (self.function, self._changed)
        )
        file = str(self.path)
        return "\n".join(difflib.unified_diff(before, after, file, file, lineterm=""))

    @property
    def _changed(self) -> cst.FunctionDef:
        return deep_replace(self.function, self.mutation.original_node, self.mutation.mutated_node)


class _Visitor(MutationVisitor):
    """Takes in decorated functions, and with them every property and every rule of the checker:
    mutmut leaves them out, since it puts copies beside a function.
    """

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef) and node not in self._enum_creation_hooks:
            return node.name.value in NEVER_MUTATE_FUNCTION_NAMES
        return super()._skip_node_and_children(node)


def changes_of(path: Path) -> Iterator[Change]:
    """Yield all changes of the module at `path`, which is relative to the working directory."""
    return (change for change, _, _ in placed_changes_of(path))


def placed_changes_of(
    path: Path,
) -> Iterator[tuple[Change, Mapping[cst.CSTNode, cst.CSTNode], Mapping[cst.CSTNode, CodeRange]]]:
    """Yield all changes of a module with the parents and the positions of its nodes."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text()))
    visitor = _Visitor(mutation_operators, IgnoredCode(set(), set(), set()))
    module = wrapper.visit(visitor)
    positions = wrapper.resolve(PositionProvider)
    parents = wrapper.resolve(ParentNodeProvider)
    numbers: Counter[str] = Counter()
    for mutation in visitor.mutations:
        function = mutation.contained_by_top_level_function
        if isinstance(function, cst.FunctionDef):
            name = _name(path, function, parents)
            numbers[name] += 1
            lines = _lines(mutation.original_node, positions, parents)
            numbered = f"{name}__mutmut_{numbers[name]}"
            yield (Change(numbered, path, lines, module, function, mutation), parents, positions)


def _name(path: Path, function: cst.FunctionDef, parents: Mapping[cst.CSTNode, cst.CSTNode]) -> str:
    parts = path.with_suffix("").parts
    around = parents.get(parents[function])
    class_name = around.name.value if isinstance(around, cst.ClassDef) else None
    own = mangle_function_name(name=function.name.value, class_name=class_name)
    return ".".join([*(part for part in parts if part != "__init__"), own])


def _lines(
    node: cst.CSTNode,
    positions: Mapping[cst.CSTNode, CodeRange],
    parents: Mapping[cst.CSTNode, cst.CSTNode],
) -> range:
    while not isinstance(node, cst.BaseSmallStatement | cst.BaseCompoundStatement):
        node = parents[node]
    first, last = positions[node].start.line, positions[node].end.line
    body = getattr(node, "body", None)
    if isinstance(body, cst.IndentedBlock):
        last = max(first, positions[body.body[0]].start.line - 1)
    return range(first, last + 1)
