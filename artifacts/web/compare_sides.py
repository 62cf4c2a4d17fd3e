"""Which sides of a difference a page shows."""

from __future__ import annotations

SIDES = ("before", "now")
"""Side by side, the older text first."""
ONE_TEXT = ("both",)
"""In one text, with what was removed struck through."""
