"""Items as the tests of pictures put them into documents."""

from __future__ import annotations

MILESTONE = {"description": "We build.", "estimated_weeks": 2}

RISK = {
    "description": "It breaks.",
    "severity": "high",
    "likelihood": "low",
    "mitigation": "We repair it.",
}

FEATURE = {"name": "Count", "description": "We count.", "priority": "high"}
