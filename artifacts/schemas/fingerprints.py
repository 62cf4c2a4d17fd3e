"""Fingerprints of stored values, by which a later change is noticed.

No Django here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from artifacts.schemas.base import StrictModel


def fingerprint(value: Any) -> str:
    """Return 16 hex digits for a section's value, an item, a content or a text.

    What is computed from other values is left out: it changes when those do, and nobody writes it.
    """
    text = json.dumps(_written(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _written(value: Any) -> Any:
    if isinstance(value, StrictModel):
        names = type(value).model_fields.keys() - type(value).computed_names()
        return {name: _written(getattr(value, name)) for name in names}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_written(entry) for entry in value]
    return value
