"""The rules of the checker, one module per family. A new rule is a decorated function in one of them."""

from __future__ import annotations

from artifacts.coherence.rules import (
    consistency,
    grounding,
    integrity,
    length,
    measurability,
    traceability,
    voice,
)
from artifacts.coherence.rules.registry import RULES, Fault, Rule, rule

__all__ = [
    "RULES",
    "Fault",
    "Rule",
    "consistency",
    "grounding",
    "integrity",
    "length",
    "measurability",
    "rule",
    "traceability",
    "voice",
]
