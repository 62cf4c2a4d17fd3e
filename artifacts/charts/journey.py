"""The user journey as a picture: the steps in order, with the features that each uses.

Pure functions. Positions are per cent across and pixels down, so that its words stay as large as
those of the page.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from artifacts.documents.references import Target

LINE_LETTERS, LINES_MAX = 34, 3
LINE, PAD, RADIUS = 19, 13, 13


@dataclass(frozen=True, slots=True)
class TextLine:
    text: str
    y: int


@dataclass(frozen=True, slots=True)
class JourneyNode:
    target: Target
    number: int
    uses: tuple[Target, ...]
    lines: tuple[TextLine, ...]
    y: int
    """The middle of its circle."""
    words_y: int
    """The base line of the number and of what it uses."""
    until: int | None
    """Where the line to the next step ends; None for the last."""


@dataclass(frozen=True, slots=True)
class Journey:
    nodes: tuple[JourneyNode, ...]
    height: int
    more: int = 0

    @property
    def first(self) -> Target:
        return self.nodes[0].target


def journey(steps: list[tuple[Target, tuple[Target, ...]]], *, limit: int | None) -> Journey | None:
    """Return the picture of `steps`, each with the features that it uses; None without any."""
    if not steps:
        return None
    shown = steps[:limit]
    wrapped = [_wrapped(target.title) for target, _uses in shown]
    tops, top = [], 0
    for lines in wrapped:
        tops.append(top)
        top += 2 * PAD + LINE * len(lines)
    nodes = []
    for number, ((target, uses), lines) in enumerate(zip(shown, wrapped, strict=True)):
        y = tops[number] + PAD + LINE // 2
        is_last = number + 1 == len(shown)
        until = None if is_last else tops[number + 1] + PAD + LINE // 2 - RADIUS
        base = tops[number] + PAD + LINE - 5
        texts = tuple(TextLine(text, base + LINE * place) for place, text in enumerate(lines))
        nodes.append(JourneyNode(target, number + 1, uses, texts, y, y + 4, until))
    return Journey(tuple(nodes), top, len(steps) - len(shown))


def _wrapped(title: str) -> list[str]:
    return textwrap.wrap(title, LINE_LETTERS, max_lines=LINES_MAX, placeholder=" …") or ["–"]
