"""What is wrong with a document, as a model is told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix. `section` is "" where it is about the document as a whole."""

    section: str
    sentence: str
