"""The pictures of a chapter as figures.typ draws them: places in per cent, and texts as strings."""

from __future__ import annotations

import unicodedata
from typing import Any

from artifacts.charts.feature_map import COLUMNS, GAP, NODE, FeatureMap, MapLine
from artifacts.charts.journey import Journey
from artifacts.charts.pictures import CoverageMatrix, RiskMatrix, Timeline
from artifacts.documents.presentation import FieldView
from artifacts.documents.references import Target, shorten
from artifacts.exporters.figure_texts import (
    coverage_columns,
    coverage_texts,
    days_text,
    journey_texts,
    map_texts,
    risks_texts,
    tick_text,
    timeline_texts,
)
from artifacts.exporters.figures import RiskRow, risk_rows, view_of
from artifacts.exporters.package import Chapter, Package
from artifacts.exporters.typst_text import bare, text_line, text_run
from artifacts.exporters.wording import capitalised

BAR_TITLE_MAX = 54
NODE_TITLE_MAX = 66
CROWDED = 12
"""Of more nodes under each other, each has one line for its title."""
CROWDED_TITLE_MAX = 46


def chapter_figures(package: Package, chapter: Chapter) -> dict[str, Any]:
    """Return the pictures that stand in a chapter, by name; None for the others."""
    found = package.pictures.of(chapter.type)
    return {
        "timeline": found.timeline and _timeline(package, found.timeline),
        "risks": found.risks and _risks(package, chapter, found.risks),
        "coverage": found.coverage and _coverage(package, chapter, found.coverage),
        "map": (
            found.feature_map
            and found.coverage
            and _feature_map(package, found.feature_map, found.coverage)
        ),
        "journey": found.journey and _journey(package, found.journey),
    }


def badge(view: FieldView) -> dict[str, str]:
    """`tone` colours what is good or bad to have; the word says it too."""
    tone = (view.value or "plain") if view.field.name in {"severity", "likelihood"} else "plain"
    if view.field.name == "priority" and view.value == "high":
        tone = "accent"
    return {
        "label": "" if view.field.unit else view.field.label,
        "value": capitalised(view.display_value),
        "tone": tone,
    }


def _timeline(package: Package, found: Timeline) -> dict[str, Any]:
    bars = [
        {
            "name": bar.target.item_id,
            "title": text_line(
                package, _short(package.plain_text(bar.target.title), BAR_TITLE_MAX)
            ),
            "x": _percent(bar.x),
            "width": _percent(bar.width),
            "critical": bar.is_critical,
            "days": days_text(bar),
        }
        for bar in found.bars.shown
    ]
    ticks = [
        {"x": _percent(tick.x), "anchor": tick.anchor, "words": tick_text(tick)}
        for tick in found.ticks
    ]
    is_dated = any(tick.day for tick in found.ticks)
    return {**timeline_texts(found), "bars": bars, "ticks": ticks, "dated": is_dated}


def _risks(package: Package, chapter: Chapter, found: RiskMatrix) -> dict[str, Any]:
    rows = risk_rows(chapter, found)
    cells = [
        [
            {"weight": cell.weight, "names": [risk.target.item_id for risk in cell.risks.shown]}
            for cell in row
        ]
        for row in found.rows
    ]
    return {
        **risks_texts(rows),
        "rows": [_risk(package, row) for row in rows],
        "severities": [row[0].severity for row in found.rows],
        "likelihoods": [cell.likelihood for cell in found.rows[0]],
        "cells": cells if found.has_places else [],
    }


def _risk(package: Package, row: RiskRow) -> dict[str, Any]:
    return {
        **_named(package, row.placed.target),
        "section": row.section,
        "badges": [_unlabelled(row.severity), _unlabelled(row.likelihood)],
    }


def _unlabelled(view: FieldView) -> dict[str, str]:
    return badge(view) | {"label": ""}


def _coverage(package: Package, chapter: Chapter, found: CoverageMatrix) -> dict[str, Any]:
    views = {item.id: item for _section, item in chapter.items()}
    columns = coverage_columns(found)
    rows = [
        {
            **_named(package, row.feature),
            "badges": [badge(view_of(views[row.feature.item_id], "priority"))],
            "cells": [
                [text_run([bare(package, target.item_id)]) for target in cell(row).shown]
                for _title, cell in columns
            ],
        }
        for row in found.rows.shown
    ]
    return {**coverage_texts(found), "rows": rows}


def _feature_map(package: Package, found: FeatureMap, coverage: CoverageMatrix) -> dict[str, Any]:
    is_crowded = found.height > CROWDED * (NODE + GAP)
    title_max = CROWDED_TITLE_MAX if is_crowded else NODE_TITLE_MAX
    nodes = [
        {
            "name": node.target.item_id,
            "title": text_line(
                package, _short(package.plain_text(node.target.title), title_max - len(node.remark))
            ),
            "risks": node.remark,
            "gap": node.is_gap,
            "x": _percent(node.x),
            "width": _percent(node.width),
            "y": node.y,
        }
        for node in found.nodes
    ]
    return {
        **map_texts(found, coverage),
        "nodes": nodes,
        "node": NODE,
        "crowded": is_crowded,
        "height": found.height,
        "lines": list(map(_points, found.lines)),
        "waits": [list(map(_points, lines)) for lines in found.waits],
        "places": [place for place, _width in COLUMNS.values()],
    }


def _journey(package: Package, found: Journey) -> dict[str, Any]:
    steps = [
        {
            "number": node.number,
            "title": text_line(package, package.plain_text(node.target.title)),
            "uses": [target.item_id for target in node.uses],
        }
        for node in found.nodes
    ]
    return {**journey_texts(package, found), "steps": steps}


def _named(package: Package, target: Target) -> dict[str, Any]:
    return {
        "to": f"{target.artifact_type.value}.{target.anchor}",
        "name": target.item_id,
        "title": text_line(package, package.plain_text(target.title)),
    }


def _points(found: MapLine) -> list[float]:
    return [_percent(found.x1), found.y1, _percent(found.x2), found.y2]


def _percent(place: str) -> float:
    return float(place.removesuffix("%"))


def _short(text: str, limit: int) -> str:
    """Cut a title to what fits beside a bar or into a node; the letters of East Asia are twice as
    wide.
    """
    is_wide = any(unicodedata.east_asian_width(char) in {"W", "F"} for char in text)
    return shorten(text, limit // 2 if is_wide else limit)
