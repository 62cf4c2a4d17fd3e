"""What pictures say in words: their headings, captions and scales, and all that is in them for
those who cannot see them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from django.utils import formats
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.charts.calendar import Tick
from artifacts.charts.feature_map import FeatureMap
from artifacts.charts.journey import Journey
from artifacts.charts.pictures import CoverageMatrix, CoveredFeature, Some, Timeline, TimelineBar
from artifacts.documents.references import Target, shorten
from artifacts.exporters.figures import RiskRow
from artifacts.exporters.package import Package
from artifacts.exporters.wording import weeks

ALT_TITLE_MAX = 80
"""Characters of a title in the words for those who cannot see a picture."""


def timeline_texts(found: Timeline) -> dict[str, Any]:
    steps = get_text_list([_step(bar) for bar in found.bars.shown], _("and"))
    caption = _("%(weeks)s from the first day to the last milestone.") % {
        "weeks": weeks(found.total_weeks)
    }
    if found.start:
        day = formats.date_format(found.start, "DATE_FORMAT")
        caption += f" {_('Counted from %(day)s.') % {'day': day}}"
    return {
        "heading": _("Timeline"),
        "caption": caption,
        "alt": (
            _("Timeline over %(weeks)s: %(steps)s.")
            % {"weeks": weeks(found.total_weeks), "steps": steps}
        ),
        "critical": _("Decides the end"),
        "slack": _("Has room to move"),
        "week": _("Week"),
        "when": _("When"),
    }


def _step(bar: TimelineBar) -> str:
    words = ngettext(
        "%(item)s in week %(first)s", "%(item)s in weeks %(first)s to %(last)s", bar.weeks
    ) % {"item": bar.target.item_id, "first": bar.first_week, "last": bar.last_week}
    days = days_text(bar)
    return f"{words} ({days})" if days else words


def days_text(bar: TimelineBar) -> str:
    """Return the first and the last day of a milestone; empty if the plan has no days."""
    if bar.begins is None or bar.ends is None:
        return ""
    is_one_year = bar.begins.year == bar.ends.year
    begins = formats.date_format(bar.begins, _("j M") if is_one_year else _("j M Y"))
    return f"{begins} \N{EN DASH} {formats.date_format(bar.ends, _('j M Y'))}"


def weeks_text(bar: TimelineBar) -> str:
    """Return the numbers of the weeks of a milestone: "3" or "1–3"."""
    if bar.weeks == 1:
        return str(bar.first_week)
    return f"{bar.first_week}\N{EN DASH}{bar.last_week}"


def tick_text(tick: Tick) -> str:
    """Return the label of a tick of the scale: a week's number, a day, or a month."""
    if tick.day is None:
        return str(tick.week)
    if tick.unit == "day":
        return formats.date_format(tick.day, _("j M"))
    month = formats.date_format(tick.day, "M")
    return f"{month} {tick.day.year}" if tick.day.month == 1 else month


def risks_texts(found: Sequence[RiskRow]) -> dict[str, Any]:
    apart = [risk.id for risk in found if risk.placed.likelihood is None]
    caption = ngettext(
        "%(count)s risk by how bad and how likely it is.",
        "%(count)s risks by how bad and how likely they are.",
        len(found),
    )
    return {
        "heading": _("Risks at a glance"),
        "caption": caption % {"count": len(found)},
        "alt": (
            _("Risks by weight: %(risks)s.")
            % {"risks": get_text_list(list(map(_levels, found)), _("and"))}
        ),
        "apart": (
            _("Likelihood not given: %(risks)s.") % {"risks": ", ".join(apart)} if apart else ""
        ),
        "severity": _("Severity"),
        "likelihood": _("Likelihood"),
        "levels": {"low": _("Low"), "medium": _("Medium"), "high": _("High")},
        "risk": _("Risk"),
        "kind": _("Kind"),
    }


def _levels(risk: RiskRow) -> str:
    values = {
        "item": risk.id,
        "severity": risk.severity.display_value,
        "likelihood": risk.likelihood.display_value,
    }
    if risk.placed.likelihood is None:
        return _("%(item)s severity %(severity)s, likelihood not given") % values
    return _("%(item)s severity %(severity)s, likelihood %(likelihood)s") % values


def coverage_texts(found: CoverageMatrix) -> dict[str, Any]:
    return {
        "heading": _("At a glance"),
        "caption": _("Where the other documents speak of each; a dash marks where none does."),
        "item": _("Feature"),
        "columns": [title for title, _row in coverage_columns(found)],
        "none": "\N{EN DASH}",
    }


CoverageColumn = tuple[str, Callable[[CoveredFeature], Some[Target]]]


def coverage_columns(found: CoverageMatrix) -> list[CoverageColumn]:
    """Return the title of each column, and what gives its cell of a row."""
    columns: list[tuple[bool, CoverageColumn]] = [
        (found.has_milestones, (_("Delivered by"), attrgetter("delivered_by"))),
        (found.has_risks, (_("At risk from"), attrgetter("threatened_by"))),
        (found.has_uses, (_("Used in"), attrgetter("used_in"))),
    ]
    return [column for is_shown, column in columns if is_shown]


def map_texts(found: FeatureMap, coverage: CoverageMatrix) -> dict[str, Any]:
    """Return the words of the map; to those who cannot see it, it says what its lines say."""
    shown = {node.target.item_id for node in found.nodes}
    rows = [row for row in coverage.rows.shown if row.feature.item_id in shown]
    remarks = [
        (bool(found.waits), _("Lines at the left edge: what waits for what.")),
        (any(node.is_gap for node in found.nodes), _("Dashed: what nothing delivers or uses.")),
        (
            bool(found.more),
            ngettext(
                "%(count)s more is in the table below.",
                "%(count)s more are in the table below.",
                found.more,
            )
            % {"count": found.more},
        ),
    ]
    return {
        "caption": " ".join(words for is_so, words in remarks if is_so),
        "columns": [
            _("Delivered by") if found.has_milestones else "",
            _("Feature"),
            _("Used in") if found.has_uses else "",
        ],
        "alt": f"{_('What delivers each feature, and where it is used')}: "
        f"{'; '.join(_feature(row, coverage) for row in rows)}.",
    }


def _feature(row: CoveredFeature, coverage: CoverageMatrix) -> str:
    cells = [
        (title, ", ".join(target.item_id for target in cell(row).shown))
        for title, cell in coverage_columns(coverage)
    ]
    said = [f"{title} {ids}" for title, ids in cells if ids]
    return ", ".join([row.feature.item_id, *said])


def journey_texts(package: Package, found: Journey) -> dict[str, Any]:
    steps = []
    for node in found.nodes:
        uses = ", ".join(target.item_id for target in node.uses)
        title = shorten(package.plain_text(node.target.title), ALT_TITLE_MAX)
        steps.append(f"{node.number}. {title}{f' ({uses})' if uses else ''}")
    return {
        "heading": _("The journey at a glance"),
        "caption": _("Each step, and the features that it uses."),
        "alt": f"{_('The user journey, step by step')}: {'; '.join(steps)}",
    }
