"""Match straight quotes, hyphens and dots with typographic ones, which some tools replace."""

from __future__ import annotations

from collections.abc import Sequence

_STRAIGHT = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{EN DASH}": "--",
        "\N{EM DASH}": "---",
        "\N{HORIZONTAL ELLIPSIS}": "...",
    }
)


def straighten(text: str) -> str:
    """Return a text without typographic quotes, dashes and dots."""
    return text.translate(_STRAIGHT)


def restore_lines(imported: Sequence[str], exported: Sequence[str]) -> list[str]:
    """Return `imported` with each text as it was exported that differs from it in nothing but
    typography.
    """
    known = {straighten(text): text for text in exported}
    return [known.get(straighten(text), text) for text in imported]


def restore_text(imported: str, exported: str) -> str:
    """The same for the paragraphs of a text."""
    return "\n\n".join(restore_lines(imported.split("\n\n"), exported.split("\n\n")))
