"""The rules of the checker, one module per family. A new rule is a decorated function in one of
them.

What compares documents belongs here; what is about one document alone may stand in the folder of
its type.
"""

from __future__ import annotations

from artifacts.checker.rules import (
    completeness,
    consistency,
    facts,
    figures,
    funds,
    goals,
    grounding,
    integrity,
    length,
    limits,
    measurability,
    prices,
    scope,
    sources,
    traceability,
    voice,
)
from artifacts.checker.rules.registry import RULES, Rule, Violation, rule
from artifacts.document_types.parts import import_rules
from artifacts.schemas import ArtifactType

__all__ = [
    "RULES",
    "Rule",
    "Violation",
    "completeness",
    "consistency",
    "facts",
    "figures",
    "funds",
    "goals",
    "grounding",
    "integrity",
    "length",
    "limits",
    "measurability",
    "prices",
    "rule",
    "scope",
    "sources",
    "traceability",
    "voice",
]

for artifact_type in ArtifactType:
    import_rules(artifact_type.value)
