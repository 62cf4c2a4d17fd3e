"""The rules of the checker, one module per family.

A new rule is a decorated function in one of them.
"""

from __future__ import annotations

from artifacts.checker.rules import (
    completeness,
    consistency,
    facts,
    figures,
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

__all__ = [
    "RULES",
    "Rule",
    "Violation",
    "completeness",
    "consistency",
    "facts",
    "figures",
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
