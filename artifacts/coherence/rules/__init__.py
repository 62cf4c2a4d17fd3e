"""The rules of the checker, one module per family. A new rule is a decorated function in one of them."""

from __future__ import annotations

from artifacts.coherence.rules import (
    consistency,
    facts,
    figures,
    grounding,
    integrity,
    length,
    limits,
    measurability,
    prices,
    sources,
    traceability,
    voice,
)
from artifacts.coherence.rules.registry import RULES, Fault, Rule, rule

__all__ = [
    "RULES",
    "Fault",
    "Rule",
    "consistency",
    "facts",
    "figures",
    "grounding",
    "integrity",
    "length",
    "limits",
    "measurability",
    "prices",
    "rule",
    "sources",
    "traceability",
    "voice",
]
