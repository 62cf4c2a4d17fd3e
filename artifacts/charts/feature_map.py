"""The map of features as three columns with lines: which milestone delivers each, what it depends
on, and where it is used.

Pure functions. Positions are per cent across and pixels down; what is too long for its column is
cut off by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from artifacts.charts.calendar import percent
from artifacts.documents.references import Target

NODE, GAP = 44, 12
ROWS_MAX = 20
"""How many stand under each other in one column: a map is read as a whole."""
LANES = 3
COLUMNS = {"milestones": (7.0, 28.0), "features": (39.0, 28.0), "uses": (71.0, 29.0)}
"""Where each column begins, and how wide it is, in per cent."""


@dataclass(frozen=True, slots=True)
class MapNode:
    target: Target
    x: str
    width: str
    y: int
    remark: str = ""
    """The ids of the risks that threaten a feature."""
    is_gap: bool = False
    """Whether no milestone delivers a feature, or no step uses it."""

    @property
    def middle(self) -> int:
        return self.y + NODE // 2


@dataclass(frozen=True, slots=True)
class MapLine:
    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True, slots=True)
class FeatureMap:
    nodes: tuple[MapNode, ...]
    lines: tuple[MapLine, ...]
    """What delivers a feature, and where it is used."""
    waits: tuple[tuple[MapLine, ...], ...]
    """For each milestone that waits for another, the lines from that one to it."""
    height: int
    has_milestones: bool
    has_uses: bool
    more: int = 0
    """How many features are not in it."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A feature with what points at it."""

    feature: Target
    delivered_by: tuple[Target, ...]
    threatened_by: tuple[Target, ...]
    used_in: tuple[Target, ...]


def feature_map(
    rows: Sequence[Mapped], milestones: Sequence[Target], waits: Iterable[tuple[str, str]]
) -> FeatureMap | None:
    """Return the map of `rows`; `waits` names which of the milestones waits for which other.

    None if there are neither milestones nor uses.
    """
    more = max(0, len(rows) - ROWS_MAX)
    rows, milestones = rows[:ROWS_MAX], milestones[:ROWS_MAX]
    uses = list(dict.fromkeys(target for row in rows for target in row.used_in))[:ROWS_MAX]
    if not rows or not (milestones or uses):
        return None
    height = max(len(rows), len(milestones), len(uses)) * (NODE + GAP) - GAP
    features = [
        _feature(row, y, lacks=_lacks(row, milestones=bool(milestones), uses=bool(uses)))
        for row, y in zip(rows, _spread(len(rows), height), strict=True)
    ]
    left = _nodes("milestones", milestones, height)
    right = _nodes("uses", uses, height)
    lines = [
        line
        for row, node in zip(rows, features, strict=True)
        for line in _lines_of(row, node, left, right)
    ]
    return FeatureMap(
        (*left.values(), *features, *right.values()),
        tuple(lines),
        tuple(_waits(left, waits)),
        height,
        bool(milestones),
        bool(uses),
        more,
    )


def _lacks(row: Mapped, *, milestones: bool, uses: bool) -> bool:
    """Whether nothing delivers a feature or nothing uses it, though something could."""
    return (milestones and not row.delivered_by) or (uses and not row.used_in)


def _feature(row: Mapped, y: int, *, lacks: bool) -> MapNode:
    threats = " ".join(target.item_id for target in row.threatened_by)
    return MapNode(row.feature, *_column("features"), y, threats, lacks)


def _lines_of(
    row: Mapped, node: MapNode, left: Mapping[str, MapNode], right: Mapping[str, MapNode]
) -> Iterator[MapLine]:
    """Yield the lines from the milestones that deliver a feature, and to what uses it."""
    for target in row.delivered_by:
        if target.item_id in left:
            yield _line(left[target.item_id], node)
    for target in row.used_in:
        if target.item_id in right:
            yield _line(node, right[target.item_id])


def _column(name: str) -> tuple[str, str]:
    x, width = COLUMNS[name]
    return percent(x), percent(width)


def _nodes(column: str, targets: Sequence[Target], height: int) -> dict[str, MapNode]:
    places = _spread(len(targets), height)
    return {
        target.item_id: MapNode(target, *_column(column), y)
        for target, y in zip(targets, places, strict=True)
    }


def _spread(count: int, height: int) -> list[int]:
    """Return where so many nodes begin that share a height evenly."""
    return [
        round((place + 0.5) * (height + GAP) / count - (NODE + GAP) / 2) for place in range(count)
    ]


def _line(one: MapNode, other: MapNode) -> MapLine:
    end = float(one.x.rstrip("%")) + float(one.width.rstrip("%"))
    return MapLine(percent(end), one.middle, other.x, other.middle)


def _waits(
    nodes: dict[str, MapNode], waits: Iterable[tuple[str, str]]
) -> Iterable[tuple[MapLine, ...]]:
    """Yield three lines for each pair: out to a lane at the edge, along it, and back."""
    known = [(nodes[a], nodes[b]) for a, b in waits if a in nodes and b in nodes]
    for number, (waiting, before) in enumerate(known):
        lane = percent(1.5 + 1.5 * (number % LANES))
        edge = COLUMNS["milestones"][0]
        start, end = before.middle + 6, waiting.middle - 6
        yield (
            MapLine(percent(edge), start, lane, start),
            MapLine(lane, start, lane, end),
            MapLine(lane, end, percent(edge), end),
        )
