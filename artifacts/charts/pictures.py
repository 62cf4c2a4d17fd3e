"""The pictures of a project: timeline, risk matrix, feature map and journey.

Pure functions.

All are made of the sections that one tier may read, and know nothing of the others, not even how
many items they have. Positions are finished strings, so that a template writes them out as they are
in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from typing import Any, Generic, TypeVar

from artifacts.charts.calendar import Tick, day_of, percent, ticks
from artifacts.charts.drawn_from import drawn_from
from artifacts.charts.feature_map import FeatureMap, Mapped, feature_map
from artifacts.charts.journey import Journey, journey
from artifacts.document_types.how_it_works.schema import JourneyStep
from artifacts.document_types.milestones.schema import Milestone
from artifacts.document_types.mvp_scope.schema import Feature
from artifacts.document_types.risk_log.schema import Risk
from artifacts.documents.references import Target
from artifacts.schemas import ArtifactType, Contents, schedule
from artifacts.schemas.base import FieldKind, Item
from artifacts.schemas.fields import Level
from artifacts.tiers import Tier

LEVELS: tuple[Level, ...] = ("high", "medium", "low")
NARROWEST = 0.8
"""Per cent of the width that the shortest bar takes, so that it can be seen at all."""


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """How many items a picture shows, and how many ids stand in one place of it; None for all."""

    rows: int | None
    ids: int | None


PAGE = PictureLimits(rows=20, ids=12)
"""For pages, where the document below has the rest."""
PRINT = PictureLimits(rows=None, ids=None)
"""For files, in which a picture may be longer than a page."""

Shown = TypeVar("Shown")
ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class Some(Generic[Shown]):
    """The first of many, and how many more there are."""

    shown: tuple[Shown, ...]
    more: int = 0

    @classmethod
    def of(cls, many: Iterable[Shown], limit: int | None) -> Some[Shown]:
        everything = tuple(many)
        shown = everything[:limit]
        return cls(shown, len(everything) - len(shown))


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """One milestone of the timeline."""

    target: Target
    first_week: int
    last_week: int
    weeks: int
    is_critical: bool
    depends_on: tuple[str, ...]
    x: str
    width: str
    begins: date | None = None
    ends: date | None = None
    """Its first and its last day, where the plan has a first day."""


@dataclass(frozen=True, slots=True)
class Timeline:
    bars: Some[TimelineBar]
    ticks: tuple[Tick, ...]
    critical_path: tuple[str, ...]
    total_weeks: int
    start: date | None = None
    """The day from which its weeks count, where that is known."""


@dataclass(frozen=True, slots=True)
class PlacedRisk:
    target: Target
    severity: Level
    likelihood: Level | None
    """None if nobody has given it: such a risk stands beside the matrix and not in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    severity: Level
    likelihood: Level
    weight: Level
    """How much the two together weigh."""
    risks: Some[PlacedRisk]


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    rows: tuple[tuple[Cell, ...], ...]
    """From high severity down to low; in each, from low likelihood to high."""
    risks: Some[PlacedRisk]
    """The gravest first, and last those whose likelihood is not given."""
    unplaced: Some[PlacedRisk]
    """Those of them that have no place in the rows."""

    @property
    def has_places(self) -> bool:
        return any(cell.risks.shown for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class CoveredFeature:
    feature: Target
    delivered_by: Some[Target]
    threatened_by: Some[Target]
    used_in: Some[Target]


@dataclass(frozen=True, slots=True)
class CoverageMatrix:
    """Who names which feature. A column whose document is not written yet has nothing to say."""

    rows: Some[CoveredFeature]
    has_milestones: bool
    has_risks: bool
    has_uses: bool


Placed = tuple[ArtifactType, Item]


IN_DOCUMENT: Mapping[ArtifactType, tuple[str, ...]] = {
    ArtifactType.MVP_SCOPE: ("coverage", "feature_map"),
    ArtifactType.MILESTONES: ("timeline",),
    ArtifactType.RISK_LOG: ("risks",),
    ArtifactType.HOW_IT_WORKS: ("journey",),
}
"""The names of the pictures that each document shows."""

ON_PROJECT = ("timeline", "risks")
"""The names of those that the page of the project shows."""


@dataclass(frozen=True)
class Pictures:
    """The pictures of a project, each drawn when it is looked at; None if there is nothing to
    show.
    """

    items: tuple[Placed, ...]
    """All that the reader may read."""
    start: date | None
    """The day from which the weeks of the plan count, where that is known."""
    limits: PictureLimits
    drawn_from: tuple[str, ...] = ()
    """What tells the items from others, as far as pictures show them."""
    only: ArtifactType | None = None
    """The document whose pictures they are; None for those of all."""

    def of(self, artifact_type: ArtifactType) -> Pictures:
        """Return those that stand in one document, with None for the others."""
        return replace(self, only=artifact_type)

    @cached_property
    def timeline(self) -> Timeline | None:
        return _timeline(self.items, self.start, self.limits) if self._has("timeline") else None

    @cached_property
    def risks(self) -> RiskMatrix | None:
        return _risk_matrix(self.items, self.limits) if self._has("risks") else None

    @cached_property
    def coverage(self) -> CoverageMatrix | None:
        return _coverage(self.items, self.limits) if self._has("coverage") else None

    @cached_property
    def feature_map(self) -> FeatureMap | None:
        return _feature_map(self.items, self.coverage) if self.coverage else None

    @cached_property
    def journey(self) -> Journey | None:
        return _journey(self.items, self.limits) if self._has("journey") else None

    def told(self, artifact_type: ArtifactType | None) -> tuple[Any, ...]:
        """Return what tells the pictures of a document, or where it is None those of the project,
        from others, without drawing them.
        """
        names = ON_PROJECT if artifact_type is None else IN_DOCUMENT.get(artifact_type, ())
        return (names, self.drawn_from, self.start, self.limits) if names else ()

    def _has(self, name: str) -> bool:
        return self.only is None or name in IN_DOCUMENT.get(self.only, ())


def draw(
    contents: Contents, tier: Tier, start: date | None = None, limits: PictureLimits = PAGE
) -> Pictures:
    """Return the pictures of what a reader of `tier` may read of `contents`.

    `start` is the day from which the weeks of the plan count, where that is known.
    """
    told = tuple(drawn_from(content, tier) for content in contents.values())
    return Pictures(tuple(_readable_items(contents, tier)), start, limits, told)


def _readable_items(contents: Contents, tier: Tier) -> Iterator[Placed]:
    for artifact_type, content in contents.items():
        for _, item in content.items(content.access(tier).readable):
            yield artifact_type, item


def _of_class(items: Iterable[Placed], item_class: type[ItemT]) -> list[tuple[Target, ItemT]]:
    """Return the items of one class, each with what leads to it."""
    return [
        (Target(artifact_type, item.id, item.label, item.id), item)
        for artifact_type, item in items
        if isinstance(item, item_class)
    ]


def _timeline(
    items: Sequence[Placed], start: date | None, limits: PictureLimits
) -> Timeline | None:
    placed = _of_class(items, Milestone)
    if not placed:
        return None
    planned = schedule.plan([milestone for _, milestone in placed])
    total = planned.total_weeks
    bars = Some.of(
        (_bar(target, milestone, planned, start) for target, milestone in placed), limits.rows
    )
    return Timeline(bars, ticks(total, start), tuple(planned.critical_path), total, start)


def _bar(
    target: Target, milestone: Milestone, planned: schedule.Schedule, first_day: date | None
) -> TimelineBar:
    start, weeks = planned.starts[milestone.id], milestone.estimated_weeks
    end = day_of(first_day, start + weeks)
    width = max(NARROWEST, 100 * weeks / planned.total_weeks)
    return TimelineBar(
        target,
        first_week=start + 1,
        last_week=start + weeks,
        weeks=weeks,
        is_critical=milestone.id in planned.critical_path,
        depends_on=tuple(item_id for item_id in milestone.depends_on if item_id in planned.starts),
        x=percent(min(100 * start / planned.total_weeks, 100 - width)),
        width=percent(width),
        begins=day_of(first_day, start),
        ends=end and end - timedelta(days=1),
    )


def _risk_matrix(items: Sequence[Placed], limits: PictureLimits) -> RiskMatrix | None:
    risks = _placed_risks(items)
    if not risks:
        return None
    cells = {
        place: Cell(
            *place,
            _weight(*place),
            Some.of(
                (risk for risk in risks if (risk.severity, risk.likelihood) == place), limits.ids
            ),
        )
        for place in product(LEVELS, LEVELS)
    }
    rows = tuple(
        tuple(cells[severity, likelihood] for likelihood in reversed(LEVELS)) for severity in LEVELS
    )
    ranked = _ranked(risks)
    unplaced = (risk for risk in ranked if risk.likelihood is None)
    return RiskMatrix(rows, Some.of(ranked, limits.rows), Some.of(unplaced, limits.ids))


def gravest_risks(contents: Contents, tier: Tier) -> list[PlacedRisk]:
    """Return the risks that a reader of `tier` may read, in the order of the picture's list."""
    return _ranked(_placed_risks(_readable_items(contents, tier)))


def _placed_risks(items: Iterable[Placed]) -> tuple[PlacedRisk, ...]:
    return tuple(
        PlacedRisk(target, risk.severity, risk.likelihood)
        for target, risk in _of_class(items, Risk)
    )


def _ranked(risks: Iterable[PlacedRisk]) -> list[PlacedRisk]:
    return sorted(risks, key=_gravity)


def _weight(severity: Level, likelihood: Level) -> Level:
    distance = LEVELS.index(severity) + LEVELS.index(likelihood)
    return "high" if distance < 2 else "medium" if distance == 2 else "low"


def _gravity(risk: PlacedRisk) -> tuple[bool, int, int]:
    severity = LEVELS.index(risk.severity)
    if risk.likelihood is None:
        return True, severity, severity
    return False, severity + LEVELS.index(risk.likelihood), severity


def _coverage(items: Sequence[Placed], limits: PictureLimits) -> CoverageMatrix | None:
    features = _of_class(items, Feature)
    milestones = _linking(_of_class(items, Milestone))
    risks = _linking(_of_class(items, Risk))
    uses = _linking(
        (target, item) for target, item in _of_class(items, Item) if _uses_features(item)
    )
    if not features or not (milestones or risks or uses):
        return None
    rows = (
        CoveredFeature(
            feature,
            delivered_by=_naming(feature, milestones, limits),
            threatened_by=_naming(feature, risks, limits),
            used_in=_naming(feature, uses, limits),
        )
        for feature, _ in features
    )
    return CoverageMatrix(
        Some.of(rows, limits.rows),
        has_milestones=bool(milestones),
        has_risks=bool(risks),
        has_uses=bool(uses),
    )


def _uses_features(item: Item) -> bool:
    """Whether items like this one are declared to point at features, other than by delivering or
    threatening them.
    """
    if isinstance(item, (Feature, Milestone, Risk)):
        return False
    return any(
        field.kind is FieldKind.LINKS and field.prefix == Feature.prefix for field in item.fields()
    )


def _linking(placed: Iterable[tuple[Target, Item]]) -> list[tuple[Target, frozenset[str]]]:
    """Return what leads to each item, with the ids of the items that it points at."""
    return [(target, _links_of(item)) for target, item in placed]


def _links_of(item: Item) -> frozenset[str]:
    fields = (field for field in item.fields() if field.kind is FieldKind.LINKS)
    return frozenset(item_id for field in fields for item_id in getattr(item, field.name))


def _naming(
    feature: Target, linking: Iterable[tuple[Target, frozenset[str]]], limits: PictureLimits
) -> Some[Target]:
    return Some.of((target for target, ids in linking if feature.item_id in ids), limits.ids)


def _feature_map(items: Sequence[Placed], coverage: CoverageMatrix) -> FeatureMap | None:
    rows = [
        Mapped(row.feature, row.delivered_by.shown, row.threatened_by.shown, row.used_in.shown)
        for row in coverage.rows.shown
    ]
    milestones = _of_class(items, Milestone)
    waits = [(item.id, before) for _, item in milestones for before in item.depends_on]
    return feature_map(rows, [target for target, _ in milestones], waits)


def _journey(items: Sequence[Placed], limits: PictureLimits) -> Journey | None:
    features = {feature.id: target for target, feature in _of_class(items, Feature)}
    steps = [
        (target, tuple(features[item_id] for item_id in step.uses if item_id in features))
        for target, step in _of_class(items, JourneyStep)
    ]
    return journey(steps, limit=limits.rows)
