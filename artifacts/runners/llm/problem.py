"""A problem of a document, as the model is told it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix. `section` is "" where it is about the document as a whole."""

    section: str
    sentence: str
