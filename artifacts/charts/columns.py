"""Pictures of the overview, drawn on the server.

Pure functions; the table beside each says the same in words.

Positions are finished strings, as SVG wants them: per cent across, so that a picture is as wide as
its page, and pixels down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 160
GAP = 0.25
"""How much of a column's place stays free."""
LEAST = 1.5
"""Pixels that the smallest part takes, so that it can be seen at all."""

_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Part:
    """One colour of a column; `kind` is what the style sheet knows it by."""

    kind: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class ChartColumn:
    x: str
    width: str
    parts: tuple[Part, ...]
    label: str


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line of the grid, and the number that it stands for."""

    y: str
    label: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Stacked columns, one for each day."""

    columns: tuple[ChartColumn, ...]
    lines: tuple[ChartLine, ...]
    first: str
    last: str
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Range:
    """A bar up to the middle, and a mark where nearly all are below."""

    label: str
    middle: str
    far: str


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """A place of a scale that runs from left to right, and the number that it stands for."""

    x: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Ranges:
    """Bars under each other, and the scale that all of them have."""

    bars: tuple[Range, ...]
    ticks: tuple[ScaleMark, ...]


def columns(
    days: Sequence[tuple[str, Sequence[tuple[str, float]], str]], *, unit: str = ""
) -> Columns | None:
    """Return the columns of `days`: the name of each, its parts from below, and its words; None
    where all are empty.
    """
    top = _round_up(max((sum(value for _, value in parts) for _, parts, _ in days), default=0))
    if not top:
        return None
    place = 100 / len(days)
    drawn = tuple(
        ChartColumn(
            x=_percent((number + GAP / 2) * place),
            width=_percent((1 - GAP) * place),
            parts=tuple(_stack(parts, top)),
            label=f"{name}: {words}",
        )
        for number, (name, parts, words) in enumerate(days)
    )
    return Columns(drawn, _lines(top, unit), days[0][0], days[-1][0])


def groups(weeks: Sequence[tuple[str, Sequence[tuple[str, float, str]]]]) -> Columns | None:
    """Return columns that stand beside each other in groups: the name of each group, and of each
    column its kind, value and words; None if all are empty.
    """
    top = _round_up(max((value for _, bars in weeks for _, value, _ in bars), default=0))
    if not top:
        return None
    place = 100 / len(weeks)
    drawn = []
    for number, (name, bars) in enumerate(weeks):
        width = (1 - GAP) * place / len(bars)
        for step, (kind, value, words) in enumerate(bars):
            x = (number + GAP / 2) * place + step * width
            parts = tuple(_stack([(kind, value)], top))
            drawn.append(ChartColumn(_percent(x), _percent(0.9 * width), parts, f"{name}: {words}"))
    return Columns(tuple(drawn), _lines(top, ""), weeks[0][0], weeks[-1][0])


def ranges(
    values: Sequence[tuple[str, float | None, float | None]], *, unit: str = " s"
) -> Ranges | None:
    """Return a bar for each name with its middle and far value, all on one scale; None if there
    is nothing.
    """
    top = _round_up(max((far for _, _, far in values if far is not None), default=0.0))
    if not top:
        return None
    bars = tuple(
        Range(words, _percent(100 * middle / top), _percent(100 * far / top))
        for words, middle, far in values
        if middle is not None and far
    )
    ticks = tuple(
        ScaleMark(_percent(100 * share), f"{top * share:,g}{unit}", anchor)
        for share, anchor in ((0, "start"), (0.5, "middle"), (1, "end"))
    )
    return Ranges(bars, ticks)


def _lines(top: float, unit: str) -> tuple[ChartLine, ...]:
    """Return the lines of the scale; what has no unit is counted, and has no halves."""
    return tuple(
        ChartLine(_pixels(HEIGHT * (1 - share)), f"{unit}{top * share:,g}")
        for share in (1, 0.5, 0)
        if unit or not top * share % 1
    )


def _stack(parts: Sequence[tuple[str, float]], top: float) -> list[Part]:
    stack, y = [], float(HEIGHT)
    for kind, value in parts:
        if value:
            height = max(LEAST, HEIGHT * value / top)
            y = max(0.0, y - height)
            stack.append(Part(kind, _pixels(y), _pixels(height)))
    return stack


def _round_up(value: float) -> float:
    """Return the next number that reads well: 1, 2 or 5 with zeros."""
    if value <= 0:
        return 0
    power = 1.0
    while power > value:
        power /= 10
    while power * 10 <= value:
        power *= 10
    return next((step * power for step in _STEPS if step * power >= value), 10 * power)


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def _pixels(value: float) -> str:
    return f"{value:.1f}"
