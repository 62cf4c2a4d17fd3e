"""What the documents add up to: the timeline, the risks by weight, and which feature is covered
where.

Made from the views of a package, so that a figure knows no more than its reader may.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from artifacts.documents.presentation import FieldView, ItemView, SectionView
from artifacts.exporters.package import Chapter, Package
from artifacts.schemas import schedule
from artifacts.schemas.base import FieldKind

LEVELS = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class FigureBar:
    """One milestone on the timeline, in weeks counted from 0."""

    item: ItemView
    start: int
    weeks: int
    is_critical: bool


@dataclass(frozen=True, slots=True)
class TimelineFigure:
    bars: tuple[FigureBar, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FigureRisk:
    item: ItemView
    section: SectionView
    severity: str
    likelihood: str
    """Empty where nobody has given it."""
    severity_words: str
    likelihood_words: str

    @property
    def weight(self) -> int:
        """From 0 for what hardly matters to 4 for what is severe and likely; below 0 where
        likelihood is not given.
        """
        if not self.likelihood:
            return LEVELS.index(self.severity) - len(LEVELS)
        return LEVELS.index(self.severity) + LEVELS.index(self.likelihood)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A feature, and by column the ids of the items that point at it."""

    item: ItemView
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CoverageFigure:
    columns: tuple[Chapter, ...]
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    id: str
    estimated_weeks: int
    depends_on: Sequence[str]


def value_of(item: ItemView, name: str) -> Any:
    """Return the value of one field, or None where it is empty or the item has no such field."""
    view = _view(item, name)
    return view.value if view else None


def _view(item: ItemView, name: str) -> FieldView | None:
    return next((view for view in item.fields if view.field.name == name), None)


def timeline(chapter: Chapter) -> TimelineFigure | None:
    """Return when each step of a plan begins and ends, or None where the document has no plan."""
    items = [item for _, item in chapter.items() if value_of(item, "estimated_weeks")]
    if not items:
        return None
    steps = [
        _Step(item.id, value_of(item, "estimated_weeks"), _links(item, "depends_on"))
        for item in items
    ]
    plan = schedule.plan(steps)
    bars = (
        FigureBar(item, plan.starts[step.id], step.estimated_weeks, step.id in plan.critical_path)
        for item, step in zip(items, steps, strict=True)
    )
    return TimelineFigure(tuple(bars), plan.total_weeks)


def risks(chapter: Chapter) -> tuple[FigureRisk, ...]:
    """Return the risks of a document, the heaviest first and then in reading order."""
    found = []
    for section, item in chapter.items():
        severity, likelihood = _view(item, "severity"), _view(item, "likelihood")
        if severity and likelihood and severity.value in LEVELS:
            levels = (severity.value, likelihood.value or "")
            found.append(FigureRisk(item, section, *levels, severity.words, likelihood.words))
    return tuple(sorted(found, key=lambda risk: -risk.weight))


def coverage(package: Package, chapter: Chapter) -> CoverageFigure | None:
    """Return which items of the other documents point at each item of `chapter`; None where none is
    made to.
    """
    items = [item for _, item in chapter.items()]
    prefixes = {item.id.partition("-")[0] for item in items}
    columns = _pointing_at(prefixes, [one for one in package.chapters if one is not chapter])
    if not columns:
        return None
    linking = [_linking(column) for column in columns]
    rows = (
        CoverageRow(item, tuple(tuple(found.get(item.id, ())) for found in linking))
        for item in items
    )
    return CoverageFigure(columns, tuple(rows))


def _pointing_at(prefixes: set[str], others: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """Return those whose items point at items of `prefixes`, or are made to; none where none is
    made to.
    """
    if not any(_is_made_to_link(other, prefixes) for other in others):
        return ()
    return tuple(
        other for other in others if _is_made_to_link(other, prefixes) or _links_to(other, prefixes)
    )


def _is_made_to_link(chapter: Chapter, prefixes: set[str]) -> bool:
    """Return whether items of this document are declared to point at items of one of `prefixes`."""
    classes = [
        section.section.item_class for section in chapter.sections if section.section.item_class
    ]
    fields = [field for item_class in classes for field in item_class.fields()]
    return any(field.kind is FieldKind.LINKS and field.prefix in prefixes for field in fields)


def _links_to(chapter: Chapter, prefixes: set[str]) -> bool:
    return any(item_id.partition("-")[0] in prefixes for item_id in _linking(chapter))


def _linking(chapter: Chapter) -> dict[str, list[str]]:
    """Return the ids of the items that point at each id."""
    found: dict[str, list[str]] = {}
    for _, item in chapter.items():
        for view in item.links:
            for link in view.value:
                if item.id not in found.setdefault(link.item_id, []):
                    found[link.item_id].append(item.id)
    return found


def _links(item: ItemView, name: str) -> list[str]:
    return [link.item_id for link in value_of(item, name) or ()]
