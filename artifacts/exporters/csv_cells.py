"""What a cell of a CSV file may hold."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def inert(cell: str) -> str:
    """Keep a spreadsheet from calculating what somebody wrote: an apostrophe makes it text."""
    return (
        f"'{cell}"
        if cell.lstrip(" \n\u00a0").startswith(_FORMULA) or cell.startswith("\n")
        else cell
    )
