"""The pictures of a chapter as its formats draw them: what `charts.pictures` computed, with the
words that the chapter's own views have for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from artifacts.charts.pictures import PlacedRisk, RiskMatrix
from artifacts.documents.presentation import FieldView, ItemView
from artifacts.exporters.package import Chapter


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One risk with its levels in words; `section` is the title of the kind that it belongs to."""

    placed: PlacedRisk
    section: str
    severity: FieldView
    likelihood: FieldView

    @property
    def id(self) -> str:
        return self.placed.target.item_id

    @property
    def title(self) -> str:
        return self.placed.target.title


def risk_rows(chapter: Chapter, matrix: RiskMatrix) -> tuple[RiskRow, ...]:
    """Return the risks of a chapter in the order of `matrix`: the gravest first."""
    views = {item.id: (section.section.title, item) for section, item in chapter.items()}
    rows = []
    for placed in matrix.risks.shown:
        title, item = views[placed.target.item_id]
        rows.append(RiskRow(placed, title, view_of(item, "severity"), view_of(item, "likelihood")))
    return tuple(rows)


def view_of(item: ItemView, name: str) -> FieldView:
    """Return the view of a field that every item of its kind has."""
    return next(view for view in item.fields if view.field.name == name)
